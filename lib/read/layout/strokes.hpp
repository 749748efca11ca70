#pragma once

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// Cuts off the letters that an engine read where a rule between two columns is printed: lines of their own, of the
// kind separator.
void cut_strokes(Document& document);

}  // namespace broadsheet::reading
