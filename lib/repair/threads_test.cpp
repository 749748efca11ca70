#include <algorithm>

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
        "\n" +
        ferry_text +
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

TEST_CASE("nor does a text that a blank line parts from the byline above it", "[repair][threads]") {
    // Both characters of the joint stand side by side in the text: no reason to take the headline for an open line.
    const auto got = blocks(
        "老街的灯会办到月底\n\n"
        "通讯员 王小明\n\n"
        "底下三层的灯笼全是街坊自己扎的，用的是去年剩下的竹子和今年新买的红纸，从巷口一直挂到月底下的石桥。\n\n"
        "孩子们最爱的是那盏会转的走马灯，围着它看了一晚上也不肯回家去睡觉。\n");
    CHECK(got.front() == "老街的灯会办到月底");
}

TEST_CASE("a line that says who reports, and no more, goes on below", "[repair][threads]") {
    const auto got = blocks(
        "老街的灯会办到月底\n\n"
        "本报讯（记者 王小明）\n\n"
        "“灯笼全是街坊自己扎的，用的\n是去年剩下的竹子和今年新买的\n红纸。”老街的人都这么说。\n\n"
        "孩子们最爱的是那盏会转的走\n马灯，围着它看了一晚上也不肯\n回家去睡觉。\n");
    REQUIRE(got.size() == 3);
    CHECK(got[1] ==
          "本报讯（记者 王小明）“灯笼全是街坊自己扎的，用的是去年剩下的竹子和今年新买的红纸。”老街的人都这么说。");
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

namespace {

// Columns of the same width, with no blank lines between their paragraphs.
const std::string harbour =
    "SEAHAVEN, March 3 - The harbour was quiet\n"
    "when the first boats returned from the banks.\n"
    "Few of the men had slept since the storm\n"
    "began, and none of them wished to speak of\n"
    "what they had seen in the night before they\n";
const std::string railway =
    "\nLOWER SALTERN, June 14 - The first train on\n"
    "this line left the station at ten, and no one\n"
    "who stood there will forget it.\n"
    "The band played on the platform all morning.\n"
    "At noon the mayor spoke for half an hour.\n"
    "Nobody could hear him over the engine.\n"
    "A dinner was given in the goods shed.\n"
    "The guests came home by the last train.\n"
    "It was late, and two carts had to wait.\n"
    "The line will be opened to goods in May.\n";

}  // namespace

TEST_CASE("a column is passed as one, however many paragraphs it has", "[repair][threads]") {
    const auto got = blocks(harbour + railway +
                            "\nturned for home with the last of the light\n"
                            "and the wind behind them.\n");
    REQUIRE(got.size() > 2);
    CHECK(got[1].find("the night before they turned for home") != std::string::npos);
}

TEST_CASE("what stands below the head of a column follows what goes on there", "[repair][threads][frames]") {
    const auto got = blocks(harbour + railway +
                            "\nturned for home with the last of the light\n"
                            "and the wind behind them.\n"
                            "On the quay the buyers were still waiting at\n"
                            "noon, but there was little to be had.\n");
    REQUIRE(got.size() > 3);
    CHECK(got[2].starts_with("On the quay the buyers"));
}

TEST_CASE("a hyphen at a column's end wants a part of a word, not a word", "[repair][threads]") {
    const auto got = blocks(
        "SEAHAVEN, March 3 - The harbour was quiet\n"
        "when the first boats returned, and the men\n"
        "who had been out all night were slow to tie\n"
        "them up. The storm had come without a warn-\n"
        "\n"
        "LOWER SALTERN, June 14 - The first train on\n"
        "this line left the station at ten, and few of\n"
        "those who stood there had ever seen an engine\n"
        "so near to the houses of the lower town as it\n"
        "\n"
        "was on that day, when the band played for all\n"
        "the guests, and the mayor was heard by nobody.\n"
        "\n"
        "ing, and the lamp on the point was dark until\n"
        "the keeper had been found and was awake.\n");
    REQUIRE(got.size() > 1);
    CHECK(got[0].find("without a warning, and the lamp") != std::string::npos);
}

TEST_CASE("of two texts that may go on the one is chosen that is set to the same width", "[repair][threads]") {
    const auto got = blocks(
        "SEAHAVEN, March 3 - The harbour was quiet when the\n"
        "first of the boats returned, and the men who had been\n"
        "out all night were slow to tie them up. They had lost\n"
        "most of their nets, and those who stayed in the storm,\n"
        "\n"
        "LOWER SALTERN, June 14 - The first\n"
        "train on this line left the station\n"
        "at ten, and few of those who stood\n"
        "there had ever seen an engine so\n"
        "near to the houses of that town\n"
        "\n"
        "out on the water, said that no help had been sent to\n"
        "them before the morning, when the wind had fallen and\n"
        "the sea was calm again.\n");
    REQUIRE(got.size() > 1);
    CHECK(got[0].find("in the storm, out on the water") != std::string::npos);
}

TEST_CASE("of two texts that may go on the one is chosen that shares words", "[repair][threads]") {
    const auto got = blocks(
        "SEAHAVEN, March 3 - The harbour was quiet\n"
        "when the fishing boats returned, and the men\n"
        "who had been out all night were slow to tie\n"
        "them up. The fishermen had lost their nets in\n"
        "\n"
        "LOWER SALTERN, June 14 - The first train on\n"
        "this line left the station at ten, and few of\n"
        "those who stood on the platform had ever seen\n"
        "an engine so near to the houses, or heard\n"
        "\n"
        "the storm. Without nets no fishing boats will\n"
        "leave the harbour before the spring, and most\n"
        "of the fishermen have families to feed.\n"
        "\n"
        "the band that played for the train. When the\n"
        "engine whistled, the children ran along the\n"
        "platform and out of the station, and the men\n"
        "on the engine waved to them until it was gone\n"
        "from sight.\n");
    REQUIRE(got.size() > 1);
    CHECK(got[0].find("their nets in the storm. Without nets") != std::string::npos);
}

TEST_CASE("where blank lines stand behind whole texts only, a full last line goes on nowhere", "[repair][threads]") {
    const auto got = blocks(
        "Workers at the three bakeries in the town\n"
        "have voted by a majority of four to one to\n"
        "stop work from midnight on Saturday.\n"
        "\n"
        "The union wants a tenth more for those who\n"
        "begin before four in the morning. The\n"
        "owners say they cannot pay it without\n"
        "putting up the price of a loaf.\n"
        "\n"
        "Nobody knows how long the strike may last.\n"
        "\n"
        "The mayor has asked both sides to meet him\n"
        "at the town hall on Friday afternoon.\n");
    CHECK(got.size() == 4);
}
