#include "repair/columns_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_narrow.hpp"
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
    bool cut_at_place(std::size_t index, std::vector<Placed>& out) const;

    const Document& d_;
    std::uint32_t first_, last_;
    std::vector<Placed> cells_;
    mutable std::vector<Cut> cuts_;
};

// The text between runs of two spaces and more, with its place in characters or in cells.
bool Page::find_cells() {
    std::vector<std::pair<int, int>> starts;  // of cells right of a gap: in characters, in cells
    for (auto i = first_; i < last_; ++i) {
        const Run run = d_.lines[i].text;
        std::uint32_t from = run.begin;
        while (from > 0 && d_.text.chars[from - 1] != U'\n' && d_.text.chars[from - 1] != U'\f' &&
               d_.text.chars[from - 1] != U'\r')
            --from;
        int chars = 0;
        int half = 0;
        Placed cell;
        cell.line = i;
        cell.row = static_cast<int>(d_.lines[i].number);
        bool open = false;
        int gap = 0;
        for (std::uint32_t c = from; c < run.end; ++c, ++chars) {
            const char32_t x = d_.text.chars[c];
            // What stands before the run (a mark of Markdown, noise) takes room and is no text of this line.
            if (c < run.begin || is(x, cls::space)) {
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
    if (gaps < weight::min_gaps ||
        static_cast<float>(gaps) < weight::min_gap_share * static_cast<float>(last_ - first_))
        return false;
    int aligned = 0;
    for (const Placed& cell : cells_)
        aligned += cell.after_gap && std::max(starts[cell.start], starts[-1 - cell.start_cells]) >= 3;
    if (static_cast<float>(aligned) < weight::min_aligned * static_cast<float>(gaps)) return false;
    std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
    return widths[widths.size() / 2] >= weight::min_cell;
}

// Cuts a cell that covers the beginning of a column which stands in the rows around it.
bool Page::cut_at_place(std::size_t index, std::vector<Placed>& out) const {
    const Placed& cell = cells_[index];
    int best = 0;
    int votes = 0;
    bool both = false;  // above and below
    // A column's beginning inside this cell that the rows above and below have.
    std::map<int, std::pair<int, int>> seen;
    for (auto i = index; i-- > 0 && cells_[i].row >= cell.row - weight::vote_rows;)
        if (cells_[i].row < cell.row && cells_[i].after_gap && cells_[i].start > cell.start + weight::min_start &&
            cells_[i].start <= cell.end)
            ++seen[cells_[i].start].first;
    for (auto i = index + 1; i < cells_.size() && cells_[i].row <= cell.row + weight::vote_rows; ++i)
        if (cells_[i].row > cell.row && cells_[i].after_gap && cells_[i].start > cell.start + weight::min_start &&
            cells_[i].start <= cell.end)
            ++seen[cells_[i].start].second;
    for (const auto& [start, n] : seen)
        if (n.first + n.second > votes) best = start, votes = n.first + n.second, both = n.first && n.second;
    if (votes < 2) return false;
    const Cut* cut = nullptr;
    find_cuts(d_.text.chars, cell.text, cuts_);
    for (const Cut& c : cuts_)
        if (cell.start + static_cast<int>(c.right_begin - cell.text.begin) <= best) cut = &c;
    if (!cut || best - (cell.start + static_cast<int>(cut->right_begin - cell.text.begin)) > weight::most_shift)
        return false;
    if (!both && !cut->tight) return false;
    Placed left = cell;
    left.text.end = cut->left_end;
    left.end = cell.start + static_cast<int>(cut->left_end - cell.text.begin);
    Placed right = cell;
    right.text.begin = cut->right_begin;
    right.start = best;
    right.end = best + static_cast<int>(right.text.size());
    right.joined = true;
    out.push_back(left);
    out.push_back(right);
    return true;
}

void Page::cut_joined() {
    // Where gutters are narrow many cells run on into the next column; they are left to the search over rows.
    std::size_t joined = 0;
    for (const Placed& cell : cells_) {
        find_cuts(d_.text.chars, cell.text, cuts_);
        joined += std::any_of(cuts_.begin(), cuts_.end(), [&](const Cut& cut) {
            return cut.tight && ems(d_.text.view({cell.text.begin, cut.left_end})) >= weight::min_measure &&
                   ems(d_.text.view({cut.right_begin, cell.text.end})) >= weight::min_measure;
        });
    }
    if (static_cast<float>(joined) > weight::narrow_page * static_cast<float>(cells_.size())) return;
    std::vector<Placed> out;
    out.reserve(cells_.size() * 2);
    for (std::size_t i = 0; i < cells_.size(); ++i)
        if (!cut_at_place(i, out)) out.push_back(cells_[i]);
    cells_.swap(out);
}

}  // namespace

bool unfold(const Document& document, std::uint32_t first, std::uint32_t last, Pairs& pairs, std::uint32_t& frame,
            std::vector<Line>& out) {
    Page page(document, first, last);
    if (!page.find_cells()) return false;
    page.cut_joined();
    const Widths widths(document.text.chars, reach_of(document, first, last));
    pairs.clear();
    for (const Placed& cell : page.cells()) pairs.add(document.text.view(cell.text));
    std::vector<int> blanks;  // blank lines above each line
    for (auto i = first; i < last; ++i) blanks.push_back((i > first ? blanks.back() : 0) + document.lines[i].gap);
    std::vector<Strip> strips;
    const auto solve = [&](const std::vector<Placed>& cells) {
        strips.clear();
        for (const Placed& cell : cells) strips.push_back({cell.text, cell.line, cell.row});
        std::vector<std::vector<Placed>> out_columns;
        for (const Column& column : untangle(document, widths, strips, pairs)) {
            out_columns.emplace_back();
            for (const Part& part : column.parts) {
                Placed cell = cells[part.strip];
                const auto shift = static_cast<int>(part.text.begin - cell.text.begin);
                cell.text = part.text;
                cell.joined = part.joined;
                cell.start += shift;
                cell.end = cell.start + static_cast<int>(part.text.size());
                out_columns.back().push_back(cell);
            }
        }
        return out_columns;
    };
    for (const auto& column : reading_order(page.cells(), solve)) {
        int left = column.front().start;
        for (const Placed& cell : column)
            if (!cell.joined) left = std::min(left, cell.start);
        std::uint32_t above = none;
        for (const Placed& cell : column) {
            Line line = document.lines[cell.line];
            line.text = cell.text;
            line.indent = cell.joined ? 0 : static_cast<std::uint16_t>(cell.start - left);
            // Blank lines since the line above it; the first line of a column stands apart.
            const int blank = blanks[cell.line - first] - (above == none ? 0 : blanks[above - first]);
            line.gap = static_cast<std::uint16_t>(above == none ? std::max<int>(1, line.gap) : std::max(0, blank));
            line.frame = frame;
            above = cell.line;
            out.push_back(line);
        }
        ++frame;
    }
    return true;
}

}  // namespace broadsheet::repair_stage
