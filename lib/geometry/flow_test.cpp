#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

// A column of 30 lines in a region of its own.
void column(Sheet& sheet, float left, std::uint32_t region, std::uint32_t order = none) {
    for (int i = 0; i < 30; ++i) {
        Row row;
        const float top = 40 + 12 * static_cast<float>(i);
        row.box = {left, top, left + 100, top + 10};
        row.ems = 20;
        row.region = region;
        row.order = order;
        sheet.rows.push_back(row);
    }
}

std::uint32_t first_region(Sheet& sheet) {
    find_sizes(sheet);
    REQUIRE(find_flow(sheet));
    std::size_t rows = 0;
    for (const Stack& stack : sheet.stacks) rows += stack.rows.size();
    CHECK(rows == sheet.rows.size());
    return sheet.rows[sheet.stacks.front().rows.front()].region;
}

}  // namespace

TEST_CASE("Long columns are read from left to right", "[geometry]") {
    Sheet sheet;
    for (const auto k : {2U, 0U, 3U, 1U}) column(sheet, 110 * static_cast<float>(k), k);
    CHECK(first_region(sheet) == 0);
    CHECK(sheet.rows[sheet.stacks.back().rows.back()].region == 3);
}

TEST_CASE("The order of the source is followed where its places do not contradict it", "[geometry]") {
    Sheet sheet;
    for (const auto k : {0U, 1U}) column(sheet, 110 * static_cast<float>(k), k, 1 - k);
    CHECK(first_region(sheet) == 1);
    Sheet absurd;
    for (const auto k : {0U, 1U, 2U, 3U}) column(absurd, 110 * static_cast<float>(k), k, 3 - k);
    CHECK(first_region(absurd) == 0);
}

TEST_CASE("Headlines over several columns make a page of modules", "[geometry]") {
    Sheet sheet;
    for (const auto k : {0U, 1U, 2U, 3U}) column(sheet, 110 * static_cast<float>(k), k);
    for (int i = 0; i < 3; ++i) {
        Row row;
        const float top = 400 + 60 * static_cast<float>(i);
        row.box = {0, top, 430, top + 30};
        row.ems = 14;
        row.region = 9;
        sheet.rows.push_back(row);
    }
    find_sizes(sheet);
    CHECK_FALSE(find_flow(sheet));
}
