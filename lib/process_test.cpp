#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace broadsheet;

TEST_CASE("repaired text stays as it is", "[repair_text]") {
    // Lines that a second round would see as something else: headings, columns, halves of sentences, doubled words.
    const std::vector<std::string> lines = {"# 标题一",
                                            "- 一项",
                                            "* * *",
                                            "1. eins",
                                            "```",
                                            "> quoted",
                                            "春天到了，河边的柳树长出了",
                                            "嫩芽，孩子们在草地上放风筝。",
                                            "河",
                                            "上",
                                            "新",
                                            "桥",
                                            "主办 河边镇人民政府河边镇人民政府",
                                            "2021年3月28日 星期日 第2版",
                                            "left side      right side",
                                            "The first boats re-",
                                            "turned from the sea.",
                                            "",
                                            "",
                                            "",
                                            "\f",
                                            "□本报记者 王小明",
                                            "图为新桥。王小明 摄",
                                            "NEW BRIDGE TO",
                                            "OPEN SOON",
                                            "“开头的引号",
                                            "，逗号开头",
                                            "| a | b |",
                                            "|---|---|",
                                            "&amp; <b>x</b>",
                                            "   indented"};
    std::mt19937 random(7);
    for (int n = 0; n < 300; ++n) {
        std::string text;
        const auto count = 1 + random() % 14;
        for (unsigned i = 0; i < count; ++i) text += lines[random() % lines.size()] + "\n";
        const auto once = repair_text(text);
        INFO("--- text\n" << text << "--- once\n" << once);
        CHECK(repair_text(once) == once);
    }
}

TEST_CASE("repair prints paragraphs with a blank line between them", "[repair_text]") {
    CHECK(repair_text("2021年3月28日 星期日 "
                      "第2版\n\n春天到了，河边的柳树长出了\n嫩芽，孩子们在草地上放风筝。\n\n□本报记者 王小明\n") ==
          "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。\n\n□本报记者 王小明\n");
    CHECK(repair_text("").empty());
}
