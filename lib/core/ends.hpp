// How texts end.
#pragma once

#include <string_view>

namespace broadsheet {

// "... on Friday. (AP)", "……。（王小明）": who wrote or sent a text, in brackets behind its last sentence. The text up
// to that sentence's mark; all of it if there is no such thing.
[[nodiscard]] std::u32string_view without_source(std::u32string_view text);

}  // namespace broadsheet
