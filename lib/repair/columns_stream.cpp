#include "repair/columns_stream.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint8_t most_open = weight::max_open;
constexpr std::uint8_t no_slot = 15;

constexpr std::uint16_t bit(std::uint8_t slot) { return static_cast<std::uint16_t>(1U << slot); }

// A column that may go on.
struct Open {
    std::uint32_t cell = none;  // its last one
    std::uint16_t right = 0;    // slots of the columns that some line shows right of it
    std::uint8_t slot = 0;
    bool single = true;   // it has one cell
    bool waits = false;   // it has had no cell in this round
    bool passed = false;  // ... and a column that comes behind it has had one
    bool missed = false;  // it had none in the round before
};

struct State {
    float cost = 0;
    std::uint32_t trace = none;  // the last step of the way here
    std::uint32_t hash = 0;      // of what stands open
    int row = 0;                 // of the page, of the last cell
    std::uint16_t in_row = 0;    // slots of columns that have a cell in this row
    std::uint8_t count = 0;
    std::uint8_t at = 0;               // where in the round the last cell was put
    std::uint8_t last = no_slot;       // slot of the last cell's column
    bool began = true;                 // the last cell stood alone or began a column
    std::array<Open, most_open> open;  // in the order in which they come in a round
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

    // The cost of going on with a column while others that come before it still wait: they are late, or have ended.
    static float passing(const State& s, std::uint8_t rank, bool late) {
        float cost = 0;
        bool ends = false;
        const bool round = !s.open[rank].waits;  // a new one
        for (std::uint8_t q = 0; q < s.count; ++q) {
            const Open& other = s.open[q];
            if (q == rank) continue;
            if (round && other.waits) {
                if (late && !other.missed) {
                    cost += weight::missed;
                } else {
                    cost += (ends ? weight::more_end : weight::column_ends) + (other.single ? weight::single_cell : 0);
                    ends = true;
                    continue;
                }
            }
            if (q < rank && (round || (other.waits && !other.passed))) cost += weight::passed;
        }
        return cost;
    }

    // The cost of this column for a cell, by the column of the cell before: the left one of two stays the left one, and
    // where gutters are narrow two full lines of one row share a line.
    float side(const State& s, const Open& open, const Cell& cell) const {
        if (s.last == no_slot || s.last == open.slot) return 0;
        if (cell.joined)
            return open.right & bit(s.last) ? weight::wrong_side : &open < &s.open[s.at] ? weight::wrong_order : 0;
        const Cell& before = splits_.cell(steps_[s.trace].cell);
        const bool full = before.room - (before.indented ? weight::indent : 0) < weight::parted_from;
        if (!splits_.narrow() || !full || cell.room >= weight::indent - weight::fit_slack) return 0;
        for (std::uint8_t i = 0; i < s.count; ++i)
            if (s.open[i].slot == s.last && s.open[i].right & bit(open.slot)) return weight::parted_full;
        return 0;
    }

    static float beginning(const State& s) {
        if (s.count == 0) return s.trace == none ? 0 : weight::first_begins;
        return s.began ? weight::more_begin : weight::column_begins;
    }

    void put(std::uint32_t index, int row) {
        const Cell& cell = splits_.cell(index);
        options_.clear();
        known_.clear();
        for (std::uint32_t i = 0; i < beam_.size(); ++i) {
            State& s = beam_[i];
            if (!cell.joined && (row == 0 || row != s.row)) s.in_row = 0;
            s.row = row;
            const float base = s.cost + cell.cost;
            // A mark that cannot begin a line begins no column.
            const float fresh = base + (cell.ends.bad_start ? weight::bad_start : 0);
            // Before the columns stand their headline and byline.
            const bool first = s.count == 0;
            if (cell.head || (first && !cell.joined)) {
                const float cost = cell.head                           ? weight::head_line
                                   : cell.room > weight::headline_room ? weight::head_short
                                                                       : weight::head_full;
                options_.push_back({s.cost + cost, i, 0, Move::alone});
                if (cell.head) continue;
            }
            bool waiting = false;
            for (std::uint8_t r = 0; r < s.count; ++r) waiting = waiting || s.open[r].waits;
            for (std::uint8_t r = 0; r < s.count; ++r) {
                if (s.in_row & bit(s.open[r].slot)) continue;
                const float cost = base + side(s, s.open[r], cell) + joint(s.open[r].cell, index);
                options_.push_back({cost + passing(s, r, true), i, r, Move::go_on});
                if (waiting && !s.open[r].waits)
                    options_.push_back({cost + passing(s, r, false), i, r, Move::go_on_end});
            }
            if (s.count < most_open) options_.push_back({fresh + beginning(s), i, 0, Move::begin});
            if (cell.room > weight::headline_room && !cell.ends.stops)
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
        if (option.move == Move::begin) {
            std::uint16_t taken = 0;
            for (std::uint8_t i = 0; i < s.count; ++i) taken |= bit(s.open[i].slot);
            std::uint8_t slot = 0;
            while (taken & bit(slot)) ++slot;
            const std::uint8_t to = s.count ? s.at + 1 : 0;
            for (std::uint8_t i = s.count++; i > to; --i) s.open[i] = s.open[i - 1];
            s.open[to] = {cell, 0, slot};
            s.at = to;
            stands(s, splits_.cell(cell).joined, slot);
        } else if (option.move < Move::begin) {
            const auto mine = s.open[option.rank].slot;
            const bool round = !s.open[option.rank].waits;
            step.above = s.open[option.rank].cell;
            std::uint8_t to = 0;
            std::uint16_t ended = 0;
            for (std::uint8_t i = 0; i < s.count; ++i) {
                Open column = s.open[i];
                if (column.slot == mine) {
                    column.cell = cell;
                    column.single = column.waits = column.passed = column.missed = false;
                    s.at = to;
                } else if (round) {
                    if (column.waits && (column.missed || option.move == Move::go_on_end)) {
                        ended |= bit(column.slot);
                        continue;
                    }
                    column.missed = column.waits;
                    column.waits = true;
                    column.passed = i < option.rank;
                } else if (i < option.rank && column.waits) {
                    column.passed = true;
                }
                s.open[to++] = column;
            }
            s.count = to;
            // The right one of two in a line comes behind the left one.
            if (splits_.cell(cell).joined && s.last != no_slot)
                for (std::uint8_t i = to; i-- > s.at + 1;)
                    if (s.open[i].slot == s.last) {
                        std::rotate(s.open.begin() + s.at, s.open.begin() + s.at + 1, s.open.begin() + i + 1);
                        s.at = i;
                        break;
                    }
            for (std::uint8_t i = 0; ended && i < s.count; ++i) s.open[i].right &= static_cast<std::uint16_t>(~ended);
            stands(s, splits_.cell(cell).joined, mine);
        } else {
            s.last = no_slot;
        }
        s.trace = static_cast<std::uint32_t>(steps_.size());
        steps_.push_back(step);
        s.hash = s.began;
        for (std::uint8_t i = 0; i < s.count; ++i)
            s.hash = (s.hash ^ s.open[i].cell) * 0x01000193U + (s.open[i].waits ? 2U : 0U) + s.open[i].missed;
        return s;
    }

    // The last cell stands in this column.
    static void stands(State& s, bool joined, std::uint8_t slot) {
        if (joined && s.last != no_slot && s.last != slot)
            for (std::uint8_t i = 0; i < s.count; ++i)
                if (s.open[i].slot == s.last || s.open[i].right & bit(s.last)) s.open[i].right |= bit(slot);
        s.last = slot;
        s.in_row |= bit(slot);
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
            for (std::size_t k = 0; !known && k < to; ++k) known = same(beam_[k], beam_[i]);
            if (known) continue;
            if (to != i) beam_[to] = beam_[i];
            ++to;
        }
        beam_.resize(to);
    }

    static bool same(const State& a, const State& b) {
        if (a.hash != b.hash || a.count != b.count) return false;
        for (std::uint8_t i = 0; i < a.count; ++i)
            if (a.open[i].cell != b.open[i].cell) return false;
        return true;
    }

    [[nodiscard]] Dealing best() const {
        Dealing out;
        std::size_t last = 0;
        float least = 1e9F;
        for (std::size_t i = 0; i < beam_.size(); ++i) {
            float cost = beam_[i].cost;
            for (std::uint8_t o = 0; o < beam_[i].count; ++o) cost += beam_[i].open[o].single ? weight::single_cell : 0;
            if (cost < least) least = cost, last = i;
        }
        out.cost = least;
        std::vector<const Step*> way;
        for (auto t = beam_[last].trace; t != none; t = steps_[t].before) way.push_back(&steps_[t]);
        std::vector<std::uint32_t> stack_of(splits_.cells(), none);
        for (auto step = way.rbegin(); step != way.rend(); ++step) {
            const Step& s = **step;
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
