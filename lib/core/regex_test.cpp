#include "core/regex.hpp"

#include <catch2/catch.hpp>

#include "core/first_chars.hpp"

using namespace broadsheet;

TEST_CASE("What a match may begin with", "[regex]") {
    const auto may = [](std::string_view expression, char32_t c) { return FirstChars(expression).may_be(c); };
    CHECK(may("abc|xyz", U'a'));
    CHECK(may("abc|xyz", U'x'));
    CHECK_FALSE(may("abc|xyz", U'b'));
    CHECK(may("^[(\\[]?(?:By|by) ", U'['));
    CHECK(may("^[(\\[]?(?:By|by) ", U'b'));
    CHECK_FALSE(may("^[(\\[]?(?:By|by) ", U'y'));
    CHECK(may("[a-c]{0,2}\\s*d+e", U'\t'));
    CHECK(may("[a-c]{0,2}\\s*d+e", U'd'));
    CHECK_FALSE(may("[a-c]{0,2}\\s*d+e", U'e'));
    CHECK(may("(?!x)\\p{Lu}", U'É'));
    CHECK_FALSE(may("(?!x)\\p{Lu}", U'é'));
    CHECK(may("(?:第|[一-三]\\d)页", U'三'));
    CHECK(may("\\d年", U'３'));
    // Anything
    CHECK(FirstChars("[^a]b").any());
    CHECK(FirstChars("a?b*").any());
    CHECK(FirstChars("a|.b").any());
    CHECK(FirstChars("(?:a|b?)$").any());
    CHECK(FirstChars("\\Sx").any());
}

TEST_CASE("Search tells the first place and its groups", "[regex]") {
    Run where;
    CHECK(Pattern("(b)c").search(U"abbc", &where, 1));
    CHECK((where.begin == 2 && where.end == 3));
    // ^ stands for the beginning of the text, also where only some of the alternatives have it.
    CHECK_FALSE(Pattern("^b|d").search(U"abc"));
    CHECK(Pattern("^b|d").search(U"bc"));
    CHECK(Pattern("^b|d").search(U"abcd", &where));
    CHECK(where.begin == 3);
    CHECK_FALSE(Pattern("^b").search(U"ab"));
    CHECK_FALSE(Pattern("b").search(U""));
    CHECK(Pattern("b?").search(U""));
}
