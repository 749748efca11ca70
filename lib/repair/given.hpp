// Articles that the source names: no block holds text of two of them.
#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Sets the lines of each given article together on their page, in the order of the source. Right behind `columns`.
void gather_given(Work& work);

// Parts drafts, and threads of them, where one article ends and another begins. Before assemble().
void part_given(Work& work);

}  // namespace broadsheet::repair_stage
