#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("what stands below the second half of a paragraph follows it", "[repair][threads][frames]") {
    const auto got = blocks(
        "SEAHAVEN, March 3 - The harbour was quiet\n"
        "when the first boats returned from the banks.\n"
        "Few of the men had slept, and none of the\n"
        "\n"
        "LOWER SALTERN, June 14 - The first train on\n"
        "this line left the station at ten, and no one\n"
        "who stood there will forget it.\n"
        "\n"
        "younger ones had caught what they had hoped\n"
        "for in all those weeks.\n"
        "Some went home with empty baskets, and some\n"
        "came back the next day.\n");
    REQUIRE(got.size() >= 3);
    CHECK(got[got.size() - 2].starts_with("Some went home"));
    CHECK(got.back().starts_with("LOWER SALTERN"));
}

TEST_CASE("columns that come before what they go on from wait for it", "[repair][threads][frames]") {
    const auto got = blocks(
        "est of them) had caught what they had hoped\n"
        "for in all those weeks.\n"
        "Some went home with empty baskets, and some\n"
        "came back the next day.\n"
        "\n"
        "SEAHAVEN, March 3 - The harbour was quiet\n"
        "when the first boats returned from the banks.\n"
        "Few of the men had slept, and none (the young-\n");
    REQUIRE(got.size() >= 2);
    CHECK(got.front().starts_with("SEAHAVEN"));
    CHECK(got.back().starts_with("Some went home"));
}
