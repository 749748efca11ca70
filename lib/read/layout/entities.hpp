// The named characters of HTML that are met in OCR output; XML knows five of them.
#pragma once

#include <string_view>

namespace broadsheet::reading {

// 0: no such name.
[[nodiscard]] char32_t named_character(std::string_view name);

}  // namespace broadsheet::reading
