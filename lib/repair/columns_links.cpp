#include "repair/columns_links.hpp"

#include <algorithm>
#include <cstdlib>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

Links link_cells(const std::vector<Placed>& cells) {
    Links links;
    links.over.assign(cells.size(), none);
    links.down.assign(cells.size(), none);
    links.up.assign(cells.size(), none);
    std::vector<std::uint32_t> sky;  // by place: the lowest cell so far
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        const Placed& cell = cells[i];
        const auto start = static_cast<std::size_t>(cell.start), end = static_cast<std::size_t>(cell.end);
        // A short line below an indented one, and an indented one below a short line.
        int from = std::max(0, cell.start - weight::most_indent);
        if (i > 0 && cells[i - 1].row == cell.row) from = std::min(cell.start, std::max(from, cells[i - 1].end));
        const auto reach = std::max(end, start + static_cast<std::size_t>(weight::most_indent) + 1);
        if (sky.size() < reach) sky.resize(reach, none);
        auto best = none;     // above its text
        auto aligned = none;  // ... at its left edge
        const auto lower = [&](std::uint32_t a, std::uint32_t b) { return b == none || cells[a].row > cells[b].row; };
        for (auto x = static_cast<std::size_t>(from); x < reach; ++x) {
            if (sky[x] == none) continue;
            if (std::abs(cells[sky[x]].start - cell.start) <= weight::most_indent && lower(sky[x], aligned))
                aligned = sky[x];
            if (x >= start && lower(sky[x], best)) best = sky[x];
        }
        if (aligned != none && (best == none || cells[aligned].row >= cells[best].row)) best = aligned;
        links.over[i] = best;
        if (best != none && best == aligned && links.down[best] == none) {
            links.up[i] = best;
            links.down[best] = i;
        }
        std::fill(sky.begin() + cell.start, sky.begin() + cell.end, i);
    }
    return links;
}

}  // namespace broadsheet::repair_stage
