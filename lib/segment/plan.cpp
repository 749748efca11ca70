#include "segment/plan.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>

#include "segment/listed.hpp"
#include "segment/row.hpp"
#include "segment/stretch.hpp"

namespace broadsheet::segment_stage {

namespace {

// The best way to part a range of the row into articles, by dynamic programming, with headlines where one habit has
// them.
class Parting {
public:
    Parting(const Row& row, const weights::Order& order, Range range)
        : row_(row), order_(order), range_(range), ends_(range.last - range.first + 1) {
        ends_.front().best = 0;
    }

    // Nothing can come of an article of at most this worth.
    [[nodiscard]] bool beats(std::size_t first, std::size_t last, float most) const {
        return sum(first, most) > end(last).best;
    }
    void offer(std::size_t first, std::size_t last, Stretch& stretch) {
        const Choice choice = stretch.evaluate(order_);
        const float score = sum(first, choice.score);
        End& e = ends_[last - range_.first];
        if (score > e.best) e = {score, static_cast<std::uint32_t>(first), choice};
    }

    [[nodiscard]] Solution solution() const {
        Solution solution{ends_.back().best, {}};
        for (auto last = range_.last; last > range_.first; last = end(last).from)
            solution.drafts.push_back(draft_of(row_, end(last).from, last, end(last).choice));
        std::reverse(solution.drafts.begin(), solution.drafts.end());
        return solution;
    }

private:
    // Where articles may end: the best of all ways to get there.
    struct End {
        float best = -std::numeric_limits<float>::infinity();
        std::uint32_t from = 0;
        Choice choice{};
    };

    [[nodiscard]] const End& end(std::size_t item) const { return ends_[item - range_.first]; }
    [[nodiscard]] float sum(std::size_t first, float score) const {
        return end(first).best + (score + (first > range_.first ? row_.parted(first) : 0.0F));
    }

    const Row& row_;
    const weights::Order& order_;
    Range range_;
    std::vector<End> ends_;  // by item behind the article, from range_.first on
};

// The planner: an article is a stretch of units; its score sums the evidence that its paragraphs belong together, that
// one of its groups of headings heads it, and that it begins and ends as articles do.
class Planner {
public:
    explicit Planner(const Row& row)
        : row_(row),
          second_order_(row.scanned() || row.placed() ? weights::order_scanned : weights::order_before),
          lists_(lists_of(row)) {}

    // Headlines here before their texts, there behind them. On pages whose headlines stand apart from all their texts,
    // as a list at the end (or at the beginning), each stretch with such a list is solved both ways and the better
    // whole is kept.
    [[nodiscard]] Solution mixed() {
        Solution solution;
        std::size_t begin = 0;
        const auto keep = [&](Solution part) {
            solution.score += part.score;
            std::move(part.drafts.begin(), part.drafts.end(), std::back_inserter(solution.drafts));
        };
        for (auto list = lists_.begin(); list != lists_.end(); ++list) {
            if (list->first < begin) continue;
            const bool leads = list->first == begin;
            const auto end = !leads                            ? list->last
                             : std::next(list) == lists_.end() ? row_.size()
                                                               : std::next(list)->first;
            Solution apart = solve_listed(row_, order, {begin, end}, *list);
            apart.score += leads ? weights::list_first : weights::list_last;
            if (apart.score <= solve({begin, end}).score) continue;  // not a list after all
            keep(std::move(apart));
            begin = end;
        }
        keep(solve({begin, row_.size()}));
        return solution;
    }

    // All headlines before their texts.
    [[nodiscard]] Solution second() {
        if (!second_) {
            second_.emplace(row_, second_order_, whole());
            part(nullptr, &*second_, whole());
        }
        return second_->solution();
    }

private:
    static constexpr const weights::Order& order = weights::order_mixed;

    [[nodiscard]] Range whole() const { return {0, row_.size()}; }

    // Headings beside their texts.
    [[nodiscard]] Solution solve(Range range) {
        Parting mixed(row_, order, range);
        const bool both = range.first == 0 && range.last == row_.size() && !second_;
        if (both) second_.emplace(row_, second_order_, range);
        part(&mixed, both ? &*second_ : nullptr, range);
        return mixed.solution();
    }

    // Looks at each stretch once for all that ask for it.
    void part(Parting* first, Parting* second, Range range) const {
        for (auto begin = range.first; begin < range.last; ++begin) {
            if (begin > range.first && !row_.edge(begin)) continue;
            Stretch stretch(row_, begin);
            const auto last = std::min(range.last, begin + longest_article);
            for (auto end = begin + 1; end <= last; ++end) {
                stretch.add(end - 1);
                if (end < range.last && !row_.edge(end)) continue;
                const float most = stretch.most();
                for (auto* parting : {first, second})
                    if (parting && parting->beats(begin, end, most)) parting->offer(begin, end, stretch);
                if (stretch.hopeless()) break;
            }
        }
    }

    const Row& row_;
    const weights::Order& second_order_;
    std::optional<Parting> second_;  // of the whole row: it costs little beside another one
    std::vector<Range> lists_;
};

bool headline_first(const Draft& d) { return d.heads.empty() || d.rest.empty() || d.heads.front() < d.rest.front(); }

}  // namespace

// A page keeps to one habit: all headlines before their texts, or here before, there behind. Each is tried and the
// better whole is kept.
std::vector<Draft> plan(const Document& document, const std::vector<Unit>& units, const PageWords& words) {
    const Row row(document, units, words);
    Planner planner(row);
    if (row.placed()) return std::move(planner.second().drafts);
    Solution mixed = planner.mixed();
    if (std::all_of(mixed.drafts.begin(), mixed.drafts.end(), headline_first)) return std::move(mixed.drafts);
    Solution before = planner.second();
    return std::move(before.score > mixed.score ? before.drafts : mixed.drafts);
}

}  // namespace broadsheet::segment_stage
