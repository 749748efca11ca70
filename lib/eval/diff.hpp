// Two texts as one, with what differs in brackets.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::eval {

// "It was [-a-]{+the+} boat", as wdiff writes it; long stretches in which the texts agree are cut short. Texts too long
// to be compared word by word come one after the other.
[[nodiscard]] std::u32string marked_difference(std::u32string_view gold, std::u32string_view predicted);

}  // namespace broadsheet::eval
