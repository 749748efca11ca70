#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("a caption printed again and again is kept once", "[repair][duplicates]") {
    const std::string paragraph = "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天。\n\n";
    const auto d =
        repaired("工人们在新桥上安装栏杆\n\n" + paragraph + "工人们在新桥上安装栏杆\n\n工人们在新桥上安装栏杆\n");
    CHECK(d.blocks.size() == 2);
    CHECK(dropped(d) == Texts{"duplicate: 工人们在新桥上安装栏杆", "duplicate: 工人们在新桥上安装栏杆"});
    for (const auto& x : d.dropped) CHECK(x.kept == 0);
}

TEST_CASE("a paragraph that stands twice is kept once, bylines as often as they stand", "[repair][duplicates]") {
    const std::string paragraph = "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天。\n\n";
    const auto d = repaired("□本报记者 王小明\n\n" + paragraph +
                            "另一段话说的是别的事情，和前面的没有关系。\n\n□本报记者 王小明\n\n" + paragraph);
    CHECK(d.blocks.size() == 4);
    CHECK(d.dropped.size() == 1);
}

TEST_CASE("a doubled name in a line loses its second copy", "[repair][duplicates]") {
    const auto d =
        repaired("主办 河边镇人民政府河边镇人民政府\n\n春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。\n");
    CHECK(blocks(d)[0] == "主办 河边镇人民政府");
    CHECK(dropped(d) == Texts{"duplicate: 河边镇人民政府"});
    // Ordinary reduplication stays.
    CHECK(repaired("高高兴兴干干净净过新年\n").dropped.empty());
    CHECK(repaired("哈哈哈哈哈哈哈哈哈哈\n").dropped.empty());
    CHECK(repaired("10001000 20002000\n").dropped.empty());
}

TEST_CASE("the end of a line repeated behind it is dropped", "[repair][duplicates]") {
    const auto d = repaired(
        "——镇上的居民热议河上新桥通车\n\n新桥通车\n\n春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。\n");
    CHECK(dropped(d) == Texts{"duplicate: 新桥通车"});
}

TEST_CASE("a row that lost its second copy may be a row of a headline", "[repair][duplicates][headlines]") {
    const auto d =
        repaired("河上新桥通车 河上新桥通车\n两岸居民欢喜\n\n春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。\n");
    CHECK(blocks(d) == Texts{"河上新桥通车 两岸居民欢喜", "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝。"});
    CHECK(dropped(d) == Texts{"duplicate: 河上新桥通车"});
}
