// How far below the top of the page the rows of a kept layout stand.
#pragma once

#include <vector>

#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

// Sets the heights of cells that are sorted by row. `others` are rows that are no blank lines either.
void find_heights(std::vector<Placed>& cells, const std::vector<int>& others);

}  // namespace broadsheet::repair_stage
