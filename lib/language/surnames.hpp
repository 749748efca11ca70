// Chinese surnames, simplified and traditional: the commonest, which cover nearly all names.
#pragma once

#include <string_view>

namespace broadsheet::language {

[[nodiscard]] bool is_surname(std::u32string_view text);

}  // namespace broadsheet::language
