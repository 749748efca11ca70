// How the text of one piece is joined to the next.
#pragma once

#include <string_view>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

// Nothing or one space between two lines of running text; hyphens are not looked at.
[[nodiscard]] Joint joint_between(std::u32string_view left, std::u32string_view right);

}  // namespace broadsheet::repair_stage
