#include "repair/columns_stream.hpp"

#include <algorithm>
#include <bitset>
#include <limits>
#include <utility>

#include "language/cues.hpp"
#include "repair/columns_options.hpp"
#include "repair/columns_rounds.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

struct State {
    float cost = 0;
    std::uint32_t trace = none;  // the last step of the way here
    std::uint32_t hash = 0;      // of what stands open
    int row = 0;                 // of the page, of the last cell
    bool began = true;           // the last cell stood alone or began a column
    Rounds rounds;
};

// A cell and the one above it in its column.
struct Step {
    std::uint32_t before = none;
    std::uint32_t cell = none;
    std::uint32_t above = none;
    bool alone = false;
};

class Search {
public:
    Search(const Document& d, const std::vector<Strip>& strips, const Splits& splits, const Pairs& pairs)
        : d_(d), strips_(strips), splits_(splits), pairs_(pairs), narrow_(splits.narrow()), joints_(splits.cells()) {}

    Dealing run() {
        beam_.assign(1, State());
        std::vector<State> start, all;
        for (std::uint32_t i = 0; i < strips_.size(); ++i) {
            const auto& ways = splits_.of(i);
            if (ways.size() == 1) {
                put(ways.front(), strips_[i].row);
                continue;
            }
            start = beam_;
            all.clear();
            for (const Split& split : ways) {
                beam_ = start;
                put(split, strips_[i].row);
                all.insert(all.end(), beam_.begin(), beam_.end());
            }
            std::sort(all.begin(), all.end(), [](const State& a, const State& b) {
                return a.cost != b.cost ? a.cost < b.cost : a.trace < b.trace;
            });
            next_.clear();
            for (const State& s : all) {
                if (next_.size() == weight::beam || s.cost > all.front().cost + weight::beam_width) break;
                next_.place(s);
                next_.add();
            }
            beam_.swap(next_.states());
        }
        return best();
    }

private:
    void put(const Split& split, int row) {
        for (State& s : beam_) s.cost += split.cost;
        for (std::uint8_t c = 0; c < split.count; ++c) put(split.first + c, row);
    }

    // The cost of a column's last cell being followed by the one that is put now: many states ask for the same.
    float joint(std::uint32_t above, std::uint32_t below) {
        auto& [asked, cost] = joints_[above];
        if (asked != below) {
            asked = below;
            cost = follow(d_, pairs_, splits_.cell(above), splits_.cell(below));
        }
        return cost;
    }

    // The cost of this column for a cell, by the column of the cell before: the left one of two stays the left one, and
    // where gutters are narrow two full lines of one row share a line.
    float side(const State& s, const Open* last, const Open& open, const Cell& cell) const {
        if (!last || last == &open) return 0;
        if (cell.joined)
            return s.rounds.right_of(open, *last) ? weight::wrong_side
                   : s.rounds.before_last(open)   ? weight::wrong_order
                                                  : 0;
        const Cell& before = splits_.cell(steps_[s.trace].cell);
        const bool full = before.room - (before.indented ? weight::indent : 0) < weight::parted_from;
        if (!narrow_ || !full || cell.room >= weight::indent - weight::fit_slack) return 0;
        return s.rounds.right_of(*last, open) ? weight::parted_full : 0;
    }

    // A byline stands by itself.
    bool names(std::uint32_t index) {
        const Cell& cell = splits_.cell(index);
        if (cell.room < weight::headline_room - weight::fit_slack || cell.ends.stops || cell.joined) return false;
        if (named_.first != index)
            named_ = {index, language::cues(d_.text.view(cell.text)) & (language::Cue::byline | language::Cue::credit)};
        return named_.second != 0;
    }

    static float beginning(const State& s) {
        if (s.rounds.count() == 0) return s.trace == none ? 0 : weight::first_begins;
        return s.began ? weight::more_begin : s.rounds.young() ? weight::early_begin : weight::column_begins;
    }

    void offer(float cost, std::size_t state, Move move, std::uint8_t rank = 0) {
        // The beam will not reach so far, whatever else is offered.
        if (cost >= least_ + weight::beam_width) return;
        least_ = std::min(least_, cost);
        options_.emplace_back(cost, state, move, rank);
    }

    void put(std::uint32_t index, int row) {
        const Cell& cell = splits_.cell(index);
        options_.clear();
        least_ = std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < beam_.size(); ++i) {
            State& s = beam_[i];
            if (!cell.joined && (row == 0 || row != s.row)) s.rounds.new_row();
            s.row = row;
            // What stands beside a column in one line is another one.
            const bool beside = cell.joined && s.trace != none && steps_[s.trace].alone;
            const float base = s.cost + cell.cost + (beside ? weight::beside_alone : 0);
            // A mark that cannot begin a line begins no column.
            const float fresh = base + (cell.ends.bad_start ? weight::bad_start : 0);
            // Before the columns stand their headline and byline.
            const bool first = s.rounds.count() == 0;
            if (cell.head || (first && !cell.joined)) {
                const float cost = cell.head                           ? weight::head_line
                                   : names(index)                      ? weight::head_byline
                                   : cell.indented                     ? weight::head_indented
                                   : cell.room > weight::headline_room ? weight::head_short
                                                                       : weight::head_full;
                // The rows of a headline: a word may lie across two of them.
                const bool below = first && s.trace != none && cell.room > weight::headline_room && !cell.ends.stops;
                const float across = below ? std::min(0.0F, joint(steps_[s.trace].cell, index)) : 0;
                offer(s.cost + cost + across, i, Move::alone);
                if (cell.head) continue;
            }
            bool placed = false;
            const bool waiting = s.rounds.waiting();
            const Open* const last = s.rounds.last();
            Passing passing(s.rounds, waiting, narrow_);
            for (std::uint8_t r = 0; r < s.rounds.count(); ++r, passing.next()) {
                const Open& open = s.rounds.open(r);
                if (s.rounds.in_row(open)) continue;
                placed = true;
                const float cost = base + side(s, last, open, cell) + joint(open.cell, index);
                offer(cost + passing.cost(true), i, Move::go_on, r);
                if (waiting && !open.waits) offer(cost + passing.cost(false), i, Move::go_on_end, r);
            }
            if (!s.rounds.full()) offer(fresh + beginning(s), i, Move::begin);
            placed = placed || !s.rounds.full();
            // Where no column is left for it, whatever it is stands alone.
            if ((cell.room > weight::headline_room && !cell.ends.stops) || !placed)
                offer(fresh + weight::scrap_line, i, Move::alone);
        }
        keep_best(index);
    }

    // The cheapest options become the beam: of states in which the same columns stand open the cheapest one.
    void keep_best(std::uint32_t cell) {
        sorter_.start(options_, least_);
        next_.clear();
        for (std::size_t tried = 0; tried < weight::beam * 2 && next_.size() < weight::beam; ++tried) {
            const Option* const next = sorter_.next();
            if (!next) break;
            const Option option = *next;
            State& s = next_.place(beam_[option.state()]);
            advance(s, option, cell);
            if (!next_.add()) continue;
            const State& before = beam_[option.state()];
            const bool goes_on = option.move() < Move::begin;
            steps_.push_back({before.trace, cell, goes_on ? before.rounds.open(option.rank()).cell : none,
                              option.move() == Move::alone});
            s.trace = static_cast<std::uint32_t>(steps_.size() - 1);
        }
        beam_.swap(next_.states());
    }

    void advance(State& s, const Option& option, std::uint32_t cell) const {
        const bool joined = splits_.cell(cell).joined;
        switch (option.move()) {
            case Move::go_on:
            case Move::go_on_end:
                s.rounds.go_on(option.rank(), cell, joined, option.move() == Move::go_on);
                break;
            case Move::begin:
                s.rounds.begin(cell, joined, s.began && splits_.cell(cell).ends.stops);
                break;
            case Move::alone:
                s.rounds.stand_alone();
                break;
        }
        s.cost = option.cost();
        s.began = option.move() >= Move::begin;
        s.hash = s.rounds.hash() * 2 + s.began;
    }

    // States that differ in what stands open, the cheapest ones first.
    class Distinct {
    public:
        void clear() {
            states_.clear();
            hashes_.clear();
            seen_.reset();
        }
        [[nodiscard]] std::size_t size() const { return hashes_.size(); }
        [[nodiscard]] std::vector<State>& states() { return states_; }
        // A copy of a state, to be changed and then added.
        State& place(const State& state) {
            states_.reserve(weight::beam);
            return states_.emplace_back(state);
        }
        // Adds what was placed last; false if the same columns stand open in one that is there.
        bool add() {
            const State& state = states_.back();
            if (has(state)) {
                states_.pop_back();
                return false;
            }
            hashes_.push_back(state.hash);
            seen_.set(state.hash % seen_.size());
            return true;
        }

    private:
        [[nodiscard]] bool has(const State& state) const {
            if (!seen_[state.hash % seen_.size()]) return false;
            for (std::size_t i = 0; i < hashes_.size(); ++i)
                if (hashes_[i] == state.hash && states_[i].rounds == state.rounds) return true;
            return false;
        }

        std::vector<State> states_;
        std::vector<std::uint32_t> hashes_;  // of the states: most comparisons end here
        std::bitset<4096> seen_;             // ... or even before, by their low bits
    };

    [[nodiscard]] Dealing best() const {
        Dealing out;
        float least = 0;
        const State* last = nullptr;
        for (const State& s : beam_) {
            float cost = s.cost;
            for (std::uint8_t r = 0; r < s.rounds.count(); ++r)
                cost += s.rounds.open(r).single ? weight::single_cell : 0;
            if (!last || cost < least) least = cost, last = &s;
        }
        out.cost = least;
        std::vector<const Step*> way;
        for (auto t = last ? last->trace : none; t != none; t = steps_[t].before) way.push_back(&steps_[t]);
        std::vector<std::uint32_t> stack_of(splits_.cells(), none);
        std::reverse(way.begin(), way.end());
        for (const Step* step : way) {
            const Step& s = *step;
            if (s.above == none) {
                stack_of[s.cell] = static_cast<std::uint32_t>(out.stacks.size());
                out.stacks.push_back({{}, s.alone});
            } else {
                stack_of[s.cell] = stack_of[s.above];
            }
            out.stacks[stack_of[s.cell]].cells.push_back(s.cell);
        }
        return out;
    }

    // What a cell costs below another one.
    struct Joint {
        std::uint32_t below = none;
        float cost = 0;
    };

    const Document& d_;
    const std::vector<Strip>& strips_;
    const Splits& splits_;
    const Pairs& pairs_;
    const bool narrow_;
    std::pair<std::uint32_t, std::uint32_t> named_{none, 0};  // a cell, and the cues of names in it
    std::vector<State> beam_;
    Distinct next_;
    std::vector<Option> options_;
    Sorter sorter_;
    float least_ = 0;            // cost of the cheapest of them
    std::vector<Joint> joints_;  // by the cell above
    std::vector<Step> steps_;
};

}  // namespace

Dealing deal(const Document& document, const std::vector<Strip>& strips, const Splits& splits, const Pairs& pairs) {
    return Search(document, strips, splits, pairs).run();
}

}  // namespace broadsheet::repair_stage
