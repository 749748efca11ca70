#include "repair/columns_segments.hpp"

#include <algorithm>
#include <utility>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_heights.hpp"
#include "repair/columns_links.hpp"
#include "repair/columns_uprights.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

bool by_row(const Placed& a, const Placed& b) { return a.row != b.row ? a.row < b.row : a.start < b.start; }

class Finder {
public:
    Finder(const Document& d, std::vector<Placed> cells) : d_(d) { s_.cells = std::move(cells); }

    Segments run() {
        std::sort(s_.cells.begin(), s_.cells.end(), by_row);
        uprights_ = take_uprights(d_, s_.cells);
        find_heights(s_.cells, uprights_);
        for (std::uint32_t i = 0; i < s_.cells.size(); ++i) s_.by_height.push_back(i);
        std::stable_sort(s_.by_height.begin(), s_.by_height.end(),
                         [this](auto a, auto b) { return s_.cells[a].height < s_.cells[b].height; });
        Links links = link_cells(s_.cells);
        s_.over = std::move(links.over);
        up_ = std::move(links.up);
        down_ = std::move(links.down);
        build();
        split_beside();
        split_alone();
        for (auto& segment : s_.all)
            if (segment.kind == Kind::small && segment.cells.size() >= weight::body_lines) segment.kind = Kind::body;
        split_feet();
        join_cut_heads();
        add_uprights();
        return std::move(s_);
    }

private:
    [[nodiscard]] std::u32string_view text(std::uint32_t cell) const { return d_.text.view(s_.cells[cell].text); }

    void add_uprights() {
        for (const auto& column : uprights_) {
            Segment segment;
            segment.kind = Kind::upright;
            for (const Placed& cell : column) {
                segment.cells.push_back(static_cast<std::uint32_t>(s_.cells.size()));
                s_.cells.push_back(cell);
                s_.of.push_back(static_cast<std::uint32_t>(s_.all.size()));
                s_.index.push_back(static_cast<std::uint32_t>(segment.cells.size() - 1));
                s_.over.push_back(none);
            }
            measure(segment);
            s_.all.push_back(segment);
        }
    }

    // Does a cell stand further below the one above it than the lines around it do?
    [[nodiscard]] bool leaps(std::uint32_t cell) const {
        const float gap = s_.cells[cell].height - s_.cells[up_[cell]].height;
        return gap > weight::tier_gap && (!runs_on(cell) || gap > weight::most_jumbled);
    }

    // Is a line the plain continuation of the one above it?
    [[nodiscard]] bool runs_on(std::uint32_t cell) const {
        const auto above = text(up_[cell]), below = text(cell);
        return (is(below.front(), cls::lower) && !stops(up_[cell])) ||
               (is(above.back(), cls::hyphen) && is(below.front(), cls::lower));
    }

    void build() {
        s_.of.assign(s_.cells.size(), none);
        s_.index.assign(s_.cells.size(), 0);
        std::vector<bool> begins(s_.cells.size());
        for (std::uint32_t i = 0; i < s_.cells.size(); ++i) begins[i] = up_[i] == none || leaps(i);
        for (std::uint32_t i = 0; i < s_.cells.size(); ++i) {
            if (!begins[i]) continue;
            Segment segment;
            for (auto at = i; at != none && (at == i || !begins[at]); at = down_[at]) segment.cells.push_back(at);
            add(std::move(segment));
        }
    }

    std::uint32_t add(Segment segment) {
        const auto id = static_cast<std::uint32_t>(s_.all.size());
        for (std::uint32_t k = 0; k < segment.cells.size(); ++k) {
            s_.of[segment.cells[k]] = id;
            s_.index[segment.cells[k]] = k;
        }
        measure(segment);
        s_.all.push_back(std::move(segment));
        return id;
    }

    void measure(Segment& segment) const {
        const auto& cells = s_.cells;
        segment.top = cells[segment.cells.front()].height;
        segment.bottom = cells[segment.cells.back()].height;
        segment.left = cells[segment.cells.front()].start;
        segment.right = 0;
        std::vector<float> widths;
        for (const auto c : segment.cells) {
            segment.left = std::min(segment.left, cells[c].start);
            segment.right = std::max(segment.right, cells[c].end);
            widths.push_back(ems(text(c)));
        }
        std::sort(widths.begin(), widths.end());
        segment.measure = widths[widths.size() * 3 / 4];
    }

    // --- headlines that no white space sets off from their texts

    [[nodiscard]] bool stops(std::uint32_t cell) const {
        auto t = text(cell);
        while (!t.empty() && is(t.back(), cls::close)) t.remove_suffix(1);
        return !t.empty() && (t.back() == U'。' || t.back() == U'.');
    }

    [[nodiscard]] bool is_short(std::uint32_t cell, float measure) const {
        const auto t = text(cell);
        return ems(t) < (is_tight(t.back()) ? measure - weight::cut_over : measure * weight::short_head);
    }

    [[nodiscard]] int row_step(std::uint32_t cell) const { return s_.cells[cell].row - s_.cells[up_[cell]].row; }

    [[nodiscard]] int indent(std::uint32_t cell, std::uint32_t other) const {
        return s_.cells[cell].start - s_.cells[other].start;
    }

    // The lines of a segment from `from` on become a segment of their own.
    std::uint32_t split(std::uint32_t id, std::size_t from) {
        Segment lower;
        lower.kind = s_.all[id].kind;
        lower.cells.assign(s_.all[id].cells.begin() + static_cast<std::ptrdiff_t>(from), s_.all[id].cells.end());
        s_.all[id].cells.resize(from);
        measure(s_.all[id]);
        return add(std::move(lower));
    }

    // Columns of one text begin in one row: what stands above that row in the first one of them is its headline.
    void split_beside() {
        std::vector<std::pair<int, std::uint32_t>> order;
        for (std::uint32_t i = 0; i < s_.all.size(); ++i) order.emplace_back(-s_.all[i].left, i);
        std::sort(order.begin(), order.end());
        for (const auto& [left, id] : order) {
            const auto c = s_.beside(id);
            if (c == none) continue;
            const auto owner = s_.of[c];
            const auto& lines = s_.all[owner].cells;
            const std::size_t k = s_.index[c];
            if (k == 0) continue;
            std::size_t j = k;
            while (j > 0 && k - j < weight::most_head_rows && !stops(lines[j - 1])) {
                --j;
                if (j > 1 && row_step(lines[j]) > 1 + row_step(lines[j - 1])) break;
            }
            if (j == k || (j > 0 && k - j == weight::most_head_rows)) continue;
            if (indent(lines[k - 1], lines[k]) >= 2) continue;  // the text's own first line
            const auto& own = s_.all[id];
            const int in = indent(lines[k], lines[k - 1]);
            const bool indented = in >= 2 && in <= weight::most_indent;
            const bool runs_on =
                own.cells.size() >= 3 && s_.first(id).start == own.left && is_short(lines[k - 1], ems(text(lines[k])));
            if (!indented && !runs_on) continue;
            s_.all[split(owner, k)].kind = Kind::body;
            const auto head = j > 0 ? split(owner, j) : owner;
            s_.all[head].kind = Kind::head;
        }
    }

    // The last lines of a text that stand apart from it and near to what is below are the headline of that.
    void split_feet() {
        const auto count = s_.all.size();
        std::vector<bool> over_text(count, false);
        for (std::uint32_t i = 0; i < count; ++i)
            if (const auto up = s_.above(i); up != none &&
                                             s_.over[s_.all[i].cells.front()] == s_.all[up].cells.back() &&
                                             (s_.all[i].kind == Kind::head || begins_text(i)))
                over_text[up] = true;
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto& lines = s_.all[i].cells;
            if (!over_text[i] || s_.all[i].kind != Kind::body || lines.size() < weight::body_lines) continue;
            if (!is_short(lines.back(), s_.all[i].measure)) continue;
            const auto last = lines.size() - std::min(lines.size() - 2, weight::most_head_rows - 1);
            for (auto j = lines.size() - 1; j >= last && !stops(lines[j]); --j) {
                if (row_step(lines[j]) <= 1 + row_step(lines[j - 1])) continue;
                s_.all[split(i, j)].kind = Kind::head;
                break;
            }
        }
    }

    // The space in a headline is no gutter: what was cut there is joined again, but where the text below its right part
    // is one of its own.
    void join_cut_heads() {
        std::vector<std::uint32_t> below(s_.all.size(), none);
        for (std::uint32_t i = 0; i < s_.all.size(); ++i)
            if (const auto up = s_.above(i); up != none && below[up] == none) below[up] = i;
        for (std::uint32_t i = 0; i < s_.all.size(); ++i) {
            Segment& segment = s_.all[i];
            if (segment.kind == Kind::body || segment.cells.size() > weight::most_head_rows) continue;
            const auto was_cut = [&](std::uint32_t c) {
                if (!s_.cells[c].joined) return false;
                const auto left = host(c);
                return left != none && s_.all[s_.of[left]].kind != Kind::body;
            };
            if (!std::all_of(segment.cells.begin(), segment.cells.end(), was_cut)) continue;
            if (below[i] != none && s_.all[below[i]].kind != Kind::body) continue;
            for (const auto c : segment.cells) {
                const auto left = host(c);
                s_.cells[left].text.end = s_.cells[c].text.end;
                s_.cells[left].end = s_.cells[c].end;
            }
            segment.kind = Kind::none;
        }
        for (auto& over : s_.over)
            if (over != none && s_.all[s_.of[over]].kind == Kind::none) over = host(over);
    }

    // The cell of the same row from which a cell was cut off, or `none`.
    [[nodiscard]] std::uint32_t host(std::uint32_t cell) const {
        const auto row = s_.cells[cell].row;
        while (cell > 0 && s_.cells[cell - 1].row == row)
            if (s_.all[s_.of[--cell]].kind != Kind::none) return cell;
        return none;
    }

    // Is a column the first one of its text? Its first line is indented, and the column left of it ends a sentence.
    [[nodiscard]] bool begins_text(std::uint32_t id) const {
        const auto c = s_.beside(id);
        return s_.first(id).start >= s_.all[id].left + 2 && (c == none || stops(s_.all[s_.of[c]].cells.back()));
    }

    // A text that begins with an indent, below lines that have none.
    void split_alone() {
        const auto count = s_.all.size();
        std::vector<std::pair<int, std::uint32_t>> order;
        for (std::uint32_t i = 0; i < count; ++i) order.emplace_back(s_.all[i].left, i);
        std::sort(order.begin(), order.end());
        for (const auto& [left, id] : order) {
            const auto& lines = s_.all[id].cells;
            if (s_.all[id].kind != Kind::small || lines.size() < 3 || is(text(lines[0]).front(), cls::lower)) continue;
            if (const auto c = s_.beside(id); c != none && s_.index[c] == 0 && s_.all[s_.of[c]].kind != Kind::head &&
                                              s_.all[s_.of[c]].cells.size() >= 3)
                continue;  // a column that goes on
            std::size_t k = 1;
            while (k < lines.size() && indent(lines[k], lines[0]) == 0) ++k;
            if (k + 1 >= lines.size() || k > weight::most_head_rows) continue;
            const int in = indent(lines[k], lines[0]);
            if (in < 2 || in > weight::most_indent || indent(lines[k + 1], lines[0]) != 0 || stops(lines[k - 1]))
                continue;
            s_.all[split(id, k)].kind = Kind::body;
            s_.all[id].kind = Kind::head;
        }
    }

    const Document& d_;
    Segments s_;
    std::vector<std::vector<Placed>> uprights_;
    std::vector<std::uint32_t> up_, down_;  // of each cell: those above and below it in its column
};

}  // namespace

std::uint32_t Segments::beside(std::uint32_t segment) const {
    if (all[segment].kind == Kind::upright) return none;
    const Placed& own = first(segment);
    auto best = none;
    for (auto at = std::lower_bound(by_height.begin(), by_height.end(), own.height - weight::one_height,
                                    [this](auto cell, float height) { return cells[cell].height < height; });
         at != by_height.end() && cells[*at].height <= own.height + weight::one_height; ++at)
        if (cells[*at].start < own.start && (best == none || cells[*at].start > cells[best].start)) best = *at;
    const auto c = all[segment].cells.front();
    if (c > 0 && cells[c - 1].row == own.row) best = c - 1;
    return best;
}

std::uint32_t Segments::above(std::uint32_t segment) const {
    const auto c = over[all[segment].cells.front()];
    return c == none ? none : of[c];
}

Segments find_segments(const Document& document, std::vector<Placed> cells) {
    return Finder(document, std::move(cells)).run();
}

}  // namespace broadsheet::repair_stage
