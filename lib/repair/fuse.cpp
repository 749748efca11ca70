// A physical line that the reader had to cut (marks of Markdown, noise) is one line again: its words belong together,
// and its width is that of the whole. What was cut out stays in `dropped` and is left out of its pieces by assemble().
#include <algorithm>
#include <vector>

#include "core/chars.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

class Holes {
public:
    explicit Holes(const Document& d) : d_(d), runs_(dropped_runs(d)) {}

    // True if something was dropped between the two places, and nothing but white space stands there beside it: where
    // columns were taken apart, other parts of the line may stand elsewhere.
    [[nodiscard]] bool fill(std::uint32_t begin, std::uint32_t end) const {
        auto hole = std::lower_bound(runs_.begin(), runs_.end(), begin,
                                     [](const Run& run, std::uint32_t place) { return run.begin < place; });
        bool any = false;
        while (begin < end) {
            if (hole != runs_.end() && hole->begin == begin) {
                any = any || !hole->empty();
                begin = std::max(begin, hole++->end);
            } else if (is(d_.text.chars[begin], cls::space)) {
                ++begin;
            } else {
                return false;
            }
        }
        return any && begin == end;
    }

private:
    const Document& d_;
    std::vector<Run> runs_;
};

}  // namespace

void fuse_lines(Work& work) {
    Document& d = work.d;
    if (std::none_of(d.lines.begin(), d.lines.end(), [](const Line& line) { return line.continues; })) return;
    const Holes holes(d);
    const auto goes_on = [&](std::size_t i, const Line& whole) {
        const Line& line = d.lines[i];
        return line.continues && line.number == whole.number && line.page == whole.page && line.frame == whole.frame &&
               line.mark == whole.mark && line.text.begin >= whole.text.end &&
               holes.fill(whole.text.end, line.text.begin);
    };
    std::vector<std::uint32_t> now_at(d.lines.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < d.lines.size(); ++i) {
        if (kept > 0 && goes_on(i, d.lines[kept - 1])) {
            d.lines[kept - 1].text.end = d.lines[i].text.end;
            if (d.lines[i].indent > 0) work.spaced.push_back(d.lines[i].text.begin);
        } else {
            if (i < work.heading.size()) work.heading[kept] = work.heading[i];
            d.lines[kept++] = d.lines[i];
        }
        now_at[i] = static_cast<std::uint32_t>(kept - 1);
    }
    if (kept == d.lines.size()) return;
    d.lines.resize(kept);
    for (Piece& piece : d.pieces) piece.line = now_at[piece.line];
}

}  // namespace broadsheet::repair_stage
