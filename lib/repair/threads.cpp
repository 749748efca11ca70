// Threads: a column break, a caption or a false blank line tears a paragraph into fragments. The ends that are open
// are matched with the starts that are open, over the page, by the sum of the evidence.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "core/chars.hpp"
#include "core/matching.hpp"
#include "language/cues.hpp"
#include "repair/above_torn.hpp"
#include "repair/draft_columns.hpp"
#include "repair/thread_ends.hpp"
#include "repair/thread_joints.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::thread;
using language::Cue;

// Evidence on which what stands below a second half follows it; Chinese has no capitals to tell a beginning.
constexpr float sure = 6.5F, sure_cjk = 13;
constexpr float sure_top = 5.8F;     // at the head of a column
constexpr std::uint32_t ahead = 60;  // drafts within which a fragment's other half is sought
constexpr std::uint32_t behind = 30;
constexpr std::uint32_t texts = 6;  // running texts among them

class Threads {
public:
    explicit Threads(Work& work) : w_(work), ends_(work), joints_(work, ends_, columns_) {}

    // Drafts of headlines that stood right on the second part of a paragraph.
    [[nodiscard]] std::vector<Above> run() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        std::vector<bool> texts_run(count);
        for (std::uint32_t i = 0; i < count; ++i) texts_run[i] = running(i);
        columns_ = columns_of_drafts(w_, texts_run);
        find_edges();
        if (std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return joints_.from_column_to_column(e); }))
            joints_.count_in_columns();
        for (auto& edge : edges_) edge.score = joints_.judge(edge).sum();
        if (w_.options.explain) tell_rejected();
        edges_.erase(std::remove_if(edges_.begin(), edges_.end(), [](const Edge& e) { return e.score <= 0; }),
                     edges_.end());
        auto chosen = best_matching(std::move(edges_), count);
        auto above = part_headlines(w_, chosen, ends_.ends());
        heads_.resize(count);
        std::iota(heads_.begin(), heads_.end(), 0U);
        for (const auto& edge : chosen) link(edge);
        for (std::uint32_t i = 0; i < count; ++i) flag(i);
        return above;
    }

private:
    [[nodiscard]] bool running(std::uint32_t i) {
        return ends_.eligible(w_.drafts[i]) && w_.drafts[i].shape == Shape::text && !is_caption(i);
    }

    void find_edges() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        constexpr float least = -3;  // no joint can make up for more
        for (std::uint32_t i = 0; i < count; ++i) {
            if (ends_.end(i) < least) continue;
            std::uint32_t skipped = 0;
            for (std::uint32_t j = i + 1; j < count && j - i <= ahead; ++j) {
                if (!ends_.eligible(w_.drafts[j])) continue;
                if (!ask(i, j, skipped)) break;
                if (running(j)) ++skipped;
            }
            if (ends_.end(i) < 1.5F) continue;
            skipped = 0;
            for (std::uint32_t j = i; j-- > 0 && i - j <= behind;) {
                if (!ends_.eligible(w_.drafts[j]) || w_.drafts[j].shape == Shape::row) continue;
                if (!ask(i, j, skipped++)) break;
            }
        }
        joints_.count_on_page();
    }

    // Is it Western text, wrapped at a column's width?
    [[nodiscard]] bool in_column(std::uint32_t i) const {
        return w_.measure[w_.head(w_.drafts[i]).line] != 0 && !w_.head_facts(w_.drafts[i]).has(cjk);
    }

    // Does a column begin with it?
    [[nodiscard]] bool tops_column(std::uint32_t i) const {
        const auto line = w_.head(w_.drafts[i]).line;
        if (line == 0) return true;
        const Line &x = w_.d.lines[line - 1], &y = w_.d.lines[line];
        return y.gap > 0 || y.frame != x.frame || y.page != x.page;
    }

    // What stands in a column and is no part of its text.
    bool is_caption(std::uint32_t j) {
        const Draft& d = w_.drafts[j];
        constexpr std::uint32_t longest = 80;
        return d.size <= longest && d.last - d.first < 4 &&
               (w_.cues(w_.head(d).line) & (Cue::caption | Cue::credit) || w_.cues(w_.tail(d).line) & Cue::credit);
    }

    // False if nothing farther away is to be asked for.
    bool ask(std::uint32_t i, std::uint32_t j, std::uint32_t skipped) {
        const bool on = j > i && columns_.foot[i];  // to the top of a column farther on
        if (on && columns_.top[j] && columns_.of[j] > columns_.of[i])
            skipped = std::min(skipped, columns_.of[j] - columns_.of[i] - 1);
        if (skipped >= texts) return on;
        offer(i, j, skipped);
        return true;
    }

    void offer(std::uint32_t i, std::uint32_t j, std::uint32_t skipped) {
        // Is there hope, should all that is not known yet speak for it? A joint says little where a sentence ends.
        const float hope = ends_.end(i) + ends_.start(j) + weight::skipped.weight * static_cast<float>(skipped) +
                           (j < i ? weight::backward.weight : 0);
        const float best =
            ends_.end(i) < 0 && w_.tail_facts(w_.drafts[i]).has(ends_sentence) && ends_.balance(i).open == 0 ? 1.0F
                                                                                                             : 7.0F;
        if (hope + best <= 0) return;
        const Edge edge{i, j, 0, static_cast<float>(skipped)};
        // The same once more with all that is known without a look at the page's words.
        if (!w_.options.explain && joints_.most(edge) <= 0) return;
        edges_.push_back(edge);
        joints_.ask(i, j);
    }

    // What a draft might have gone on from, and why it does not: the likeliest few.
    void tell_rejected() {
        constexpr float far_off = -4;
        constexpr std::size_t told = 3;  // of each draft
        std::vector<Edge> rejected;
        std::copy_if(edges_.begin(), edges_.end(), std::back_inserter(rejected),
                     [](const Edge& e) { return e.score > far_off && e.score <= 0; });
        std::stable_sort(rejected.begin(), rejected.end(),
                         [](const Edge& a, const Edge& b) { return a.to != b.to ? a.to < b.to : a.score > b.score; });
        std::size_t count = 0;
        for (std::size_t i = 0; i < rejected.size(); ++i) {
            const Edge& edge = rejected[i];
            count = i > 0 && rejected[i - 1].to == edge.to ? count + 1 : 1;
            if (count <= told)
                w_.explain(w_.head(w_.drafts[edge.to]).line,
                           "does not go on from line " + line_of(edge) + ": " + joints_.judge(edge).why());
        }
    }

    [[nodiscard]] std::string line_of(const Edge& edge) const {
        return std::to_string(w_.d.lines[w_.tail(w_.drafts[edge.from]).line].number);
    }

    void link(const Edge& edge) {
        // Never a circle: the chain that ends here must not begin there.
        auto head = edge.from;
        for (; heads_[head] != head; head = heads_[head]) heads_[head] = heads_[heads_[head]];
        if (head == edge.to) return;
        heads_[edge.to] = head;
        w_.drafts[edge.from].next = edge.to;
        w_.drafts[edge.to].previous = edge.from;
        // Once it is chosen, how far it stands says nothing more.
        const auto first = w_.head(w_.drafts[edge.to]).line;
        float evidence = edge.score - weight::skipped.weight * edge.skipped;
        const bool top = in_column(edge.to) && tops_column(edge.to);
        if (top) evidence -= weight::passed.weight * ThreadJoints::passed(edge);
        const float needed = w_.facts[first].has(cjk) ? sure_cjk : top ? sure_top : sure;
        w_.drafts[edge.to].leads = evidence > needed && w_.d.lines[first].frame == 0;
        if (w_.options.explain) {
            w_.explain(w_.head(w_.drafts[edge.to]).line,
                       "goes on from line " + line_of(edge) + ": " + joints_.judge(edge).why());
        }
    }

    void flag(std::uint32_t i) {
        Draft& d = w_.drafts[i];
        if (!ends_.eligible(d) || d.shape != Shape::text) return;
        if (d.next == none && ends_.end(i) > 2) d.ends_open = true;
        if (d.previous != none) return;
        const Facts& a = w_.head_facts(d);
        d.starts_open = a.has(starts_close) || (a.has(starts_lower) && !a.has(cjk)) || ends_.start(i) > 1.4F;
    }

    Work& w_;
    ThreadEnds ends_;
    DraftColumns columns_;
    ThreadJoints joints_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> heads_;  // of each draft: one before it in its chain, or itself
};

}  // namespace

void threads(Work& work) {
    set_above(work, Threads(work).run());
    follow_threads(work);
}

}  // namespace broadsheet::repair_stage
