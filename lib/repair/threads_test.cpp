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

TEST_CASE("a column goes on at the top of another one, whatever stands in the column between them",
          "[repair][threads]") {
    const auto got = blocks(
        "春天到了，河边的柳树长出了\n"
        "嫩芽，孩子们在草地上放风筝，老\n"
        "人们坐在长椅上聊天，说起往年收\n"
        "\n"
        "老桥拆了以后，河上只有一条\n"
        "渡船。渡工姓王，今年六十岁，在\n"
        "这条河上摇了四十年的船。\n"
        "他每天五点起床，先把船舱扫\n"
        "干净，再烧一壶开水，等第一批去\n"
        "镇上卖菜的人上船来。\n"
        "坐船的人多半认识他，上了船\n"
        "就喊一声王师傅，下船的时候把钱\n"
        "放在船头的木盒子里。\n"
        "天黑以后，他把船拴在老柳树\n"
        "下面，提着空了的水壶，沿着河堤\n"
        "慢慢地走回自己家去。\n"
        "\n"
        "成，也说起今年的雨水和田里的麦\n"
        "苗，大家都很高兴，一直说到太阳\n"
        "下山才回家去。\n");
    REQUIRE(got.size() == 5);
    CHECK(got[0] ==
          "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起往年收成，也说起今年的雨"
          "水和田里的麦苗，大家都很高兴，一直说到太阳下山才回家去。");
}

TEST_CASE("a text right below a byline goes on from nowhere", "[repair][threads]") {
    const auto got = blocks(
        "春天到了，河边的柳树长出了\n嫩芽，孩子们在草地上放风筝，老\n人们坐在长椅上聊天，说起往年的\n\n"
        "新桥通车\n本报记者 王小明\n"
        "桥面上昨天早上站满了人，大家\n都想第一个走到河的对岸去，孩子\n跑在最前面，老人慢慢跟着。\n");
    CHECK(got.back() == "桥面上昨天早上站满了人，大家都想第一个走到河的对岸去，孩子跑在最前面，老人慢慢跟着。");
}

TEST_CASE("of two texts that may go on the one is chosen with which the torn word is whole", "[repair][threads]") {
    CHECK(blocks("在白鹭河支流桃花溪，河\n"
                 "长祝平安每天都要走一遍六公\n"
                 "\n"
                 "校史馆里，一张泛黄的毕\n"
                 "业照吸引了许多人驻足。照片\n"
                 "上二十七名学生中，有十一人\n"
                 "\n"
                 "里的河岸。“以前捂着鼻子走，\n"
                 "现在提着相机走。”他说。\n"
                 "\n"
                 "后来回到乡村当了教师。\n") ==
          Texts{"在白鹭河支流桃花溪，河长祝平安每天都要走一遍六公里的河岸。“以前捂着鼻子走，现在提着相机走。”他说。",
                "校史馆里，一张泛黄的毕业照吸引了许多人驻足。照片上二十七名学生中，有十一人后来回到乡村当了教师。"});
}
