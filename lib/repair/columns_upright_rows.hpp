// Two columns of a vertical headline, side by side, that an extractor read row by row.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

// Lines [first, last) stand between blank lines. Where they are such rows, appends the right column to `out`, then the
// left one, each character a line, and is true.
bool part_upright_rows(const Document& document, std::uint32_t first, std::uint32_t last, std::vector<Line>& out);

}  // namespace broadsheet::repair_stage
