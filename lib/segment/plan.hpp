// Which units make one article: found for the whole page at once.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/page_words.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// An article in the making.
struct Draft {
    std::vector<std::uint32_t> heads;     // units of its headline group, in order
    std::vector<std::uint32_t> rest;      // everything else, in order
    std::vector<std::uint32_t> sections;  // names of places and columns that are known to be its own
    std::vector<std::uint32_t> moved;     // those of its headings that stood far from it
    float score = 0;
    float likeness = 0;                // of headline and text, in log-odds
    float margin = 0;                  // by which the headline was better than any other heading, or none
    std::uint32_t given = none;        // index into Document::given: the source names it
    std::vector<std::uint32_t> order;  // of a given one: its units as the source has them
};

// Units become drafts; every unit that is not furniture is in exactly one. `words` holds the words of these units.
[[nodiscard]] std::vector<Draft> plan(const Document& document, const std::vector<Unit>& units, const PageWords& words);

}  // namespace broadsheet::segment_stage
