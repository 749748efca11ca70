#include "geometry/order.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using Indices = std::vector<std::uint32_t>;

TEST_CASE("Columns are read one after the other, sections one below the other", "[geometry]") {
    // Two columns, a headline over both, two columns; in no order.
    const std::vector<Box> boxes = {{110, 60, 200, 100}, {0, 60, 90, 100}, {20, 45, 180, 55},
                                    {110, 0, 200, 40},   {0, 25, 90, 40},  {0, 0, 90, 20}};
    CHECK(geometry::order_of_blocks(boxes, {}) == Indices{5, 4, 3, 2, 1, 0});
}

TEST_CASE("A rule over both columns parts what stands above it from what stands below", "[geometry]") {
    const std::vector<Box> boxes = {{0, 60, 90, 100}, {110, 0, 200, 40}, {0, 0, 90, 40}, {110, 60, 200, 100}};
    CHECK(geometry::order_of_blocks(boxes, {{0, 49, 200, 51}}) == Indices{2, 1, 0, 3});
    CHECK(geometry::order_of_blocks(boxes, {}) == Indices{2, 0, 1, 3});
}

TEST_CASE("A number at a column's edge stands where it stands in the column", "[geometry]") {
    const std::vector<Box> boxes = {{0, 0, 90, 40}, {30, 42, 60, 46}, {0, 48, 10, 52}, {0, 54, 90, 90}};
    CHECK(geometry::order_of_blocks(boxes, {}) == Indices{0, 1, 2, 3});
}

TEST_CASE("Two lines of a note stand beside one line of the text", "[geometry]") {
    // Text, two half rows, text; the next row begins with two half rows.
    const std::vector<Box> boxes = {{70, 0, 100, 20}, {40, 10, 68, 20}, {40, 0, 70, 10},
                                    {0, 0, 39, 20},   {0, 32, 50, 42},  {0, 22, 50, 32}};
    CHECK(geometry::order_of_lines(boxes) == Indices{3, 2, 1, 0, 5, 4});
}

TEST_CASE("A note's second line ends before the next row begins", "[geometry]") {
    // A text with a note of two lines, then two whole rows of the note that are shorter: nothing of them stands below.
    const std::vector<Box> boxes = {{0, 23, 55, 32}, {60, 10, 100, 20}, {60, 0, 100, 10}, {0, 0, 58, 20}};
    CHECK(geometry::order_of_lines(boxes) == Indices{3, 2, 1, 0});
    // Half a row on, without a row as high as both.
    const std::vector<Box> halves = {{0, 11, 50, 20}, {60, 0, 100, 10}};
    CHECK(geometry::order_of_lines(halves) == Indices{1, 0});
}

TEST_CASE("How much of an order its places contradict", "[geometry]") {
    const std::vector<Box> boxes = {{0, 0, 90, 10}, {0, 12, 90, 22}, {0, 24, 90, 34}};
    CHECK(geometry::share_of_lines_reversed(boxes, {0, 1, 2}) == 0);
    CHECK(geometry::share_of_lines_reversed(boxes, {2, 1, 0}) == 1);
    CHECK(geometry::share_of_blocks_reversed(boxes, {}, {0, 2, 1}) == 0.5F);
}
