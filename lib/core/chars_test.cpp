#include "core/chars.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("Classes of characters", "[chars]") {
    CHECK(is(U'中', cls::han));
    CHECK(is(U'中', cls::wide));
    CHECK(is(U'あ', cls::kana));
    CHECK(is(U'é', cls::letter));
    CHECK(is(U'é', cls::lower));
    CHECK_FALSE(is(U'中', cls::letter));
    CHECK(is(U'。', cls::terminal));
    CHECK(is(U'“', cls::open));
    CHECK(is(U'”', cls::close));
    CHECK(is(U'﹃', cls::vertical_form));
    CHECK(is(U'\u00AD', cls::hyphen));
    CHECK_FALSE(is(U'—', cls::hyphen));
    CHECK(is(U'\uFEFF', cls::space));
    CHECK(is(U'\0', cls::odd));
}

TEST_CASE("Width in cells", "[chars]") {
    CHECK(cells(U"中文ab") == 6);
    CHECK(cells(U"“中”") == 5);
    CHECK(cells(U"e\u0301") == 1);
}

TEST_CASE("UTF-8 there and back", "[chars]") {
    const std::u32string text = U"aé中𠀀";
    CHECK(to_utf32(to_utf8(text)) == text);
}
