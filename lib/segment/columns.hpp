// What the planner cannot see, since it takes articles one after the other: a column that stands behind the text of
// another article.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "segment/page_words.hpp"
#include "segment/plan.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// The text layer of a PDF may have the second column of an article only after the article beside it. Gives such
// columns back, on pages that keep the rows of their columns.
void return_columns(const Document& document, const std::vector<Unit>& units, const PageWords& words,
                    std::vector<Draft>& drafts);

}  // namespace broadsheet::segment_stage
