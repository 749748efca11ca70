// The order in which modules are read: from the top downward, and from left to right what stands side by side.
#include <algorithm>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

void sort_from_top(const std::vector<Box>& boxes, std::vector<std::uint32_t>& modules) {
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const Box &x = boxes[a], &y = boxes[b];
        const float across = shared_width(x, y), down = shared_height(x, y);
        if (across > 0.2F * std::min(width(x), width(y)) && x.top < y.top) return true;
        return down > 0.2F * std::min(height(x), height(y)) && across <= 0.2F * std::min(width(x), width(y)) &&
               x.left < y.left;
    };
    std::vector<std::uint32_t> out;
    std::sort(modules.begin(), modules.end(), [&](auto a, auto b) {
        return boxes[a].top + 0.5F * boxes[a].left < boxes[b].top + 0.5F * boxes[b].left;
    });
    while (!modules.empty()) {
        std::size_t pick = 0;
        for (std::size_t k = 0; k < modules.size(); ++k) {
            const bool free = std::none_of(modules.begin(), modules.end(),
                                           [&](auto m) { return m != modules[k] && before(m, modules[k]); });
            if (free) {
                pick = k;
                break;
            }
        }
        out.push_back(modules[pick]);
        modules.erase(modules.begin() + static_cast<std::ptrdiff_t>(pick));
    }
    modules = std::move(out);
}

}  // namespace broadsheet::geometry
