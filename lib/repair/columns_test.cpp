#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

bool has(const Texts& texts, std::string_view wanted) {
    return std::find(texts.begin(), texts.end(), wanted) != texts.end();
}

const char* const bridge =
    "清晨六点，河上的雾还没有散尽，大桥中跨最后一节钢箱梁已经从驳船上缓缓起吊。记者在施工现场看到，南北两端的悬臂"
    "只剩下不到十米的缺口。";
const char* const bus = "天刚蒙蒙亮，去县城的班车已经坐满了人。车厢里有赶集的老人，也有背着书包的孩子。";

}  // namespace

TEST_CASE("lines of two columns that come in turn are dealt out to their columns", "[repair][columns]") {
    CHECK(blocks("清晨六点，河上的雾还没有散\n"
                 "天刚蒙蒙亮，去县城的班车已\n"
                 "尽，大桥中跨最后一节钢箱梁已经\n"
                 "经坐满了人。车厢里有赶集的老人，\n"
                 "从驳船上缓缓起吊。记者在施工现\n"
                 "也有背着书包的孩子。\n"
                 "场看到，南北两端的悬臂只剩下不\n"
                 "到十米的缺口。\n") == Texts{bridge, bus});
}

TEST_CASE("lines that two columns share are cut, the left part goes to the left column", "[repair][columns]") {
    const auto texts = blocks(
        "清晨六点，河上的雾还没有散\n"
        "天刚蒙蒙亮，去县城的班车已\n"
        "尽，大桥中跨最后一节钢箱梁已经 经坐满了人。车厢里有赶集的老人，\n"
        "从驳船上缓缓起吊。记者在施工现 也有背着书包的孩子。\n"
        "场看到，南北两端的悬臂只剩下不\n"
        "到十米的缺口。\n");
    CHECK(texts == Texts{bridge, bus});
}

TEST_CASE("lines of one column stay as they stand", "[repair][columns]") {
    const auto d = repaired(
        "清晨六点，河上的雾还没有散\n"
        "尽，大桥中跨最后一节钢箱梁已经\n"
        "从驳船上缓缓起吊。记者在施工现\n"
        "场看到，南北两端的悬臂只剩下不\n"
        "到十米的缺口。\n");
    CHECK(blocks(d) == Texts{bridge});
    CHECK(std::is_sorted(d.lines.begin(), d.lines.end(),
                         [](const Line& a, const Line& b) { return a.text.begin < b.text.begin; }));
}

TEST_CASE("two upright columns that were read row by row are read from right to left", "[repair][columns]") {
    CHECK(has(blocks("晚上八点，灯亮了起来。\n\n老新\n街桥\n换通\n新车\n颜那\n天\n\n人们都来看热闹。\n"),
              "新桥通车那天 老街换新颜"));
    // Rows that are all alike are a list.
    CHECK_FALSE(
        has(blocks("晚上八点，灯亮了起来。\n\n老新\n街桥\n换通\n新车\n\n人们都来看热闹。\n"), "新桥通车 老街换新"));
}
