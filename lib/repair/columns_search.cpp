#include <algorithm>

#include "core/chars.hpp"
#include "repair/columns_zone.hpp"

namespace broadsheet::repair_stage::grid {

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
    const auto m = static_cast<std::size_t>(above.count);
    const auto n = static_cast<std::size_t>(below.count);
    if (m == n && !pairs) {
        // Most rows have the columns of the one above.
        float cost = 0;
        for (std::size_t i = 0; i < n; ++i) cost += follow(above.cells[i], below.cells[i]);
        const float other = weight::column_begins + weight::column_ends - best_follow * static_cast<float>(n - 1);
        if (n == 1 || cost <= std::max(other, weight::plain_row)) return cost;
    }
    // cost[flags][i][j]: of i cells above and j below, by whether a column ended (1) or began (2): the first one that
    // does costs more than those that do so with it.
    struct Node {
        float cost;
        std::uint8_t flags;  // of the node before
        char step;
    };
    std::array<std::array<std::array<Node, row_cells + 1>, row_cells + 1>, 4> nodes;  // NOLINT: filled as it is read
    // Only rows of as many cells may both lose and gain a column: it seldom happens in others.
    const auto may = [m, n](unsigned f) { return m == n || f == 0 || f == (m > n ? 1U : 2U); };
    nodes[0][0][0] = {0, 0, 0};
    for (std::uint8_t f = 1; f < 4; ++f) nodes[f][0][0] = {1e9F, 0, 0};
    for (std::size_t i = 0; i <= m; ++i)
        for (std::size_t j = 0; j <= n; ++j) {
            const float match = i && j ? follow(above.cells[i - 1], below.cells[j - 1]) : 0;
            for (std::uint8_t f = 0; f < 4; ++f) {
                const auto reach = [&](Node& to, const Node& from, float cost, std::uint8_t flags, char step) {
                    if (from.cost + cost < to.cost) to = {from.cost + cost, flags, step};
                };
                Node& here = nodes[f][i][j];
                if (i + j) here = {1e9F, 0, 0};
                if (!may(f)) continue;
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
    for (std::uint32_t i = 0; i < n; ++i) {
        // Of the rows that end here only those near the best one are worth going on from.
        auto& above = ending[i];
        std::sort(above.begin(), above.end(), [this](auto p, auto q) { return rows_[p].best < rows_[q].best; });
        if (above.size() > weight::beam) above.resize(weight::beam);
        for (auto r = starting_[i].first; r < starting_[i].second; ++r) {
            Row& row = rows_[r];
            row.best = 1e9F;
            if (i == 0) row.best = row.cost + begin_cost(row.count - 1);
            for (const auto p : above) {
                const float floor = rows_[p].best + row.cost;
                if (floor - best_follow * static_cast<float>(row.count) >= row.best) break;
                const float cost = floor + align(rows_[p], row);
                if (cost < row.best) row.best = cost, row.from = p;
            }
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
    known_.assign(cells_.size() * weight::cached, 2 * weight::unknown);
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

}  // namespace broadsheet::repair_stage::grid
