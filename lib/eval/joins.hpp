// Joins of lines: those that gold makes, near and far, and those that it does not make.
#pragma once

#include "eval/texts.hpp"

namespace broadsheet::eval {

[[nodiscard]] JoinScores joins(const Gold& gold, const SourcePage& page, const Grouped& predicted);

}  // namespace broadsheet::eval
