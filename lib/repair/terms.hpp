// Words of Western texts, folded so that inflected forms meet; of Chinese and Japanese ones, two characters each.
#pragma once

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
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        const auto f = class_of(c);
        if (f & (cls::letter | cls::digit) && !(f & cls::wide)) {
            const bool latin_1 = c < 0x80 || (c >= 0xC0 && c < 0xDF);
            if (letters < longest) word = (word ^ (latin_1 && f & cls::upper ? c + 32 : c)) * 0x01000193U;
            ++letters;
            continue;
        }
        if (letters >= shortest_stem) use(word);
        if (i > 0 && i < text.size() && f & cls::cjk && class_of(text[i - 1]) & cls::cjk)
            use((basis ^ text[i - 1]) * 0x01000193U ^ c);
        word = basis;
        letters = 0;
    }
}

}  // namespace broadsheet::repair_stage
