// Two parts of an article, on two pages, become one.
#pragma once

#include "broadsheet/document.hpp"
#include "segment/jump_parts.hpp"
#include "segment/roles.hpp"

namespace broadsheet::segment_stage {

// Article `from` goes to the end of article `to` and is left empty. A headline that repeats the first part's is
// dropped with its jump line, another one becomes a subhead; a paragraph that the page's end cut is one block; captions
// and credits go to the end. Blocks may be emptied; `moved` says where their text went.
void join_parts(Document& document, const JumpParts& parts, std::uint32_t to, std::uint32_t from, Moved& moved);

}  // namespace broadsheet::segment_stage
