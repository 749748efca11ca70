// Lines torn in two. Running text is 20 high, 28 from row to row, in columns of 300.
#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

std::uint32_t add(Sheet& sheet, float left, float top, float right, float size = 1, std::uint32_t region = none) {
    Row r;
    r.box = {left, top, right, top + 20 * size};
    r.ems = (right - left) / (20 * size);
    r.region = region;
    sheet.rows.push_back(r);
    return static_cast<std::uint32_t>(sheet.rows.size() - 1);
}

void lines(Sheet& sheet, float left, float top, int count) {
    for (int i = 0; i < count; ++i) add(sheet, left, top + 28 * static_cast<float>(i), left + 300);
}

std::vector<std::uint32_t> torn(Sheet& sheet) {
    find_sizes(sheet);
    return find_torn(sheet);
}

}  // namespace

TEST_CASE("Two rows in the place of a line are one line", "[geometry]") {
    Sheet sheet;
    lines(sheet, 0, 100, 3);
    const auto b = add(sheet, 140, 184, 300), a = add(sheet, 0, 184, 120);
    lines(sheet, 0, 212, 3);
    const auto next = torn(sheet);
    CHECK(next[a] == b);
    CHECK(next[b] == none);
    CHECK(next[0] == none);
}

TEST_CASE("Rows of two columns are not, though a line goes over both", "[geometry]") {
    Sheet sheet;
    const auto over = add(sheet, 0, 72, 620, 1.1F);
    lines(sheet, 0, 100, 5);
    lines(sheet, 320, 100, 5);
    for (const auto n : torn(sheet)) CHECK(n == none);
    CHECK(over == 0);
}

TEST_CASE("Notes two and two beside a line are not", "[geometry]") {
    Sheet sheet;
    lines(sheet, 0, 100, 3);
    add(sheet, 0, 184, 120);
    add(sheet, 125, 184, 300, 0.48F);
    add(sheet, 125, 194, 300, 0.48F);
    lines(sheet, 0, 212, 3);
    for (const auto n : torn(sheet)) CHECK(n == none);
}

TEST_CASE("Lines that the source has in different blocks are not", "[geometry]") {
    Sheet sheet;
    for (int i = 0; i < 4; ++i) add(sheet, 0, 100 + 28 * static_cast<float>(i), 120, 1, 1);
    for (int i = 0; i < 4; ++i) add(sheet, 140, 100 + 28 * static_cast<float>(i), 300, 1, 2);
    lines(sheet, 0, 212, 3);
    for (const auto n : torn(sheet)) CHECK(n == none);
}

TEST_CASE("Parts of a headline in one type are one row, headlines over columns of their own are not", "[geometry]") {
    Sheet sheet;
    const auto a = add(sheet, 0, 40, 260, 2), b = add(sheet, 276, 40, 500, 2);
    lines(sheet, 0, 100, 5);
    lines(sheet, 320, 100, 5);
    CHECK(torn(sheet)[a] == b);
    Sheet two;
    const auto c = add(two, 0, 40, 304, 2), d = add(two, 320, 40, 600, 2);
    lines(two, 0, 100, 5);
    lines(two, 320, 100, 5);
    CHECK(torn(two)[c] == none);
    CHECK(d == 1);
}
