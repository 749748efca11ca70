#include "repair/columns_stream.hpp"

#include <algorithm>
#include <utility>

#include "language/cues.hpp"
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

enum class Move : std::uint8_t { go_on, go_on_end, begin, alone };

struct Option {
    float cost = 0;
    std::uint32_t state = 0;
    std::uint8_t rank = 0;
    Move move = Move::go_on;
};

class Search {
public:
    Search(const Document& d, const std::vector<Strip>& strips, const Splits& splits, const Pairs& pairs)
        : d_(d), strips_(strips), splits_(splits), pairs_(pairs) {}

    Dealing run() {
        beam_.assign(1, State());
        for (std::uint32_t i = 0; i < strips_.size(); ++i) {
            std::vector<State> next;
            const auto start = beam_;
            for (const Split& split : splits_.of(i)) {
                beam_ = start;
                for (State& s : beam_) s.cost += split.cost;
                for (std::uint8_t c = 0; c < split.count; ++c) put(split.first + c, strips_[i].row);
                next.insert(next.end(), beam_.begin(), beam_.end());
            }
            beam_.swap(next);
            if (splits_.of(i).size() > 1) prune();
        }
        return best();
    }

private:
    float joint(std::uint32_t above, std::uint32_t below) {
        for (const auto& [cell, cost] : known_)
            if (cell == above) return cost;
        const float cost = follow(d_, pairs_, splits_.cell(above), splits_.cell(below));
        known_.emplace_back(above, cost);
        return cost;
    }

    // The cost of this column for a cell, by the column of the cell before: the left one of two stays the left one, and
    // where gutters are narrow two full lines of one row share a line.
    float side(const State& s, const Open& open, const Cell& cell) const {
        const Open* last = s.rounds.last();
        if (!last || last == &open) return 0;
        if (cell.joined)
            return s.rounds.right_of(open, *last) ? weight::wrong_side
                   : s.rounds.before_last(open)   ? weight::wrong_order
                                                  : 0;
        const Cell& before = splits_.cell(steps_[s.trace].cell);
        const bool full = before.room - (before.indented ? weight::indent : 0) < weight::parted_from;
        if (!splits_.narrow() || !full || cell.room >= weight::indent - weight::fit_slack) return 0;
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

    void put(std::uint32_t index, int row) {
        const Cell& cell = splits_.cell(index);
        options_.clear();
        known_.clear();
        for (std::uint32_t i = 0; i < beam_.size(); ++i) {
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
                options_.push_back({s.cost + cost + across, i, 0, Move::alone});
                if (cell.head) continue;
            }
            const auto known = options_.size();
            const bool waiting = s.rounds.waiting();
            for (std::uint8_t r = 0; r < s.rounds.count(); ++r) {
                const Open& open = s.rounds.open(r);
                if (s.rounds.in_row(open)) continue;
                const float cost = base + side(s, open, cell) + joint(open.cell, index);
                options_.push_back({cost + s.rounds.passing(r, true, splits_.narrow()), i, r, Move::go_on});
                if (waiting && !open.waits)
                    options_.push_back({cost + s.rounds.passing(r, false, splits_.narrow()), i, r, Move::go_on_end});
            }
            if (!s.rounds.full()) options_.push_back({fresh + beginning(s), i, 0, Move::begin});
            // Where no column is left for it, whatever it is stands alone.
            if ((cell.room > weight::headline_room && !cell.ends.stops) || options_.size() == known)
                options_.push_back({fresh + weight::scrap_line, i, 0, Move::alone});
        }
        const auto keep = std::min<std::size_t>(options_.size(), weight::beam * 2);
        std::partial_sort(options_.begin(), options_.begin() + static_cast<std::ptrdiff_t>(keep), options_.end(),
                          [](const Option& a, const Option& b) {
                              return a.cost != b.cost     ? a.cost < b.cost
                                     : a.state != b.state ? a.state < b.state
                                     : a.move != b.move   ? a.move < b.move
                                                          : a.rank < b.rank;
                          });
        std::vector<State> next;
        for (std::size_t o = 0; o < keep && options_[o].cost < options_[0].cost + weight::beam_width; ++o)
            next.push_back(after(options_[o], index));
        beam_.swap(next);
        prune();
    }

    State after(const Option& option, std::uint32_t cell) {
        State s = beam_[option.state];
        s.cost = option.cost;
        Step step{s.trace, cell, none, option.move == Move::alone};
        s.began = option.move >= Move::begin;
        const bool joined = splits_.cell(cell).joined;
        switch (option.move) {
            case Move::go_on:
            case Move::go_on_end:
                step.above = s.rounds.open(option.rank).cell;
                s.rounds.go_on(option.rank, cell, joined, option.move == Move::go_on);
                break;
            case Move::begin:
                s.rounds.begin(cell, joined, beam_[option.state].began && splits_.cell(cell).ends.stops);
                break;
            case Move::alone:
                s.rounds.stand_alone();
                break;
        }
        s.trace = static_cast<std::uint32_t>(steps_.size());
        steps_.push_back(step);
        s.hash = s.rounds.hash() * 2 + s.began;
        return s;
    }

    // Of states in which the same columns stand open the cheapest one.
    void prune() {
        std::sort(beam_.begin(), beam_.end(), [](const State& a, const State& b) {
            return a.cost != b.cost ? a.cost < b.cost : a.trace < b.trace;
        });
        std::size_t to = 0;
        for (std::size_t i = 0; i < beam_.size() && to < weight::beam; ++i) {
            if (beam_[i].cost > beam_[0].cost + weight::beam_width) break;
            bool known = false;
            for (std::size_t k = 0; !known && k < to; ++k)
                known = beam_[k].hash == beam_[i].hash && beam_[k].rounds == beam_[i].rounds;
            if (known) continue;
            if (to != i) beam_[to] = beam_[i];
            ++to;
        }
        beam_.resize(to);
    }

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

    const Document& d_;
    const std::vector<Strip>& strips_;
    const Splits& splits_;
    const Pairs& pairs_;
    std::vector<State> beam_;
    std::pair<std::uint32_t, std::uint32_t> named_{none, 0};  // a cell, and the cues of names in it
    std::vector<Option> options_;
    std::vector<std::pair<std::uint32_t, float>> known_;  // joints with the cell that is put now
    std::vector<Step> steps_;
};

}  // namespace

Dealing deal(const Document& document, const std::vector<Strip>& strips, const Splits& splits, const Pairs& pairs) {
    return Search(document, strips, splits, pairs).run();
}

float straight_cost(const Document& document, std::size_t strips, const Splits& splits, const Pairs& pairs) {
    float cost = 0;
    const Cell* above = nullptr;
    for (std::size_t i = 0; i < strips; ++i) {
        const Split& split = splits.whole(i);
        const Cell& cell = splits.cell(split.first);
        cost += split.cost;
        if (cell.head) {
            cost += weight::head_line;
            continue;
        }
        cost += cell.cost;
        if (above) cost += follow(document, pairs, *above, cell);
        above = &cell;
    }
    return cost;
}

}  // namespace broadsheet::repair_stage
