#include "segment/continued.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/matching.hpp"
#include "segment/join_parts.hpp"
#include "segment/jump_parts.hpp"
#include "segment/roles.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t most_pairs = 1U << 18U;  // no issue has so many
constexpr std::uint32_t longest_way = 96;      // pages

class Continued {
public:
    Continued(Document& document, const SegmentOptions& options)
        : d_(document),
          options_(options),
          parts_(document),
          next_(document.articles.size(), none),
          before_(document.articles.size(), none) {}

    void run() {
        find_pairs();
        for (const auto& edge : best_matching(edges_, static_cast<std::uint32_t>(d_.articles.size()))) {
            next_[edge.from] = edge.to;
            before_[edge.to] = edge.from;
            if (options_.explain) explain(edge.from, edge.to);
        }
        for (std::uint32_t a = 0; a < next_.size(); ++a) resolve(a);
        Moved moved;
        for (std::uint32_t a = 0; a < next_.size(); ++a) {
            if (before_[a] != none) continue;
            for (auto b = next_[a]; b != none; b = next_[b]) join_parts(d_, parts_, a, b, moved);
        }
        std::erase_if(d_.articles, [](const Article& a) { return a.blocks.empty(); });
        remove_emptied(d_, moved);
    }

private:
    void find_pairs() {
        const auto& all = parts_.all();
        std::map<std::uint32_t, std::vector<std::uint32_t>> starts, ends;  // articles by page
        for (std::uint32_t a = 0; a < all.size(); ++a) {
            starts[all[a].arrives.index == none ? all[a].first_page : all[a].arrives.page].push_back(a);
            ends[all[a].leaves.index == none ? all[a].last_page : all[a].leaves.page].push_back(a);
        }
        const auto near = [](const auto& pages, std::uint32_t page, const auto& use) {
            const auto last = pages.upper_bound(page + longest_way);
            for (auto p = pages.lower_bound(page - std::min(page, longest_way)); p != last; ++p)
                for (const auto other : p->second) use(other);
        };
        for (std::uint32_t a = 0; a < all.size(); ++a) {
            if (all[a].leaves.index != none) near(starts, all[a].leaves.page, [&](std::uint32_t b) { weigh(a, b); });
            if (all[a].arrives.index != none)
                near(ends, all[a].arrives.page, [&](std::uint32_t other) {
                    if (all[other].leaves.index == none) weigh(other, a);
                });
        }
        if (pairs_ > most_pairs)
            d_.notes.push_back({Severity::warning, "segment", 0, 0, "too many jump lines: not all were followed"});
    }

    void weigh(std::uint32_t a, std::uint32_t b) {
        if (a == b || !may_pair(parts_.all()[a], parts_.all()[b]) || ++pairs_ > most_pairs) return;
        const float score = parts_.judge(a, b, false).sum() - weights::jump::least;
        if (score > 0) edges_.push_back({a, b, score, 0});
    }

    // One jump line is enough where it names the page of the other part.
    [[nodiscard]] bool may_pair(const ArticlePart& a, const ArticlePart& b) const {
        const bool leaves = a.leaves.index != none, arrives = b.arrives.index != none;
        if (leaves && arrives) return true;
        if (a.last_text == none || b.first_text == none || a.last_page == b.first_page) return false;
        if (leaves) return parts_.labels().agrees(b.first_page, a.leaves.label) > 0;
        return arrives && parts_.labels().agrees(a.last_page, b.arrives.label) > 0;
    }

    // Says of the jump lines of an article whether they led anywhere. Parts in a circle have no first one.
    void resolve(std::uint32_t a) {
        auto head = a;
        for (std::size_t steps = 0; before_[head] != none; head = before_[head])
            if (++steps > before_.size()) {
                next_[before_[a]] = none;
                before_[a] = none;
                break;
            }
        const ArticlePart& part = parts_.all()[a];
        report(a, part.leaves, next_[a] != none);
        report(a, part.arrives, before_[a] != none);
    }

    void report(std::uint32_t a, const JumpMark& mark, bool found) {
        if (mark.index == none) return;
        Jump& jump = d_.articles[a].jumps[mark.index];
        jump.resolved = found;
        if (found || mark.refers) return;
        d_.notes.push_back({Severity::warning, "segment", jump.page, jump.line,
                            &mark == &parts_.all()[a].leaves
                                ? fmt::format("jump line: no text found that {} goes on with", d_.articles[a].id)
                                : fmt::format("jump line: no text found that {} goes on from", d_.articles[a].id)});
    }

    void explain(std::uint32_t a, std::uint32_t b) {
        const ArticlePart& second = parts_.all()[b];
        const auto line = second.arrives.index == none ? 0 : d_.articles[b].jumps[second.arrives.index].line;
        d_.notes.push_back({Severity::info, "segment", second.first_page, line,
                            fmt::format("{} goes on with {}: {}", d_.articles[a].id, d_.articles[b].id,
                                        parts_.judge(a, b, true).why())});
    }

    Document& d_;
    const SegmentOptions& options_;
    JumpParts parts_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> next_, before_;  // of each article: the one that it goes on with, and from
    std::size_t pairs_ = 0;
};

}  // namespace

void join_continued(Document& d, const SegmentOptions& options) {
    if (d.pages.size() < 2 ||
        std::all_of(d.articles.begin(), d.articles.end(), [](const Article& a) { return a.jumps.empty(); }))
        return;
    Continued(d, options).run();
}

}  // namespace broadsheet::segment_stage
