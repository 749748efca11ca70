#include "repair/columns_layout.hpp"

#include <algorithm>
#include <array>
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
    // Ways to count places: a character is one; a wide one two, and one that is wide or narrow by the font one and a
    // half, or two. Programs differ.
    static constexpr std::size_t ways = 3;
    using Places = std::array<int, ways>;

    // Half places of characters in each way, beyond two for each.
    struct Extra {
        int exact = 0, rounded = 0;
        void add(std::uint32_t classes) {
            const int wide = classes & cls::wide ? 2 : classes & cls::zero_width ? -2 : 0;
            const bool either = wide == 0 && classes & cls::ambiguous;
            exact += either ? 1 : wide;
            rounded += either ? 2 : wide;
        }
        [[nodiscard]] Places places(std::uint32_t count) const {
            const auto n = static_cast<int>(count);
            return {n, (2 * n + exact) / 2, (2 * n + rounded) / 2};
        }
    };
    [[nodiscard]] std::size_t best_way() const;
    [[nodiscard]] bool shows_columns() const;

    const Document& d_;
    std::uint32_t first_, last_;
    std::vector<Placed> cells_;
    std::vector<std::pair<Places, Places>> places_;  // of each cell: where it starts and where it ends, in each way
};

// The text between runs of two spaces and more, with its place.
bool Page::find_cells() {
    const std::u32string_view chars = d_.text.chars;
    Extra extra;
    std::uint32_t from = 0;    // where the physical line begins
    std::uint32_t at = 0;      // the characters before were counted
    std::uint32_t number = 0;  // in this physical line
    for (auto i = first_; i < last_; ++i) {
        const Run run = d_.lines[i].text;
        if (d_.lines[i].number != number || run.begin < at) {
            at = run.begin;
            while (at > 0 && chars[at - 1] != U'\n' && chars[at - 1] != U'\f' && chars[at - 1] != U'\r') --at;
            extra = {};
            from = at;
            number = d_.lines[i].number;
        }
        Placed cell;
        cell.line = i;
        cell.row = static_cast<int>(number);
        Places start{};
        Extra until;  // its end
        bool open = false;
        int gap = 0;
        const auto close = [&] {
            cells_.push_back(cell);
            places_.emplace_back(start, until.places(cell.text.end - from));
        };
        for (; at < run.end; ++at) {
            const auto classes = class_of(chars[at]);
            // What stands before the run (a mark of Markdown, noise) takes room and is no text of this line.
            if (at < run.begin || classes & cls::space) {
                ++gap;
                extra.add(classes);
                continue;
            }
            if (!open || gap >= weight::wide_gap) {
                if (open) close();
                cell.text.begin = at;
                cell.after_gap = open;
                start = extra.places(at - from);
                open = true;
            }
            gap = 0;
            if (chars[at] >= 0x80) extra.add(classes);
            cell.text.end = at + 1;
            until = extra;
        }
        if (open) close();
    }
    if (!shows_columns()) return false;
    const auto way = best_way();
    for (std::size_t i = 0; i < cells_.size(); ++i)
        cells_[i].start = places_[i].first[way], cells_[i].end = std::max(places_[i].second[way], cells_[i].start + 1);
    return true;
}

// The right way to count makes the most cells stand below each other.
std::size_t Page::best_way() const {
    std::size_t best = 0;
    long most = -1;
    for (std::size_t way = 0; way < ways; ++way) {
        std::map<int, long> counts;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i].after_gap) ++counts[places_[i].first[way]];
        long squares = 0;
        for (const auto& [start, n] : counts) squares += n * n;
        if (squares > most) best = way, most = squares;
    }
    return best;
}

// Columns of text, not a table and not a few spaced headlines.
bool Page::shows_columns() const {
    std::array<std::map<int, int>, ways> starts;
    int gaps = 0;
    std::vector<float> widths;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (!cells_[i].after_gap) continue;
        ++gaps;
        for (std::size_t w = 0; w < ways; ++w) ++starts[w][places_[i].first[w]];
        const auto text = d_.text.view(cells_[i].text);
        if (text.size() > 1 || !is(text[0], cls::cjk)) widths.push_back(ems(text));  // no vertical headline's
    }
    if (cells_.size() > weight::most_cells * (last_ - first_)) return false;
    if (gaps < weight::min_gaps ||
        static_cast<float>(gaps) < weight::min_gap_share * static_cast<float>(last_ - first_))
        return false;
    int aligned = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (!cells_[i].after_gap) continue;
        int most = 0;
        for (std::size_t w = 0; w < ways; ++w) most = std::max(most, starts[w][places_[i].first[w]]);
        aligned += most >= 3;
    }
    if (static_cast<float>(aligned) < weight::min_aligned * static_cast<float>(gaps)) return false;
    if (widths.empty()) return false;
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
