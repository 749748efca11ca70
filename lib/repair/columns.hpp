// Columns side by side become one column after the other.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

// `heading`: of each line then, whether it stands over the text of a kept layout. Empty: not known of any.
void columns(Document& document, std::vector<bool>& heading);

}  // namespace broadsheet::repair_stage
