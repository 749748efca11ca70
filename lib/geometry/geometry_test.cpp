// Sizes, stacks, spans of headlines and modules, on pages of a few boxes. Running text here is 20 high, 28 from row to
// row, in columns of 300 with 30 between.
#include <catch2/catch.hpp>
#include <string>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

Row row(float left, float top, float ems, float size = 1) {
    Row r;
    r.box = {left, top, left + 20 * size * ems, top + 20 * size};
    r.ems = ems;
    return r;
}

// `count` rows of running text, the last one short.
void column(Sheet& sheet, float left, float top, int count, float last = 7) {
    for (int i = 0; i < count; ++i)
        sheet.rows.push_back(row(left, top + 28 * static_cast<float>(i), i + 1 == count ? last : 15));
}

void upright(Sheet& sheet, float left, float top, float ems, float size) {
    Row r = row(left, top, ems, size);
    r.box = {left, top, left + 20 * size, top + 20 * size * ems};
    sheet.rows.push_back(r);
}

void set(Sheet& sheet) {
    turn_upright(sheet);
    find_sizes(sheet);
    find_stacks(sheet);
    find_modules(sheet);
}

// The module that holds this row.
std::uint32_t module_of(const Sheet& sheet, std::uint32_t row) {
    for (const Stack& x : sheet.stacks)
        for (const auto r : x.rows)
            if (r == row) return x.module;
    return 0;
}

// All rows in reading order.
std::vector<std::uint32_t> order(const Sheet& sheet) {
    std::vector<std::uint32_t> out;
    for (const Stack& x : sheet.stacks) out.insert(out.end(), x.rows.begin(), x.rows.end());
    return out;
}

const Stack& stack_of(const Sheet& sheet, std::uint32_t row) {
    for (const Stack& x : sheet.stacks)
        for (const auto r : x.rows)
            if (r == row) return x;
    throw row;
}

}  // namespace

TEST_CASE("Type size is that of the running text, whatever the unit", "[geometry]") {
    for (const float scale : {1.0F, 0.25F, 12.0F}) {
        Sheet sheet;
        column(sheet, 0, 100, 12);
        sheet.rows.push_back(row(0, 40, 6, 2));
        for (Row& r : sheet.rows)
            r.box = {r.box.left * scale, r.box.top * scale, r.box.right * scale, r.box.bottom * scale};
        find_sizes(sheet);
        CHECK(sheet.height == Approx(20 * scale));
        CHECK(sheet.em == Approx(20 * scale));
        CHECK(sheet.pitch == Approx(28 * scale));
        CHECK(sheet.rows[0].size == Approx(1));
        CHECK(sheet.rows[12].size == Approx(2));
    }
}

TEST_CASE("A speck above a row makes it no headline, spaced letters neither", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 12);
    sheet.rows[3].box.top -= 16;                // high
    sheet.rows[11].box.right = 0 + 2 * 20 * 7;  // wide
    find_sizes(sheet);
    CHECK(sheet.rows[3].size < 1.3F);
    CHECK(sheet.rows[11].size < 1.3F);
}

TEST_CASE("A short row without strokes up or down stays in its column", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 8);
    Row low = row(0, 100 + 8 * 28 + 4, 3);
    low.box.bottom = low.box.top + 11;
    sheet.rows.push_back(low);
    set(sheet);
    CHECK(sheet.stacks.size() == 1);
}

TEST_CASE("Rows far apart, of another size or in another column are other stacks", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 6);
    column(sheet, 0, 400, 6);
    column(sheet, 330, 100, 6);
    sheet.rows.push_back(row(0, 40, 7, 2));
    find_sizes(sheet);
    find_stacks(sheet);
    CHECK(sheet.stacks.size() == 4);
    CHECK(stack_of(sheet, 18).heading);
    CHECK_FALSE(stack_of(sheet, 0).heading);
}

TEST_CASE("Bounds of a stack are those of most of its rows", "[geometry]") {
    Sheet sheet;
    column(sheet, 40, 100, 10);
    sheet.rows[2].box.left -= 15;   // a speck
    sheet.rows[4].box.right += 12;  // a mark that hangs
    find_sizes(sheet);
    find_stacks(sheet);
    REQUIRE(sheet.stacks.size() == 1);
    CHECK(sheet.stacks[0].left == Approx(40));
    CHECK(sheet.stacks[0].right == Approx(340));
    CHECK(sheet.stacks[0].box.left == Approx(25));
    CHECK(sheet.stacks[0].box.right == Approx(352));
}

TEST_CASE("A headline over two columns is read before both, and they before what is below", "[geometry]") {
    Sheet sheet;
    column(sheet, 330, 100, 8);               // 0: the right column first in the file
    column(sheet, 0, 100, 8, 15);             // 8
    sheet.rows.push_back(row(0, 40, 14, 2));  // 16
    sheet.rows.push_back(row(0, 380, 7, 2));  // 17
    column(sheet, 0, 440, 6);                 // 18
    set(sheet);
    const auto found = order(sheet);
    CHECK(found.front() == 16);
    CHECK(found[1] == 8);
    CHECK(found[9] == 0);
    CHECK(found[17] == 17);
    CHECK(module_of(sheet, 0) == module_of(sheet, 8));
    CHECK(module_of(sheet, 0) == module_of(sheet, 16));
    CHECK(module_of(sheet, 18) == module_of(sheet, 17));
    CHECK(module_of(sheet, 18) != module_of(sheet, 0));
}

TEST_CASE("The first line of a column is no deck, though it stands alone under the headline", "[geometry]") {
    Sheet sheet;
    sheet.rows.push_back(row(0, 100, 15, 2));
    column(sheet, 0, 150, 6, 15);                   // 1
    sheet.rows.push_back(row(330 + 100, 168, 10));  // 7: beside a large initial, on a page that is not quite straight
    column(sheet, 330, 196, 5);                     // 8
    set(sheet);
    CHECK(order(sheet) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
}

TEST_CASE("A centred headline stands over columns that it does not cover", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 8, 15);                 // 0
    column(sheet, 330, 100, 8, 15);               // 8
    column(sheet, 660, 100, 8);                   // 16
    sheet.rows.push_back(row(440, 40, 9.5F, 2));  // 24: from the second one into the third
    SECTION("so both are under it, and the first is not") {
        set(sheet);
        CHECK(stack_of(sheet, 24).over.left == Approx(330));
        CHECK(stack_of(sheet, 24).over.right == Approx(960));
        CHECK(module_of(sheet, 8) == module_of(sheet, 24));
        CHECK(module_of(sheet, 16) == module_of(sheet, 24));
    }
    SECTION("and where its middle is that of all three, all are") {
        sheet.rows[24] = row(310, 40, 8.5F, 2);
        set(sheet);
        CHECK(stack_of(sheet, 24).over.left == Approx(0).margin(1));
        CHECK(stack_of(sheet, 24).over.right == Approx(960));
        CHECK(module_of(sheet, 0) == module_of(sheet, 24));
    }
    SECTION("but no column under a headline of its own") {
        sheet.rows[24] = row(310, 40, 8.5F, 2);
        sheet.rows.push_back(row(660, 40, 7, 2));  // 25
        set(sheet);
        CHECK(stack_of(sheet, 24).over.right < 660);
        CHECK(module_of(sheet, 16) == module_of(sheet, 25));
        CHECK(module_of(sheet, 16) != module_of(sheet, 8));
    }
    SECTION("and one set flush left is over what it covers") {
        sheet.rows[24] = row(330, 40, 7, 2);
        set(sheet);
        CHECK(stack_of(sheet, 24).over.left == Approx(330));
        CHECK(stack_of(sheet, 24).over.right < 660);
    }
}

TEST_CASE("A label above a headline belongs to it, not to the text above", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 6);                 // 0
    sheet.rows.push_back(row(0, 310, 4));     // 6: a label
    sheet.rows.push_back(row(0, 340, 7, 2));  // 7
    column(sheet, 0, 400, 6);                 // 8
    set(sheet);
    CHECK(module_of(sheet, 6) == module_of(sheet, 7));
    CHECK(module_of(sheet, 6) != module_of(sheet, 0));
    const auto found = order(sheet);
    CHECK(found[6] == 6);
    CHECK(found[7] == 7);
}

TEST_CASE("A rule parts the text below from the text above", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 100, 6);  // 0
    column(sheet, 0, 300, 6);  // 6
    SECTION("without one it goes on") {
        set(sheet);
        CHECK(module_of(sheet, 0) == module_of(sheet, 6));
    }
    SECTION("with one it does not") {
        sheet.rules.push_back({0, 280, 300, 282});
        set(sheet);
        CHECK(module_of(sheet, 0) != module_of(sheet, 6));
    }
    SECTION("one beside the columns says nothing") {
        sheet.rules.push_back({330, 280, 630, 282});
        set(sheet);
        CHECK(module_of(sheet, 0) == module_of(sheet, 6));
    }
}

TEST_CASE("A column that begins beside the headline goes on from those below it", "[geometry]") {
    Sheet sheet;
    column(sheet, 0, 200, 8, 15);              // 0: what stands above both
    column(sheet, 330, 200, 8, 15);            // 8
    column(sheet, 660, 200, 6);                // 16
    sheet.rows.push_back(row(0, 460, 15, 2));  // 22: over the first two columns
    column(sheet, 0, 520, 8, 15);              // 23
    column(sheet, 330, 520, 8, 15);            // 31
    column(sheet, 660, 464, 10, 15);           // 39: beside the headline, ends with them
    sheet.rows.push_back(row(0, 140, 20, 2));  // 49
    set(sheet);
    CHECK(module_of(sheet, 39) == module_of(sheet, 31));
    CHECK(module_of(sheet, 39) != module_of(sheet, 16));
    CHECK(order(sheet).back() == 48);
}

TEST_CASE("An upright headline stands beside its text, at the right or at the left", "[geometry]") {
    Sheet sheet;
    column(sheet, 100, 100, 8, 15);  // 0
    column(sheet, 430, 100, 8, 15);  // 8
    SECTION("at the right") { upright(sheet, 750, 100, 5, 2); }
    SECTION("at the left") { upright(sheet, 40, 100, 5, 2); }
    set(sheet);
    CHECK(stack_of(sheet, 16).beside);
    CHECK(module_of(sheet, 16) == module_of(sheet, 0));
    CHECK(module_of(sheet, 8) == module_of(sheet, 0));
    CHECK(order(sheet).front() == 16);
}

TEST_CASE("Rows of an upright headline are read from the right", "[geometry]") {
    Sheet sheet;
    column(sheet, 100, 100, 10, 15);
    upright(sheet, 430, 100, 5, 2);  // 10
    upright(sheet, 480, 100, 5, 2);  // 11
    set(sheet);
    CHECK(stack_of(sheet, 10).rows == std::vector<std::uint32_t>{11, 10});
}

TEST_CASE("A few rows below a picture are its caption, and are read last", "[geometry]") {
    Sheet sheet;
    sheet.rows.push_back(row(0, 40, 14, 2));  // 0
    column(sheet, 0, 100, 12, 15);            // 1
    column(sheet, 330, 100, 2, 15);           // 13: above the picture
    sheet.rows.push_back(row(330, 416, 12));  // 15: below it
    set(sheet);
    CHECK(stack_of(sheet, 15).caption);
    CHECK(order(sheet).back() == 15);
}

TEST_CASE("An upright page is turned: its first row is the one at the right", "[geometry]") {
    Sheet sheet;
    for (int i = 0; i < 6; ++i) upright(sheet, 300 - 28 * static_cast<float>(i), 100, 15, 1);
    CHECK(turn_upright(sheet));
    CHECK(sheet.rows[0].box.top < sheet.rows[5].box.top);
    CHECK(sheet.rows[0].box.left == Approx(100));
    find_sizes(sheet);
    find_stacks(sheet);
    find_modules(sheet);
    REQUIRE(sheet.stacks.size() == 1);
    CHECK(sheet.stacks[0].rows.front() == 0);
}

TEST_CASE("Modules are read from the top, and from the left where they stand side by side", "[geometry]") {
    const std::vector<Box> boxes = {{500, 0, 900, 300}, {0, 0, 400, 500}, {0, 600, 900, 900}, {500, 320, 900, 580}};
    std::vector<std::uint32_t> modules = {2, 0, 3, 1};
    sort_from_top(boxes, modules);
    CHECK(modules == std::vector<std::uint32_t>{1, 0, 3, 2});
}

TEST_CASE("Boxes without end take no time", "[geometry]") {
    Sheet sheet;
    for (int i = 0; i < 4000; ++i)
        sheet.rows.push_back(row(static_cast<float>(i % 60) * 500, static_cast<float>(i / 60) * 90, 3));
    set(sheet);
    CHECK(order(sheet).size() == 4000);
}
