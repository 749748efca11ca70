// Reading order: what follows what inside an article.
#pragma once

#include "eval/texts.hpp"

namespace broadsheet::eval {

// Neighbouring blocks of a gold article whose end and beginning touch in the output.
[[nodiscard]] Share order(const Grouped& gold, const Grouped& predicted);

}  // namespace broadsheet::eval
