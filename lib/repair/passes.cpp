// Stub: every line a block.
#include "broadsheet/repair.hpp"

namespace broadsheet {

std::span<const Pass> passes() { return {}; }

void repair(Document& d, const RepairOptions& /*options*/) {
    for (std::uint32_t i = 0; i < d.lines.size(); ++i) {
        if (d.lines[i].mark == Mark::hidden) continue;
        const auto first = static_cast<std::uint32_t>(d.pieces.size());
        d.pieces.push_back({d.lines[i].text, i, Joint::glue});
        d.blocks.push_back({first, first + 1});
    }
}

}  // namespace broadsheet
