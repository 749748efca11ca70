// What can be seen of one line without looking at its neighbours.
#pragma once

#include <cstdint>
#include <string_view>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

enum Trait : std::uint32_t {
    ends_sentence = 1U << 0,  // 。 . ! ? at the end, closing marks behind it passed over
    ends_comma = 1U << 1,
    ends_colon = 1U << 2,
    ends_dash = 1U << 3,
    ends_hyphen = 1U << 4,  // a letter and a hyphen
    ends_close = 1U << 5,   // a closing bracket or quotation mark
    starts_quote = 1U << 6,
    starts_dash = 1U << 7,
    starts_close = 1U << 8,  // a mark that cannot open a line: 。 ， 」
    starts_lower = 1U << 9,
    starts_upper = 1U << 10,
    starts_digit = 1U << 11,
    ends_digit = 1U << 12,
    has_stop = 1U << 13,  // a sentence ends inside the line
    has_comma = 1U << 14,
    cjk = 1U << 15,         // more wide characters than letters
    all_upper = 1U << 16,   // its letters are capitals
    long_line = 1U << 17,   // longer than any column: not wrapped
    has_gap = 1U << 19,     // white space inside a line of wide characters
    no_letter = 1U << 18,   // neither letter nor ideograph
    ends_short = 1U << 20,  // its full stop is that of an abbreviation; that of an initial may end a sentence as well
};

// Widths are thousandths of an em: what the line takes on paper, not how many characters it has.
struct Facts {
    std::uint32_t width = 0;  // wide marks and quotation marks at their full width
    std::uint32_t slack = 0;  // how much less where they are set at half of it
    std::uint32_t token = 0;  // its first word: what would have had to fit on the line before
    std::uint32_t traits = 0;
    std::uint16_t opened = 0;  // brackets and quotation marks that it opens and does not close
    std::uint16_t closed = 0;  // ... closes and did not open

    [[nodiscard]] bool has(std::uint32_t trait) const { return (traits & trait) != 0; }
    [[nodiscard]] std::int32_t middle() const { return static_cast<std::int32_t>(width - slack / 2); }
};

inline constexpr std::uint32_t longest_wrapped = 400;  // characters

[[nodiscard]] Facts facts_of(std::u32string_view line);
// Facts::middle() of it, where nothing else is asked.
[[nodiscard]] std::int32_t width_on_paper(std::u32string_view line);

// True if a sentence ends at the end of the text.
[[nodiscard]] bool sentence_ends(std::u32string_view text);

}  // namespace broadsheet::repair_stage
