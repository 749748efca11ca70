// Which cell stands over which, in rows whose layout was kept with spaces.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

// For each cell an index into the same cells, or `none`.
struct Links {
    std::vector<std::uint32_t> over;      // the lowest cell above it
    std::vector<std::uint32_t> up, down;  // the cells above and below it in its column
};

// The cells are sorted by row and place.
[[nodiscard]] Links link_cells(const std::vector<Placed>& cells);

}  // namespace broadsheet::repair_stage
