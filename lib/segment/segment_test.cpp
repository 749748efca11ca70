#include "broadsheet/segment.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

Document page(const std::string& text) {
    auto d = process(text);
    REQUIRE(check(d).empty());
    return d;
}

std::vector<std::string> roles(const Document& d, std::size_t article) {
    std::vector<std::string> out;
    for (const auto b : d.articles.at(article).blocks) out.emplace_back(name(d.blocks[b].role));
    return out;
}

std::string text(const Document& d, std::size_t article, std::size_t block) {
    return render(d, d.blocks[d.articles.at(article).blocks.at(block)]);
}

std::string headline(const Document& d, std::size_t article) {
    for (const auto b : d.articles.at(article).blocks)
        if (d.blocks[b].role == Role::headline) return render(d, d.blocks[b]);
    return {};
}

using Roles = std::vector<std::string>;

// Two reports that share no words, each of two paragraphs.
const std::string bridge =
    "本报讯（记者 李青）青石河大桥昨日合龙。大桥全长八百米，连接青石河两岸，工程历时三年，桥面设双向六车道。\n\n"
    "据大桥项目部介绍，合龙之后将铺设桥面沥青，预计年底通车，届时两岸居民过河只需五分钟，不再绕行老渡口。\n";
const std::string orchard =
    "本报讯（记者 王禾）柿子熟了，山前村的果农忙着采摘。今年雨水调匀，柿子个大味甜，亩产比去年多了两成。\n\n"
    "村里的合作社把柿子做成柿饼和柿子酒，通过网店卖到外地，果农的收入有了保障，年轻人也愿意回村种柿子。\n";

}  // namespace

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

TEST_CASE("A kicker and a deck stay with their headline", "[segment]") {
    const auto d = page("青石河大桥项目部负责人周通：\n\n让两岸不再绕行\n\n——写在大桥合龙之际\n\n" + bridge);
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"kicker", "headline", "deck", "paragraph", "paragraph"});
    CHECK(text(d, 0, 1) == "让两岸不再绕行");
}

TEST_CASE("A photograph with headline, caption and credit is an article", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge +
                        "\n山前村里晒秋忙\n\n10月9日，山前村的晒场上铺满了刚收的玉米和辣椒。\n\n记者 王禾 摄\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(d.articles[1].type == ArticleType::photo);
    CHECK(roles(d, 1) == Roles{"headline", "caption", "credit"});
}

TEST_CASE("Subheads set alike part no article", "[segment]") {
    const auto d =
        page("青石河大桥三年建设纪实\n\n" + bridge +
             "\n攻坚克难 桥墩立起来\n\n青石河水深流急，大桥桥墩施工难度很大，项目部调来两艘浮吊，桥墩终于立在河中。\n\n"
             "昼夜不停 桥面连起来\n\n大桥桥面采用钢箱梁，项目部的工人昼夜不停，一段一段把桥面吊到桥墩上，直到合龙。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "paragraph", "subhead", "paragraph", "subhead", "paragraph"});
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

TEST_CASE("A column's name is a section, a line that leads in is a kicker", "[segment]") {
    const auto d = page("山城观察\n\n大桥项目部负责人周通：\n\n让两岸不再绕行\n\n" + bridge);
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"section", "kicker", "headline", "paragraph", "paragraph"});
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

TEST_CASE("A letter is signed at its foot", "[segment]") {
    const auto d = page(
        "桥头的路灯坏了半年\n\n编辑同志：我家住在青石河大桥桥头，路灯从去年十月起就不亮了。\n\n城北读者 马守义\n\n" +
        std::string("山前村柿子丰收\n\n") + orchard);
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline"});
    CHECK(d.articles[0].authors == std::vector<std::string>{"马守义"});
}

TEST_CASE("A headline in mid-article is none of the subheads set alike", "[segment]") {
    const auto d = page(
        "榜样故事（87）\n第三届青石河工匠\n\n周通在青石河大桥项目部工作二十一年，是项目部的吊装班长，被工友称为“老桥”。"
        "\n\n"
        "刻苦钻研 一丝不苟\n\n青石河水深流急，周通白天跟班吊装，晚上自学图纸，三年读完了桥梁课程。\n\n"
        "攻坚克难 敢为人先\n\n大桥合龙前夜，周通带着吊装班守在桥面，量了一百多次温度，定下合龙的时刻。\n\n"
        "周通：和大桥打了二十一年交道的“老桥”\n\n"
        "言传身教 甘为人梯\n\n周通把二十一年的吊装笔记整理成册，带出了十九名徒弟，如今都是项目部的骨干。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(headline(d, 0) == "周通：和大桥打了二十一年交道的“老桥”");
    CHECK(roles(d, 0).front() == "section");
}

TEST_CASE("A question among paragraphs is one of them", "[segment]") {
    const auto d = page("青石河大桥顺利合龙\n\n" + bridge + "\n大桥为什么要在夜里合龙？\n\n" +
                        "项目部说，青石河大桥的钢梁白天伸长，夜里缩回，合龙只能选在夜里。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "paragraph", "paragraph", "paragraph"});
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

TEST_CASE("Headlines without texts stand each for themselves", "[segment]") {
    const auto d = page("市政府通过新预算\n\n三条公交线路调整\n\n图书馆延长开放时间\n\n暴雨封闭沿海公路\n");
    REQUIRE(d.articles.size() == 4);
    CHECK(headline(d, 3) == "暴雨封闭沿海公路");
}

TEST_CASE("A name in brackets signs the text before it", "[segment]") {
    const auto d = page(
        "港の灯台に新しい灯\n\n港の灯台がこの春、六十年ぶりに新しい灯に替わった。漁師たちは「遠くからでもよく"
        "見える」と喜んでいる。\n\n灯台の下では子どもたちが点灯を見守った。\n\n【小浜・森田 "
        "岬】\n\n山の図書館に本の寄贈\n\n山の図書館に絵本四百冊が寄贈され、子どもたちが"
        "さっそく手に取った。図書館は「大切に使いたい」としている。\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0).back() == "byline");
    CHECK(d.articles[0].blocks.size() == 4);
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

TEST_CASE("Who writes a letter stands below its farewell, and not above the next letter", "[segment]") {
    const auto d = page(
        "THE NEW BRIDGE\n\n"
        "Sir,—The new bridge over the river has been talked of for\nten years, and not one stone of it has been "
        "laid.\n\n"
        "I am, Sir, your obedient servant,\n\nA RATEPAYER.\n\n"
        "DUST IN MILL STREET\n\n"
        "Sir,—Permit me to call attention to the dust in Mill Street,\nwhich the cart has not visited since Easter.\n\n"
        "Yours, etc.,\n\nONE WHO COUGHS.\n\nCastle Hill, May 4.\n\n"
        "THE BAND\n\n"
        "Sir,—The band plays too late. Working people must rise at\nfive, and cannot sleep.\n\n"
        "Yours faithfully,\nJ. P. ROE\n");
    REQUIRE(d.articles.size() == 3);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline", "byline"});
    CHECK(roles(d, 1) == Roles{"headline", "paragraph", "byline", "byline", "byline"});
    CHECK(roles(d, 2) == Roles{"headline", "paragraph", "byline", "byline"});
    CHECK(text(d, 0, 3) == "A RATEPAYER.");
}

TEST_CASE("A name with its place below a farewell is no headline", "[segment]") {
    const auto d = page(
        "Zu viel Verkehr am Markt\n\n"
        "Ihr Bericht über den Marktplatz hat mir aus dem Herzen\ngesprochen. Wer dort wohnt, schläft schlecht.\n\n"
        "Mit freundlichen Grüßen\n\nAnna Meier, Oberdorf\n\n"
        "Die Linde muss bleiben\n\n"
        "Die alte Linde am Brunnen ist gesund. Das hat der Gärtner\nder Stadt selbst gesagt.\n\n"
        "Hochachtungsvoll\n\nMAX HUBER\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(headline(d, 1) == "Die Linde muss bleiben");
    CHECK(text(d, 0, 3) == "Anna Meier, Oberdorf");
    CHECK(text(d, 1, 3) == "MAX HUBER");
}

TEST_CASE("An agency or initials sign a text at its foot", "[segment]") {
    const auto d = page(
        "LA GRÈVE DU PORT\n\n"
        "La grève est terminée. Les patrons ont accordé les deux sous,\net les hommes reprendront le travail lundi.\n\n"
        "(Havas)\n\n"
        "LES INONDATIONS\n\n"
        "La rivière a monté de deux mètres depuis dimanche, et la\nbasse ville est sous l'eau.\n\n"
        "J. P.\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline"});
    CHECK(roles(d, 1) == Roles{"headline", "paragraph", "byline"});
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

TEST_CASE("A column's name or a kicker above the text leaves the headline to a heading that is fitter", "[segment]") {
    const auto split = orchard.find("村里的合作社");
    const std::string rest = "山前村柿子丰收 果农增收有门路\n\n" + orchard.substr(split);
    for (const std::string first : {"山前村柿子·果农观察", "果农来信：山前村柿子丰收——"}) {
        const auto d = page(first + "\n\n" + orchard.substr(0, split) + rest);
        REQUIRE(d.articles.size() == 1);
        CHECK(headline(d, 0) == "山前村柿子丰收 果农增收有门路");
    }
}

TEST_CASE("A headline may be a quotation; a deck that opens with a dash stands below it", "[segment]") {
    const std::string spoken =
        "本报讯（记者 王禾）“没有村里的合作社，我的柿子卖不出去。”山前村的果农说，今年柿子丰收，年轻人回村种柿子。\n";
    const auto d =
        page("来自山前村柿子园的报道\n“有合作社，就有门路”\n——山前村果农种柿子\n\n" + spoken + "\n" + orchard);
    CHECK(headline(d, 0) == "“有合作社，就有门路”");
    const auto quoted = page("来自山前村柿子园\n“有合作社就有门路”\n\n" + spoken + "\n" + orchard);
    CHECK(headline(quoted, 0) == "“有合作社就有门路”");
}

TEST_CASE("What stands in the middle of a sentence is no subhead", "[segment]") {
    const auto d = page(
        "山前村的农事\n\n"
        "本报讯（记者 王禾）柿子熟了，山前村的果农忙着采摘。今年雨水调匀，村里的合作社通过网店把柿子卖到外地，\n\n"
        "山前村柿子丰收果农增收\n\n"
        "果农的收入有了保障，年轻人也愿意回村种柿子。村里说，明年还要把山后的坡地也种上柿子，再修一条上山的路。\n\n"
        "合作社的人说，柿饼晒在屋前的竹架上，太阳好的时候十天就能收，今年晒了三万斤。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"kicker", "headline", "paragraph", "paragraph"});
}

TEST_CASE("In a list of headlines a byline goes with the headline before it", "[segment]") {
    const auto d = page(
        "The harbour board voted on Monday to deepen the channel so that larger ships can reach the docks.\n\nDredging "
        "of the channel begins in May, the harbour board said on Monday after the vote.\n\n"
        "Potato prices fell sharply at the Millford market after a week of rain, and the farmers wait.\n\nThe farmers "
        "expect a potato harvest above that of last year in spite of all the rain.\n\n"
        "The school choir sang on Sunday for the old mill, which needs a roof before the winter.\n\nThe choir will "
        "sing "
        "once more for the roof of the mill, the school said on Tuesday.\n\n"
        "Harbour board votes to deepen the channel\n\nBy Ann Lee\n\nPotato prices fall sharply after rain\n\nBy Tom "
        "Roe\n\nSchool choir sings for the old mill\n\nBy Eva Holt\n");
    REQUIRE(d.articles.size() == 3);
    CHECK(headline(d, 1) == "Potato prices fall sharply after rain");
    CHECK(d.articles[0].authors == std::vector<std::string>{"Ann Lee"});
    CHECK(d.articles[2].authors == std::vector<std::string>{"Eva Holt"});
}
