#include "repair/columns_joined.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/chars.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// What was seen in the rows around a row, by place.
template <class Value>
class Seen {
public:
    void add(int place, int row, Value value) { at_[place].emplace_back(row, value); }

    // The values nearest to a row, so many at most.
    template <class Use>
    void near(int place, int row, Use use) const {
        const auto found = at_.find(place);
        if (found == at_.end()) return;
        const auto& all = found->second;  // sorted by row
        auto below =
            std::lower_bound(all.begin(), all.end(), row, [](const auto& entry, int r) { return entry.first < r; });
        auto above = below;
        for (int n = 0; n < weight::most_seen; ++n) {
            const int up = above == all.begin() ? weight::edge_rows + 1 : row - (above - 1)->first;
            const int down = below == all.end() ? weight::edge_rows + 1 : below->first - row;
            if (std::min(up, down) > weight::edge_rows) break;
            if (up < down)
                use((--above)->second);
            else
                use((below++)->second);
        }
    }

    [[nodiscard]] int count(int place, int row, int reach) const {
        const auto found = at_.find(place);
        if (found == at_.end()) return 0;
        const auto& all = found->second;
        const auto less = [](const auto& entry, int r) { return entry.first < r; };
        return static_cast<int>(std::lower_bound(all.begin(), all.end(), row + reach + 1, less) -
                                std::lower_bound(all.begin(), all.end(), row - reach, less));
    }

private:
    std::map<int, std::vector<std::pair<int, Value>>> at_;
};

class Cutter {
public:
    Cutter(const Document& d, std::vector<Placed>& cells) : d_(d), cells_(cells) {}

    // True if it cut any.
    bool run() {
        for (const Placed& cell : cells_) begun_.add(cell.start, cell.row, 1);
        for (const Placed& cell : cells_) {
            find_cuts(d_.text.chars, cell.text, cuts_);
            bool whole = true;
            for (const Cut& cut : cuts_) {
                if (!cut.tight) continue;
                widths_.add(cell.start, cell.row, ems(d_.text.view({cell.text.begin, cut.left_end})));
                whole = false;
            }
            if (whole) widths_.add(cell.start, cell.row, ems(d_.text.view(cell.text)));
        }
        for (std::size_t i = 0; i + 1 < cells_.size(); ++i) {
            const Placed& cell = cells_[i];
            if (cells_[i + 1].row != cell.row) continue;
            const int edge = base(cell.start, cell.row);
            const float measured = measure(edge, cell.row);
            if (measured > 0 && ems(d_.text.view(cell.text)) > measured + weight::cut_over) continue;
            next_.add(edge, cell.row, base(cells_[i + 1].start, cell.row));
        }
        std::vector<Placed> out;
        out.reserve(cells_.size() * 2);
        for (const Placed& cell : cells_) {
            Placed rest = cell;
            if (!out.empty() && out.back().row == cell.row) pull_back(out.back(), rest);
            Placed left;
            Placed right;
            while (cut(rest, left, right)) {
                out.push_back(left);
                rest = right;
            }
            out.push_back(rest);
        }
        cells_.swap(out);
        return cells_.size() > out.size();
    }

private:
    // The left edge of the column of a line, which may be indented.
    [[nodiscard]] int base(int start, int row) const {
        int best = start;
        int most = 2 * begun_.count(start, row, weight::edge_rows);
        for (int place = start - 2; place >= std::max(0, start - weight::most_indent); --place)
            if (const int n = begun_.count(place, row, weight::edge_rows); n >= most && n > 1)
                best = place, most = n + 1;
        return best;
    }

    [[nodiscard]] float measure(int place, int row) const {
        std::vector<float> widths;
        widths_.near(place, row, [&](float w) { widths.push_back(w); });
        const auto [measure, count] = commonest(widths);
        return count >= 2 ? measure : 0;
    }

    // Where the column right of one begins.
    [[nodiscard]] int next(int place, int row) const {
        std::map<int, int> counts;
        next_.near(place, row, [&](int edge) { ++counts[edge]; });
        int most = 0;
        for (const auto& [edge, n] : counts) most = std::max(most, n);
        for (const auto& [edge, n] :
             counts)  // the nearest one: now and then a column has ended, and the next but one follows
            if (weight::rare_edge * n >= most) return edge;
        return -1;
    }

    // A line with many narrow characters takes more places than its column has, and pushes the cell right of it.
    void pull_back(const Placed& left, Placed& cell) const {
        const int edge = next(base(left.start, left.row), left.row);
        const int gap = cell.start - left.end;
        if (!is_tight(d_.text.chars[left.text.end - 1]) && !is_tight(d_.text.chars[cell.text.begin])) return;
        if (edge < 0 || left.end < edge || cell.start <= edge || (gap != 1 && gap != weight::pushed_indent)) return;
        const int start = gap > 1 ? edge + static_cast<int>(weight::indent) : edge;
        cell.end += start - cell.start;
        cell.start = start;
    }

    bool cut(const Placed& cell, Placed& left, Placed& right) {
        find_cuts(d_.text.chars, cell.text, cuts_);
        if (cuts_.empty()) return false;
        const int edge = base(cell.start, cell.row);
        const int beyond = next(edge, cell.row);
        const float measured = measure(edge, cell.row) - (edge == cell.start ? 0 : weight::indent);
        const bool known = measured >= weight::min_measure;
        if (known && ems(d_.text.view(cell.text)) < measured + weight::cut_over) return false;
        const Cut* best = nullptr;
        float least = weight::cut_most;
        for (const Cut& cut : cuts_) {
            const int at = cell.start + static_cast<int>(cut.right_begin - cell.text.begin);
            const int shift = beyond - at;
            const bool fits = beyond >= 0 && shift >= -1 && shift <= weight::most_shift;
            float cost = cut.cost;
            const float width = ems(d_.text.view({cell.text.begin, cut.left_end}));
            if (known)
                cost += std::abs(width - measured);
            else if (fits && width >= weight::min_measure &&
                     ems(d_.text.view({cut.right_begin, cell.text.end})) >= weight::min_measure)
                cost += weight::cut_by_shift * static_cast<float>(std::abs(shift));
            else
                continue;
            if (!cut.tight && !(fits && begun_.count(beyond, cell.row, weight::edge_rows) > 2)) continue;
            if (cut.cost >= weight::cut_latin_space && shift != 0) continue;
            if (cost < least) best = &cut, least = cost;
        }
        if (!best) return false;
        const int at = cell.start + static_cast<int>(best->right_begin - cell.text.begin);
        left = right = cell;
        left.text.end = best->left_end;
        left.end = cell.start + static_cast<int>(left.text.size());
        right.text.begin = best->right_begin;
        const int reach = known ? weight::most_push : weight::most_shift;
        right.start = beyond > cell.start && beyond >= at - 1 && beyond - at <= reach ? beyond : at;
        right.end = right.start + static_cast<int>(right.text.size());
        right.joined = true;
        return true;
    }

    const Document& d_;
    std::vector<Placed>& cells_;
    Seen<int> begun_;     // lines that begin at a place
    Seen<int> next_;      // where the cell right of a cell begins
    Seen<float> widths_;  // ems of lines, and of their parts before a space
    std::vector<Cut> cuts_;
};

}  // namespace

void cut_joined(const Document& document, std::vector<Placed>& cells) {
    // What the first walk cuts shows the second one where columns begin.
    if (Cutter(document, cells).run()) Cutter(document, cells).run();
}

}  // namespace broadsheet::repair_stage
