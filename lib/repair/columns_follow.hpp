// Does one cell stand below another one in the same column?
#pragma once

#include "repair/columns_pairs.hpp"
#include "repair/columns_splits.hpp"

namespace broadsheet::repair_stage {

// The cost of b below a: what speaks against it, by their ends and widths.
[[nodiscard]] float follow(const Document& document, const Pairs& pairs, const Cell& a, const Cell& b);

// The cost of the lines as they stand, one below the other.
[[nodiscard]] float straight_cost(const Document& document, std::size_t strips, const Splits& splits,
                                  const Pairs& pairs);

}  // namespace broadsheet::repair_stage
