#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("rows of figures are a table, one block each", "[repair][tables]") {
    const auto d = repaired("球队 胜 平 负 积分\n码头队 6 2 1 20\n纺织厂队 6 1 2 19\n沙洲队 4 2 3 14\n");
    REQUIRE(d.blocks.size() == 4);
    for (const auto& line : d.lines) CHECK(line.mark == Mark::table_row);
    CHECK(repaired("Dockers 2 Mill Street 1\nHightown 0 Pell Valley 3\nRovers 1 Quarrymen 1\n").blocks.size() == 3);
}

TEST_CASE("numbers in running text make no table", "[repair][tables]") {
    const auto d = repaired(
        "In 1990 the town had 12 mills and in\n1991 it had 14 of them, of which 3 were\nnew ones with 200 looms.\n");
    for (const auto& line : d.lines) CHECK(line.mark == Mark::plain);
}

TEST_CASE("dots that lead to figures make a table", "[repair][tables]") {
    const auto d = repaired(
        "Wheat, red, old ........ 64s. 0d.\nBarley ................. 31s. 0d.\nOats, feed . . . . . . . 22s. 0d.\n");
    REQUIRE(d.blocks.size() == 3);
    for (const auto& line : d.lines) CHECK(line.mark == Mark::table_row);
    CHECK(repaired("He said .... and then 12 of them\nwent home to their farms in the\nvalley, where 3 stayed.\n")
              .lines[0]
              .mark == Mark::plain);
}

TEST_CASE("names with figures behind them are a list of prices, however these are read", "[repair][tables]") {
    const std::string prices =
        "Barley Malt 30 3l\nOat Meal Con 06\nRed Clover Seed 300 at 4yi 200 at\n42 seller 60\nWhite Beans 41l 06\nRye "
        "of Pell OO 01\n";
    for (const auto& line : repaired(prices).lines) CHECK(line.mark == Mark::table_row);
    // Three are too few, and sentences that have figures at their ends begin low.
    for (const auto& line : repaired("Barley Malt 30 3l\nOat Meal Con 06\nWhite Beans 41l 06\n").lines)
        CHECK(line.mark == Mark::plain);
    for (const auto& line :
         repaired("The mill of Pell was built in 1904\nand burnt down in the year of 1912\nbut it was built again in "
                  "1913\nby the sons of its owner, and 2\nThousand people came to see it in 1914\n")
             .lines)
        CHECK(line.mark == Mark::plain);
}

TEST_CASE("lines with bullets are items of a list", "[repair][tables]") {
    const auto d = repaired("- sturdy shoes\n- a coat and warm clothes\n- food for a day\n");
    REQUIRE(d.blocks.size() == 3);
    for (const auto& line : d.lines) CHECK(line.mark == Mark::list_item);
    // Speech opens with a stroke, too.
    for (const auto& line : repaired("- Are you going?\n- I am.\n- So am I.\n").lines) CHECK(line.mark == Mark::plain);
}
