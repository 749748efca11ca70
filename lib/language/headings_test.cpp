#include "language/headings.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::language;

TEST_CASE("A wrapped headline goes on", "[headings]") {
    CHECK(wraps(U"全市今年新建二十座公共充电", U"站") > 0);
    CHECK(wraps(U"新桥让两岸居民出行更加方", U"便快捷") > 0);
    CHECK(wraps(U"老街“换新颜，", U"百姓得实惠”") > 0);
    CHECK(wraps(U"COUNCIL VOTES TO KEEP", U"OLD BRIDGE OPEN") > 0);
    CHECK(wraps(U"Neue Hinweise auf den Ver-", U"bleib der Akten") > 0);
}

TEST_CASE("A kicker, a deck or a column's name is a heading of its own", "[headings]") {
    CHECK(wraps(U"新城区区长张三：", U"把好事办实") < 0);
    CHECK(wraps(U"让老街焕发新活力", U"——来自新城的报道") < 0);
    CHECK(wraps(U"大桥通车带来新机遇", U"经济观察") < 0);
    CHECK(wraps(U"COUNCIL VOTES TO KEEP BRIDGE", U"Mayor promises repairs") < 0);
}

TEST_CASE("Two headlines that are set like sentences stand in a row", "[headings]") {
    const auto harbour = U"Der Hafen bekommt im Frühjahr neue Kräne",
               school = U"Schule am Wald sucht noch Lehrer für Musik";
    CHECK(wraps(harbour, school, Rows::marked) < 0);
    CHECK(wraps(harbour, school, Rows::apart) < 0);
    // Rows of one headline are shorter, or the second is the rest of a sentence.
    CHECK(wraps(U"Der Hafen bekommt noch", U"im Frühjahr neue Kräne", Rows::apart) > 0);
    CHECK(wraps(U"Le conseil refuse de fermer", U"le vieux pont", Rows::marked) > 0);
    CHECK(wraps(U"The Council Votes To Keep", U"Old Bridge Open", Rows::together) > 0);
}

TEST_CASE("initials at the end of a row end no sentence", "[headings]") {
    CHECK(wraps(U"BANKS MAY SELL ALL OF THEIR U.S.", U"BONDS", Rows::apart) >
          wraps(U"BANKS MAY SELL ALL OF THEIR GOLD.", U"BONDS", Rows::apart));
}

TEST_CASE("of headings with more rows those that meet count", "[headings]") {
    CHECK(wraps(U"DOW NOW SEES", U"RECORD PROFITS THIS YEAR AND THE NEXT", Rows::apart) < 0);
    CHECK(wraps(U"DOW NOW SEES", U"RECORD PROFITS THIS YEAR AND THE NEXT", Rows::apart, 12, 19) > 0);
}
