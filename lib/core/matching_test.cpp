#include "core/matching.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("the best whole wins over the best pair", "[repair][matching]") {
    // Greedy would take 0-1 (3) and leave 2 alone; the best sum is 0-3 and 2-1.
    const auto got = best_matching({{0, 1, 3.0F, 0}, {0, 3, 2.5F, 0}, {2, 1, 2.5F, 0}}, 4);
    REQUIRE(got.size() == 2);
    CHECK(got[0].to == 3);
    CHECK(got[1].to == 1);
}

TEST_CASE("a matching uses each end and each start once", "[repair][matching]") {
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < 500; ++i)
        for (std::uint32_t k = 1; k < 6; ++k)
            edges.push_back({i, (i + k) % 500, 1.0F + static_cast<float>(i * k % 7), 0});
    std::vector<int> from(500, 0), to(500, 0);
    for (const auto& e : best_matching(edges, 500)) {
        ++from[e.from];
        ++to[e.to];
    }
    for (int i = 0; i < 500; ++i) {
        CHECK(from[static_cast<std::size_t>(i)] <= 1);
        CHECK(to[static_cast<std::size_t>(i)] <= 1);
    }
    CHECK(best_matching({}, 10).empty());
}
