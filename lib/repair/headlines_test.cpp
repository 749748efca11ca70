#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {
const std::string body =
    "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起往年的收成。\n";
}

TEST_CASE("rows of a headline are one block", "[repair][headlines]") {
    CHECK(blocks(body + "\n河上新桥今天上午通车两岸的居\n民从此不用坐船\n\n" + body + "\n")[1] ==
          "河上新桥今天上午通车两岸的居民从此不用坐船");
    CHECK(blocks("NEW BRIDGE OVER THE RIVER TO\nOPEN NEXT SPRING\n\nThe new bridge over the river will be opened to "
                 "all traffic in the spring, the mayor said.\n")[0] == "NEW BRIDGE OVER THE RIVER TO OPEN NEXT SPRING");
}

TEST_CASE("rows of one length keep a space between them", "[repair][headlines]") {
    CHECK(blocks(body + "\n河上新桥通车\n两岸居民欢喜\n\n" + body)[1] == "河上新桥通车 两岸居民欢喜");
}

TEST_CASE("rows of one length are joined at their hyphen", "[repair][headlines]") {
    CHECK(blocks("Der Hafen von Holm bekommt Schie-\nnen und zwei neue Kräne im Herbst\n\nDer Hafen von Holm, der seit "
                 "Jahren still lag, bekommt im Herbst neue Gleise, sagte die Bürgermeisterin.\n")[0] ==
          "Der Hafen von Holm bekommt Schienen und zwei neue Kräne im Herbst");
}

TEST_CASE("kicker, deck and byline stay by themselves", "[repair][headlines]") {
    CHECK(blocks("村长说起新桥：\n我们盼了二十年\n——一座桥和一个村庄的故事\n□本报记者 王小明\n\n" + body) ==
          Texts{"村长说起新桥：", "我们盼了二十年", "——一座桥和一个村庄的故事", "□本报记者 王小明",
                body.substr(0, body.size() - 1)});
    const auto got = blocks(
        "A New Bridge for the Old Town\nBy Our Own Correspondent\n\nThe bridge over the river will be opened in the "
        "spring, the mayor said.\n");
    REQUIRE(got.size() == 3);
    CHECK(got[1] == "By Our Own Correspondent");
}
