#include "repair/columns_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_order.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Page {
public:
    Page(const Document& d, std::uint32_t first, std::uint32_t last) : d_(d), first_(first), last_(last) {}

    bool find_cells();
    void cut_joined();
    std::vector<Placed>& cells() { return cells_; }

private:
    [[nodiscard]] bool in_cells() const;
    [[nodiscard]] bool shows_columns() const;
    void find_measures();
    [[nodiscard]] const Cut* cut_at_measure(const Placed& cell, bool indented) const;
    [[nodiscard]] bool indented(std::size_t index) const;
    bool cut_wide(std::size_t index, std::vector<Placed>& out);
    bool cut_latin(std::size_t index, std::vector<Placed>& out) const;
    void settle_starts();

    const Document& d_;
    std::uint32_t first_, last_;
    std::vector<Placed> cells_;
    std::vector<float> measures_;
    mutable std::vector<Cut> cuts_;
};

// The text between runs of two spaces and more, with its place in characters or in cells.
bool Page::find_cells() {
    std::vector<std::pair<int, int>> starts;  // of cells right of a gap: in characters, in cells
    for (auto i = first_; i < last_; ++i) {
        const Run run = d_.lines[i].text;
        std::uint32_t from = run.begin;
        while (from > 0 && d_.text.chars[from - 1] != U'\n' && d_.text.chars[from - 1] != U'\f' && d_.text.chars[from - 1] != U'\r') --from;
        int chars = 0;
        int half = 0;
        Placed cell;
        cell.line = i;
        cell.row = static_cast<int>(d_.lines[i].number);
        bool open = false;
        int gap = 0;
        for (std::uint32_t c = from; c < run.end; ++c, ++chars) {
            const char32_t x = d_.text.chars[c];
            if (is(x, cls::space)) {
                ++gap;
            } else {
                if (!open || gap >= weight::wide_gap) {
                    if (open) cells_.push_back(cell);
                    cell.text.begin = c;
                    cell.start = chars;
                    cell.start_cells = half / 2;
                    cell.after_gap = open;
                    open = true;
                }
                gap = 0;
                cell.text.end = c + 1;
                cell.end = chars + 1;
                cell.end_cells = (half + half_cells(x)) / 2;
            }
            half += x == U'\t' ? 2 : half_cells(x);
        }
        if (open) cells_.push_back(cell);
    }
    if (!shows_columns()) return false;
    if (in_cells())
        for (Placed& cell : cells_) cell.start = cell.start_cells, cell.end = cell.end_cells;
    return true;
}

// Some programs count a wide character as one place, others as two: the right count makes more cells stand below
// each other.
bool Page::in_cells() const {
    std::map<int, int> chars, cells;
    for (const Placed& cell : cells_) {
        if (!cell.after_gap) continue;
        ++chars[cell.start];
        ++cells[cell.start_cells];
    }
    const auto squares = [](const std::map<int, int>& counts) {
        long sum = 0;
        for (const auto& [start, n] : counts) sum += static_cast<long>(n) * n;
        return sum;
    };
    return squares(cells) > squares(chars);
}

// Columns of text, not a table and not a few spaced headlines.
bool Page::shows_columns() const {
    std::map<int, int> starts;
    int gaps = 0;
    std::vector<float> widths;
    for (const Placed& cell : cells_) {
        if (!cell.after_gap) continue;
        ++gaps;
        ++starts[cell.start];
        ++starts[-1 - cell.start_cells];
        widths.push_back(ems(d_.text.view(cell.text)));
    }
    if (gaps < weight::min_gaps || static_cast<float>(gaps) < weight::min_gap_share * static_cast<float>(last_ - first_)) return false;
    int aligned = 0;
    for (const Placed& cell : cells_)
        aligned += cell.after_gap && std::max(starts[cell.start], starts[-1 - cell.start_cells]) >= 3;
    if (static_cast<float>(aligned) < weight::min_aligned * static_cast<float>(gaps)) return false;
    std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
    return widths[widths.size() / 2] >= weight::min_cell;
}

// The commonest widths of cells: a page has few measures.
void Page::find_measures() {
    std::vector<float> widths;
    for (const Placed& cell : cells_) {
        find_cuts(d_.text.chars, cell.text, cuts_);
        std::uint32_t from = cell.text.begin;
        for (const Cut& cut : cuts_)
            if (cut.tight) {
                widths.push_back(ems(d_.text.view({from, cut.left_end})));
                from = cut.right_begin;
            }
        widths.push_back(ems(d_.text.view({from, cell.text.end})));
    }
    const auto all = static_cast<float>(widths.size());
    while (measures_.size() < 3) {
        const auto [mode, number] = commonest(widths);
        if (number < 3 || static_cast<float>(number) < weight::page_measure * all) break;
        measures_.push_back(mode);
        const float m = mode;
        widths.erase(std::remove_if(widths.begin(), widths.end(), [m](float w) { return std::abs(w - m) < weight::nearly_full; }), widths.end());
    }
}

// A paragraph's first line: the one below it begins a little further left.
bool Page::indented(std::size_t index) const {
    const Placed& cell = cells_[index];
    for (auto i = index + 1; i < cells_.size() && cells_[i].row <= cell.row + 2; ++i)
        if (cells_[i].row > cell.row && cells_[i].start < cell.start && cells_[i].start >= cell.start - weight::most_indent) return true;
    return false;
}

const Cut* Page::cut_at_measure(const Placed& cell, bool is_indented) const {
    const Cut* best = nullptr;
    float best_cost = 0;
    for (const float full : measures_) {
        const float measure = full - (is_indented ? weight::indent : 0);
        for (const Cut& cut : cuts_) {
            if (cut.left_end <= cell.text.begin || cut.right_begin >= cell.text.end) continue;
            const float w = ems(d_.text.view({cell.text.begin, cut.left_end}));
            if (w < measure - weight::cut_under) continue;
            if (w > measure + weight::cut_over) break;
            const float cost = cut.cost + std::abs(w - measure);
            if (!best || cost < best_cost) best = &cut, best_cost = cost;
        }
    }
    return best;
}

// Cuts a cell of Chinese text that runs on into the next column; true where it did.
bool Page::cut_wide(std::size_t index, std::vector<Placed>& out) {
    Placed rest = cells_[index];
    find_cuts(d_.text.chars, rest.text, cuts_);
    if (cuts_.empty() || measures_.empty()) return false;
    bool any = false;
    bool first_indented = indented(index);
    const float widest = *std::max_element(measures_.begin(), measures_.end());
    while (const Cut* cut = cut_at_measure(rest, first_indented)) {
        if (!cut->tight && ems(d_.text.view(rest.text)) <= widest + weight::cut_over) break;
        Placed left = rest;
        left.text.end = cut->left_end;
        const auto chars = [&](std::uint32_t to) { return static_cast<int>(to - rest.text.begin); };
        left.end = rest.start + chars(cut->left_end);
        out.push_back(left);
        rest.start += chars(cut->right_begin);
        rest.text.begin = cut->right_begin;
        rest.joined = true;
        rest.part = left.part + 1;
        first_indented = false;
        any = true;
    }
    if (any) out.push_back(rest);
    return any;
}

// Cuts a cell of words that covers the beginning of a column which stands in the rows around it.
bool Page::cut_latin(std::size_t index, std::vector<Placed>& out) const {
    const Placed& cell = cells_[index];
    int best = 0;
    int votes = 0;
    const auto vote = [&](const Placed& other, int& above, int& below) {
        if (other.start != best || !other.after_gap) return;
        (other.row < cell.row ? above : below) += 1;
    };
    // A column's beginning inside this cell that the rows above and below have.
    std::map<int, std::pair<int, int>> seen;
    for (auto i = index; i-- > 0 && cells_[i].row >= cell.row - 3;)
        if (cells_[i].row < cell.row && cells_[i].after_gap && cells_[i].start > cell.start + weight::min_start && cells_[i].start <= cell.end) ++seen[cells_[i].start].first;
    for (auto i = index + 1; i < cells_.size() && cells_[i].row <= cell.row + 3; ++i)
        if (cells_[i].row > cell.row && cells_[i].after_gap && cells_[i].start > cell.start + weight::min_start && cells_[i].start <= cell.end) ++seen[cells_[i].start].second;
    for (const auto& [start, n] : seen)
        if (n.first && n.second && n.first + n.second > votes) best = start, votes = n.first + n.second;
    (void)vote;
    if (!votes) return false;
    const Cut* cut = nullptr;
    find_cuts(d_.text.chars, cell.text, cuts_);
    for (const Cut& c : cuts_)
        if (c.right_begin > c.left_end && cell.start + static_cast<int>(c.right_begin - cell.text.begin) <= best) cut = &c;
    if (!cut || best - (cell.start + static_cast<int>(cut->right_begin - cell.text.begin)) > weight::most_shift) return false;
    Placed left = cell;
    left.text.end = cut->left_end;
    left.end = cell.start + static_cast<int>(cut->left_end - cell.text.begin);
    Placed right = cell;
    right.text.begin = cut->right_begin;
    right.start = best;
    right.end = best + static_cast<int>(right.text.size());
    right.joined = true;
    right.part = 1;
    out.push_back(left);
    out.push_back(right);
    return true;
}

void Page::cut_joined() {
    find_measures();
    std::vector<Placed> out;
    out.reserve(cells_.size() * 2);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        std::uint32_t tight = 0;
        for (const char32_t c : d_.text.view(cells_[i].text)) tight += is_tight(c);
        const bool wide = tight * 2 > cells_[i].text.size();
        if (wide ? cut_wide(i, out) : cut_latin(i, out)) continue;
        out.push_back(cells_[i]);
    }
    cells_.swap(out);
    settle_starts();
}

// Parts that were cut off stand where their text happens to stand; the column begins where the rightmost of them does,
// or where a cell with a gap before it shows it.
void Page::settle_starts() {
    const auto n = cells_.size();
    for (int part = 1; part < weight::max_columns; ++part)
        for (std::size_t i = 0; i < n; ++i) {
            if (cells_[i].part != part || cells_[i].settled) continue;
            // Rows near to each other whose parts begin near to each other.
            std::vector<std::size_t> run{i};
            int most = cells_[i].start;
            int row = cells_[i].row;
            for (auto j = i + 1; j < n && cells_[j].row <= row + 3; ++j) {
                if (std::abs(cells_[j].start - most) > weight::most_shift) continue;
                if (cells_[j].part == part || (cells_[j].after_gap && cells_[j].part == 0 && cells_[j].start >= most)) {
                    if (cells_[j].part == part) run.push_back(j);
                    most = std::max(most, cells_[j].start);
                    row = cells_[j].row;
                }
            }
            for (const auto j : run) {
                const int shift = most - cells_[j].start;
                cells_[j].settled = true;
                cells_[j].start = most;
                cells_[j].end += shift;
                for (auto k = j + 1; k < n && cells_[k].line == cells_[j].line && cells_[k].part == cells_[k - 1].part + 1; ++k)
                    cells_[k].start += shift, cells_[k].end += shift;
            }
        }
}

}  // namespace

bool unfold(const Document& document, std::uint32_t first, std::uint32_t last, Pairs& pairs,
            std::uint32_t& frame, std::vector<Line>& out) {
    (void)pairs;
    Page page(document, first, last);
    if (!page.find_cells()) return false;
    page.cut_joined();
    for (const auto& column : reading_order(page.cells())) {
        int left = column.front().start;
        for (const Placed& cell : column) left = std::min(left, cell.start);
        int row = 0;
        for (const Placed& cell : column) {
            Line line = document.lines[cell.line];
            line.text = cell.text;
            line.indent = static_cast<std::uint16_t>(cell.start - left);
            if (row && line.gap && cell.row - row <= line.gap) line.gap = static_cast<std::uint16_t>(cell.row - row - 1);
            if (row && cell.row - row > line.gap + 1 && line.gap) line.gap = line.gap;
            if (!row && !line.gap) line.gap = 1;
            line.frame = frame;
            row = cell.row;
            out.push_back(line);
        }
        ++frame;
    }
    return true;
}

}  // namespace broadsheet::repair_stage
