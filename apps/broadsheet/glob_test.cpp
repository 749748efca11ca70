#include "glob.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::app;

TEST_CASE("Wildcards", "[glob]") {
    CHECK(matches("*", ""));
    CHECK(matches("*.txt", "a.txt"));
    CHECK(matches("*.txt", ".txt"));
    CHECK_FALSE(matches("*.txt", "a.txt.gz"));
    CHECK(matches("a*b*c", "a--b--b--c"));
    CHECK_FALSE(matches("a*b*c", "a--b--b--"));
    CHECK(matches("?", "中"));
    CHECK_FALSE(matches("?", "中文"));
    CHECK(matches("[a-c]x", "bx"));
    CHECK_FALSE(matches("[!a-c]x", "bx"));
    CHECK(matches("[一-龥]", "中"));
    CHECK_FALSE(matches("[a-z]", "中"));
    CHECK(matches("[]]", "]"));
    CHECK(matches("[a-]", "-"));
    CHECK(matches("[", "["));
    CHECK(matches("\\*", "*"));
    CHECK_FALSE(matches("\\*", "a"));
}

TEST_CASE("A pattern of many stars takes no time", "[glob]") {
    const std::string name(5000, 'a');
    CHECK_FALSE(matches("*a*a*a*a*a*a*a*a*a*a*a*ab", name));
}

TEST_CASE("The part before the first wildcard", "[glob]") {
    CHECK(fixed_part("/a/b/*.txt") == "/a/b/");
    CHECK(fixed_part("*.txt").empty());
    CHECK(fixed_part("a/b?/c") == "a/");
}
