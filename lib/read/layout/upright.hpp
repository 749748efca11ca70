// Upright lines in a file that has a word for each of their characters.
#pragma once

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// Makes a line of characters that stand one below the other, closer than to those at their sides: a text layer gives
// upright text row by row, with characters of many columns in one line. Text, words and lines are put in the order of
// the new lines. For boxes that come from the fonts.
void find_upright_lines(Document& document);

}  // namespace broadsheet::reading
