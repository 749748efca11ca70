#include "repair/draft_columns.hpp"

namespace broadsheet::repair_stage {

bool column_breaks(const Work& work, std::uint32_t draft) {
    const Line& above = work.d.lines[work.tail(work.drafts[draft - 1]).line];
    const Line& line = work.d.lines[work.head(work.drafts[draft]).line];
    return line.gap > 0 || above.page != line.page;
}

DraftColumns columns_of_drafts(const Work& work, const std::vector<bool>& running) {
    DraftColumns out;
    const auto count = static_cast<std::uint32_t>(work.drafts.size());
    out.of.assign(count, 0);
    out.top.assign(count, false);
    out.foot.assign(count, false);
    auto last = none;
    std::uint32_t column = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (last != none && column_breaks(work, i)) {
            out.foot[last] = true;
            ++column;
            last = none;
        }
        out.of[i] = column;
        if (!running[i]) continue;
        if (last == none) out.top[i] = true;
        last = i;
    }
    if (last != none) out.foot[last] = true;
    return out;
}

}  // namespace broadsheet::repair_stage
