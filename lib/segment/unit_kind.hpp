// What a unit is by itself: by its characters, its cues and its mark.
#pragma once

#include <cstdint>
#include <string_view>

#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Longer text is no heading.
inline constexpr std::uint32_t longest_head_cjk = 64, longest_head_latin = 130;  // characters

// Counts of a text's characters.
struct Shape {
    std::uint32_t cjk = 0, letters = 0, lower = 0, digits = 0, pauses = 0, stops = 0, inner_spaces = 0;
};

Shape shape_of(std::u32string_view text);

// `unit` is known but for its kind; `open`: the page does not hold its end.
Kind kind_of(const Unit& unit, const Shape& shape, std::u32string_view text, Mark mark, bool open);

}  // namespace broadsheet::segment_stage
