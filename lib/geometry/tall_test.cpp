// Lines of running text with boxes that are too high. Running text is 20 high, 28 from row to row.
#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

void add(Sheet& sheet, float top, float high, float ems, float left = 0, float right = 300) {
    Row r;
    r.box = {left, top, right, top + high};
    r.ems = ems;
    sheet.rows.push_back(r);
}

// Rows of running text, and one of another make in their midst.
Sheet paragraph(float high, float ems, float gap = 0) {
    Sheet sheet;
    float y = 100;
    for (int i = 0; i < 9; ++i, y += 28) {
        if (i == 4) {
            y += gap;
            add(sheet, y - high / 2 + 10, high, ems);
            y += gap;
        } else {
            add(sheet, y, 20, 15);
        }
    }
    find_sizes(sheet);
    return sheet;
}

}  // namespace

TEST_CASE("A line in the middle of a paragraph is no headline, though its box is high", "[geometry]") {
    // Letters a little wider than elsewhere, too.
    Sheet sheet = paragraph(36, 14);
    CHECK(sheet.rows[4].size == 1);
    find_stacks(sheet);
    CHECK(sheet.stacks.size() == 1);

    SECTION("one with fewer letters is") { CHECK(paragraph(36, 8).rows[4].size > larger_type); }
    SECTION("so is one with white above and below it") { CHECK(paragraph(36, 14, 20).rows[4].size > larger_type); }
    SECTION("and one above the text, not in it") {
        Sheet page;
        add(page, 64, 36, 14);
        for (int i = 0; i < 8; ++i) add(page, 108 + 28 * static_cast<float>(i), 20, 15);
        find_sizes(page);
        CHECK(page.rows[0].size > larger_type);
    }
}
