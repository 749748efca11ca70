// Words by ICU's dictionaries: for the two sides of a doubtful joint, never for running text.
#pragma once

#include <string_view>

namespace broadsheet {

// True if a word begins in `left` and ends in `right` where the two are set without a space between them.
// Only the last characters of the one and the first of the other are looked at.
[[nodiscard]] bool word_across(std::u32string_view left, std::u32string_view right);

}  // namespace broadsheet
