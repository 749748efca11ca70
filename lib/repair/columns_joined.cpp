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
    void add(int place, int row, Value value) {
        const auto at = static_cast<std::size_t>(place);
        if (place >= most_near)
            far_[place].emplace_back(row, value);
        else if (at < near_.size())
            near_[at].emplace_back(row, value);
        else
            near_.resize(at + 1), near_[at].emplace_back(row, value);
    }

    // The values nearest to a row, so many at most.
    template <class Use>
    void near(int place, int row, Use use) const {
        const auto& all = of(place);
        auto below = std::lower_bound(all.begin(), all.end(), row, less);
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
        const auto& all = of(place);
        if (all.empty()) return 0;
        return static_cast<int>(std::lower_bound(all.begin(), all.end(), row + reach + 1, less) -
                                std::lower_bound(all.begin(), all.end(), row - reach, less));
    }

private:
    using Entries = std::vector<std::pair<int, Value>>;  // sorted by row

    static bool less(const std::pair<int, Value>& entry, int row) { return entry.first < row; }

    [[nodiscard]] const Entries& of(int place) const {
        static const Entries none;
        if (place < most_near) {
            const auto at = static_cast<std::size_t>(place);
            return place >= 0 && at < near_.size() ? near_[at] : none;
        }
        const auto found = far_.find(place);
        return found == far_.end() ? none : found->second;
    }

    // Pages are narrower than that; a line of a million characters is not to take room for as many places.
    static constexpr int most_near = 1024;

    std::vector<Entries> near_;
    std::map<int, Entries> far_;
};

class Cutter {
public:
    Cutter(const Document& d, std::vector<Placed>& cells) : d_(d), cells_(cells) {}

    // True if it cut any.
    bool run() {
        for (const Placed& cell : cells_) begun_.add(cell.start, cell.row, 1);
        own_.reserve(cells_.size());
        for (const Placed& cell : cells_) {
            find_cuts(d_.text.chars, cell.text, cuts_);
            find_sums(cell.text);
            bool whole = true;
            for (const Cut& cut : cuts_) {
                if (!cut.tight) continue;
                widths_.add(cell.start, cell.row, sums_[cut.left_end - cell.text.begin]);
                whole = false;
            }
            if (whole) widths_.add(cell.start, cell.row, sums_.back());
            own_.push_back({sums_.back(), base(cell.start, cell.row), !cuts_.empty()});
        }
        for (std::size_t i = 0; i + 1 < cells_.size(); ++i) {
            const Placed& cell = cells_[i];
            if (cells_[i + 1].row != cell.row) continue;
            const int edge = own_[i].edge;
            const float measured = measure(edge, cell.row);
            if (measured > 0 && own_[i].width > measured + weight::cut_over) continue;
            next_.add(edge, cell.row, own_[i + 1].edge);
        }
        std::vector<Placed> out;
        out.reserve(cells_.size() * 2);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            Placed rest = cells_[i];
            if (!out.empty() && out.back().row == rest.row) pull_back(out.back(), rest);
            Placed left;
            Placed right;
            Own own = own_[i];
            if (rest.start != cells_[i].start) own.edge = base(rest.start, rest.row);
            while (own.has_cuts && cut(rest, own, left, right)) {
                out.push_back(left);
                rest = right;
                own = {ems(d_.text.view(rest.text)), base(rest.start, rest.row), true};
            }
            out.push_back(rest);
        }
        cells_.swap(out);
        return cells_.size() > out.size();
    }

private:
    // What is known of a cell: its width in ems, the left edge of its column; may it be cut anywhere?
    struct Own {
        float width = 0;
        int edge = 0;
        bool has_cuts = false;
    };

    // The ems of a text's beginnings.
    void find_sums(Run text) {
        sums_.resize(text.size() + 1);
        float w = 0;
        for (std::uint32_t i = 0; i < text.size(); ++i) sums_[i + 1] = w += em(d_.text.chars[text.begin + i]);
    }

    // The left edge of the column of a line, which may be indented.
    [[nodiscard]] int base(int start, int row) const {
        int best = start;
        int most = 2 * begun_.count(start, row, weight::edge_rows);
        for (int place = start - 2; place >= std::max(0, start - weight::most_indent); --place)
            if (const int n = begun_.count(place, row, weight::edge_rows); n >= most && n > 1)
                best = place, most = n + 1;
        return best;
    }

    [[nodiscard]] float measure(int place, int row) {
        near_widths_.clear();
        widths_.near(place, row, [&](float w) { near_widths_.push_back(w); });
        const auto [measure, count] = commonest(near_widths_);
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
        const int gap = cell.start - left.end;
        if (gap != 1 && gap != weight::pushed_indent) return;
        if (!is_tight(d_.text.chars[left.text.end - 1]) && !is_tight(d_.text.chars[cell.text.begin])) return;
        const int edge = next(base(left.start, left.row), left.row);
        if (edge < 0 || left.end < edge || cell.start <= edge) return;
        const int start = gap > 1 ? edge + static_cast<int>(weight::indent) : edge;
        cell.end += start - cell.start;
        cell.start = start;
    }

    bool cut(const Placed& cell, const Own& own, Placed& left, Placed& right) {
        const float measured = measure(own.edge, cell.row) - (own.edge == cell.start ? 0 : weight::indent);
        const bool known = measured >= weight::min_measure;
        if (known && own.width < measured + weight::cut_over) return false;
        find_cuts(d_.text.chars, cell.text, cuts_);
        if (cuts_.empty()) return false;
        find_sums(cell.text);
        const int beyond = next(own.edge, cell.row);
        const Cut* best = nullptr;
        float least = weight::cut_most;
        for (const Cut& cut : cuts_) {
            const int at = cell.start + static_cast<int>(cut.right_begin - cell.text.begin);
            const int shift = beyond - at;
            const bool fits = beyond >= 0 && shift >= -1 && shift <= weight::most_shift;
            float cost = cut.cost;
            const float width = sums_[cut.left_end - cell.text.begin];
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
        right.start = beyond > cell.start && beyond >= at - 1 && beyond - at <= weight::most_shift ? beyond : at;
        right.end = right.start + static_cast<int>(right.text.size());
        right.joined = true;
        return true;
    }

    const Document& d_;
    std::vector<Placed>& cells_;
    Seen<int> begun_;       // lines that begin at a place
    Seen<int> next_;        // where the cell right of a cell begins
    Seen<float> widths_;    // ems of lines, and of their parts before a space
    std::vector<Own> own_;  // of each cell
    std::vector<Cut> cuts_;
    std::vector<float> sums_, near_widths_;
};

}  // namespace

void cut_joined(const Document& document, std::vector<Placed>& cells) {
    // What the first walk cuts shows the second one where columns begin.
    if (Cutter(document, cells).run()) Cutter(document, cells).run();
}

}  // namespace broadsheet::repair_stage
