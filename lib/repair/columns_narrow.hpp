// Columns that an extractor set into one line with a single space between them: rows of the page cut into cells, each
// cell given to its column.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_measures.hpp"
#include "repair/columns_pairs.hpp"

namespace broadsheet::repair_stage {

// A part of a strip, in its column.
struct Part {
    Run text;
    std::uint32_t strip = 0;
    bool joined = false;  // stands right of another part of its strip
};

struct Column {
    std::vector<Part> parts;  // from head to foot
    bool beside = false;      // another column stands beside it
    bool alone = false;       // it is a row of a headline, a byline: no part of any column
};

// The columns of these strips in reading order, if they are rows of columns; else nothing.
[[nodiscard]] std::vector<Column> untangle(const Document& document, const Widths& widths,
                                           const std::vector<Strip>& strips, const Pairs& pairs);

}  // namespace broadsheet::repair_stage
