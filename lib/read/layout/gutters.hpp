// Lines of an engine that took two columns for one.
#pragma once

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// Cuts lines where a gutter runs through them: white from row to row, with text that begins at its right edge in many
// of them. Tables keep their rows. `exact`: boxes come from the fonts, not from ink.
void split_at_gutters(Document& document, bool exact);

}  // namespace broadsheet::reading
