#include "repair/columns_narrow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t pair_bits = 18;
constexpr int most = weight::max_columns;

struct Cell {
    Run text;
    std::uint32_t line = 0;
    float width = 0;
    Ends ends;
};

// The row of a guess: one line of the source, its cells in columns [start, start + cells).
struct Row {
    std::vector<std::uint32_t> cells;  // indices into Zone::cells
    float cost = 0;                    // of the cuts
};

struct Column {
    std::uint32_t first = none, last = none;  // cells
    bool first_indented = false, last_indented = false;
    bool ended = false;
    friend bool operator==(const Column& a, const Column& b) {
        return a.last == b.last && a.last_indented == b.last_indented && a.ended == b.ended;
    }
};

struct Guess {
    float cost = 0;
    std::uint32_t parent = none;
    std::uint32_t mask = 0;  // columns filled in the present row
    bool begun = false;      // a row was closed
    std::uint8_t turns = 0;  // seen in one row: left before right (1), right before left (2)
    std::int8_t start = -1;  // where this line's cells stand; -1: over all columns
    bool indented = false;
    std::array<Column, most> columns{};
};

class Zone {
public:
    Zone(const Document& d, std::uint32_t first, std::uint32_t last, const Pairs& pairs)
        : d_(d), pairs_(pairs), first_(first), last_(last), base_(d.lines[first].text.begin) {
        const auto end = d.lines[last - 1].text.end;
        sum_.reserve(end - base_ + 1);
        float w = 0;
        sum_.push_back(0);
        for (std::uint32_t i = base_; i < end; ++i) sum_.push_back(w += em(d.text.chars[i]));
        cuts_.resize(last - first);
        for (auto i = first; i < last; ++i) find_cuts(d.text.chars, d.lines[i].text, cuts_[i - first]);
    }

    bool measure();
    bool interleaved();
    [[nodiscard]] bool stops_before(std::uint32_t line) const;
    void search();
    void write(std::uint32_t& frame, std::vector<Line>& out) const;

private:
    [[nodiscard]] float width(std::uint32_t b, std::uint32_t e) const { return sum_[e - base_] - sum_[b - base_]; }
    [[nodiscard]] float width(Run r) const { return width(r.begin, r.end); }
    [[nodiscard]] const Cut* best_cut(const std::vector<Cut>& cuts, std::uint32_t begin, float measure) const;
    [[nodiscard]] Row row_at(std::uint32_t line, int start, bool indented);
    [[nodiscard]] float follow(const Cell& a, bool a_indented, const Cell& b, bool b_indented, float measure) const;
    [[nodiscard]] float room(std::uint32_t cell, bool indented, int column) const;
    void place(const Guess& from, std::uint32_t parent, std::uint32_t line, const Row& row, int start, bool indented,
               bool same_row);
    void keep_best();

    const Document& d_;
    const Pairs& pairs_;
    std::uint32_t first_, last_, base_;
    std::vector<float> sum_;  // widths of the characters before
    std::vector<std::vector<Cut>> cuts_;
    std::vector<float> measure_;
    std::vector<Cell> cells_;
    std::vector<std::vector<Row>> rows_;  // [line][2 * start + indented]
    std::vector<std::vector<Guess>> levels_;
    std::vector<Guess> next_;
};

// The cut that leaves a column's measure left of it, or null.
const Cut* Zone::best_cut(const std::vector<Cut>& cuts, std::uint32_t begin, float measure) const {
    const Cut* best = nullptr;
    float best_cost = 0;
    for (const Cut& cut : cuts) {
        if (cut.left_end <= begin) continue;
        const float w = width(begin, cut.left_end);
        if (w < measure - weight::cut_under) continue;
        if (w > measure + weight::cut_over) break;
        const float cost = cut.cost + std::abs(w - measure);
        if (!best || cost < best_cost) best = &cut, best_cost = cost;
    }
    return best;
}

// The width that most of some have, and how many have it.
std::pair<float, std::size_t> commonest(std::vector<float>& widths) {
    std::sort(widths.begin(), widths.end());
    float mode = 0;
    std::size_t best = 0;
    for (std::size_t i = 0, j = 0; i < widths.size(); ++i) {
        while (widths[i] - widths[j] > weight::mode_window) ++j;
        if (i - j + 1 >= best && widths[i] >= weight::min_measure && widths[i] <= weight::max_measure)
            best = i - j + 1, mode = widths[(i + j) / 2];
    }
    return {mode, best};
}

// Finds the measure of the columns and how many there may be; false where the lines are no rows of columns.
bool Zone::measure() {
    const auto rows = static_cast<float>(last_ - first_);
    std::vector<float> widths;
    int spaced = 0;
    for (auto i = first_; i < last_; ++i) {
        std::uint32_t from = d_.lines[i].text.begin;
        const auto before = widths.size();
        for (const Cut& cut : cuts_[i - first_]) {
            if (!cut.tight) continue;
            widths.push_back(width(from, cut.left_end));
            from = cut.right_begin;
        }
        spaced += widths.size() > before;
    }
    const auto [mode, number] = commonest(widths);
    int split = 0;
    if (spaced >= weight::min_split_rows && static_cast<float>(spaced) >= weight::min_split_share * rows &&
        number >= static_cast<std::size_t>(weight::min_split_rows)) {
        std::array<int, most + 1> with{};
        int full_tails = 0;
        for (auto i = first_; i < last_; ++i) {
            std::uint32_t from = d_.lines[i].text.begin;
            std::size_t cells = 1;
            while (const Cut* cut = best_cut(cuts_[i - first_], from, mode)) from = cut->right_begin, ++cells;
            if (cells > most) return false;
            ++with[cells];
            if (cells == 1) continue;
            ++split;
            full_tails += width(from, d_.lines[i].text.end) > mode - weight::nearly_full;
        }
        std::size_t k = most;
        while (k > 1 && with[k] < 2) --k;
        const auto share = static_cast<float>(split);
        if (k > 1 && split >= weight::min_split_rows && share >= weight::min_mode_share * static_cast<float>(spaced) &&
            static_cast<float>(full_tails) >= weight::min_full_tails * share) {
            measure_.assign(std::min<std::size_t>(k + 1, most), mode);
            return true;
        }
    }
    return interleaved();
}

// Rows of which every cell stands in a line of its own: no space shows them, but lines do not go on in the next one.
bool Zone::interleaved() {
    std::vector<float> widths;
    for (auto i = first_; i < last_; ++i) widths.push_back(width(d_.lines[i].text));
    const auto [mode, number] = commonest(widths);
    const auto rows = static_cast<float>(last_ - first_);
    if (static_cast<float>(number) < weight::min_full_lines * rows) return false;
    int odd = 0;
    Ends next = ends_of(d_.text.view(d_.lines[first_].text));
    for (auto i = first_; i + 1 < last_; ++i) {
        const Ends ends = next;
        next = ends_of(d_.text.view(d_.lines[i + 1].text));
        const float room = mode - width(d_.lines[i].text) - next.first_unit;
        const bool opens = width(d_.lines[i + 1].text) <= mode - weight::indent + next.hanging + weight::fit_slack;
        if (next.bad_start) ++odd;
        else if (room > weight::fit_slack && !ends.stops && !ends.pauses) odd += std::abs(room + next.first_unit - weight::indent) > weight::fit_slack || !stops_before(i);
        else if (room > weight::indent && ends.stops && !opens) ++odd;
    }
    if (odd < weight::min_odd_joints || static_cast<float>(odd) < weight::min_odd_share * rows) return false;
    measure_.assign(weight::interleaved_columns, mode);
    return true;
}

bool Zone::stops_before(std::uint32_t line) const {
    return line == first_ || ends_of(d_.text.view(d_.lines[line - 1].text)).pauses;
}

// The cells of a line whose first one stands in column `start`.
Row Zone::row_at(std::uint32_t line, int start, bool indented) {
    Row row;
    const Run text = d_.lines[line].text;
    std::uint32_t from = text.begin;
    const auto add = [&](std::uint32_t end) {
        Cell cell;
        cell.text = {from, end};
        cell.line = line;
        cell.width = width(from, end);
        cell.ends = ends_of(d_.text.view(cell.text));
        row.cells.push_back(static_cast<std::uint32_t>(cells_.size()));
        cells_.push_back(cell);
    };
    const auto k = static_cast<int>(measure_.size());
    for (int c = start; c + 1 < k; ++c) {
        const float measure = measure_[static_cast<std::size_t>(c)] - (indented && c == start ? weight::indent : 0);
        const Cut* cut = best_cut(cuts_[line - first_], from, measure);
        if (!cut) break;
        if (width(from, text.end) <= measure + weight::cut_over && !cut->tight) break;
        row.cost += cut->cost;
        add(cut->left_end);
        from = cut->right_begin;
    }
    add(text.end);
    return row;
}

// What a cell lacks of its column's measure.
float Zone::room(std::uint32_t cell, bool indented, int column) const {
    return measure_[static_cast<std::size_t>(column)] - cells_[cell].width - (indented ? weight::indent : 0);
}

// Cost of b below a in one column.
float Zone::follow(const Cell& a, bool a_indented, const Cell& b, bool b_indented, float measure) const {
    float cost = 0;
    const float room = measure - a.width - (a_indented ? weight::indent : 0);
    if (b.ends.bad_start) cost += weight::bad_start;
    if (a.ends.bad_end) cost += weight::bad_end;
    if (b_indented) {
        cost += weight::breaks;
        if (!a.ends.stops) cost += a.ends.pauses || room > 3 ? weight::breaks_after_weak : weight::breaks_after_nothing;
        return cost;
    }
    const float spare = room - b.ends.first_unit;
    if (spare > weight::fit_slack) cost += weight::unfull + weight::unfull_by_em * std::min(spare, 8.0F);
    if (a.ends.stops) cost += weight::goes_on_after_stop;
    if (a.ends.opened && b.ends.closed) cost -= weight::quotes_closed;
    const char32_t x = d_.text.chars[a.text.end - 1];
    const char32_t y = d_.text.chars[b.text.begin];
    if (is(x, cls::digit) && is(y, cls::digit)) cost += weight::digits_torn;
    if (is(x, cls::cjk) && is(y, cls::cjk)) cost += pairs_.holds(x, y) ? -weight::known_pair : weight::unknown_pair;
    return cost;
}

void Zone::place(const Guess& from, std::uint32_t parent, std::uint32_t line, const Row& row, int start, bool indented,
                 bool same_row) {
    Guess g = from;
    g.parent = parent;
    g.start = static_cast<std::int8_t>(start);
    g.indented = indented;
    g.cost += row.cost;
    const auto k = static_cast<int>(measure_.size());
    const auto n = static_cast<int>(row.cells.size());
    const auto bits = ((1U << static_cast<unsigned>(n)) - 1U) << static_cast<unsigned>(start);
    if (same_row) {
        if ((g.mask & bits) || !g.mask) return;
        for (const bool turned : {false, true}) {
            const auto others = turned ? g.mask >> static_cast<unsigned>(start + n) : g.mask & ((1U << static_cast<unsigned>(start)) - 1U);
            if (!others) continue;
            g.cost += g.turns & (turned ? 1U : 2U) ? weight::order_turned : 0;
            g.turns = static_cast<std::uint8_t>(g.turns | (turned ? 2U : 1U));
        }
        const auto needs_gap = [&](std::uint32_t left, bool left_indented, int column, bool right_indented) {
            if (!right_indented && room(left, left_indented, column) < weight::parted_from) g.cost += weight::parted_full;
        };
        if (start > 0 && (g.mask >> static_cast<unsigned>(start - 1) & 1U)) {
            const Column& left = g.columns[static_cast<std::size_t>(start - 1)];
            needs_gap(left.last, left.last_indented, start - 1, indented);
        }
        if (g.mask >> static_cast<unsigned>(start + n) & 1U)
            needs_gap(row.cells.back(), n == 1 && indented, start + n - 1,
                      g.columns[static_cast<std::size_t>(start + n)].last_indented);
        g.mask |= bits;
    } else {
        if (g.mask) {
            g.begun = true;
            for (int c = 0; c < k; ++c) {
                Column& column = g.columns[static_cast<std::size_t>(c)];
                if (column.last != none && !column.ended && !(g.mask >> static_cast<unsigned>(c) & 1U)) {
                    column.ended = true;
                    g.cost += weight::column_ends;
                }
            }
        }
        g.mask = bits;
    }
    for (int i = 0; i < n; ++i) {
        Column& column = g.columns[static_cast<std::size_t>(start + i)];
        const float measure = measure_[static_cast<std::size_t>(start + i)];
        const auto index = row.cells[static_cast<std::size_t>(i)];
        const Cell& cell = cells_[index];
        const bool in = i == 0 && indented;
        const float over = cell.width + (in ? weight::indent : 0) - measure - cell.ends.hanging - weight::fit_slack;
        if (over > 0) g.cost += in ? std::min(weight::not_indented, over * weight::over_measure) + 0.5F : over * weight::over_measure;
        if (i + 1 < n) {
            const float lacks = room(index, in, start + i) - weight::fit_slack;
            if (lacks > 0) g.cost += weight::joined_short * lacks;
        }
        if (column.last == none) {
            column.first = index;
            column.first_indented = in;
            if (start + i > 0) g.cost += weight::new_column;
            if (g.begun) g.cost += weight::column_late;
        } else {
            if (column.ended) g.cost += weight::column_again;
            g.cost += follow(cells_[column.last], column.last_indented, cell, in, measure);
        }
        column.last = index;
        column.last_indented = in;
        column.ended = false;
    }
    (void)line;
    next_.push_back(g);
}

// Of guesses that differ only in their past the cheapest stays, and of all the best few.
void Zone::keep_best() {
    std::sort(next_.begin(), next_.end(), [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
    std::vector<Guess> kept;
    for (const Guess& g : next_) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&](const Guess& h) {
            return h.mask == g.mask && h.columns == g.columns;
        });
        if (!known) kept.push_back(g);
        if (kept.size() == static_cast<std::size_t>(weight::beam)) break;
    }
    next_.swap(kept);
}

void Zone::search() {
    const auto k = static_cast<int>(measure_.size());
    levels_.emplace_back(1);
    rows_.resize(last_ - first_);
    for (auto line = first_; line < last_; ++line) {
        auto& rows = rows_[line - first_];
        for (int c = 0; c < k; ++c)
            for (const bool indented : {false, true}) rows.push_back(row_at(line, c, indented));
        next_.clear();
        const auto& now = levels_.back();
        const float whole = width(d_.lines[line].text);
        const bool cuttable = rows[0].cells.size() > 1 || rows[1].cells.size() > 1;
        for (std::uint32_t p = 0; p < now.size(); ++p) {
            for (int c = 0; c < k; ++c)
                for (const bool indented : {false, true})
                    for (const bool same_row : {false, true})
                        place(now[p], p, line, rows[static_cast<std::size_t>(2 * c + indented)], c, indented, same_row);
            // A line over all columns stands above them.
            Guess head = now[p];
            head.parent = p;
            head.start = -1;
            head.cost += weight::head_line;
            if (head.mask || head.begun || cuttable) head.cost += weight::head_below;
            if (whole < measure_[0]) head.cost += weight::head_line;
            next_.push_back(head);
        }
        keep_best();
        levels_.push_back(next_);
    }
    // The joints from column to column.
    for (Guess& g : levels_.back())
        for (std::size_t c = 0; c + 1 < measure_.size(); ++c) {
            const Column& a = g.columns[c];
            const Column& b = g.columns[c + 1];
            if (a.last != none && b.first != none)
                g.cost += weight::column_to_column * follow(cells_[a.last], a.last_indented, cells_[b.first],
                                                            b.first_indented, measure_[c]);
        }
    std::sort(levels_.back().begin(), levels_.back().end(), [](const Guess& a, const Guess& b) { return a.cost < b.cost; });
}

void Zone::write(std::uint32_t& frame, std::vector<Line>& out) const {
    const auto n = last_ - first_;
    std::vector<const Guess*> path(n);
    const Guess* g = &levels_.back().front();
    for (auto i = n; i-- > 0;) {
        path[i] = g;
        g = &levels_[i][g->parent];
    }
    const auto k = measure_.size();
    std::vector<std::vector<Line>> columns(k + 1);
    for (std::uint32_t i = 0; i < n; ++i) {
        const int start = path[i]->start;
        const Row& row = rows_[i][start < 0 ? 2 * k - 2 : static_cast<std::size_t>(2 * start + path[i]->indented)];
        std::size_t at = start < 0 ? 0 : static_cast<std::size_t>(start) + 1;
        for (std::size_t c = 0; c < row.cells.size(); ++c, ++at) {
            Line line = d_.lines[first_ + i];
            line.text = cells_[row.cells[c]].text;
            line.gap = columns[at].empty() ? line.gap : 0;
            line.indent = c == 0 ? line.indent : 0;
            line.frame = start < 0 ? 0 : frame + static_cast<std::uint32_t>(at) - 1;
            columns[at].push_back(line);
        }
    }
    frame += static_cast<std::uint32_t>(k);
    for (const auto& column : columns) out.insert(out.end(), column.begin(), column.end());
}

}  // namespace

void Pairs::add(std::u32string_view line) {
    if (bits_.empty()) bits_.resize(std::size_t{1} << pair_bits);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        bits_[((line[i] * 2654435761U) ^ (line[i + 1] * 40503U)) >> 7U & ((1U << pair_bits) - 1U)] = true;
}

bool Pairs::holds(char32_t a, char32_t b) const {
    return !bits_.empty() && bits_[((a * 2654435761U) ^ (b * 40503U)) >> 7U & ((1U << pair_bits) - 1U)];
}

bool untangle(const Document& document, std::uint32_t first, std::uint32_t last, const Pairs& pairs,
              std::uint32_t& frame, std::vector<Line>& out) {
    if (last - first < static_cast<std::uint32_t>(weight::min_split_rows)) return false;
    Zone zone(document, first, last, pairs);
    if (!zone.measure()) return false;
    zone.search();
    zone.write(frame, out);
    return true;
}

}  // namespace broadsheet::repair_stage
