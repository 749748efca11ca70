// Reading order from the places of lines on the page, where a layout file gives them.
#pragma once

#include <cstdint>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Puts the lines [first, last) of a page in reading order, each module a frame; fills Line::size, gap and indent, and
// Work::set. False, and nothing done, where lines have no boxes. `frame` is the next number free.
bool order_by_boxes(Work& work, std::uint32_t first, std::uint32_t last, std::uint32_t& frame);

}  // namespace broadsheet::repair_stage
