// In which text on the page do the words of a row stand? Rows of one headline speak of the same text.
#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Of drafts a and b, from the words that they share with the texts around them: 1, with the same text; -1, with
// different ones; 0, nothing to tell.
[[nodiscard]] int same_text(const Work& work, std::uint32_t a, std::uint32_t b);

}  // namespace broadsheet::repair_stage
