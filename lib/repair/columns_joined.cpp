#include "repair/columns_joined.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "repair/columns_cells.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// What was seen in the rows around a row, by place.
template <class Value>
class Seen {
public:
    void add(int place, int row, Value value) { at_[place].emplace_back(row, value); }

    template <class Use>
    void near(int place, int row, int reach, Use use) const {
        const auto found = at_.find(place);
        if (found == at_.end()) return;
        const auto& all = found->second;  // sorted by row
        const auto less = [](const auto& entry, int r) { return entry.first < r; };
        for (auto it = std::lower_bound(all.begin(), all.end(), row - reach, less);
             it != all.end() && it->first <= row + reach; ++it)
            use(it->second);
    }

    [[nodiscard]] int count(int place, int row, int reach) const {
        int n = 0;
        near(place, row, reach, [&](const Value&) { ++n; });
        return n;
    }

private:
    std::map<int, std::vector<std::pair<int, Value>>> at_;
};

class Cutter {
public:
    Cutter(const Document& d, std::vector<Placed>& cells) : d_(d), cells_(cells) {}

    void run() {
        for (const Placed& cell : cells_) begun_.add(cell.start, cell.row, 1);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const Placed& cell = cells_[i];
            if (i + 1 < cells_.size() && cells_[i + 1].row == cell.row)
                next_.add(base(cell.start, cell.row), cell.row, base(cells_[i + 1].start, cell.row));
            widths_.add(cell.start, cell.row, ems(d_.text.view(cell.text)));
            find_cuts(d_.text.chars, cell.text, cuts_);
            for (const Cut& cut : cuts_)
                if (cut.tight) widths_.add(cell.start, cell.row, ems(d_.text.view({cell.text.begin, cut.left_end})));
        }
        std::vector<Placed> out;
        out.reserve(cells_.size() * 2);
        for (const Placed& cell : cells_) {
            Placed rest = cell;
            Placed left;
            Placed right;
            while (cut(rest, left, right)) {
                out.push_back(left);
                rest = right;
            }
            out.push_back(rest);
        }
        cells_.swap(out);
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
        widths_.near(place, row, weight::edge_rows, [&](float w) { widths.push_back(w); });
        const auto [measure, count] = commonest(widths);
        return count >= 2 ? measure : 0;
    }

    // Where the column right of one begins.
    [[nodiscard]] int next(int place, int row) const {
        std::map<int, int> counts;
        next_.near(place, row, weight::edge_rows, [&](int edge) { ++counts[edge]; });
        int best = -1;
        int most = 0;
        for (const auto& [edge, n] : counts)
            if (n > most) best = edge, most = n;
        return best;
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
            if (known)
                cost += std::abs(ems(d_.text.view({cell.text.begin, cut.left_end})) - measured);
            else if (fits)
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
        right.start = beyond > cell.start && beyond >= at - 1 && beyond - at <= weight::most_shift ? beyond : at;
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

void cut_joined(const Document& document, std::vector<Placed>& cells) { Cutter(document, cells).run(); }

}  // namespace broadsheet::repair_stage
