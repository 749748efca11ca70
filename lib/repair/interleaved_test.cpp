#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

const std::string herring =
    "\nBELLMOUTH, March 3 - The first herring shoals\n"
    "were seen off the point on Monday, two weeks\n"
    "before their time, and the boats went out the\n"
    "same night with every net that they have.\n";

}  // namespace

TEST_CASE("rows of two headlines in one line are parted by the words of their texts", "[repair][abreast]") {
    const auto got =
        blocks("SWING BRIDGE OPEN HERRING SHOALS\nFOR SUMMER\nSEEN EARLY OFF POINT\n" + bridge_text + herring);
    REQUIRE(got.size() == 4);
    CHECK(got[0] == "SWING BRIDGE OPEN FOR SUMMER");
    CHECK(got[1].starts_with("SEAHAVEN"));
    CHECK(got[2] == "HERRING SHOALS SEEN EARLY OFF POINT");
    CHECK(got[3].starts_with("BELLMOUTH"));
}

TEST_CASE("one headline stays whole, whatever report follows its text", "[repair][abreast]") {
    const auto got = blocks("SWING BRIDGE OVER BASIN\nWILL STAY OPEN ALL SUMMER\n" + bridge_text + herring);
    REQUIRE(got.size() == 3);
    CHECK(got[0] == "SWING BRIDGE OVER BASIN WILL STAY OPEN ALL SUMMER");
    // Rows of its own that speak of both: only rows in one line are those of two headlines.
    CHECK(blocks("SWING BRIDGE OPEN\nHERRING SHOALS SEEN\n" + bridge_text + herring)[0].find("HERRING") !=
          std::string::npos);
}

TEST_CASE("words of neither text stay at the end of the left row", "[repair][abreast]") {
    const auto got =
        blocks("SWING BRIDGE BEARINGS BAD HERRING SHOALS\nOPEN ALL SUMMER\nSEEN OFF POINT\n" + bridge_text + herring);
    REQUIRE(got.size() == 4);
    CHECK(got[0] == "SWING BRIDGE BEARINGS BAD OPEN ALL SUMMER");
}
