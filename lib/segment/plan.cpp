#include "segment/plan.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "segment/listed.hpp"
#include "segment/row.hpp"
#include "segment/stretch.hpp"

namespace broadsheet::segment_stage {

namespace {

// The planner: dynamic programming over the row of units. An article is a stretch of units; its score sums the
// evidence that its paragraphs belong together, that one of its groups of headings heads it, and that it begins and
// ends as articles do.
class Planner {
public:
    Planner(const Row& row, const weights::Order& order) : row_(row), order_(order), lists_(lists_of(row)) {}

    // Pages whose headlines stand apart from all their texts, as a list at the end (or at the beginning): each stretch
    // with such a list is solved both ways and the better whole is kept.
    [[nodiscard]] Solution whole() const {
        Solution solution;
        std::size_t begin = 0;
        const auto keep = [&](Solution part) {
            solution.score += part.score;
            std::move(part.drafts.begin(), part.drafts.end(), std::back_inserter(solution.drafts));
        };
        for (auto list = lists_.begin(); list != lists_.end() && order_.lists; ++list) {
            if (list->first < begin) continue;
            const bool leads = list->first == begin;
            const auto end = !leads                            ? list->last
                             : std::next(list) == lists_.end() ? row_.size()
                                                               : std::next(list)->first;
            Solution apart = solve_listed(row_, order_, {begin, end}, *list);
            apart.score += leads ? weights::list_first : weights::list_last;
            if (apart.score <= solve({begin, end}).score) continue;  // not a list after all
            keep(std::move(apart));
            begin = end;
        }
        keep(solve({begin, row_.size()}));
        return solution;
    }

private:
    // Headings beside their texts.
    [[nodiscard]] Solution solve(Range range) const {
        const auto begin = range.first, n = range.last - range.first;
        std::vector<float> best(n + 1, -std::numeric_limits<float>::infinity());
        std::vector<std::uint32_t> from(n + 1, 0);
        std::vector<Choice> choice(n + 1);
        best[0] = 0;
        for (std::size_t s = 0; s < n; ++s) {
            if (s > 0 && !row_.edge(begin + s)) continue;
            Stretch stretch(row_, order_, begin + s);
            for (std::size_t e = s + 1; e <= std::min(n, s + longest_article); ++e) {
                stretch.add(begin + e - 1);
                if (e < n && !row_.edge(begin + e)) continue;
                const Choice c = stretch.evaluate();
                const float score = c.score + (s > 0 ? row_.parted(begin + s) : 0.0F);
                if (best[s] + score > best[e]) {
                    best[e] = best[s] + score;
                    from[e] = static_cast<std::uint32_t>(s);
                    choice[e] = c;
                }
                if (stretch.hopeless()) break;
            }
        }
        Solution solution{best[n], {}};
        for (std::size_t e = n; e > 0; e = from[e])
            solution.drafts.push_back(draft_of(row_, begin + from[e], begin + e, choice[e]));
        std::reverse(solution.drafts.begin(), solution.drafts.end());
        return solution;
    }

    const Row& row_;
    const weights::Order& order_;
    std::vector<Range> lists_;
};

bool headline_first(const Draft& d) { return d.heads.empty() || d.rest.empty() || d.heads.front() < d.rest.front(); }

}  // namespace

// A page keeps to one habit: all headlines before their texts, or here before, there behind. Each is tried and the
// better whole is kept.
std::vector<Draft> plan(const Document& document, const std::vector<Unit>& units, const PageWords& words) {
    const Row row(document, units, words);
    if (row.placed()) return std::move(Planner(row, weights::order_scanned).whole().drafts);
    Solution mixed = Planner(row, weights::order_mixed).whole();
    if (std::all_of(mixed.drafts.begin(), mixed.drafts.end(), headline_first)) return std::move(mixed.drafts);
    Solution before = Planner(row, row.scanned() ? weights::order_scanned : weights::order_before).whole();
    return std::move(before.score > mixed.score ? before.drafts : mixed.drafts);
}

}  // namespace broadsheet::segment_stage
