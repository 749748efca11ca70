// The columns in which drafts stand. A column's text may go on at the top of another one: between the two stand whole
// columns, and how many paragraphs these hold says nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

struct DraftColumns {
    std::vector<std::uint32_t> of;  // of each draft: columns of text before its own
    std::vector<bool> top, foot;    // ... the first, the last text of its column
};

// A blank line or the edge of a page stands above this draft: no blank line parts those of one column.
[[nodiscard]] bool column_breaks(const Work& work, std::uint32_t draft);

// By which drafts are running text.
[[nodiscard]] DraftColumns columns_of_drafts(const Work& work, const std::vector<bool>& running);

}  // namespace broadsheet::repair_stage
