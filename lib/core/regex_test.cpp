#include "core/regex.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "broadsheet/broadsheet.hpp"
#include "core/given_up.hpp"
#include "core/match_chars.hpp"

using namespace broadsheet;

TEST_CASE("What a match may begin with", "[regex]") {
    const auto may = [](std::string_view expression, char32_t c) { return MatchChars(expression).may_begin(c); };
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
    CHECK(MatchChars("[^a]b").may_begin_anywhere());
    CHECK(MatchChars("a?b*").may_begin_anywhere());
    CHECK(MatchChars("a|.b").may_begin_anywhere());
    CHECK(MatchChars("(?:a|b?)$").may_begin_anywhere());
    CHECK(MatchChars("\\Sx").may_begin_anywhere());
}

TEST_CASE("What a text needs to hold a match", "[regex]") {
    const auto may = [](std::string_view expression, std::u32string_view text) {
        return MatchChars(expression).may_be_in(text, false);
    };
    CHECK(may("下转第?[一二三]版", U"下转二版"));
    CHECK_FALSE(may("下转第?[一二三]版", U"上接页"));
    CHECK_FALSE(may("a+(?:中b|文c)", U"aaabc"));
    CHECK(may("a+(?:中b|文c)", U"a文c"));
    CHECK(may("(?:中|文)?", U""));
    CHECK(may("(?=中)\\S", U"x"));  // what is only looked at is not counted on
    CHECK(may("中?a*", U"x"));
    CHECK_FALSE(may("a(?>中b)?+文", U"aa"));
    CHECK_FALSE(may("^.*(?:中|[文字]{1,2}).?$", U"abc"));
    CHECK(may("[^中]{2}", U"xx"));
    // All of it is needed, and each alternative by itself.
    CHECK_FALSE(may("\\d年\\d月|一版", U"3月"));
    CHECK(may("\\d年\\d月|一版", U"3年4月"));
    CHECK_FALSE(may("\\d年\\d月|一版", U"一年"));
    CHECK_FALSE(MatchChars("^[A-Z]版|^\\d页").may_be_in(U"A页", true));
    CHECK(MatchChars("^[A-Z]版|^\\d页").may_be_in(U"1页", true));
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

TEST_CASE("Classes and case are those of Unicode", "[regex]") {
    const auto found = [](std::string_view expression, std::u32string_view text) {
        return Pattern(expression).search(text);
    };
    CHECK(found("^\\p{Lu}\\p{Ll}\\p{L}$", U"Éüб"));
    CHECK_FALSE(found("\\p{Lu}", U"éü"));
    CHECK(found("^\\d\\D\\s\\S\\w\\W$", U"３x\u3000中é。"));
    CHECK_FALSE(found("\\S", U" \u3000\t"));
    CHECK_FALSE(found("\\D|\\W", U"3４"));
    CHECK(found("\\bÜber\\b", U"(Über)"));
    CHECK_FALSE(found("\\bber", U"Über"));
    CHECK(found("(?i:é\\x{411})", U"Éб"));
    CHECK_THROWS_AS(Pattern::check("[[:nothing:]]"), std::runtime_error);
}

TEST_CASE("A search that runs away is given up, and the notes say so", "[regex]") {
    const Pattern runaway("^(?:\\p{L}|\\p{L}\\p{L})+#");
    const std::u32string text = std::u32string(100, U'a') + U"! #";
    Document document;
    const GivenUp none;
    CHECK_FALSE(runaway.search(U"aaa!"));
    none.note(document, "segment");
    CHECK(document.notes.empty());

    const GivenUp two;
    CHECK_FALSE(runaway.search(text));
    CHECK_FALSE(runaway.search(text));
    two.note(document, "segment");
    REQUIRE(document.notes.size() == 1);
    CHECK(document.notes[0].severity == Severity::warning);
    CHECK(document.notes[0].stage == "segment");
    CHECK(document.notes[0].message.starts_with("2 searches for names, dates and jump lines took too long and were"));

    // In a stage, which asks this dictionary: its own expressions do not run away.
    Options options;
    options.repair.spells = [&](std::string_view, std::string_view) -> std::optional<bool> {
        (void)runaway.search(text);
        return {};
    };
    const auto page = process("The mayor came to the river on Mon-\nday and cut the ribbon. It was sunny.\n", options);
    REQUIRE(page.notes.size() == 1);
    CHECK(page.notes[0].stage == "repair");
}
