#include "core/ends.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

TEST_CASE("A source in brackets stands behind the last sentence", "[ends]") {
    CHECK(without_source(U"It closed on Friday. (AP)") == U"It closed on Friday.");
    CHECK(without_source(U"桥已通车。（王小明）") == U"桥已通车。");
    CHECK(without_source(U"“桥通了！”（记者 王小明）") == U"“桥通了！");
}

TEST_CASE("Other brackets are no source", "[ends]") {
    for (const auto* text : {U"路在何方？（二）", U"The harbour board (HB)", U"They met J. (Joe) ", U"（桥通了。）",
                             U"It closed. (And so it will be for all of the winter)", U"(AP)", U"“好。”", U""})
        CHECK(without_source(text) == text);
}
