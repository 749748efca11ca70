#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Gives the rows of lists of prices the mark of table rows.
void mark_price_lists(Work& w);

}  // namespace broadsheet::repair_stage
