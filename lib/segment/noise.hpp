// What an OCR engine makes of specks, rules and ornaments.
#pragma once

#include <string_view>

namespace broadsheet::segment_stage {

// True if a block holds nothing that could be read: no character of a CJK script, no three letters in a row and at most
// one digit; or more marks than letters and digits, with no word of four letters. A lone capital is noise too, unless
// it is set as a drop capital: that depends on what follows.
[[nodiscard]] bool is_noise(std::u32string_view text);

}  // namespace broadsheet::segment_stage
