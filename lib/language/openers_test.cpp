#include "language/openers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace broadsheet::language;

TEST_CASE("A capital on an article or a conjunction opens a sentence", "[openers]") {
    CHECK(opens_sentence(U"The bridge was opened"));
    CHECK(opens_sentence(U"Es war kalt am Hafen"));
    CHECK(opens_sentence(U"Nachdem es kalt war"));
    CHECK(opens_sentence(U"Après la pluie, les rues"));
    CHECK(opens_sentence(U"Jamais la pluie ne"));
}

TEST_CASE("An agency before the dash opens a report", "[openers]") {
    CHECK(opens_with_source(U"LONDON (AP) -- The bridge was opened"));
    CHECK(opens_with_source(U"(dpa) — Die Brücke wurde eröffnet"));
    CHECK_FALSE(opens_with_source(U"London - the town of bridges"));
    CHECK_FALSE(opens_with_source(U"London (and its bridges) on foot"));
}

TEST_CASE("Names, nouns and capitals do not", "[openers]") {
    CHECK_FALSE(opens_sentence(U"the bridge was opened"));
    CHECK_FALSE(opens_sentence(U"THE BRIDGE WAS OPENED"));
    CHECK_FALSE(opens_sentence(U"Hafen und Brücke"));
    CHECK_FALSE(opens_sentence(U"Theatre in the park"));
    CHECK_FALSE(opens_sentence(U"La"));
    CHECK_FALSE(opens_sentence(U""));
}

TEST_CASE("Names of days are words of any news", "[openers]") {
    const auto times = time_words();
    for (const std::u32string_view word : {U"yesterday", U"montag", U"hier", U"昨天"})
        CHECK(std::find(times.begin(), times.end(), word) != times.end());
}
