// A Chinese headline over two columns: an extractor that reads column by column sets it right on the second one, where
// the text of the first goes on. What the first column leaves open, and the line below the headline closes, tells it.
#include "repair/above_torn.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "repair/draft_columns.hpp"
#include "repair/edges.hpp"
#include "repair/line_above.hpp"
#include "repair/measure.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace line_weight = weight::line_above;
namespace weight = weight::above_torn;

constexpr std::uint32_t reach = 6;  // columns
constexpr float sure = 20;          // what stands below goes on too

class AboveTorn {
public:
    AboveTorn(Work& work, std::vector<Edge>& edges, const std::vector<float>& ends)
        : w_(work), edges_(edges), ends_(ends) {}

    std::vector<Above> run() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        std::vector<bool> running(count);
        for (std::uint32_t i = 0; i < count; ++i)
            running[i] = !w_.drafts[i].dropped && w_.drafts[i].shape == Shape::text;
        columns_ = columns_of_drafts(w_, running);
        from_.assign(count, 0);
        to_.assign(count, 0);
        for (const Edge& edge : edges_) from_[edge.from] = to_[edge.to] = edge.score;
        std::vector<Above> above;
        for (std::uint32_t j = 1; j < count; ++j)
            if (running[j] && column_breaks(w_, j) && possible(j))
                if (const auto open = open_before(j); open != none) above.push_back({cut(open, j), top_of(open)});
        return above;
    }

private:
    // Does a draft begin with a line that may be a headline?
    [[nodiscard]] bool possible(std::uint32_t j) {
        const Draft& d = w_.drafts[j];
        if (d.last - d.first < 2) return false;
        const Facts& f = w_.head_facts(d);
        const auto text = w_.d.text.view(w_.head(d).text);
        const auto line = w_.head(d).line;
        return f.has(cjk) && w_.measure[line] && w_.d.lines[line].frame == 0 && text.size() <= longest_line_above &&
               !f.has(ends_sentence | ends_comma | ends_colon | starts_close | has_stop | long_line) &&
               !(w_.cues(line) & no_headline);
    }

    // Does a draft stop in mid-sentence at the foot of its column?
    [[nodiscard]] bool is_open(std::uint32_t i) const {
        const Draft& d = w_.drafts[i];
        const Facts& f = w_.tail_facts(d);
        return columns_.foot[i] && d.tail > 0 && f.has(cjk) && !f.has(ends_sentence | ends_close);
    }

    // The draft before that goes on below the first line of draft j.
    std::uint32_t open_before(std::uint32_t j) {
        auto best = none;
        float most = 0;
        for (auto i = j; i-- > 0 && columns_.of[j] - columns_.of[i] <= reach;) {
            if (columns_.of[i] == columns_.of[j]) continue;
            if (!is_open(i) ||
                w_.d.lines[w_.tail(w_.drafts[i]).line].page != w_.d.lines[w_.head(w_.drafts[j]).line].page)
                continue;
            const Evidence e = judge(i, j);
            if (w_.options.explain && e.sum() > -4)
                w_.explain(w_.head(w_.drafts[j]).line,
                           "torn text below this line, from line " +
                               std::to_string(w_.d.lines[w_.tail(w_.drafts[i]).line].number) + ": " + e.why());
            if (e.sum() <= most) continue;
            most = e.sum();
            best = i;
        }
        return best;
    }

    Evidence judge(std::uint32_t i, std::uint32_t j) const {
        Evidence e(w_.options.explain);
        const Draft& d = w_.drafts[j];
        const Piece &row = w_.head(d), &next = w_.pieces[d.first + 1];
        const auto open = w_.d.text.view(w_.tail(w_.drafts[i]).text), line = w_.d.text.view(row.text),
                   below = w_.d.text.view(next.text);
        e.add(weight::above);
        e.add(weight::open, ends_[i]);
        e.add(weight::other_threads, std::max(0.0F, from_[i]) + std::max(0.0F, to_[j]));
        e.add(weight::next_width, indented(w_, next.line));
        e.add(weight::skipped, static_cast<float>(columns_.of[j] - columns_.of[i] - 1));
        add_line_above(e, w_.facts[row.line], line);
        if (first_clause(below) <= 1) e.add(weight::clause_tiny);
        if (e.sum() + weight::word.weight <= 0) return e;
        if (one_word_across(open, below)) e.add(weight::word);
        if (one_word_across(line, below)) e.add(line_weight::goes_on);
        if (one_word_across(open, line)) e.add(weight::goes_on_before);
        return e;
    }

    // The first draft of the column of draft i.
    [[nodiscard]] std::uint32_t top_of(std::uint32_t i) const {
        while (i > 0 && !columns_.top[i]) --i;
        return i;
    }

    // Draft j without its first line goes on from draft i. The new draft of that line.
    std::uint32_t cut(std::uint32_t i, std::uint32_t j) {
        const Piece row = w_.head(w_.drafts[j]);
        w_.display[row.line] = true;
        Draft head;
        head.first = static_cast<std::uint32_t>(w_.pieces.size());
        w_.pieces.push_back(row);
        head.last = head.first + 1;
        describe(w_, head);
        Draft& d = w_.drafts[j];
        ++d.first;
        d.size -= row.text.size();
        std::erase_if(edges_, [&](const Edge& edge) { return edge.from == i || edge.to == j; });
        edges_.push_back({i, j, sure, 0});
        from_[i] = to_[j] = sure;
        if (w_.options.explain)
            w_.explain(row.line, "headline right on the second part of the text that line " +
                                     std::to_string(w_.d.lines[w_.tail(w_.drafts[i]).line].number) + " leaves open");
        w_.drafts.push_back(head);
        return static_cast<std::uint32_t>(w_.drafts.size() - 1);
    }

    Work& w_;
    std::vector<Edge>& edges_;
    const std::vector<float>& ends_;
    std::vector<float> from_, to_;  // of each draft: evidence of the edge that leaves it, and of the one to it
    DraftColumns columns_;
};

}  // namespace

std::vector<Above> part_headlines(Work& work, std::vector<Edge>& edges, const std::vector<float>& ends) {
    return AboveTorn(work, edges, ends).run();
}

void set_above(Work& work, std::vector<Above> above) {
    if (above.empty()) return;
    std::stable_sort(above.begin(), above.end(), [](const Above& a, const Above& b) { return a.text < b.text; });
    std::vector<std::uint32_t> order;
    auto next = above.begin();
    const auto count = static_cast<std::uint32_t>(work.drafts.size() - above.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        for (; next != above.end() && next->text == i; ++next) order.push_back(next->head);
        order.push_back(i);
    }
    reorder(work, order);
}

}  // namespace broadsheet::repair_stage
