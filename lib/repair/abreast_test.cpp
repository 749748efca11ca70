#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

// The place of the block that begins so.
std::size_t place(const Texts& got, std::string_view begins) {
    return static_cast<std::size_t>(
        std::find_if(got.begin(), got.end(), [&](const auto& block) { return block.starts_with(begins); }) -
        got.begin());
}

const std::string herring =
    "BELLMOUTH, March 3 - The first shoals of\n"
    "herring were seen off the point on Monday, two\n"
    "weeks before their time, and the boats went out\n"
    "the same night with every net they have.\n";

}  // namespace

TEST_CASE("headlines that stand side by side go above their texts", "[repair][abreast]") {
    const auto got = blocks("Swing Bridge Stays Open\n\nHerring Come Early\n\n" + bridge_text + "\n" + herring);
    REQUIRE(got.size() == 4);
    CHECK(got[0] == "Swing Bridge Stays Open");
    CHECK(got[1].starts_with("SEAHAVEN"));
    CHECK(got[2] == "Herring Come Early");
}

TEST_CASE("a byline pushes its text below that of the neighbour", "[repair][abreast]") {
    const auto got =
        blocks("Swing Bridge Stays Open\n\nHerring Come Early\n\nBy Ann Lee\n\n" + herring + "\n" + bridge_text);
    REQUIRE(got.size() == 5);
    CHECK(got[0] == "Herring Come Early");
    CHECK(got[1].starts_with("BELLMOUTH"));
    CHECK(got[2] == "Swing Bridge Stays Open");
    CHECK(got[3] == "By Ann Lee");
}

TEST_CASE("a kicker stays with its headline where the text is one", "[repair][abreast]") {
    const auto got = blocks("From the Harbour\n\nSwing Bridge Stays Open\n\n" + bridge_text +
                            "\nNobody has asked for it in the council, and\n"
                            "the ferrymen have been told that they may ask\n"
                            "what they like until it moves again.\n");
    CHECK(place(got, "Swing Bridge") < place(got, "SEAHAVEN"));
}

TEST_CASE("a page that begins with a text may set its headlines below", "[repair][abreast]") {
    const auto got = blocks(bridge_text + "\nHerring Come Early\n\nSwing Bridge Stays Open\n\n" + herring +
                            "\nSALTERN, March 3 - The old mill, which is eight\n"
                            "storeys high, was built for the spinning of\n"
                            "flax. It stood empty for years, twice came near\n"
                            "to being pulled down, and was saved at last by\n"
                            "those who now rent its floors.\n");
    CHECK(place(got, "Swing Bridge") == place(got, "Herring Come") + 1);
}

TEST_CASE("two Chinese headlines side by side go above their texts, more are a list", "[repair][abreast]") {
    const std::string ferry =
        "老桥拆了以后，河上只有一条\n"
        "渡船。渡工姓王，今年六十岁，在\n"
        "这条河上摇了四十年的船。\n"
        "坐船的人多半认识渡工，上了\n"
        "船就喊一声王师傅，把钱放在船头\n"
        "的木盒子里，等着他开船。\n";
    const std::string school =
        "村里的小学昨天搬\n"
        "进了新校舍，三十七个孩子在新教\n"
        "室里上了第一堂课。\n"
        "小学校长说，新校舍有图书室\n"
        "和食堂，孩子们中午不用再翻过山\n"
        "坡走回家去吃饭了。\n";
    const std::string heads = "老渡工摆渡四十年\n\n山里小学有了新校舍\n\n";
    const auto got = blocks(heads + ferry + "\n——石坪村小学见闻\n\n" + school);
    CHECK(place(got, "老渡工") == 0);
    CHECK(place(got, "老桥") == 1);
    CHECK(place(got, "山里小学") == place(got, "——石坪村") - 1);
    const auto list = blocks(heads + "柳树又绿了\n\n" + ferry + "\n——石坪村小学见闻\n\n" + school);
    CHECK(place(list, "老桥") == 3);
}
