// Vertical headlines between the columns of a kept layout: one character a row.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

// Takes the vertical headlines out of cells that are sorted by row: their columns, each from head to foot.
[[nodiscard]] std::vector<std::vector<Placed>> take_uprights(const Document& document, std::vector<Placed>& cells);

}  // namespace broadsheet::repair_stage
