// Columns side by side become one column after the other.
#pragma once

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

void columns(Document& document);

}  // namespace broadsheet::repair_stage
