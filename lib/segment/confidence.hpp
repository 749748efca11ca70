// How often a decision like this one is right: the share on pages with gold (apps/fit/fit_confidence.py).
#pragma once

#include "broadsheet/document.hpp"
#include "segment/plan.hpp"

namespace broadsheet::segment_stage {

// That the article is whole and holds nothing else.
[[nodiscard]] float confidence_of(const Draft& draft);

// That the block's text and its role are right.
[[nodiscard]] float confidence_of(const Block& block, const Draft& draft);

}  // namespace broadsheet::segment_stage
