#include "language/triggers.hpp"

#include <catch2/catch.hpp>

using broadsheet::language::Triggers;

namespace {

Triggers some() {
    Triggers triggers;
    triggers.add(U"By ", 0);
    triggers.add(U"continued ", 1);
    triggers.add(U"记者", 70);
    triggers.add(U"摄", 130);
    triggers.sort();
    return triggers;
}

bool wakes(std::u32string_view text, std::size_t row, std::size_t from = 0) {
    Triggers::Rows woken{};
    some().wake(text, woken, from);
    return (woken[row / 64] >> row % 64 & 1U) != 0;
}

}  // namespace

TEST_CASE("Words wake their rows wherever they stand in a text") {
    CHECK(wakes(U"By Ann Lee", 0));
    CHECK(wakes(U"Story By ", 0));
    CHECK_FALSE(wakes(U"Story By", 0));
    CHECK_FALSE(wakes(U"by Ann Lee", 0));
    CHECK(wakes(U"(continued on page 4)", 1));
    CHECK_FALSE(wakes(U"ontinued on page 4", 1));
    CHECK(wakes(U"本报记者", 70));
    CHECK_FALSE(wakes(U"记录 作者", 70));
    CHECK(wakes(U"王小明摄", 130));
    CHECK(wakes(U"摄", 130));
    CHECK_FALSE(wakes(U"", 130));
}

TEST_CASE("What ends behind a known part of a text is found, though it begins there") {
    CHECK(wakes(U"is continued on", 1, 8));
    CHECK(wakes(U"as told By Ann", 0, 9));
    CHECK_FALSE(wakes(U"By a long way from here it begins", 0, 25));
}
