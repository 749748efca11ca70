// A physical line that the reader had to cut (marks of Markdown, noise) is one line again: its words belong together,
// and its width is that of the whole. What was cut out stays in `dropped` and is left out of its pieces by assemble().
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

void fuse_lines(Work& work) {
    Document& d = work.d;
    const auto goes_on = [&](std::size_t i, const Line& whole) {
        const Line& line = d.lines[i];
        return line.continues && line.number == whole.number && line.page == whole.page && line.frame == whole.frame &&
               line.mark == whole.mark && line.text.begin >= whole.text.end;
    };
    std::vector<std::uint32_t> now_at(d.lines.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < d.lines.size(); ++i) {
        if (kept > 0 && goes_on(i, d.lines[kept - 1])) {
            d.lines[kept - 1].text.end = d.lines[i].text.end;
            if (d.lines[i].indent > 0) work.spaced.push_back(d.lines[i].text.begin);
        } else {
            d.lines[kept++] = d.lines[i];
        }
        now_at[i] = static_cast<std::uint32_t>(kept - 1);
    }
    if (kept == d.lines.size()) return;
    d.lines.resize(kept);
    for (Piece& piece : d.pieces) piece.line = now_at[piece.line];
}

}  // namespace broadsheet::repair_stage
