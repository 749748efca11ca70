// The classes of a character, as bits.
#pragma once

#include <cstdint>

namespace broadsheet::cls {

enum : std::uint32_t {
    wide = 1U << 0,       // two cells: East Asian Width W or F
    ambiguous = 1U << 1,  // one or two cells, by the font: “ ” … — · Ⅲ
    han = 1U << 2,
    kana = 1U << 3,
    hangul = 1U << 4,
    letter = 1U << 5,  // alphabetic and not han, kana or hangul
    upper = 1U << 6,
    lower = 1U << 7,
    digit = 1U << 8,   // decimal digits, full-width ones too
    space = 1U << 9,   // Unicode White_Space, U+FEFF, U+200B
    open = 1U << 10,   // opening bracket or quotation mark
    close = 1U << 11,  // closing bracket or quotation mark
    quote = 1U << 12,
    terminal = 1U << 13,  // may end a sentence
    pause = 1U << 14,     // , ; : and their East Asian forms
    hyphen = 1U << 15,    // may be a hyphen at a line's end
    dash = 1U << 16,
    mark = 1U << 17,  // any punctuation or symbol
    odd = 1U << 18,   // control, unassigned, private use
    zero_width = 1U << 19,
    vertical_form = 1U << 20,  // presentation form for vertical text: ︵ ﹃
};

inline constexpr std::uint32_t cjk = han | kana | hangul;

}  // namespace broadsheet::cls
