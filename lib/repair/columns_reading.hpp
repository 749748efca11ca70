// The order in which columns are read that stand side by side and below one another.
#pragma once

#include <vector>

#include "repair/columns_narrow.hpp"
#include "repair/columns_stream.hpp"

namespace broadsheet::repair_stage {

[[nodiscard]] std::vector<Column> in_reading_order(const Document& document, const Splits& splits, const Pairs& pairs,
                                                   std::vector<Stack> stacks);

}  // namespace broadsheet::repair_stage
