// What speaks for text that runs down its columns, and against it. Running text is 10 high, 12 from row to row.
#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

constexpr float measure = 150;

void lines(Sheet& sheet, float left, float top, int count) {
    for (int i = 0; i < count; ++i) {
        Row row;
        const float at = top + 12 * static_cast<float>(i);
        row.box = {left, at, left + measure, at + 10};
        row.ems = 15;
        sheet.rows.push_back(row);
    }
}

void heading(Sheet& sheet, float left, float top, float width) {
    Row row;
    row.box = {left, top, left + width, top + 20};
    row.ems = width / 20;
    sheet.rows.push_back(row);
}

bool flow(Sheet& sheet) {
    turn_upright(sheet);
    find_sizes(sheet);
    return flows(sheet);
}

// Five columns down the page.
Sheet long_columns() {
    Sheet sheet;
    for (int i = 0; i < 5; ++i) lines(sheet, 170 * static_cast<float>(i), 60, 40);
    return sheet;
}

}  // namespace

TEST_CASE("Text runs down long columns, below the title of the paper, too", "[geometry]") {
    Sheet plain = long_columns();
    CHECK(flow(plain));
    Sheet titled = long_columns();
    heading(titled, 100, 5, 600);
    CHECK(flow(titled));
}

TEST_CASE("Columns that begin together below others are those of articles", "[geometry]") {
    Sheet sheet, ragged;
    for (int i = 0; i < 6; ++i) {
        const float left = 170 * static_cast<float>(i);
        lines(sheet, left, 60, 20);
        lines(ragged, left, 60, 20);
        lines(sheet, left + 85, 340, 20);
        lines(ragged, left + 85, 340 + 7 * static_cast<float>(i), 20);
    }
    CHECK_FALSE(flow(sheet));
    CHECK(flow(ragged));
}

TEST_CASE("An upright headline beside columns is that of an article", "[geometry]") {
    Sheet sheet = long_columns();
    Row row;
    row.box = {850, 60, 870, 260};
    row.ems = 10;
    sheet.rows.push_back(row);
    CHECK(flow(sheet));  // one beside five columns may be a speck
    for (const float top : {60.0F, 300.0F}) {
        row.box = {-30, top, -10, top + 200};
        sheet.rows.push_back(row);
    }
    CHECK_FALSE(flow(sheet));
}

TEST_CASE("Headlines side by side, each over its columns, are those of articles", "[geometry]") {
    Sheet sheet;
    for (int i = 0; i < 6; ++i) lines(sheet, 170 * static_cast<float>(i), 60, i < 1 ? 24 : 6);
    heading(sheet, 0, 30, 320);
    CHECK(flow(sheet));
    heading(sheet, 340, 30, 320);
    heading(sheet, 680, 30, 320);
    CHECK_FALSE(flow(sheet));
}
