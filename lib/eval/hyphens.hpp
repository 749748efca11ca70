// What became of the hyphens at the ends of a page's lines.
#pragma once

#include "eval/texts.hpp"

namespace broadsheet::eval {

[[nodiscard]] HyphenScores hyphens(const Grouped& gold, const SourcePage& page, const Grouped& predicted);

}  // namespace broadsheet::eval
