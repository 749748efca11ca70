// Drafts become articles: every block gets its role and its place.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/segment.hpp"
#include "segment/plan.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

void name_roles(Document& document, std::vector<Unit>& units, std::vector<Draft>& drafts,
                const SegmentOptions& options);

// A block goes to `dropped` and is left empty.
void drop_block(Document& document, std::uint32_t block, Reason reason, std::uint32_t kept = none);

// Blocks that were emptied, and where their text stands now: copies of the one are copies of the other. (Told once for
// all at the end: to look through all that was dropped at each would take the square of a long page.)
using Moved = std::unordered_map<std::uint32_t, std::uint32_t>;

// Takes out blocks that were emptied; the others keep their order.
void remove_emptied(Document& document, const Moved& moved);

}  // namespace broadsheet::segment_stage
