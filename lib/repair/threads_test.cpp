#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("a paragraph goes on behind a blank line, a caption, a headline", "[repair][threads]") {
    CHECK(blocks("春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起\n\n往年的收成，也说"
                 "起今年的雨水。\n") == Texts{"春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊"
                                              "天，说起往年的收成，也说起今年的雨水。"});
    const auto d = repaired(
        "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起\n\n"
        "新桥通车\n\n"
        "图为新桥。王小明 摄\n\n"
        "往年的收成，也说起今年的雨水。\n");
    CHECK(blocks(d)[0] ==
          "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起往年的收成，也说起今年的雨水"
          "。");
    CHECK(d.blocks.size() == 3);
    CHECK_FALSE(d.blocks[0].ends_open);
}

TEST_CASE("a false blank line before a quotation mark is seen through", "[repair][threads]") {
    CHECK(blocks("　　春天到了，河边的柳树都长出\n"
                 "了嫩芽，老人们坐在长椅上聊天，说\n"
                 "\n"
                 "“今年的雨水多”，又说“夏天一定会\n"
                 "有好收成”，大家都很高兴。\n") == Texts{"春天到了，河边的柳树都长出了嫩芽，老人们坐在长椅上聊天，说“今"
                                                         "年的雨水多”，又说“夏天一定会有好收成”，大家都很高兴。"});
}

TEST_CASE("a report that begins is no second half", "[repair][threads]") {
    const auto d = repaired(
        "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起\n\n"
        "本报讯（记者 王小明）昨天上午，河上的新桥通车，两岸的居民都来看热闹。\n");
    REQUIRE(d.blocks.size() == 2);
    CHECK(d.blocks[0].ends_open);
}

TEST_CASE("numbers find their units, small letters their sentence", "[repair][threads]") {
    CHECK(
        blocks(
            "镇上的商店去年一共卖出了各种农具两万多件，比前年多了近三成，收入达到2020\n\n万元，店主们说今年会更好。\n")
            .size() == 1);
    const auto got = blocks(
        "The bridge over the river will be opened to all traffic in the spring, the mayor said, and the toll\n\n"
        "NEW HARBOUR FOR THE TOWN\n\n"
        "will be taken off before the end of the year.\n\n"
        "Nobody had asked for it in the council.\n");
    REQUIRE(got.size() == 3);
    CHECK(got[0] ==
          "The bridge over the river will be opened to all traffic in the spring, the mayor said, and the toll will be "
          "taken off before the end of the year.");
}

TEST_CASE("a beginning that the page lost is marked", "[repair][threads]") {
    const auto d = repaired("，也说起今年的雨水和田里的麦苗，大家都很高兴，一直说到太阳下山。\n");
    REQUIRE(d.blocks.size() == 1);
    CHECK(d.blocks[0].starts_open);
}
