#include "suggest.hpp"

#include <catch2/catch.hpp>

using broadsheet::app::nearest;

TEST_CASE("A slip of the finger still names a word", "[suggest]") {
    constexpr std::string_view words[] = {"extract", "repair", "explain", "list"};
    CHECK(nearest("reapir", words) == "repair");    // swapped
    CHECK(nearest("repai", words) == "repair");     // left out
    CHECK(nearest("listt", words) == "list");       // put in
    CHECK(nearest("explein", words) == "explain");  // changed
    CHECK(nearest("page", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest("pages/1931/extract", words).empty());
}
