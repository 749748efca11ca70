#include "core/digest.hpp"

#include <catch2/catch.hpp>

using broadsheet::digest;

TEST_CASE("The digest is that of xxhsum -H2", "[digest]") {
    CHECK(digest("") == "xxh3:99aa06d3014798d86001c324468d497f");
    CHECK(digest("a") != digest("b"));
    CHECK(digest("abc") == "xxh3:06b05ab6733a618578af5f94892f3950");
}
