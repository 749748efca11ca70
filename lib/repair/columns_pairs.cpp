#include "repair/columns_pairs.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t pair_bits = 17;
constexpr char32_t first_cjk = 0x1100;  // none stands before it in Unicode

std::size_t pair(char32_t a, char32_t b) {
    return ((static_cast<std::uint32_t>(a) * 2654435761U) ^ (static_cast<std::uint32_t>(b) * 2246822519U)) >>
           (32 - pair_bits);
}

}  // namespace

void Pairs::add(std::u32string_view line) {
    if (counts_.empty()) counts_.resize((std::size_t{1} << pair_bits) / 4);
    bool before = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool ideograph = line[i] >= first_cjk && is(line[i], cls::cjk);
        if (ideograph && before) {
            const auto at = pair(line[i - 1], line[i]);
            const auto shift = at % 4 * 2;
            auto& four = counts_[at / 4];
            if ((four >> shift & most) != most) four = static_cast<std::uint8_t>(four + (1U << shift));
        }
        before = ideograph;
    }
}

void Pairs::clear() { std::fill(counts_.begin(), counts_.end(), std::uint8_t{0}); }

std::uint32_t Pairs::count(char32_t a, char32_t b) const {
    if (counts_.empty()) return 0;
    const auto at = pair(a, b);
    return counts_[at / 4] >> at % 4 * 2 & most;
}

}  // namespace broadsheet::repair_stage
