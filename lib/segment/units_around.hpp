// What a unit is also depends on what stands around it.
#pragma once

#include <vector>

#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Mends the kinds of units by their neighbours and by the habits of the page, and finds what only these can tell:
// jumps, headings between two halves of a paragraph, rows set without blank lines.
void look_around(const Document& document, std::vector<Unit>& units);

}  // namespace broadsheet::segment_stage
