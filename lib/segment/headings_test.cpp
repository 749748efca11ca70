// Which heading is the headline, and what the others are.
#include "segment/segmented_page.hpp"

using namespace broadsheet;
using namespace broadsheet::segment_stage;

TEST_CASE("A kicker and a deck stay with their headline", "[segment]") {
    const auto d = page("青石河大桥项目部负责人周通：\n\n让两岸不再绕行\n\n——写在大桥合龙之际\n\n" + bridge);
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"kicker", "headline", "deck", "paragraph", "paragraph"});
    CHECK(text(d, 0, 1) == "让两岸不再绕行");
}

TEST_CASE("Subheads set alike part no article", "[segment]") {
    const auto d =
        page("青石河大桥三年建设纪实\n\n" + bridge +
             "\n攻坚克难 桥墩立起来\n\n青石河水深流急，大桥桥墩施工难度很大，项目部调来两艘浮吊，桥墩终于立在河中。\n\n"
             "昼夜不停 桥面连起来\n\n大桥桥面采用钢箱梁，项目部的工人昼夜不停，一段一段把桥面吊到桥墩上，直到合龙。\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "paragraph", "subhead", "paragraph", "subhead", "paragraph"});
}

TEST_CASE("A column's name is a section, a line that leads in is a kicker", "[segment]") {
    const auto d = page("山城观察\n\n大桥项目部负责人周通：\n\n让两岸不再绕行\n\n" + bridge);
    REQUIRE(d.articles.size() == 1);
    CHECK(roles(d, 0) == Roles{"section", "kicker", "headline", "paragraph", "paragraph"});
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

TEST_CASE("Headlines without texts stand each for themselves", "[segment]") {
    const auto d = page("市政府通过新预算\n\n三条公交线路调整\n\n图书馆延长开放时间\n\n暴雨封闭沿海公路\n");
    REQUIRE(d.articles.size() == 4);
    CHECK(headline(d, 3) == "暴雨封闭沿海公路");
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
