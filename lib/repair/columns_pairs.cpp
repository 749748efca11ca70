#include "repair/columns_pairs.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t pair_bits = 17;

std::size_t pair(char32_t a, char32_t b) {
    return ((static_cast<std::uint32_t>(a) * 2654435761U) ^ (static_cast<std::uint32_t>(b) * 2246822519U)) >>
           (32 - pair_bits);
}

}  // namespace

void Pairs::add(std::u32string_view line) {
    if (pairs_.empty()) {
        pairs_.resize(std::size_t{1} << pair_bits);
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!is(line[i], cls::cjk)) continue;
        if (i + 1 < line.size() && is(line[i + 1], cls::cjk)) ++pairs_[pair(line[i], line[i + 1])];
    }
}

void Pairs::clear() { std::fill(pairs_.begin(), pairs_.end(), 0); }

std::uint32_t Pairs::count(char32_t a, char32_t b) const { return pairs_.empty() ? 0 : pairs_[pair(a, b)]; }

}  // namespace broadsheet::repair_stage
