#include "repair/columns_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_joined.hpp"
#include "repair/columns_narrow.hpp"
#include "repair/columns_order.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Page {
public:
    Page(const Document& d, std::uint32_t first, std::uint32_t last) : d_(d), first_(first), last_(last) {}

    bool find_cells();
    std::vector<Placed>& cells() { return cells_; }

private:
    [[nodiscard]] bool in_cells() const;
    [[nodiscard]] bool shows_columns() const;

    const Document& d_;
    std::uint32_t first_, last_;
    std::vector<Placed> cells_;
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

}  // namespace

bool unfold(const Document& document, std::uint32_t first, std::uint32_t last, Pairs& pairs, std::uint32_t& frame,
            std::vector<Line>& out, std::vector<bool>& heading) {
    Page page(document, first, last);
    if (!page.find_cells()) return false;
    cut_joined(document, page.cells());
    const Widths widths(document.text.chars, reach_of(document, first, last));
    pairs.clear();
    for (const Placed& cell : page.cells()) pairs.add(document.text.view(cell.text));
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
    for (const auto& column : reading_order(document, page.cells(), solve)) {
        int left = column.front().start;
        for (const Placed& cell : column)
            if (!cell.joined) left = std::min(left, cell.start);
        for (const Placed& cell : column) {
            Line line = document.lines[cell.line];
            line.text = cell.text;
            line.indent = cell.joined ? 0 : static_cast<std::uint16_t>(cell.start - left);
            // The first line of a column stands apart.
            const bool first_line = &cell == column.data();
            line.gap = first_line ? std::max<std::uint16_t>(1, line.gap) : cell.parted ? 1 : 0;
            line.frame = frame;
            out.push_back(line);
            heading.push_back(cell.heads);
        }
        ++frame;
    }
    return true;
}

}  // namespace broadsheet::repair_stage
