// Characters: their classes from a table, their width in cells, and UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/char_class.hpp"

namespace broadsheet {

namespace char_table {
#include "char_table.inc"  // made by make_char_table.cpp
}

// The classes (bits of cls) of a character. Inline: the hot path asks for each character several times.
[[nodiscard]] inline std::uint32_t class_of(char32_t c) {
    if (c < 0x100) return char_table::page_table[0][c];  // the first page is its own
    if (c < char_table::table_limit) return char_table::page_table[char_table::page_of[c >> 8U]][c & 0xFFU];
    return cls::odd;
}

[[nodiscard]] inline bool is(char32_t c, std::uint32_t classes) { return (class_of(c) & classes) != 0; }

// The small letter of a Latin, Greek or Cyrillic one; any other character is itself.
[[nodiscard]] char32_t folded_beyond_ascii(char32_t c);
[[nodiscard]] inline char32_t folded(char32_t c) {
    return c >= 0x80 && c < 0x2000 ? folded_beyond_ascii(c) : c >= U'A' && c <= U'Z' ? c + 32 : c;
}

// A letter, or an accent that is a character of its own (text from some systems parts é in two).
[[nodiscard]] inline bool is_of_word(char32_t c) { return is(c, cls::letter) || (c >= 0x300 && c < 0x370); }

// The letters at the end of a text, and at its beginning; no more than `longest`.
[[nodiscard]] std::u32string_view last_letters(std::u32string_view text, std::size_t longest = 60);
[[nodiscard]] std::u32string_view first_letters(std::u32string_view text, std::size_t longest = 60);

// Half cells: a wide character has 4, a narrow one 2, one that is wide or narrow by the font 3, a zero-width one 0.
[[nodiscard]] int half_cells(char32_t c);

// Width of a text in cells (rounded down).
[[nodiscard]] int cells(std::u32string_view text);

// True for a character beside which Chinese and Japanese text has no space: wide ones and their punctuation.
[[nodiscard]] inline bool is_tight(char32_t c) {
    return is(c, cls::wide | cls::cjk) || c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'…' || c == U'—' ||
           c == U'·';
}

// Without white space at its ends.
[[nodiscard]] std::u32string_view trimmed(std::u32string_view text);

// "U.K.": initials at the end of a text, whose full stop need not end a sentence.
[[nodiscard]] bool ends_with_initials(std::u32string_view text);

void append_utf8(std::string& out, std::u32string_view text);
inline void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80)
        out.push_back(static_cast<char>(c));
    else
        append_utf8(out, std::u32string_view(&c, 1));
}
[[nodiscard]] std::string to_utf8(std::u32string_view text);
[[nodiscard]] std::u32string to_utf32(std::string_view utf8);

}  // namespace broadsheet
