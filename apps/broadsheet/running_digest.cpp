#include "running_digest.hpp"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace broadsheet::app {

struct RunningDigest::State {
    XXH3_state_t state;
};

RunningDigest::RunningDigest() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->state); }
RunningDigest::~RunningDigest() = default;

void RunningDigest::add(const char* data, std::size_t size) { XXH3_128bits_update(&state_->state, data, size); }

std::string RunningDigest::value() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_->state);
    return fmt::format("xxh3:{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace broadsheet::app
