// What is said of an article as a whole: language, authors, kind, what the page lost of it, where it goes on.
#pragma once

#include <cstdint>

#include "broadsheet/document.hpp"
#include "broadsheet/segment.hpp"

namespace broadsheet::segment_stage {

// Fills all of the article but its id and its blocks, which must have their roles. Jump lines at a block's end are cut
// off and dropped. `first_cues`: those of its headings and of its first text.
void find_facts(Document& document, Article& article, std::uint32_t first_cues, const SegmentOptions& options);

// Jump lines that stood alone are in `dropped` already: each is reported with the article before it, or behind it.
void give_jumps(Document& document);

}  // namespace broadsheet::segment_stage
