#include <algorithm>

#include "core/chars.hpp"
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

// Lines put at places of a page, as a program does that keeps the layout with spaces.
struct Grid {
    std::vector<std::u32string> rows;

    void put(std::size_t row, std::size_t place, const std::vector<std::string>& lines) {
        for (const auto& line : lines) {
            if (rows.size() <= row) rows.resize(row + 1);
            rows[row].resize(std::max(rows[row].size(), place), U' ');
            rows[row++] += to_utf32(line);
        }
    }

    [[nodiscard]] std::string text() const {
        std::string out;
        for (const auto& row : rows) out += to_utf8(row) + "\n";
        return out;
    }
};

const std::vector<std::string> bridge_left = {"   The old bridge over the",  "Tarn was closed to carts",
                                              "on Monday after a pier had",  "sunk by a hand's breadth",
                                              "in the floods of last week,", "when the river rose higher",
                                              "than in any spring before"};
const std::vector<std::string> bridge_right = {"and no one can say when it",  "will carry a load again,",
                                               "nor who is to pay for that.", "   A ferry takes passengers",
                                               "over from six until night.",  "Its fare is two pence."};
const std::vector<std::string> mill_left = {"   Two hundred weavers went", "home from the mill at noon",
                                            "since no coal had come up",   "the canal for three days,",
                                            "and none is to be expected",  "while the locks are frozen",
                                            "from one end to the other"};
const std::vector<std::string> mill_right = {"or before the thaw begins.", "   The owners have promised",
                                             "half wages for the week to", "all who come back when the",
                                             "boats do, and no one else."};

// Where a block that begins so stands.
std::size_t at(const Texts& blocks, const std::string& begin) {
    return static_cast<std::size_t>(
        std::find_if(blocks.begin(), blocks.end(), [&](const auto& b) { return b.rfind(begin, 0) == 0; }) -
        blocks.begin());
}

}  // namespace

TEST_CASE("a headline goes before the text below it, whatever stands beside it", "[repair][columns]") {
    Grid grid;
    grid.put(0, 0, {"BRIDGE OVER TARN CLOSED"});
    grid.put(0, 62, {"COAL SHORTAGE", "STOPS MILL"});
    grid.put(2, 0, bridge_left);
    grid.put(2, 30, bridge_right);
    grid.put(2, 62, mill_left);
    grid.put(2, 92, mill_right);
    const auto b = blocks(grid.text());
    REQUIRE(b.size() >= 6);
    CHECK(b[0] == "BRIDGE OVER TARN CLOSED");
    CHECK(b[1] ==
          "The old bridge over the Tarn was closed to carts on Monday after a pier had sunk by a hand's breadth in the "
          "floods of last week, when the river rose higher than in any spring before and no one can say when it will "
          "carry a load again, nor who is to pay for that.");
    CHECK(at(b, "COAL SHORTAGE") == 3);
    CHECK(at(b, "Two hundred weavers") > 3);
    CHECK(b[at(b, "Two hundred weavers")].find("one end to the other or before the thaw") != std::string::npos);
}

TEST_CASE("texts one below the other are read one after the other", "[repair][columns]") {
    Grid grid;
    grid.put(0, 0, {"BRIDGE OVER TARN CLOSED"});
    grid.put(1, 0, bridge_left);
    grid.put(1, 30, bridge_right);
    grid.put(11, 0, {"COAL SHORTAGE STOPS MILL"});
    grid.put(12, 0, mill_left);
    grid.put(12, 30, mill_right);
    const auto b = blocks(grid.text());
    CHECK(at(b, "BRIDGE") == 0);
    CHECK(b[at(b, "The old bridge")].find("spring before and no one") != std::string::npos);
    CHECK(at(b, "A ferry") < at(b, "COAL"));
    CHECK(at(b, "COAL") + 1 == at(b, "Two hundred"));
}

TEST_CASE("two headlines in one line are given to their texts", "[repair][columns]") {
    // The second row tells where the second headline begins.
    Grid grid;
    grid.put(0, 0, {"BRIDGE OVER TARN COAL SHORTAGE"});
    grid.put(1, 0, {"CLOSED"});
    grid.put(1, 17, {"STOPS MILL"});
    grid.put(2, 0, bridge_left);
    grid.put(2, 30, bridge_right);
    grid.put(2, 62, mill_left);
    grid.put(2, 92, mill_right);
    const auto b = blocks(grid.text());
    REQUIRE(at(b, "COAL SHORTAGE") < b.size());
    CHECK(b[at(b, "COAL SHORTAGE")].find("BRIDGE") == std::string::npos);
    CHECK(at(b, "BRIDGE OVER TARN") < at(b, "The old bridge"));
    CHECK(at(b, "The old bridge") < at(b, "COAL SHORTAGE"));
    CHECK(at(b, "COAL SHORTAGE") < at(b, "Two hundred"));
}

TEST_CASE("a gutter of one space is seen by the lines around it", "[repair][columns]") {
    Grid grid;
    grid.put(0, 0, {"河上新桥今天通车"});
    grid.put(1, 0,
             {"    昨天上午，河上的新桥终于通 车，一年里要多走两个小时的", "车了，两岸的人都跑来看热闹。 山路。",
              "桥头挤满了人，有人还带来了自      桥是石头砌的，桥下有五个",
              "家酿的酒，请修桥的工人们喝。 桥洞，最大的那个能过两条船。",
              "    在这之前过河要坐渡船，一等 老人们说，这样的桥能用两百",
              "就是半天，遇上涨水就只好不过 年，比他们见过的都要结实。"});
    const auto b = blocks(grid.text());
    REQUIRE(at(b, "在这之前") < b.size());
    CHECK(b[at(b, "在这之前")] ==
          "在这之前过河要坐渡船，一等就是半天，遇上涨水就只好不过车，一年里要多走两个小时的山路。");
    CHECK(at(b, "桥是石头") > at(b, "在这之前"));
}

TEST_CASE("a vertical headline beside its text is one headline", "[repair][columns]") {
    Grid grid;
    const std::vector<std::string> left = {"    昨天上午，河上的新桥终于通", "车了，两岸的人都跑来看热闹。",
                                           "桥头挤满了人，有人还带来了自",   "家酿的酒，请修桥的工人们喝。",
                                           "    在这之前过河要坐渡船，一等", "就是半天，遇上涨水就只好不过",
                                           "去，一年里要多走两个小时的路"};
    const std::vector<std::string> right = {"才能到镇上。桥是石头砌成的，", "桥下有五个桥洞，最大的那个能",
                                            "过两条船。老人们说，这样的桥", "能用两百年，比他们从前见过的",
                                            "都要结实，涨水时也不用担心。"};
    const std::u32string head = U"河上新桥通车了";
    grid.put(0, 0, left);
    grid.put(0, 22, right);
    for (std::size_t i = 0; i < head.size(); ++i) grid.put(i, 44, {to_utf8(head.substr(i, 1))});
    const auto b = blocks(grid.text());
    REQUIRE(at(b, "河上新桥通车了") < b.size());
    CHECK(at(b, "河上新桥通车了") < at(b, "昨天上午"));
    CHECK(b[at(b, "在这之前")].find("两个小时的路才能到镇上") != std::string::npos);
}

TEST_CASE("a column that a photograph has cut in two goes on below it", "[repair][columns]") {
    Grid grid;
    auto longer = bridge_left;
    longer.insert(longer.end(),
                  {"   The mayor asked for help", "from the province, but the", "engineers cannot come down",
                   "before the water has fallen", "to its summer mark again"});
    grid.put(0, 0, {"BRIDGE OVER TARN CLOSED"});
    grid.put(1, 0, longer);
    grid.put(1, 30,
             {"and all who know the river", "say that it will not until", "harvest, which no one here",
              "wants to wait for."});
    grid.put(7, 30,
             {"   A ferry takes passengers", "over from six in the", "morning until nightfall, if",
              "the wind allows it to."});
    const auto b = blocks(grid.text());
    CHECK(b[at(b, "The mayor")].find("mark again and all who know") != std::string::npos);
    CHECK(at(b, "A ferry") == at(b, "The mayor") + 1);
}
