#include <algorithm>

#include "core/chars.hpp"
#include "repair/columns_zone.hpp"

namespace broadsheet::repair_stage::grid {

void Zone::add_split(std::uint32_t line, float first_measure, float measure) {
    const Run text = strips_[line].text;
    Split split;
    split.first = static_cast<std::uint32_t>(cells_.size());
    std::uint32_t from = text.begin;
    const auto add = [&](std::uint32_t end) {
        Cell cell;
        cell.text = {from, end};
        cell.line = line;
        cell.joined = split.count > 0;
        cell.width = width(from, end);
        cell.ends = ends_of(d_.text.view(cell.text));
        cell.room = room(cell.width);
        cell.measure = cell.width + cell.room;
        cell.indented = !cell.joined && cell.room > weight::indent - weight::indent_under &&
                        cell.room < weight::indent + weight::indent_over;
        cells_.push_back(cell);
        ++split.count;
    };
    float left = first_measure;
    while (left > 0 && split.count + 1 < most) {
        const Cut* cut = best_cut(cuts_[line], from, left);
        if (!cut) break;
        if (width(from, text.end) <= measure + weight::cut_over && !cut->tight) break;
        split.cost += cut->cost;
        add(cut->left_end);
        from = cut->right_begin;
        left = measure;
    }
    if (left > 0 && split.count == 0) return;
    if (left == 0 && !splits_[line].empty()) split.cost += weight::not_cut;
    add(text.end);
    for (const Split& known : splits_[line]) {
        bool same = known.count == split.count;
        for (std::uint8_t c = 0; same && c < known.count; ++c)
            same = cells_[known.first + c].text.end == cells_[split.first + c].text.end;
        if (!same) continue;
        cells_.resize(split.first);
        return;
    }
    splits_[line].push_back(split);
}

// All ways to cut a line.
void Zone::split(std::uint32_t line) {
    for (const float measure : measures_) {
        add_split(line, measure, measure);
        add_split(line, measure - weight::indent, measure);
    }
    add_split(line, 0, 0);
    for (const Split& s : splits_[line])
        if (s.count == 1) whole_.push_back(s.first);
}

// Cost of b below a in one column.
float Zone::follow(std::uint32_t above, std::uint32_t below) const {
    const auto lag = below - above;
    if (above > below || lag >= weight::cached) return follow_cost(above, below);
    float& known = known_[below * weight::cached + lag];
    if (known > weight::unknown) known = follow_cost(above, below);
    return known;
}

float Zone::follow_cost(std::uint32_t above, std::uint32_t below) const {
    const Cell& a = cells_[above];
    const Cell& b = cells_[below];
    float cost = 0;
    // Some typesetters let a line begin with a mark, but only where two marks follow each other.
    if (b.ends.bad_start) {
        const bool marks =
            is(d_.text.chars[a.text.end - 1], cls::mark | cls::close) || is(d_.text.chars[b.text.begin], cls::quote);
        cost += marks ? weight::bad_start_of_two : weight::bad_start;
    }
    if (a.ends.bad_end) cost += weight::bad_end;
    // The narrower one of two measures may be a short line of the wider one, if it ends a paragraph.
    if (a.measure != b.measure && !(a.measure < b.measure ? a : b).ends.stops) cost += weight::measure_changes;
    // A new paragraph.
    const float room = a.room - (a.indented ? weight::indent : 0);
    float fresh = weight::breaks;
    if (!a.ends.stops)
        fresh +=
            a.ends.pauses || room > weight::headline_room ? weight::breaks_after_weak : weight::breaks_after_nothing;
    if (b.joined) fresh += weight::joined_indent;
    const float excess = weight::indent - b.room - b.ends.hanging - weight::fit_slack;
    if (excess > 0) fresh += weight::not_indented * std::min(excess, 1.0F);
    // The same paragraph.
    float same = 0;
    const float spare = room - b.ends.first_unit;
    if (spare > weight::fit_slack) same += weight::unfull + weight::unfull_by_em * std::min(spare, weight::unfull_most);
    if (a.ends.stops) same += weight::goes_on_after_stop;
    if (b.indented && !b.ends.stops) same += weight::unfull;
    if (a.ends.opened && b.ends.closed) same -= weight::quotes_closed;
    const char32_t x = d_.text.chars[a.text.end - 1];
    const char32_t y = d_.text.chars[b.text.begin];
    if (is(x, cls::digit) && is(y, cls::digit)) same += weight::digits_torn;
    if (is(x, cls::cjk) && is(y, cls::cjk)) same -= pairs_.belong(x, y);
    return cost + std::min(fresh, same);
}

// What speaks against these cells as one row.
float Zone::cost_of(const Row& row) const {
    if (row.head) return weight::head_line;
    float cost = 0;
    for (int c = 0; c < row.count; ++c) {
        const Cell& cell = cells_[row.cells[static_cast<std::size_t>(c)]];
        const float over = -cell.room - cell.ends.hanging - weight::fit_slack;
        if (over > 0) cost += std::min(over * weight::over_measure, weight::over_most);
        if (c + 1 == row.count) continue;
        const Cell& right = cells_[row.cells[static_cast<std::size_t>(c) + 1]];
        const float lacks = cell.room - (cell.indented ? weight::indent : 0);
        if (right.line == cell.line) {
            if (lacks > weight::fit_slack) cost += weight::joined_short * (lacks - weight::fit_slack);
        } else if (lacks < weight::parted_from && right.room < weight::indent - weight::fit_slack) {
            cost += parted_;
        }
    }
    return cost;
}

void Zone::add_row(std::uint32_t begin, int lines, Order order, std::array<std::uint8_t, row_cells> choice) {
    Row row;
    row.begin = begin;
    row.lines = static_cast<std::uint8_t>(lines);
    for (; row.heads < weight::max_heads && row.heads + 1 < lines &&
           choice[row.heads] == splits_[begin + row.heads].size();
         ++row.heads)
        row.cost += weight::head_line;
    const int rest = lines - row.heads;
    for (int i = 0; i < rest; ++i) {
        int at = i;
        if (order == Order::right_to_left) at = rest - 1 - i;
        if (order == Order::last_first) at = (i + 1) % rest;
        if (order == Order::first_last) at = (i + rest - 1) % rest;
        at += row.heads;
        if (choice[static_cast<std::size_t>(at)] >= splits_[begin + static_cast<std::uint32_t>(at)].size()) return;
        const Split& split = splits_[begin + static_cast<std::uint32_t>(at)][choice[static_cast<std::size_t>(at)]];
        if (row.count + split.count > most) return;
        for (std::uint8_t c = 0; c < split.count; ++c) {
            // A cell too wide for any column stands alone.
            if (lines > 1 && cells_[split.first + c].room < -weight::head_over) return;
            row.cells[row.count++] = split.first + c;
        }
        row.cost += split.cost;
    }
    row.head =
        row.count == 1 && !row.heads && splits_[begin].size() == 1 && cells_[row.cells[0]].room < -weight::head_over;
    row.cost += cost_of(row);
    for (auto i = begin; strips_[begin].row && i < begin + row.lines; ++i)
        if (i + 1 < count_ && (strips_[i].row == strips_[i + 1].row) != (i + 1 < begin + row.lines))
            row.cost += weight::row_torn;
    rows_.push_back(row);
}

// All rows that may begin at a line.
void Zone::add_rows(std::uint32_t begin, Order order) {
    for (int lines = 1; lines <= most && begin + static_cast<std::uint32_t>(lines) <= count_; ++lines) {
        std::array<std::uint8_t, row_cells> choice{};
        // A line that is too wide for a column may also run over several at the head of the row.
        const auto number = [&](int i) {
            const auto& splits = splits_[begin + static_cast<std::uint32_t>(i)];
            const std::size_t ways = lines < 4 ? 3 : 2;
            if (splits.size() > 1) return std::min(splits.size(), ways);
            return splits.size() + (i < weight::max_heads && i + 1 < lines && splits[0].count == 1 &&
                                    cells_[splits[0].first].room < -weight::head_over);
        };
        while (true) {
            add_row(begin, lines, order, choice);
            int i = 0;
            while (i < lines && static_cast<std::size_t>(++choice[static_cast<std::size_t>(i)]) == number(i))
                choice[static_cast<std::size_t>(i++)] = 0;
            if (i == lines) break;
        }
    }
}

}  // namespace broadsheet::repair_stage::grid
