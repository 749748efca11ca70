// Articles that the source names are followed; what it leaves is found among itself.
#pragma once

#include <functional>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/plan.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// `find` gives the articles of a row of units.
using FindArticles = std::function<std::vector<Draft>(const Document& document, const std::vector<Unit>& units)>;

// Given articles in the order of the source, the others where their pages are. Writes a note where `find` alone would
// have parted the units in another way.
[[nodiscard]] std::vector<Draft> follow_given(Document& document, std::vector<Unit>& units, const FindArticles& find);

// The source names the articles of a whole issue, over its pages; what a page's file names ends with the page.
[[nodiscard]] bool names_issue(const Document& document);

}  // namespace broadsheet::segment_stage
