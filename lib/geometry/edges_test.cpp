// Edges of columns. Running text is 20 high, 28 from row to row, in columns of 300.
#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

// A column whose edges run to the left by so much from row to row; some rows are indented.
Edges edges(float slant) {
    Sheet sheet;
    for (int i = 0; i < 40; ++i) {
        const auto at = static_cast<float>(i);
        const float left = 100 - slant * at, indent = i % 8 == 4 ? 30 : 0;
        Row r;
        r.box = {left + indent, 100 + 28 * at, left + 300, 120 + 28 * at};
        r.ems = (300 - indent) / 20;
        sheet.rows.push_back(r);
    }
    find_sizes(sheet);
    find_stacks(sheet);
    REQUIRE(sheet.stacks.size() == 1);
    return edges_of(sheet, sheet.stacks[0]);
}

}  // namespace

TEST_CASE("The edge of a column that leans runs with its rows", "[geometry]") {
    const Edges leaning = edges(2);
    REQUIRE(leaning.left.size() == 40);
    for (std::size_t i = 0; i < 40; ++i) {
        const float row = 100 - 2 * static_cast<float>(i);
        CHECK(leaning.left[i] > row - 12);  // less than an indent
        CHECK(leaning.left[i] < row + 12);
    }
    CHECK(leaning.measure > 285);
    CHECK(leaning.measure < 315);
    const Edges straight = edges(0);
    CHECK(straight.left[0] == 100);
    CHECK(straight.left[36] == 100);
    CHECK(straight.measure == 300);
}
