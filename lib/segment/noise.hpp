// What an OCR engine makes of specks, rules and ornaments.
#pragma once

#include <string_view>

namespace broadsheet::segment_stage {

// True if a block holds nothing that could be read: less than two letters or figures; or more marks than these, with no
// word of four letters; or small pieces among which are marks that no text has. "A. No.", "U.S." and "J. K." are text.
// A lone capital is noise, unless it is set as a drop capital: that depends on what follows.
[[nodiscard]] bool is_noise(std::u32string_view text);

}  // namespace broadsheet::segment_stage
