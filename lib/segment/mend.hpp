// What the planner cannot see, since it takes articles one after the other: a headline far from its text.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "segment/page_words.hpp"
#include "segment/plan.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Gives headings that stand with another article, or alone, to the text that they head.
// Names of places that stand alone go to the text that speaks of them most.
void mend(const Document& document, const std::vector<Unit>& units, const PageWords& words, std::vector<Draft>& drafts);

}  // namespace broadsheet::segment_stage
