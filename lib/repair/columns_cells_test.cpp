#include "repair/columns_cells.hpp"

#include <catch2/catch.hpp>

#include "repair/columns_follow.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("what a line break cannot part holds the marks that may not begin a line", "[repair][columns]") {
    CHECK(ends_of(U"春天到了").first_unit == 1);
    CHECK(ends_of(U"“春”天到了").first_unit == 3);
    CHECK(ends_of(U"春，天到了").first_unit == 2);
}

TEST_CASE("a paragraph's first line lacks more than its indent if the next word did not fit", "[repair][columns]") {
    Document d;
    d.text.chars = U"春天到了柳树“长”出嫩芽";
    const auto cell = [&](Run text, float room) {
        Cell c;
        c.text = text;
        c.room = room;
        c.measure = 12;
        c.ends = ends_of(d.text.view(text));
        return c;
    };
    const Pairs pairs;
    const Cell below = cell({6, 12}, 0);
    CHECK(follow(d, pairs, cell({0, 6}, 4), below) < follow(d, pairs, cell({0, 6}, 6), below) - 1);
    // The right one of two in a line shows no indent.
    Cell right = cell({0, 6}, 4);
    right.joined = true;
    CHECK(follow(d, pairs, cell({0, 6}, 4), below) < follow(d, pairs, right, below) - 1);
}
