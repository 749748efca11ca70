// Columns side by side become one column after the other.
#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Puts the lines of the document in reading order, and fills Work::heading and Work::alone.
void columns(Work& work);

}  // namespace broadsheet::repair_stage
