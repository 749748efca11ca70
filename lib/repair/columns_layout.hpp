// Text whose layout was kept with spaces: columns stand side by side, with runs of white space between them.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_pairs.hpp"

namespace broadsheet::repair_stage {

// Lines [first, last) are a page. Where it shows columns, appends its lines in reading order to `out` (with frames from
// `frame` on, which is advanced) and is true; else appends nothing.
bool unfold(const Document& document, std::uint32_t first, std::uint32_t last, Pairs& pairs, std::uint32_t& frame,
            std::vector<Line>& out, std::vector<bool>& heading);

}  // namespace broadsheet::repair_stage
