// Lines of headings: does the second go on with the first, or is it a heading of its own?
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::language {

// How two headings stand to each other: with nothing between, with a blank line between, or each marked as a heading
// by the source itself.
enum class Rows { together, apart, marked };

// The parts of a heading, set off by spaces or middle dots: 修老路 建新桥 has two of three characters. The number of a
// series, in brackets at its end, does not count.
struct Parts {
    std::size_t count = 0, shortest = 0, longest = 0;
    bool cjk = true;  // nothing but ideographs and kana
};
[[nodiscard]] Parts parts_of(std::u32string_view text);

// Log-odds that two lines that follow each other are one heading, wrapped by the typesetter: a word or a quotation
// runs over, the second is a rest too small to stand alone. Negative for kicker and headline, headline and deck.
// `above` and `below` are the characters of the rows that meet, where the headings have more than one.
[[nodiscard]] float wraps(std::u32string_view first, std::u32string_view second, Rows rows = Rows::together,
                          std::size_t above = 0, std::size_t below = 0);

// True for the name of a column, series or kind of text, as printed over headlines: 某某观察, 通讯, OPINION.
[[nodiscard]] bool is_column_name(std::u32string_view line);

}  // namespace broadsheet::language
