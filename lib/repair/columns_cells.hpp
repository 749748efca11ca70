// A cell: the part of a physical line that belongs to one column.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

// Width of a character in ems, about: type is proportional, and the extractor does not say which.
[[nodiscard]] inline float em(char32_t c) {
    if (c == U' ') return weight::space_width;  // the common cases
    if (c >= U'a' && c <= U'z') return weight::lower_width;
    const auto f = class_of(c);
    if (f & cls::wide) return 1;
    if (f & cls::digit) return weight::digit_width;
    if (f & cls::upper) return weight::upper_width;
    if (f & cls::letter) return weight::lower_width;
    if (is_tight(c)) return 1;
    if (f & cls::space) return weight::space_width;
    if (f & cls::zero_width) return 0;
    return f & cls::ambiguous ? 1 : weight::mark_width;
}
[[nodiscard]] float ems(std::u32string_view text);

// The widths of runs of a range of characters, after one walk over it.
class Widths {
public:
    Widths(std::u32string_view chars, Run range);
    [[nodiscard]] float of(Run run) const { return sum_[run.end - base_] - sum_[run.begin - base_]; }

private:
    std::uint32_t base_;
    std::vector<float> sum_;  // of the characters before
};

// From the first to the last character of lines [first, last), in whatever order they stand.
[[nodiscard]] Run reach_of(const Document& document, std::uint32_t first, std::uint32_t last);

// Where one line may be cut in two.
struct Cut {
    std::uint32_t left_end = 0;     // characters [.., left_end) stand left of it
    std::uint32_t right_begin = 0;  // and [right_begin, ..) right of it
    float cost = 0;                 // how unlike the joint between two columns it looks
    bool tight = false;             // a space between two wide characters: running Chinese has none
};

// The places inside a line where the gutter between two columns may lie, left to right.
void find_cuts(std::u32string_view chars, Run line, std::vector<Cut>& out);

// The width that most of some have, and how many have it. Sorts them.
[[nodiscard]] std::pair<float, std::size_t> commonest(std::vector<float>& widths);

// What the ends of a text say of what stands before and after it.
struct Ends {
    float first_unit = 0;     // ems of what a line break cannot part at its beginning
    float hanging = 0;        // ems of the mark at its end that may hang over the measure
    std::uint8_t opened = 0;  // brackets and quotation marks opened and not closed in it
    std::uint8_t closed = 0;  // closed and not opened in it
    bool bad_start = false;   // begins with a mark that must not begin a line
    bool bad_end = false;     // ends with an opening bracket
    bool stops = false;       // ends as a sentence ends
    bool pauses = false;      // ends with a mark that may end a paragraph
};

[[nodiscard]] Ends ends_of(std::u32string_view text);

}  // namespace broadsheet::repair_stage
