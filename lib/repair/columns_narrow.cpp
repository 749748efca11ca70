#include "repair/columns_narrow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr int most = weight::max_columns;

struct Cell {
    Run text;
    std::uint32_t line = 0;
    float width = 0;
    float room = 0;         // what it lacks of the measure
    float measure = 0;      // which one that is
    bool joined = false;    // stands right of another one in its line
    bool indented = false;  // as wide as a paragraph's first line
    Ends ends;
};

constexpr std::uint8_t row_cells = most;

// In which order a row's lines stand in the file: columns are written as the page's author drew them.
enum class Order : std::uint8_t { left_to_right, right_to_left, last_first, first_last };
constexpr int orders = 4;

// A way to read lines [begin, begin + lines) as one row of the page.
struct Row {
    std::uint32_t begin = 0;
    std::uint8_t lines = 0, count = 0;
    std::uint8_t heads = 0;                        // of these lines so many at the beginning run over several columns
    bool head = false;                             // all of them do
    float cost = 0;                                // of the row in itself
    float best = 0;                                // of the best way to here, this row included
    std::uint32_t from = none;                     // the row before it, index into Zone::rows_
    std::array<std::uint32_t, row_cells> cells{};  // left to right, indices into Zone::cells_
};

// The cost of so many new columns in one row.
float begin_cost(int columns) {
    return columns < 1 ? 0 : weight::column_begins + weight::more_begin * static_cast<float>(columns - 1);
}

class Zone {
public:
    Zone(const Document& d, const Widths& widths, const std::vector<Strip>& strips, const Pairs& pairs)
        : d_(d), widths_(widths), strips_(strips), pairs_(pairs), count_(static_cast<std::uint32_t>(strips.size())) {
        cuts_.resize(count_);
        for (std::uint32_t i = 0; i < count_; ++i) find_cuts(d.text.chars, strips[i].text, cuts_[i]);
    }

    bool measure();
    bool search();
    [[nodiscard]] float straight() const;
    [[nodiscard]] std::vector<Column> columns() const;

private:
    using Columns = std::vector<std::vector<std::uint32_t>>;  // cells from head to foot, columns from left to right

    bool interleaved();
    void add_measures(float first, std::vector<float>& widths);
    [[nodiscard]] bool chinese() const;
    [[nodiscard]] bool stops_before(std::uint32_t line) const;
    [[nodiscard]] float width(std::uint32_t b, std::uint32_t e) const { return widths_.of({b, e}); }
    [[nodiscard]] float width(Run r) const { return widths_.of(r); }
    [[nodiscard]] float room(float w) const;
    [[nodiscard]] const Cut* best_cut(const std::vector<Cut>& cuts, std::uint32_t begin, float measure) const;
    void split(std::uint32_t line);
    void add_split(std::uint32_t line, float first_measure, float measure);
    void add_rows(std::uint32_t begin, Order order);
    void add_row(std::uint32_t begin, int lines, Order order, std::array<std::uint8_t, row_cells> choice);
    [[nodiscard]] float cost_of(const Row& row) const;
    [[nodiscard]] float follow(std::uint32_t a, std::uint32_t b) const;
    float align(const Row& above, const Row& below, std::vector<std::pair<int, int>>* pairs = nullptr) const;
    float best_way(Order order);
    [[nodiscard]] std::vector<Columns> columns_of_way() const;
    void settle_order(Columns& columns) const;

    // The cells of a line: one way to cut it.
    struct Split {
        std::uint32_t first = 0;  // cells [first, first + count)
        std::uint8_t count = 0;
        float cost = 0;
    };

    const Document& d_;
    const Widths& widths_;
    const std::vector<Strip>& strips_;
    const Pairs& pairs_;
    std::uint32_t count_;  // of strips
    std::vector<std::vector<Cut>> cuts_;
    std::vector<float> measures_;
    float parted_ = 0;    // cost of neighbours in separate lines: none where the gutter is so wide that all are
    bool joins_ = false;  // some lines hold several columns
    std::vector<Cell> cells_;
    std::vector<std::vector<Split>> splits_;  // of each line
    std::vector<std::uint32_t> whole_;        // of each line: the cell that is all of it
    std::vector<Row> rows_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starting_;  // rows that begin at each line
    std::vector<std::uint32_t> way_;
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

// True where most characters are wide. Between the words of other scripts a space says nothing, and a line's
// estimated width too little.
bool Zone::chinese() const {
    std::uint32_t tight = 0, all = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
        for (const char32_t c : d_.text.view(strips_[i].text)) tight += is_tight(c);
        all += strips_[i].text.size();
    }
    return tight * 2 > all;
}

// Finds the measure of the columns and how many there may be; false where the lines are no rows of columns.
bool Zone::measure() {
    const auto rows = static_cast<float>(count_);
    if (!chinese()) return false;
    std::size_t places = 0;
    for (const auto& cuts : cuts_)
        places +=
            static_cast<std::size_t>(std::count_if(cuts.begin(), cuts.end(), [](const Cut& cut) { return cut.tight; }));
    if (places > weight::most_cuts * count_) return false;
    std::vector<float> widths;
    int spaced = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
        std::uint32_t from = strips_[i].text.begin;
        const auto before = widths.size();
        for (const Cut& cut : cuts_[i]) {
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
        std::vector<float> tails;
        for (std::uint32_t i = 0; i < count_; ++i) {
            const auto& cuts = cuts_[i];
            std::uint32_t from = strips_[i].text.begin;
            int cells = 1;
            const Cut* cut = best_cut(cuts, from, mode);
            if (!cut) cut = best_cut(cuts, from, mode - weight::indent);
            for (; cut && cells < most; cut = best_cut(cuts, from, mode)) from = cut->right_begin, ++cells;
            split += cells > 1;
            (cells > 1 ? tails : widths).push_back(width(from, strips_[i].text.end));
        }
        widths.insert(widths.end(), tails.begin(), tails.end());
        add_measures(mode, widths);
        const auto full_tails =
            std::count_if(tails.begin(), tails.end(), [&](float w) { return room(w) < weight::nearly_full; });
        const auto share = static_cast<float>(split);
        if (split >= weight::min_split_rows && share >= weight::min_mode_share * static_cast<float>(spaced) &&
            static_cast<float>(full_tails) >= weight::min_full_tails * share) {
            parted_ = share < weight::narrow_gutter * rows ? 0 : weight::parted_full;
            return true;
        }
    }
    // Where the rows are known there are none without a space.
    return strips_.front().row == 0 && interleaved();
}

// Rows of which every cell stands in a line of its own: no space shows them, but lines do not go on in the next one.
bool Zone::interleaved() {
    // Where paragraphs keep their indents the lines stand as they were set: nothing was torn.
    const auto shown =
        std::count_if(strips_.begin(), strips_.end(), [&](const Strip& s) { return d_.lines[s.line].indent >= 2; });
    if (shown >= weight::shown_indents &&
        static_cast<float>(shown) >= weight::shown_indent_share * static_cast<float>(count_))
        return false;
    std::vector<float> widths;
    for (std::uint32_t i = 0; i < count_; ++i) widths.push_back(width(strips_[i].text));
    const auto [mode, number] = commonest(widths);
    const auto rows = static_cast<float>(count_);
    if (static_cast<float>(number) < weight::min_full_lines * rows) return false;
    add_measures(mode, widths);
    int odd = 0;
    Ends next = ends_of(d_.text.view(strips_[0].text));
    for (std::uint32_t i = 0; i + 1 < count_; ++i) {
        const Ends ends = next;
        next = ends_of(d_.text.view(strips_[i + 1].text));
        const float lacks = room(width(strips_[i].text));
        const bool indented = std::abs(lacks - weight::indent) < weight::fit_slack && stops_before(i);
        const bool opens = room(width(strips_[i + 1].text)) >= weight::indent - next.hanging - weight::fit_slack;
        const bool short_without_end = lacks > next.first_unit + weight::fit_slack && !ends.pauses && !indented;
        const bool end_without_start = lacks - next.first_unit > weight::indent && ends.stops && !opens;
        odd += next.bad_start || short_without_end || end_without_start;
    }
    if (odd < weight::min_odd_joints || static_cast<float>(odd) < weight::min_odd_share * rows) return false;
    return true;
}

// Articles side by side may differ in measure: takes the first one and, where enough lines have it, a second one.
void Zone::add_measures(float first, std::vector<float>& widths) {
    measures_.assign(1, first);
    const auto all = widths.size();
    const auto near = [&](float w) { return w > first - weight::nearly_full && w < first + weight::nearly_full; };
    widths.erase(std::remove_if(widths.begin(), widths.end(), near), widths.end());
    const auto [second, number] = commonest(widths);
    if (static_cast<float>(number) >= weight::second_measure * static_cast<float>(all) &&
        number >= static_cast<std::size_t>(weight::min_split_rows))
        measures_.push_back(second);
    std::sort(measures_.begin(), measures_.end());
}

bool Zone::stops_before(std::uint32_t line) const {
    return line == 0 || ends_of(d_.text.view(strips_[line - 1].text)).pauses;
}

// What a text of this width lacks of its column's measure: the nearest one that it does not pass.
float Zone::room(float w) const {
    float best = measures_.front() - w;
    for (const float measure : measures_)
        if (measure - w > -weight::cut_over && (measure - w < best || best < -weight::cut_over)) best = measure - w;
    return best;
}

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
        for (std::uint8_t c = 0; c < split.count; ++c) row.cells[row.count++] = split.first + c;
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
            return splits.size() + (i < weight::max_heads && i + 1 < lines && splits.size() == 1 &&
                                    splits[0].count == 1 && cells_[splits[0].first].room < -weight::head_over);
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

// The cheapest way to hang the cells of a row below those of the one above: columns go on, begin and end.
float Zone::align(const Row& above, const Row& below, std::vector<std::pair<int, int>>* pairs) const {
    if (above.head || below.head) {
        // Nothing goes on through a line over all columns.
        float cost = above.head && below.head ? 0 : weight::from_head;
        if (above.head) cost += begin_cost(below.count - 1);
        if (below.head && above.count > 1)
            cost += weight::column_ends + weight::more_end * static_cast<float>(above.count - 2);
        return cost;
    }
    // cost[flags][i][j]: of i cells above and j below, by whether a column ended (1) or began (2): the first one that
    // does costs more than those that do so with it.
    struct Node {
        float cost = 1e9F;
        std::uint8_t flags = 0;  // of the node before
        char step = 0;
    };
    std::array<std::array<std::array<Node, row_cells + 1>, row_cells + 1>, 4> nodes;
    const auto m = static_cast<std::size_t>(above.count);
    const auto n = static_cast<std::size_t>(below.count);
    nodes[0][0][0].cost = 0;
    for (std::size_t i = 0; i <= m; ++i)
        for (std::size_t j = 0; j <= n; ++j) {
            const float match = i && j ? follow(above.cells[i - 1], below.cells[j - 1]) : 0;
            for (std::uint8_t f = 0; f < 4; ++f) {
                const auto reach = [&](Node& to, const Node& from, float cost, std::uint8_t flags, char step) {
                    if (from.cost + cost < to.cost) to = {from.cost + cost, flags, step};
                };
                Node& here = nodes[f][i][j];
                if (i && j) reach(here, nodes[f][i - 1][j - 1], match, f, 'm');
                if (i && f & 1U)
                    for (const std::uint8_t g : {f, static_cast<std::uint8_t>(f & 2U)})
                        reach(here, nodes[g][i - 1][j], g == f ? weight::more_end : weight::column_ends, g, 'e');
                if (j && f & 2U)
                    for (const std::uint8_t g : {f, static_cast<std::uint8_t>(f & 1U)})
                        reach(here, nodes[g][i][j - 1], g == f ? weight::more_begin : weight::column_begins, g, 'b');
            }
        }
    std::uint8_t flags = 0;
    for (std::uint8_t f = 1; f < 4; ++f)
        if (nodes[f][m][n].cost < nodes[flags][m][n].cost) flags = f;
    const float cost = nodes[flags][m][n].cost;
    for (std::size_t i = m, j = n; pairs && i + j > 0;) {
        const Node& node = nodes[flags][i][j];
        flags = node.flags;
        if (node.step != 'b') --i;
        if (node.step != 'e') --j;
        if (node.step == 'm') pairs->emplace_back(static_cast<int>(i), static_cast<int>(j));
    }
    if (pairs) std::reverse(pairs->begin(), pairs->end());
    return cost;
}

// Finds the best rows, if their lines stand in this order; the cost.
float Zone::best_way(Order order) {
    rows_.clear();
    way_.clear();
    const auto n = count_;
    starting_.assign(n + 1, {0, 0});
    for (std::uint32_t i = 0; i < n; ++i) {
        starting_[i].first = static_cast<std::uint32_t>(rows_.size());
        add_rows(i, order);
        starting_[i].second = static_cast<std::uint32_t>(rows_.size());
    }
    // Rows that end at each line, in turn.
    std::vector<std::vector<std::uint32_t>> ending(n + 1);
    for (std::uint32_t r = 0; r < rows_.size(); ++r) ending[rows_[r].begin + rows_[r].lines].push_back(r);
    for (std::uint32_t i = 0; i < n; ++i)
        for (auto r = starting_[i].first; r < starting_[i].second; ++r) {
            Row& row = rows_[r];
            if (i == 0) {
                row.best = row.cost + begin_cost(row.count - 1);
                continue;
            }
            row.best = 1e9F;
            for (const auto p : ending[i]) {
                const float floor = rows_[p].best + row.cost;
                if (floor - 3 * static_cast<float>(most) > row.best) continue;
                const float cost = floor + align(rows_[p], row);
                if (cost < row.best) row.best = cost, row.from = p;
            }
        }
    float best = 1e9F;
    std::uint32_t last = none;
    for (const auto r : ending[n])
        if (rows_[r].best < best) best = rows_[r].best, last = r;
    for (; last != none; last = rows_[last].from) way_.push_back(last);
    std::reverse(way_.begin(), way_.end());
    return best;
}

// The cost of the lines as they stand, one below the other.
float Zone::straight() const {
    float cost = 0;
    Row above;
    for (std::uint32_t i = 0; i < splits_.size(); ++i) {
        Row row;
        row.begin = i;
        row.lines = row.count = 1;
        row.cells[0] = whole_[i];
        row.head = splits_[i].size() == 1 && cells_[whole_[i]].room < -weight::head_over;
        cost += cost_of(row) + (splits_[i].size() > 1 ? weight::not_cut : 0);
        if (i) cost += align(above, row);
        above = row;
    }
    return cost;
}

// True where the best rows are so much likelier than the lines as they stand that they are to be believed.
bool Zone::search() {
    splits_.resize(count_);
    for (std::uint32_t line = 0; line < count_; ++line) {
        split(line);
        for (const Split& s : splits_[line]) joins_ = joins_ || s.count > 1;
    }
    // Only a line with several columns tells the order of the others.
    int best_order = 0;
    float best = best_way(Order::left_to_right);
    for (int order = 1; joins_ && strips_[0].row == 0 && order < orders; ++order) {
        const float cost = best_way(static_cast<Order>(order)) + weight::turned;
        if (cost < best) best = cost, best_order = order;
    }
    if (joins_ && strips_[0].row == 0) best_way(static_cast<Order>(best_order));
    return best + weight::min_gain <= straight();
}

// The columns of the way, in groups that follow each other down the page.
std::vector<Zone::Columns> Zone::columns_of_way() const {
    std::vector<Columns> groups;
    std::vector<std::size_t> now;  // the column (of the last group) of each cell of the row above
    for (std::size_t w = 0; w < way_.size(); ++w) {
        const Row& row = rows_[way_[w]];
        std::vector<std::pair<int, int>> pairs;
        if (w) align(rows_[way_[w - 1]], row, &pairs);
        if (pairs.empty()) {
            groups.emplace_back();
            now.clear();
        }
        Columns& columns = groups.back();
        std::vector<std::size_t> next(row.count, none);
        for (const auto& [i, j] : pairs) next[static_cast<std::size_t>(j)] = now[static_cast<std::size_t>(i)];
        // A column that begins stands right of the one left of it and of those that ended there.
        const auto ended = [&](std::size_t at) { return std::find(next.begin(), next.end(), at) == next.end(); };
        std::uint8_t heads = row.heads;
        for (std::size_t j = 0; j < next.size(); ++j) {
            if (next[j] == none) {
                std::size_t at = j ? next[j - 1] + 1 : 0;
                while (at < columns.size() && ended(at)) ++at;
                const std::size_t more = 1 + (heads > 0);
                columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(at), more, std::vector<std::uint32_t>());
                for (auto& x : next)
                    if (x != none && x >= at) x += more;
                for (std::uint8_t h = 0; h < heads; ++h) columns[at].push_back(splits_[row.begin + h].back().first);
                heads = 0;
                next[j] = at + more - 1;
            }
            columns[next[j]].push_back(row.cells[j]);
        }
        for (std::uint8_t h = 0; h < heads; ++h)
            columns[next[0]].insert(columns[next[0]].end() - 1, splits_[row.begin + h].back().first);
        now = next;
    }
    return groups;
}

// Where no line tells which column is the left one: the order in which one's foot goes on at the next one's head.
void Zone::settle_order(Columns& columns) const {
    if (joins_ || columns.size() < 2) return;
    const auto cost = [&](const Columns& c) {
        float sum = 0;
        for (std::size_t i = 0; i + 1 < c.size(); ++i) sum += follow(c[i].back(), c[i + 1].front());
        return sum;
    };
    Columns best = columns;
    float least = cost(columns) - weight::turned;
    Columns turned(columns.rbegin(), columns.rend());
    if (cost(turned) < least) least = cost(turned), best = turned;
    turned = columns;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        std::rotate(turned.begin(), turned.begin() + 1, turned.end());
        if (cost(turned) < least) least = cost(turned), best = turned;
    }
    columns.swap(best);
}

std::vector<Column> Zone::columns() const {
    auto groups = columns_of_way();
    std::vector<Column> out;
    if (std::all_of(groups.begin(), groups.end(), [](const Columns& c) { return c.size() == 1; })) return out;
    for (Columns& columns : groups) {
        settle_order(columns);
        for (const auto& cells : columns) {
            Column column;
            column.beside = columns.size() > 1;
            for (const auto c : cells) column.parts.push_back({cells_[c].text, cells_[c].line, cells_[c].joined});
            out.push_back(std::move(column));
        }
    }
    return out;
}

}  // namespace

std::vector<Column> untangle(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                             const Pairs& pairs) {
    if (strips.size() < static_cast<std::size_t>(weight::min_split_rows)) return {};
    Zone zone(document, widths, strips, pairs);
    if (!zone.measure() || !zone.search()) return {};
    return zone.columns();
}

}  // namespace broadsheet::repair_stage
