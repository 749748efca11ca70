// Drafts become articles: every block gets its role and its place.
#pragma once

#include <cstdint>
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

// Takes out blocks that were emptied; the others keep their order.
void remove_emptied(Document& document);

}  // namespace broadsheet::segment_stage
