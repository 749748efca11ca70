#include "core/evidence.hpp"

#include <catch2/catch.hpp>

using broadsheet::Evidence;

TEST_CASE("evidence says what it is made of, and what tipped it", "[core][evidence]") {
    Evidence e(true);
    e.add({"first", 2});
    CHECK(e.why() == "first +2.0");
    e.add({"second", -1});
    // Without the first it would be below 0.
    CHECK(e.why() == "first +2.0, second -1.0 = +1.0, tipped by \"first\"");
    e.add({"third", 1});
    e.add({"nothing", 0});
    // A sum of 0 is not above the limit.
    CHECK(e.why() == "first +2.0, second -1.0, third +1.0 = +2.0, tipped by \"first\"");
    e.add({"fourth", 1});
    CHECK(e.why() == "first +2.0, second -1.0, third +1.0, fourth +1.0 = +3.0");
    CHECK(e.why(2.5F).find("tipped by \"third\"") != std::string::npos);  // the lightest that is heavy enough
    CHECK(e.sum() == 3);

    Evidence silent;
    silent.add({"first", 2});
    CHECK((silent.why().empty() && silent.sum() == 2));
}
