#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("a place label that sticks to a headline is set off where another stands alone", "[repair][labels]") {
    const std::string text =
        "东河今年修了一座桥，东河的居民从此不用坐船，东河的商店也热闹起来。\n\n"
        "西山今年种了很多树，西山的孩子们每天去浇水，西山的空气更好了。\n\n";
    const auto got = blocks(text + "东河\n\n西山 孩子们天天去浇水\n");
    REQUIRE(got.size() == 5);
    CHECK(got[3] == "西山");
    CHECK(got[4] == "孩子们天天去浇水");
    CHECK(blocks(text + "孩子们浇水 树苗都长大西山\n\n东河\n")[2] == "孩子们浇水 树苗都长大");
    // No label stands alone, or the page does not speak of the place.
    CHECK(blocks(text + "西山 孩子们天天去浇水\n").size() == 3);
    CHECK(blocks(text + "东河\n\n南岸 孩子们天天去浇水\n").size() == 4);
}
