// Deals the cells of lines out to columns. An extractor writes the lines of columns that stand side by side in turn, by
// the height of their baselines: while the same columns stand side by side, each one comes once in a round.
#pragma once

#include <vector>

#include "repair/columns_follow.hpp"

namespace broadsheet::repair_stage {

// Cells from head to foot.
struct Stack {
    std::vector<std::uint32_t> cells;
    bool alone = false;  // a line over columns, or between them
};

struct Dealing {
    float cost = 0;
    std::vector<Stack> stacks;  // in the order in which they begin
};

// The likeliest way, by a beam search over the lines: linear in them.
[[nodiscard]] Dealing deal(const Document& document, const std::vector<Strip>& strips, const Splits& splits,
                           const Pairs& pairs);

}  // namespace broadsheet::repair_stage
