// Articles that go on on another page: jump lines, headlines, the words and the cut sentence tell which parts belong
// together.
#pragma once

#include "broadsheet/document.hpp"
#include "broadsheet/segment.hpp"

namespace broadsheet::segment_stage {

// Makes the parts one article, under the id of the first. What jump lines lead nowhere is said in a note.
void join_continued(Document& document, const SegmentOptions& options);

}  // namespace broadsheet::segment_stage
