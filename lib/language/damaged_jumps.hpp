// Jump lines that an OCR engine misread: "Contlnued on Pagc A3", （卜转第3版）.
#pragma once

#include <string_view>

#include "language/cues.hpp"

namespace broadsheet::language {

// The jump line that a text is, ends with or (where it names a page before) begins with, by letters that are nearly
// those of one. Empty if there is none.
[[nodiscard]] JumpLine damaged_jump_line(std::u32string_view line);

}  // namespace broadsheet::language
