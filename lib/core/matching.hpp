// The set of edges with the greatest sum in which every end and every start is used at most once.
#pragma once

#include <cstdint>
#include <vector>

namespace broadsheet {

struct Edge {
    std::uint32_t from = 0;  // an open end
    std::uint32_t to = 0;    // an open start
    float score = 0;         // above 0
    float skipped = 0;       // texts between them
};

// Exact for the groups of ends and starts that a page has; for a very large group the best edges come first.
// The order of the edges does not matter.
[[nodiscard]] std::vector<Edge> best_matching(std::vector<Edge> edges, std::uint32_t nodes);

}  // namespace broadsheet
