#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>

#include "core/chars.hpp"

using namespace broadsheet;

namespace {

std::string shown(const std::string& text, Role role, const RenderOptions& options = {}) {
    Document d;
    d.text.chars = to_utf32(text);
    d.text.at.resize(d.text.chars.size() + 1);
    Line line;
    line.text = {0, static_cast<std::uint32_t>(d.text.chars.size())};
    d.lines.push_back(line);
    d.pieces.push_back({line.text, 0, Joint::glue});
    Block block{0, 1};
    block.role = role;
    return render(d, block, options);
}

}  // namespace

TEST_CASE("spaces round numbers go in running text and stay in headings", "[render]") {
    CHECK(shown("比上年多收 209%，全村卖了约 6500 万元 。", Role::paragraph) == "比上年多收209%，全村卖了约6500万元。");
    CHECK(shown("新桥通车 2021 年完工", Role::headline) == "新桥通车 2021 年完工");
    CHECK(shown("记者 王小明 摄", Role::caption) == "记者 王小明 摄");
    CHECK(shown("a  well   known\tman", Role::paragraph) == "a well known man");
    RenderOptions source, loose;
    source.spacing = Spacing::source;
    loose.spacing = Spacing::loose;
    CHECK(shown("约 209%，约6500万", Role::paragraph, source) == "约 209%，约6500万");
    CHECK(shown("约209%，约6500万", Role::paragraph, loose) == "约 209%，约 6500 万");
}

TEST_CASE("half-width marks between Han characters are made full-width on demand", "[render]") {
    RenderOptions full;
    full.width = Width::full;
    CHECK(shown("本报讯(记者 王小明)桥通车了,大家高兴:真好!", Role::paragraph, full) ==
          "本报讯（记者 王小明）桥通车了，大家高兴：真好！");
    CHECK(shown("一共1,500人(about 1,500), isn't it?", Role::paragraph, full) == "一共1,500人(about 1,500), isn't it?");
    CHECK(shown("本报讯(记者)桥,好", Role::paragraph) == "本报讯(记者)桥,好");
}

TEST_CASE("vertical presentation forms become ordinary", "[render]") {
    CHECK(shown("﹃四個面向﹄︱︵新︶，﹁好﹂︒", Role::headline) == "『四個面向』—（新），「好」。");
}

TEST_CASE("what is printed is printed again as it is", "[render]") {
    for (const auto* text : {"约 209%，全年 。", "﹃好﹄ 2021 年。", "He said: “yes” , 中文 English。"}) {
        const auto once = shown(text, Role::unknown);
        CHECK(shown(once, Role::unknown) == once);
    }
}
