// The reading order of cells on a page.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

// A cell with its place on the page.
struct Placed {
    Run text;
    std::uint32_t line = 0;  // index into Document::lines
    int row = 0;             // physical line
    float height = 0;        // from the top, in lines of a column
    int start = 0, end = 0;  // places from the left, [start, end)
    bool after_gap = false;  // a run of spaces stands before it, and another cell
    bool joined = false;     // cut off from the cell left of it
    bool heads = false;      // stands over a text
    bool parted = false;     // stands apart from the cell above it
};

// Columns in reading order, each from head to foot.
// `untangle` is asked for the columns of a stretch whose cells run from one column into the next one.
using Untangle = std::function<std::vector<std::vector<Placed>>(const std::vector<Placed>&)>;
[[nodiscard]] std::vector<std::vector<Placed>> reading_order(const Document& document, std::vector<Placed> cells,
                                                             const Untangle& untangle);

}  // namespace broadsheet::repair_stage
