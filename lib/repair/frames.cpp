// Where a paragraph goes on at the top of another column, what stands below it in that column follows too: the lines of
// a column stay together, in whatever order the extractor wrote the columns.
#include "language/cues.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

using language::Cue;

class Frames {
public:
    explicit Frames(Work& work) : w_(work) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        bool any = false;
        for (std::uint32_t i = 0; i < count && !any; ++i) any = w_.drafts[i].next != none && w_.drafts[i].next != i + 1;
        if (!any) return;
        find_tops();
        emitted_.assign(count, false);
        for (std::uint32_t i = 0; i < count; ++i)
            if (!waits(i)) emit(i);
        for (std::uint32_t i = 0; i < count; ++i) emit(i);
        reorder(w_, order_);
    }

private:
    // Does it stand below the draft before it, with no blank line, heading or beginning of a report between?
    [[nodiscard]] bool below(std::uint32_t i) {
        const Draft &a = w_.drafts[i - 1], &b = w_.drafts[i];
        if (a.dropped || b.dropped || a.shape != Shape::text || b.shape != Shape::text) return false;
        const auto last = w_.tail(a).line, first = w_.head(b).line;
        const Line &x = w_.d.lines[last], &y = w_.d.lines[first];
        if (y.gap > 0 || x.frame != y.frame || x.page != y.page || last + 1 != first) return false;
        return !(w_.cues(first) & (Cue::lead | Cue::byline | Cue::jump_from));
    }

    // Of each draft the topmost of its column, or that below which a paragraph goes on.
    void find_tops() {
        top_.resize(w_.drafts.size());
        for (std::uint32_t i = 0; i < top_.size(); ++i)
            top_[i] = i > 0 && w_.drafts[i].previous == none && below(i) ? top_[i - 1] : i;
    }

    // Does it stand below the second half of a paragraph whose first half comes later?
    [[nodiscard]] bool waits(std::uint32_t i) const {
        const Draft& top = w_.drafts[top_[i]];
        return top.previous != none && (top.leads || top_[i] == i) && !emitted_[top.previous];
    }

    // A draft, those that go on where it stops, and what stands below these.
    void emit(std::uint32_t first) {
        std::vector<std::uint32_t> todo{first};
        while (!todo.empty()) {
            const auto i = todo.back();
            todo.pop_back();
            if (emitted_[i]) continue;
            emitted_[i] = true;
            order_.push_back(i);
            const auto below_it = i + 1;
            if (below_it < top_.size() && top_[below_it] == top_[i] && w_.drafts[top_[i]].leads)
                todo.push_back(below_it);
            if (w_.drafts[i].next != none) todo.push_back(w_.drafts[i].next);
        }
    }

    Work& w_;
    std::vector<std::uint32_t> top_;
    std::vector<bool> emitted_;
    std::vector<std::uint32_t> order_;
};

}  // namespace

void reorder(Work& w, const std::vector<std::uint32_t>& order,
             const std::vector<std::pair<std::uint32_t, std::uint32_t>>& gone) {
    std::vector<std::uint32_t> place(w.drafts.size(), none);
    for (std::uint32_t n = 0; n < order.size(); ++n) place[order[n]] = n;
    for (const auto& [draft, whole] : gone) place[draft] = place[whole];
    std::vector<Draft> drafts;
    drafts.reserve(order.size());
    for (const auto i : order) drafts.push_back(w.drafts[i]);
    for (Draft& d : drafts)
        for (auto* link : {&d.next, &d.previous, &d.kept})
            if (*link != none) *link = place[*link];
    for (CutOut& cut : w.cuts)
        if (cut.kept != none) cut.kept = place[cut.kept];
    w.drafts = std::move(drafts);
}

void follow_threads(Work& work) { Frames(work).run(); }

}  // namespace broadsheet::repair_stage
