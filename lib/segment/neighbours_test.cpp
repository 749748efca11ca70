// What stands between articles and around them: signatures of letters, lines that say where to ask, rules, tables.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

using Blocks = std::vector<std::pair<Role, std::string>>;

// The blocks of each article but its paragraphs, which are many.
std::vector<Blocks> articles(const std::string& text) {
    const auto d = process(text);
    REQUIRE(check(d).empty());
    std::vector<Blocks> found;
    for (const auto& a : d.articles) {
        found.emplace_back();
        for (const auto b : a.blocks)
            if (d.blocks[b].role != Role::paragraph)
                found.back().emplace_back(d.blocks[b].role, render(d, d.blocks[b]));
    }
    return found;
}

}  // namespace

TEST_CASE("Who signs a reader's letter with a place heads no other letter", "[segment]") {
    const auto found = articles(
        "Leserbriefe\n\nZum Bericht über den Stadtpark\n\nMit großem Bedauern habe ich gelesen, dass die alten\n"
        "Linden im Stadtpark gefällt werden sollen. Die Bäume\nhaben mehrere Generationen überlebt.\n\n"
        "Hans Meier, Neustadt\n\nZur Parkgebühr\n\nDie neue Gebühr trifft vor allem die Anwohner, die\n"
        "abends keinen Platz mehr finden.\n\nEva Lang, Altdorf\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].back() == std::pair{Role::byline, std::string("Hans Meier, Neustadt")});
    CHECK(found[1] == Blocks{{Role::headline, "Zur Parkgebühr"}, {Role::byline, "Eva Lang, Altdorf"}});
}

TEST_CASE("The day below a signature is of the signature", "[segment]") {
    const auto found = articles(
        "路灯坏了半个月没人修\n\n编辑同志：\n　　我家住在城东的新村，门口的路灯坏了半个月，晚上出门一片漆黑，老人孩子都"
        "不敢走。\n　　希望有关部门尽快修好。\n\n          市民 张大明\n          5月10日\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0] ==
          Blocks{{Role::headline, "路灯坏了半个月没人修"}, {Role::byline, "市民 张大明"}, {Role::byline, "5月10日"}});
}

TEST_CASE("The day at the head of a page signs nothing", "[segment]") {
    const auto found = articles(
        "2019年5月10日\n\n城北旧路开始翻修\n\n　　昨日上午，城北的一段旧路开始翻修，工人们在两侧围起挡板，车辆改走西边"
        "。\n");
    REQUIRE(found.size() == 1);
    for (const auto& block : found[0]) CHECK(block.first != Role::byline);
}

TEST_CASE("Two sentences on two lines are text, though the last has no stop", "[segment]") {
    const auto found = articles(
        "Konzert heute abend im Rathaus\n\nDie Blaskapelle spielt am Montag um 20 Uhr im\nRathaus. Karten unter "
        "Telefon "
        "0123/4567\n\nUnfall auf der Hauptstraße\n\nBei einem Unfall auf der Hauptstraße wurden gestern\nzwei Personen "
        "leicht verletzt. Die Polizei sucht Zeugen.\n");
    CHECK(found == std::vector<Blocks>{{{Role::headline, "Konzert heute abend im Rathaus"}},
                                       {{Role::headline, "Unfall auf der Hauptstraße"}}});
}

TEST_CASE("Short texts that share no words are briefs, not the parts of one", "[segment]") {
    const auto found = articles(
        "县医院新院区启用\n\n　　昨日上午，县医院新院区正式启用，设床位六百张，门诊当天接待了两千多名患者。\n\n老街改造"
        "工程"
        "动工\n\n　　住建局介绍，老街改造工程本周动工，工期一年，将更换管网并修复两侧的骑楼。\n\n足球队主场三连胜\n\n　"
        "　"
        "昨天，足球队在主场以二比零获胜，取得三连胜，前锋独中两元，球迷高歌到深夜。\n");
    CHECK(found == std::vector<Blocks>{{{Role::headline, "县医院新院区启用"}},
                                       {{Role::headline, "老街改造工程动工"}},
                                       {{Role::headline, "足球队主场三连胜"}}});
}

TEST_CASE("Two briefs may be all of a page, of one length, and both of yesterday", "[segment]") {
    CHECK(articles("商場升級\n市中心商場昨天宣布完成翻新，新增兩層停車場及兒童遊樂區。\n\n水管爆裂\n河東路地下水管昨天"
                   "爆裂，附近三百戶停水六小時，傍晚恢復。\n") ==
          std::vector<Blocks>{{{Role::headline, "商場升級"}}, {{Role::headline, "水管爆裂"}}});
    CHECK(articles(
              "Market road closed\nThe market road was closed for two hours yesterday after a lorry lost its load of "
              "bricks.\n\nCat comes home\nA cat missing since May sat before the door of its owner yesterday, thin "
              "but well.\n") ==
          std::vector<Blocks>{{{Role::headline, "Market road closed"}}, {{Role::headline, "Cat comes home"}}});
}

TEST_CASE("A headline set from top to bottom is no subhead", "[segment]") {
    const auto found = articles(
        "水\n库\n开\n闸\n放\n水\n\n　　连日大雨之后，城北水库昨天开闸放水，下游三个村的低洼地带提前撤离。水利局说，水位"
        "已经回落。\n\n新\n桥\n今\n日\n通\n车\n\n　　横跨东河的新桥今天通车，过河不必再绕行十公里，沿线居民一早来看热闹"
        "。\n");
    CHECK(found == std::vector<Blocks>{{{Role::headline, "水库开闸放水"}}, {{Role::headline, "新桥今日通车"}}});
}

TEST_CASE("A jump line may be broken over two rows", "[segment]") {
    const auto d = process(
        "BRIDGE OPENED\n\nThe new bridge over the river was opened on Monday by the mayor,\nwho walked across it with "
        "the "
        "oldest resident of the town, and\n(Continued on\nPage 9, Col. 2)\n");
    REQUIRE(check(d).empty());
    REQUIRE(d.articles.size() == 1);
    REQUIRE(d.articles[0].jumps.size() == 1);
    CHECK(d.articles[0].jumps[0].to_page == 9);
    CHECK(render(d, d.blocks[d.articles[0].blocks.back()]).ends_with("of the town, and"));
}

TEST_CASE("A telephone number is no headline", "[segment]") {
    const auto found = articles(
        "免费义诊周六举行\n\n　　市医院周六上午在广场举行免费义诊，市民可以带病历前来。\n\n咨询电话：0571-88889999\n\n"
        "城南集市恢复营业\n\n　　停业三个月的城南集市昨天恢复营业，摊主们一早就来摆摊。\n");
    REQUIRE(!found.empty());
    REQUIRE(!found[0].empty());
    CHECK(found[0][0] == std::pair{Role::headline, std::string("免费义诊周六举行")});
    for (const auto& blocks : found)
        for (const auto& block : blocks) CHECK(block.second != "咨询电话：0571-88889999");
}

TEST_CASE("A rule of Markdown parts articles", "[segment]") {
    const auto text = [](const std::string& rule) {
        return "# 本报评论：治水要有长心\n\n治水不是一天的事，要有长远的打算。河道清了，还要管住源头。\n\n"
               "管住源头，就要让沿岸的工厂和农户都担起责任。\n\n" +
               rule + "## 今日天气\n\n| 城市 | 天气 |\n|---|---|\n| 北京 | 晴 |\n";
    };
    const auto ruled = articles(text("---\n\n"));
    REQUIRE(ruled.size() == 2);
    CHECK(ruled[1][0] == std::pair{Role::headline, std::string("今日天气")});
    CHECK(ruled[1][1].first == Role::table);
    // Without it the heading stays above its table.
    const auto whole = articles(text(""));
    REQUIRE(whole.size() == 1);
    REQUIRE(whole[0].size() > 2);
    CHECK(whole[0][1] == std::pair{Role::subhead, std::string("今日天气")});
}
