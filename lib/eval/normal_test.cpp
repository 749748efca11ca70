#include "eval/normal.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::eval;

TEST_CASE("texts are compared in one form", "[eval]") {
    CHECK(normal(U"  The “old”\n pier — it’s gone ") == U"The\"old\"pier - it's gone");
    CHECK(normal(U"co\u00ADoperate") == U"cooperate");
    CHECK(normal(U"去年， 增长 12 %（约 3 万）") == normal(U"去年,增长 12 %(约3万)"));
    CHECK(normal(U"ﬁsh\u00A0market") == U"fish market");
    CHECK(normal(U"︵甲︶") == normal(U"(甲)"));
    CHECK(normal(U" \u3000\t").empty());
    CHECK(normal(U"a b") != normal(U"ab"));
}

TEST_CASE("lines are put together as gold says", "[eval]") {
    CHECK(put_together({U" the old ", U"", U"pier"}) == U"the old pier");
    CHECK(put_together({U"港口昨", U"\u3000日重开"}) == U"港口昨日重开");
    CHECK(put_together({U"他说“", U"yes"}) == U"他说“yes");
}

TEST_CASE("words, and forms for order and provenance", "[eval]") {
    CHECK(words_of(U"the old-time pier").size() == 3);
    CHECK(words_of(U"港口GDP增长 3%") == std::vector<std::u32string>{U"港", U"口", U"GDP", U"增", U"长", U"3%"});
    CHECK(squeezed(U"the har- bour\u00AD") == U"theharbour");
    CHECK(bare(U" “a”\u200B b") == U"\"a\"b");
}
