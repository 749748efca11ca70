// "Did you mean ...?"
#pragma once

#include <span>
#include <string_view>

namespace broadsheet::app {

// The word that was probably meant: the nearest of those that differ from what was typed in few letters (put in, left
// out, changed, or two neighbours swapped). Empty if none is near.
[[nodiscard]] std::string_view nearest(std::string_view typed, std::span<const std::string_view> words);

}  // namespace broadsheet::app
