// How far below the top of the page the rows of a kept layout stand.
#pragma once

#include <vector>

#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

// Sets the heights of cells that are sorted by row, and of those in upright columns: that of the last row above them.
void find_heights(std::vector<Placed>& cells, std::vector<std::vector<Placed>>& uprights);

}  // namespace broadsheet::repair_stage
