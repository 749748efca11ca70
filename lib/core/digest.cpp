#include "core/digest.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace broadsheet {

std::string digest(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::string out = "xxh3:";
    for (const unsigned byte : canonical.digest) {
        out.push_back("0123456789abcdef"[byte >> 4U]);
        out.push_back("0123456789abcdef"[byte & 15U]);
    }
    return out;
}

}  // namespace broadsheet
