#include <algorithm>
#include <fstream>
#include <iterator>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("wrapped Chinese lines become paragraphs without blank lines between them", "[repair][join]") {
    // The extractor dropped the indent of two characters: first lines are shorter than the others.
    CHECK(blocks("春天到了，河边的柳树长出了\n"
                 "嫩芽，孩子们在草地上放风筝。老\n"
                 "人们坐在长椅上聊天，说起往年的\n"
                 "收成。\n"
                 "今年的雨水比去年多，田里的\n"
                 "麦苗长得很好。村里的人都说，只\n"
                 "要天气不变，夏天一定会有一个好\n"
                 "收成。\n"
                 "镇上的商店也热闹起来，卖种\n"
                 "子的，卖农具的，从早忙到晚。\n") ==
          Texts{"春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。老人们坐在长椅上聊天，说起往年的收成。",
                "今年的雨水比去年多，田里的麦苗长得很好。村里的人都说，只要天气不变，夏天一定会有一个好收成。",
                "镇上的商店也热闹起来，卖种子的，卖农具的，从早忙到晚。"});
}

TEST_CASE("nor does one that ends with an indented first line, where the next line is not indented", "[repair][join]") {
    // The extractor dropped the indents: a full first line is two characters shorter than the others.
    CHECK(blocks("春天到了，河边的柳树长出了\n"
                 "嫩芽，孩子们在草地上放风筝。老\n"
                 "人们坐在长椅上聊天，说起往年的\n"
                 "收成。\n"
                 "今年的雨水总算够用了大半。\n"
                 "田里的麦苗长得很好，大家都说只\n"
                 "要天气不变，夏天一定会有一个好\n"
                 "收成。\n"
                 "镇上的商店也热闹起来，卖种\n"
                 "子的，卖农具的，从早忙到晚。\n") ==
          Texts{"春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。老人们坐在长椅上聊天，说起往年的收成。",
                "今年的雨水总算够用了大半。田里的麦苗长得很好，大家都说只要天气不变，夏天一定会有一个好收成。",
                "镇上的商店也热闹起来，卖种子的，卖农具的，从早忙到晚。"});
}

TEST_CASE("a sentence that ends in a full line does not end its paragraph", "[repair][join]") {
    CHECK(blocks("　　春天到了，河边的柳树都长出\n"
                 "了嫩芽，孩子们在草地上放风筝呢。\n"
                 "老人们坐在长椅上聊天，说起往年的\n"
                 "收成。\n"
                 "　　今年的雨水比去年多了，田里\n"
                 "的麦苗长得很好，大家都很高兴。\n") ==
          Texts{"春天到了，河边的柳树都长出了嫩芽，孩子们在草地上放风筝呢。老人们坐在长椅上聊天，说起往年的收成。",
                "今年的雨水比去年多了，田里的麦苗长得很好，大家都很高兴。"});
}

TEST_CASE("traditional characters and Japanese are joined without spaces", "[repair][join]") {
    CHECK(blocks("港口的輪船今天早上起航，船上\n"
                 "載滿了茶葉和絲綢，岸上的人都來送\n"
                 "行。\n") == Texts{"港口的輪船今天早上起航，船上載滿了茶葉和絲綢，岸上的人都來送行。"});
    CHECK(
        blocks("　港の朝は早い。漁師たちは夜明け前に\n"
               "船を出し、昼過ぎには市場に魚を並べ、\n"
               "町の人たちがそれを買いに来る。\n") ==
        Texts{"港の朝は早い。漁師たちは夜明け前に船を出し、昼過ぎには市場に魚を並べ、町の人たちがそれを買いに来る。"});
}

TEST_CASE("text set without hyphens has the measure of its lines", "[repair][join]") {
    // No line ends in a hyphen, and hardly one is far longer than the others: nothing was taken out and run together.
    std::ifstream file(TESTDATA "/pages/en-front.txt", std::ios::binary);
    const auto found = blocks(std::string(std::istreambuf_iterator<char>(file), {}));
    CHECK(std::count(found.begin(), found.end(),
                     "After six hours of testimony and two recesses, the Harbor Commission voted early yesterday to "
                     "build a second drawbridge across the Tollgate Narrows, a project that has divided this port for "
                     "most of a decade.") == 1);
}

TEST_CASE("wrapped Western lines are joined with spaces, hyphens taken out", "[repair][join][hyphen]") {
    const auto d = repaired(
        "The harbour was quiet when the first boats re-\n"
        "turned from the banks. Few of the men had slept,\n"
        "and none of them had caught what they had hoped\n"
        "for.\n"
        "On the quay the buyers were waiting already, and\n"
        "the price of herring rose before noon.\n");
    CHECK(blocks(d) ==
          Texts{"The harbour was quiet when the first boats returned from the banks. Few of the men had "
                "slept, and none of them had caught what they had hoped for.",
                "On the quay the buyers were waiting already, and the price of herring rose before noon."});
    CHECK(dropped(d) == Texts{"hyphen: -"});
    CHECK(blocks("Der Hafen war still, als die ersten Boote am Mor-\n"
                 "gen von den Bänken zurückkamen. Nur wenige der\n"
                 "Männer hatten geschlafen, und die Preise stiegen.\n") ==
          Texts{"Der Hafen war still, als die ersten Boote am Morgen von den Bänken zurückkamen. Nur wenige der Männer "
                "hatten geschlafen, und die Preise stiegen."});
    CHECK(blocks("Le port était calme quand les premiers bateaux re-\n"
                 "vinrent des bancs. Peu d’hommes avaient dormi, et\n"
                 "le prix du hareng monta dès avant midi.\n") ==
          Texts{"Le port était calme quand les premiers bateaux revinrent des bancs. Peu d’hommes avaient dormi, et le "
                "prix du hareng monta dès avant midi."});
}

TEST_CASE("the page is its own dictionary of hyphens", "[repair][hyphen]") {
    const auto joined = [](const std::string& text) { return blocks(text).front(); };
    // The page has the word with its hyphen.
    CHECK(joined("It was a well-known fact that this was a well-\nknown house in the old part of the little town.\n")
              .find("a well-known house") != std::string::npos);
    // A capital behind the hyphen, a number, a suspended hyphen.
    CHECK(
        joined("For many years they were the guests of the Anglo-\nSaxon club, which stood in the market place here.\n")
            .find("Anglo-Saxon club") != std::string::npos);
    CHECK(joined(
              "They had all been bought in the long years of the A-\n10 road, when nobody thought about the railway.\n")
              .find("A-10 road") != std::string::npos);
    CHECK(
        joined(
            "There is a great difference between all the short-\nor long-term loans that a bank of this size gives.\n")
            .find("short- or long-term") != std::string::npos);
}

TEST_CASE("a heading above its text is a block of its own", "[repair][join]") {
    CHECK(blocks("新桥通车\n"
                 "春天到了，河边的柳树长出了\n"
                 "嫩芽，孩子们在草地上放风筝。老\n"
                 "人们坐在长椅上聊天，说起往年的\n"
                 "收成。\n") ==
          Texts{"新桥通车",
                "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。老人们坐在长椅上聊天，说起往年的收成。"});
}

TEST_CASE("the measure may change inside a page", "[repair][join]") {
    const auto got = blocks(
        "春天到了，河边的柳树\n"
        "长出了嫩芽，孩子们在草地\n"
        "上放风筝，老人们坐在长椅\n"
        "\n"
        "上聊天，说起往年的收成，也说起今年的雨水和田里\n"
        "的麦苗，说起镇上的商店和来往的客人，还有河上的\n"
        "船。\n");
    REQUIRE(got.size() == 1);
    CHECK(got[0] ==
          "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起往年的收成，也说起今年的雨水"
          "和田里的麦苗，"
          "说起镇上的商店和来往的客人，还有河上的船。");
}

TEST_CASE("without the pass each line is a block", "[repair][join]") {
    CHECK(repaired("春天到了，河边的柳树长出了\n嫩芽，孩子们在草地上放风筝。\n", {"join", "threads", "headlines"})
              .blocks.size() == 2);
}

TEST_CASE("whole paragraphs below each other are not wrapped lines", "[repair][join]") {
    CHECK(blocks("大桥合龙\n清晨六点，河上的雾还没有散尽，大桥最后一节钢箱梁已经从驳船上缓缓起吊，两岸站满了人。\n"
                 "总工程师守在温度监测屏前，一夜没有合眼，只有凌晨三点到五点这两个小时可以合龙。\n老街添新绿\n"
                 "城北老街的住户在门前种上了月季和石榴，街道还请来花匠，每个周末教大家修枝剪叶。\n")
              .size() == 5);
}

TEST_CASE("a row indented below an item of a list goes on with it", "[repair][join]") {
    ReadOptions as_markdown;
    as_markdown.from = "markdown";
    Document d = read("# Town notes\n\n- Market on Monday\n  and Tuesday\n- Choir on Friday\n", as_markdown);
    repair(d);
    CHECK(check(d) == "");
    CHECK(blocks(d) == Texts{"Town notes", "Market on Monday and Tuesday", "Choir on Friday"});
}

TEST_CASE("a line and its copy are not one", "[repair][join]") {
    for (const auto& block :
         blocks("5月12日，村民在晒场上翻晒新收的稻谷。孙磊 摄\n5月12日，村民在晒场上翻晒新收的稻谷。孙磊 摄\n"
                "稻谷丰收\n今年的稻谷比去年多收了两成，村民们忙着把谷子晒干入仓，等着粮站来收购。\n"))
        CHECK(block.find("摄5月") == std::string::npos);
}

TEST_CASE("a letter's opening and its farewell stand on lines of their own", "[repair][join]") {
    const auto d = repaired(
        "Monsieur le Rédacteur,\n"
        "La fanfare joue trop tard, et les ouvriers se lèvent à cinq\nheures du matin pour aller au port et aux "
        "carrières.\n"
        "Yours faithfully,\nA Ratepayer\n");
    CHECK(blocks(d).front() == "Monsieur le Rédacteur,");
    CHECK(blocks(d).back() == "A Ratepayer");
}

TEST_CASE("where talk stands the measure is that of the lines below", "[repair][join]") {
    const auto got = blocks(
        "“渡船还开吗？天黑了没有？”\n老王点点头。\n“那我等你，一起走回家去。”\n老王又点点头。\n"
        "“我下了班就来，你先去吧。”\n他们两个人认识了四十年，从来没有\n红过脸。\n“你看这雨，明天还会下的。”\n"
        "老王往西边的天上看了看，说明天不\n会下。\n“你怎么知道？你又没看报。”\n老王只是笑。\n"
        "河上的渡船开了三十年，两岸的人家\n都靠它去镇上买东西，孩子们靠它去\n对岸的学校上课，病人靠它去看医生\n"
        "，到了收麦子的时候，打麦机也要靠\n它运过河去。去年冬天河面结了冰，\n渡船停了半个月，镇上的店里就没有\n"
        "卖出过一斤盐。\n");
    CHECK(std::count(got.begin(), got.end(), "他们两个人认识了四十年，从来没有红过脸。") == 1);
    CHECK(std::count(got.begin(), got.end(), "老王往西边的天上看了看，说明天不会下。") == 1);
}
