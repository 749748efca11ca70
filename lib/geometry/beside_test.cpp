// Columns beside upright headlines. Running text is 20 high, 28 from row to row, in columns of 300.
#include <catch2/catch.hpp>

#include "geometry/sheet.hpp"

using namespace broadsheet;
using namespace broadsheet::geometry;

namespace {

struct Boxed {
    Sheet sheet;

    // Gives the first row.
    std::uint32_t column(float left, int count, float last = 15, float first = 0, float top = 100) {
        const auto at = static_cast<std::uint32_t>(sheet.rows.size());
        for (int i = 0; i < count; ++i) {
            Row r;
            const float y = top + 28 * static_cast<float>(i), x = left + (i == 0 ? first : 0);
            r.box = {x, y, left + (i + 1 == count ? 20 * last : 300), y + 20};
            r.ems = (r.box.right - r.box.left) / 20;
            sheet.rows.push_back(r);
        }
        return at;
    }
    std::uint32_t upright(float left, float top = 100, float size = 2) {
        Row r;
        r.ems = 5;
        r.box = {left, top, left + 20 * size, top + 20 * size * r.ems};
        sheet.rows.push_back(r);
        return static_cast<std::uint32_t>(sheet.rows.size() - 1);
    }
    void set() {
        turn_upright(sheet);
        find_sizes(sheet);
        find_stacks(sheet);
        find_modules(sheet);
    }
    [[nodiscard]] std::uint32_t module_of(std::uint32_t row) const {
        for (const Stack& x : sheet.stacks)
            for (const auto r : x.rows)
                if (r == row) return x.module;
        return 0;
    }
};

}  // namespace

TEST_CASE("Columns between two upright headlines are parted where one text ends", "[geometry]") {
    Boxed page;
    const auto left = page.upright(0);
    const auto a = page.column(50, 8), b = page.column(370, 8, 6);
    const auto c = page.column(690, 12, 15, 40), d = page.column(1010, 11, 6);
    const auto right = page.upright(1330);
    page.set();
    CHECK(page.module_of(a) == page.module_of(left));
    CHECK(page.module_of(b) == page.module_of(left));
    CHECK(page.module_of(c) == page.module_of(right));
    CHECK(page.module_of(d) == page.module_of(right));
    CHECK(page.module_of(left) != page.module_of(right));
}

TEST_CASE("A column of another measure is another article's", "[geometry]") {
    Boxed page;
    const auto left = page.upright(0);
    const auto a = page.column(50, 8), b = page.column(370, 8);
    for (std::uint32_t r = b; r < page.sheet.rows.size(); ++r) page.sheet.rows[r].box.right += 40;
    const auto right = page.upright(730);
    page.set();
    CHECK(page.module_of(a) == page.module_of(left));
    CHECK(page.module_of(b) == page.module_of(right));
}

TEST_CASE("Every upright headline has text where there is some", "[geometry]") {
    Boxed page;  // text, headline | headline, text
    const auto a = page.column(0, 8), left = page.upright(310), right = page.upright(410), b = page.column(460, 8);
    page.set();
    CHECK(page.module_of(a) == page.module_of(left));
    CHECK(page.module_of(b) == page.module_of(right));
    CHECK(page.module_of(a) != page.module_of(b));
}

TEST_CASE("A kicker and a headline side by side have one text", "[geometry]") {
    Boxed page;
    const auto a = page.column(0, 9), b = page.column(320, 8, 5);
    const auto kicker = page.upright(630, 110, 1.4F), head = page.upright(668, 100, 2.4F);
    page.set();
    for (const auto row : {a, b, kicker}) CHECK(page.module_of(row) == page.module_of(head));
}

TEST_CASE("A byline in the first column sets its rows off by one", "[geometry]") {
    Boxed page;
    const auto a = page.column(0, 9), b = page.column(320, 8, 15, 0, 128), head = page.upright(640);
    page.sheet.rows[a].box.right = 120;
    page.sheet.rows[a].ems = 6;
    page.set();
    CHECK(page.module_of(a) == page.module_of(head));
    CHECK(page.module_of(b) == page.module_of(head));
    CHECK(page.sheet.stacks.front().beside);
}

TEST_CASE("A column begins beside another one, below the byline that this one has", "[geometry]") {
    Boxed page;
    Row heading;
    heading.ems = 7;
    heading.box = {0, 40, 280, 80};
    page.sheet.rows.push_back(heading);
    const auto left = page.column(0, 9), right = page.column(320, 8, 6, 0, 128);
    page.set();
    CHECK(page.module_of(left) == page.module_of(0));
    CHECK(page.module_of(right) == page.module_of(0));
}
