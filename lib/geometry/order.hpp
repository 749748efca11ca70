// Orders of boxes that hold wherever text is set in columns.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::geometry {

// Blocks of text: what stands in one column, from the top downward; a column before the one at its right, unless
// something that stands over or under both of them parts the two. (Breuel, High performance document layout analysis,
// 2003.) So do rules, and a headline wider than a column as far as nothing stands at its sides.
[[nodiscard]] std::vector<std::uint32_t> order_of_blocks(const std::vector<Box>& boxes, const std::vector<Box>& rules);

// Lines of one block: from the top downward, and from left to right what stands side by side. Where the lines of a note
// stand two and two beside a line of the text, both of them come before what follows at the right.
[[nodiscard]] std::vector<std::uint32_t> order_of_lines(const std::vector<Box>& boxes);

// The share of neighbours in this order of which the second one comes before the first.
[[nodiscard]] float share_of_blocks_reversed(const std::vector<Box>& boxes, const std::vector<Box>& rules,
                                             const std::vector<std::uint32_t>& order);
[[nodiscard]] float share_of_lines_reversed(const std::vector<Box>& boxes, const std::vector<std::uint32_t>& order);

}  // namespace broadsheet::geometry
