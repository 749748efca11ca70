#include "eval/order.hpp"

#include <algorithm>

#include "eval/normal.hpp"
#include "eval/probes.hpp"

namespace broadsheet::eval {

Share order(const Grouped& gold, const Grouped& predicted) {
    constexpr std::size_t shortest = 4, reach = 8;  // characters
    std::vector<std::u32string> probes;
    for (const auto& article : gold) {
        std::u32string before;
        for (const Labelled& block : article) {
            auto text = squeezed(block.text);
            if (before.size() >= shortest && text.size() >= shortest)
                probes.push_back(before.substr(before.size() - std::min(before.size(), reach)) + text.substr(0, reach));
            before = std::move(text);
        }
    }
    std::u32string output;
    for (const auto& article : predicted)
        for (const Labelled& block : article) output += squeezed(block.text);
    const auto found = present(output, probes);
    Share out{0, probes.size()};
    for (const auto& probe : probes) out.part += found.count(probe);
    return out;
}

}  // namespace broadsheet::eval
