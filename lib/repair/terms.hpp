// Words of Western texts, folded so that inflected forms meet; of Chinese and Japanese ones, two characters each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

inline constexpr std::size_t shortest_stem = 4, longest_stem = 6;  // letters

// Calls `use` with a hash of the beginning of each word of a text, capitals made small, and of each two ideographs.
// With a longer stem, words must be the same to meet.
template <class Use>
void each_stem(std::u32string_view text, Use use, std::size_t longest = longest_stem) {
    constexpr std::uint32_t basis = 0x811C9DC5U;
    std::uint32_t word = basis;
    std::size_t letters = 0;
    bool ideograph = false;  // the character before
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c >= U'a' && c <= U'z') {  // the common case
            if (letters < longest) word = (word ^ c) * 0x01000193U;
            ++letters;
            ideograph = false;
            continue;
        }
        const auto f = class_of(c);
        const bool after_ideograph = ideograph;
        ideograph = (f & cls::cjk) != 0;
        if (f & (cls::letter | cls::digit) && !(f & cls::wide)) {
            const bool latin_1 = c < 0x80 || (c >= 0xC0 && c < 0xDF);
            if (letters < longest) word = (word ^ (latin_1 && f & cls::upper ? c + 32 : c)) * 0x01000193U;
            ++letters;
            continue;
        }
        if (letters >= shortest_stem) use(word);
        if (ideograph && after_ideograph) use((basis ^ text[i - 1]) * 0x01000193U ^ c);
        word = basis;
        letters = 0;
    }
    if (letters >= shortest_stem) use(word);
}

// The stems of a headline, and some others: a text has few of them, so that the rest need not be kept and sorted.
class StemFilter {
public:
    void add(std::uint32_t stem) { bits_[stem >> 26U] |= bit(stem); }
    [[nodiscard]] bool may_have(std::uint32_t stem) const { return (bits_[stem >> 26U] & bit(stem)) != 0; }

private:
    static std::uint64_t bit(std::uint32_t stem) { return std::uint64_t{1} << (stem >> 20U & 63U); }
    std::array<std::uint64_t, 64> bits_{};
};

}  // namespace broadsheet::repair_stage
