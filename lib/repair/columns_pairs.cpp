#include "repair/columns_pairs.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t pair_bits = 17;
constexpr std::uint32_t single_bits = 14;

std::size_t pair(char32_t a, char32_t b) {
    return ((static_cast<std::uint32_t>(a) * 2654435761U) ^ (static_cast<std::uint32_t>(b) * 2246822519U)) >>
           (32 - pair_bits);
}

std::size_t single(char32_t a) { return static_cast<std::uint32_t>(a) * 2654435761U >> (32 - single_bits); }

}  // namespace

void Pairs::add(std::u32string_view line) {
    if (pairs_.empty()) {
        pairs_.resize(std::size_t{1} << pair_bits);
        singles_.resize(std::size_t{1} << single_bits);
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!is(line[i], cls::cjk)) continue;
        ++singles_[single(line[i])];
        ++all_;
        if (i + 1 < line.size() && is(line[i + 1], cls::cjk)) ++pairs_[pair(line[i], line[i + 1])];
    }
}

void Pairs::clear() {
    if (all_ == 0) return;
    std::fill(pairs_.begin(), pairs_.end(), 0);
    std::fill(singles_.begin(), singles_.end(), 0);
    all_ = 0;
}

float Pairs::belong(char32_t a, char32_t b) const {
    if (all_ == 0) return 0;
    const auto n = static_cast<float>(pairs_[pair(a, b)]);
    if (n == 0) return -weight::unknown_pair;
    const auto by_chance =
        static_cast<float>(singles_[single(a)]) * static_cast<float>(singles_[single(b)]) / static_cast<float>(all_);
    return std::clamp(std::log(n / (2 * by_chance)), 0.0F, weight::known_pair);
}

}  // namespace broadsheet::repair_stage
