// Cells that run on into the next column, where the gutter is narrow.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

// Cuts such cells (sorted by row) in two; the right one is put where its column begins.
void cut_joined(const Document& document, std::vector<Placed>& cells);

}  // namespace broadsheet::repair_stage
