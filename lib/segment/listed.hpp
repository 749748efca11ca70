// Pages whose headlines stand apart from all their texts, as a list: their headlines and their texts are matched in
// order.
#pragma once

#include <cstddef>
#include <vector>

#include "segment/plan.hpp"
#include "segment/row.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

// Items [first, last) of a row.
struct Range {
    std::size_t first, last;
};

// Articles of a part of the row, and what the whole of them is worth.
struct Solution {
    float score = 0;
    std::vector<Draft> drafts;
};

// Headings in a row that are too many for one article.
[[nodiscard]] std::vector<Range> lists_of(const Row& row);

// The articles of `all`, whose headlines are those of `list`, a part of it, in the order of their texts.
[[nodiscard]] Solution solve_listed(const Row& row, const weights::Order& order, Range all, Range list);

}  // namespace broadsheet::segment_stage
