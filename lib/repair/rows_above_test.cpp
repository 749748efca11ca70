#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

const std::string fares =
    "老桥拆了以后，河上只有一条小\n"
    "小的渡船，渡工姓王，今年六十岁\n"
    "他在这条河上摇了四十年的船。\n"
    "渡船现在由村里的合作社管着\n"
    "每天从早上六点开到晚上八点，老\n"
    "人和上学的孩子过河不用花一分钱\n"
    "其他的人一次两块钱，由渡工\n"
    "收进船头的木盒子里，月底再交给\n"
    "合作社用来修船和买油。\n";

}  // namespace

TEST_CASE("white space inside the first line of a column parts the halves of a headline", "[repair][rows]") {
    CHECK(blocks("四十年风雨无阻 一心只为乡亲\n" + ferry_text)[0] == "四十年风雨无阻 一心只为乡亲");
    // A dateline has it too.
    CHECK(blocks("本报青石村三月五日电 河上的\n" + ferry_text)[0].starts_with("本报青石村三月五日电 河上的老桥"));
}

TEST_CASE("a headline and a short line with a dash stand right on their text", "[repair][rows]") {
    const auto got = blocks("四十年风雨无阻的那一条船\n——记老渡工和他的船\n" + fares);
    REQUIRE(got.size() > 2);
    CHECK(got[0] == "四十年风雨无阻的那一条船");
    CHECK(got[1] == "——记老渡工和他的船");
    CHECK(got[2].starts_with("老桥拆了以后"));
}

TEST_CASE("a headline on the second part of a torn paragraph goes above the first", "[repair][rows]") {
    const std::string first =
        "春天到了，河边的柳树长出了\n"
        "嫩芽，孩子们在草地上放风筝，老\n"
        "人们坐在长椅上聊天，说起往年收\n\n";
    const std::string second =
        "成，也说起今年的雨水和田里的麦\n"
        "苗，大家都很高兴，一直说到太阳\n"
        "下山才回家去。\n";
    const auto got = blocks(first + ferry_text + "\n柳树下的老人们聊起从前的日子吧\n" + second);
    CHECK(got[0] == "柳树下的老人们聊起从前的日子吧");
    CHECK(got[1].ends_with("说起往年收成，也说起今年的雨水和田里的麦苗，大家都很高兴，一直说到太阳下山才回家去。"));
    // With a comma at its end it is a line of the text.
    CHECK(blocks(first + ferry_text + "\n柳树下的老人们聊起从前的日子，\n" + second)[0].starts_with("春天到了"));
}

TEST_CASE("a line by itself that calls and asks is no part of a text", "[repair][rows]") {
    const auto got = blocks(
        "春天到了，河边的柳树长出了\n"
        "嫩芽，孩子们在草地上放风筝，老\n"
        "人们坐在长椅上聊天，说起往年的\n\n"
        "下雨了！谁有雨伞？\n\n" +
        ferry_text.substr(ferry_text.find("渡船")) +
        "\n收成，也说起今年的雨水和田里的麦\n"
        "苗，大家都很高兴，一直说到太阳\n"
        "下山才回家去。\n");
    CHECK(std::find(got.begin(), got.end(), "下雨了！谁有雨伞？") != got.end());
}
