#include "segment/segmented_page.hpp"

using namespace broadsheet;
using namespace broadsheet::segment_stage;

TEST_CASE("Headlines before their texts", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge + "\n山前村柿子丰收 果农增收有门路\n\n" + orchard);
    REQUIRE(d.articles.size() == 2);
    CHECK(headline(d, 0) == "青石河大桥顺利合龙");
    CHECK(headline(d, 1) == "山前村柿子丰收 果农增收有门路");
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "paragraph"});
    CHECK(d.articles[0].authors == std::vector<std::string>{"李青"});
    CHECK(d.articles[0].lang == "zh-Hans");
}

TEST_CASE("Headlines after their texts", "[segment]") {
    const auto d = page(bridge + "\n青石河大桥顺利合龙\n\n" + orchard + "\n山前村柿子丰收 果农增收有门路\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(headline(d, 0) == "青石河大桥顺利合龙");
    CHECK(headline(d, 1) == "山前村柿子丰收 果农增收有门路");
}

TEST_CASE("A photograph with headline, caption and credit is an article", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge +
                        "\n山前村里晒秋忙\n\n10月9日，山前村的晒场上铺满了刚收的玉米和辣椒。\n\n记者 王禾 摄\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(d.articles[1].type == ArticleType::photo);
    CHECK(roles(d, 1) == Roles{"headline", "caption", "credit"});
}

TEST_CASE("English: bylines, datelines and capitals", "[segment]") {
    const auto d = page(
        "HARBOUR BOARD TO DEEPEN CHANNEL\n\nBy Ann Lee\n\nPORT ELMS, March 3 - The harbour board voted on Monday to "
        "deepen the channel so that "
        "larger grain ships can reach the docks.\n\nThe board said dredging of the channel would begin in May and cost "
        "two million.\n\n"
        "POTATO PRICES FALL AFTER RAIN\n\nMILLFORD, March 3 - Potato prices fell sharply at the Millford market after "
        "a week of rain, farmers "
        "said.\n\nFarmers expect a potato harvest above that of last year.\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0) == Roles{"headline", "byline", "paragraph", "paragraph"});
    CHECK(d.articles[0].authors == std::vector<std::string>{"Ann Lee"});
    CHECK(headline(d, 1) == "POTATO PRICES FALL AFTER RAIN");
    CHECK(d.articles[1].lang == "en");
}

TEST_CASE("A jump line is taken off and reported", "[segment]") {
    const auto d =
        page("青石河大桥顺利合龙\n\n本报讯（记者 李青）青石河大桥昨日合龙，大桥全长八百米，连接两岸。（下转第三版）\n");
    REQUIRE(d.articles.size() == 1);
    REQUIRE(d.articles[0].jumps.size() == 1);
    CHECK(d.articles[0].jumps[0].to_page == 3);
    CHECK(text(d, 0, 1).find("下转") == std::string::npos);
    CHECK(d.dropped.back().reason == Reason::jump_line);
}

TEST_CASE("A jump line of its own is dropped, and ends its article", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge + "\n（下转第三版）\n\n" +
                        "两岸居民盼通车\n\n大桥通车之后两岸往来更便捷，青石河边的居民盼着年底早日通车。\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(d.articles[0].blocks.size() == 3);
    REQUIRE(d.articles[0].jumps.size() == 1);
    CHECK(d.articles[0].jumps[0].to_page == 3);
    CHECK_FALSE(d.articles[0].ends_open);
    REQUIRE(d.dropped.size() == 1);
    CHECK(d.dropped[0].reason == Reason::jump_line);
}

TEST_CASE("The desk's line is furniture", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge + "\n责任编辑：阮秋 校对：龙生\n");
    REQUIRE(d.articles.size() == 1);
    REQUIRE(d.dropped.size() == 1);
    CHECK(d.dropped[0].reason == Reason::furniture);
}

TEST_CASE("A photograph stands with the text that speaks of the same", "[segment]") {
    const std::string caption = "▲青石河大桥昨日合龙，桥面上的工人在欢呼。\n";
    const auto first = page("青石河大桥顺利合龙\n\n" + bridge + "\n" + caption + "\n山前村柿子丰收\n\n" + orchard);
    REQUIRE(first.articles.size() == 2);
    CHECK(roles(first, 0).back() == "caption");
    const auto second = page("山前村柿子丰收\n\n" + orchard + "\n" + caption + "\n青石河大桥顺利合龙\n\n" + bridge);
    REQUIRE(second.articles.size() == 2);
    CHECK(roles(second, 1).back() == "caption");
}

TEST_CASE("Confidence tells a text that the page lost from a whole one", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge + "\n据了解，大桥的桥面沥青将在下个月铺设，届时两岸的\n");
    REQUIRE(d.articles.size() == 1);
    const auto& blocks = d.articles[0].blocks;
    const auto& whole = d.blocks[blocks[1]];
    const auto& torn = d.blocks[blocks.back()];
    REQUIRE(torn.ends_open);
    CHECK(torn.confidence < whole.confidence);
    CHECK(d.articles[0].confidence < 1);
}

TEST_CASE("A lead that fills a line opens its paragraph", "[segment]") {
    const auto d = page(
        "城北水厂扩建工程开工\n本报讯（记者 陈望舒 林知夏）\n城北水厂扩建工程昨日正式动工，计划\n"
        "两年内建成投用。工程包括新建沉淀池\n四座、滤池六组，日供水能力将由十万\n吨提高到二十五万吨。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph"});
    CHECK(d.articles[0].authors == std::vector<std::string>{"陈望舒", "林知夏"});
}

TEST_CASE("A folio is dropped, not lost", "[segment]") {
    const auto d = page("2031年3月28日 星期五 第2版 要闻\n\n青石河大桥顺利合龙\n\n" + bridge);
    REQUIRE(d.articles.size() == 1);
    REQUIRE(d.dropped.size() == 1);
    CHECK(d.dropped[0].reason == Reason::folio);
}

TEST_CASE("Explain says what each block was taken for", "[segment]") {
    Options options;
    options.segment.explain = true;
    const auto d = process("青石河大桥顺利合龙\n\n" + bridge, options);
    std::size_t notes = 0;
    for (const auto& n : d.notes) notes += n.stage == "segment";
    CHECK(notes == 1 + d.articles.at(0).blocks.size());
}

TEST_CASE("Advertisements and notices are no part of a report", "[segment]") {
    const auto d = page(
        "THE STRIKE AT THE DOCKS.\n\n"
        "The strike of the lightermen is at an end. The masters have\nconceded the sixpence.\n\n"
        "(Press Association.)\n\n"
        "TO LET, with immediate possession, that commodious house in\nMill Street, lately occupied by Captain Roe.\n\n"
        "WANTED, a good plain Cook. No washing. Apply at the Crown Inn.\n\n"
        "PUBLIC NOTICE.\n\n"
        "The market will be held on Thursday instead of Friday in the\nweek of the fair.\n");
    REQUIRE(d.articles.size() == 4);
    CHECK(d.articles[0].type == ArticleType::article);
    CHECK(d.articles[1].type == ArticleType::ad);
    CHECK(d.articles[2].type == ArticleType::ad);
    CHECK(d.articles[3].type == ArticleType::notice);
    CHECK(headline(d, 3) == "PUBLIC NOTICE.");
    CHECK(roles(d, 0).back() == "byline");
}

TEST_CASE("Few lines between two headings are briefs, not parts of one article", "[segment]") {
    const auto d = page(
        "MAYOR RESIGNS OVER LAND DEAL\n"
        "By Peter Holt\n"
        "HARTFIELD, Tuesday - The mayor of\n"
        "Hartfield resigned today after it became\n"
        "known that his brother bought the land for\n"
        "the new depot a week before it was chosen.\n"
        "Mr Lyle said he had known nothing of the\n"
        "purchase. He would not stand again.\n"
        "The council will elect a successor on\n"
        "Friday week.\n"
        "RAIL FARES TO RISE\n"
        "Rail fares will go up by six per cent in\n"
        "March, the railways board announced. It is\n"
        "the second rise in a year.\n"
        "Season tickets will be spared until June.\n"
        "A spokesman said the board had no choice\n"
        "after wages were raised.\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(headline(d, 1) == "RAIL FARES TO RISE");
}
