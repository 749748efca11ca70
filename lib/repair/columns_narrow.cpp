#include "repair/columns_narrow.hpp"

#include <algorithm>

#include "repair/columns_zone.hpp"

namespace broadsheet::repair_stage::grid {

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

std::vector<Column> untangle(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                             const Pairs& pairs) {
    if (strips.size() < static_cast<std::size_t>(weight::min_split_rows)) return {};
    Zone zone(document, widths, strips, pairs);
    if (!zone.measure() || !zone.search()) return {};
    return zone.columns();
}

}  // namespace broadsheet::repair_stage::grid
