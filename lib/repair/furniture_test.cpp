#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {
const std::string body = "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天。\n";
}

TEST_CASE("folios are dropped", "[repair][furniture]") {
    const auto d = repaired("2021年3月28日 星期日 第2版 要闻\n\n" + body);
    CHECK(d.blocks.size() == 1);
    CHECK(dropped(d) == Texts{"folio: 2021年3月28日 星期日 第2版 要闻"});
    CHECK(repaired("2021年3月28日 星期日 第2版 要闻\n\n" + body, {"furniture"}).blocks.size() == 2);
}

TEST_CASE("a folio set at both ends of its line", "[repair][furniture]") {
    const auto d = repaired("The River Herald" + std::string(70, ' ') + "Page 2 of 4\n\n" + body);
    CHECK(d.blocks.size() == 1);
    REQUIRE(d.dropped.size() == 1);
    CHECK(d.dropped[0].reason == Reason::folio);
    CHECK(repaired("Seite 3 von 12\n\n" + body).dropped.size() == 1);
    CHECK(repaired("The River Herald on page 2 of its supplement\n\n" + body).dropped.empty());
}

TEST_CASE("a line at the head of most pages is a running head", "[repair][furniture]") {
    std::string text;
    for (int page = 1; page < 6; ++page)
        text += "The River Herald " + std::to_string(page) + "\n\nOn page " + std::to_string(page) +
                " the mayor said that the bridge would be opened soon.\n\f";
    const auto d = repaired(text);
    CHECK(d.blocks.size() == 5);
    CHECK(d.dropped.size() == 5);
}

TEST_CASE("a date in a text is no folio", "[repair][furniture]") {
    CHECK(repaired(body + "\n2021年3月28日，河上的新桥通车，两岸的居民都来看热闹。\n").dropped.empty());
}

TEST_CASE("jump lines whose page is a word", "[repair][furniture]") {
    for (const auto* line : {"(Continued on Fourth Page.)", "CONTINUED ON NINTH PAGE", "Fortsetzung im Hauptblatte",
                             "SUITE EN DERNIÈRE PAGE", "Continued from Page One"}) {
        INFO(line);
        const auto d = repaired("The wind fell towards morning, and the boats put out.\n\n" + std::string(line) + "\n");
        CHECK(dropped(d) == Texts{"jump-line: " + std::string(line)});
    }
    CHECK(repaired("The wind fell towards morning.\n\nThe last page\n").dropped.empty());
}
