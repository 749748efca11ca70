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

TEST_CASE("a row that may be two, run together where a hyphen was taken out, may be much longer",
          "[repair][headlines]") {
    const std::string text = "The" + boats_text + "Nobody went out that night, and few slept.\n";
    CHECK(blocks("Herring Boats\nReturn Without a Catch After a Long Night\n\n" + text)[0] ==
          "Herring Boats Return Without a Catch After a Long Night");
}

TEST_CASE("a hyphen parts a word even where both rows are of one length", "[repair][headlines]") {
    CHECK(blocks("Herring Boats Re-\nturn Without Fish\n\nThe boats had come home by noon, and few of the men had "
                 "slept since the storm began, the harbour master said.\n")[0] == "Herring Boats Return Without Fish");
}

TEST_CASE("a quotation is a headline of its own", "[repair][headlines]") {
    CHECK(blocks("在老渡口守了三十年的摆渡人\n“没有桥，我就是桥”\n\n" + body)[1] == "“没有桥，我就是桥”");
    CHECK(blocks("老渡口上跑起了新能源\n“大船”\n\n" + body)[0] == "老渡口上跑起了新能源“大船”");
}

TEST_CASE("all rows of a headline but the last are full", "[repair][headlines]") {
    const auto ended = blocks("昨夜风雨大作部分路段积水\n现已全部排清\n两岸出行如常\n\n" + body);
    REQUIRE(ended.size() == 3);
    CHECK(ended[0] == "昨夜风雨大作部分路段积水现已全部排清");
    const auto narrower = blocks("三个月里修路队把断了多年的石板路铺平\n山里人家的果子走出\n了大山\n\n" + body);
    REQUIRE(narrower.size() == 3);
    CHECK(narrower[1] == "山里人家的果子走出了大山");
    CHECK(blocks("灯会今夜开\n满河星光照水乡\n\n" + body).size() == 3);
}

TEST_CASE("what is too short to begin a headline, or makes its halves equal, goes on with the row above",
          "[repair][headlines]") {
    CHECK(blocks("白鹭河大桥合龙在即两岸居民\n\n齐贺 老渡口将停航\n\n" + body)[0] ==
          "白鹭河大桥合龙在即两岸居民齐贺 老渡口将停航");
    CHECK(blocks("白鹭河上大桥今日合龙 两岸\n\n居民坐车八分可达\n\n" + body)[0] ==
          "白鹭河上大桥今日合龙 两岸居民坐车八分可达");
}

TEST_CASE("a phrase of few characters that ends a row goes on in the next one", "[repair][headlines]") {
    CHECK(blocks("旧粮仓里开起夜间图书馆 回应\n\n为何亮灯到凌晨一点\n\n" + body)[0] ==
          "旧粮仓里开起夜间图书馆 回应为何亮灯到凌晨一点");
    CHECK(blocks("旧粮仓里开起了夜间图书馆\n\n守夜人亮灯到凌晨一点\n\n" + body)[0] == "旧粮仓里开起了夜间图书馆");
}

TEST_CASE("a word of the headline stands in its deck, not in its own second row", "[repair][headlines]") {
    CHECK(blocks("新农具走进山里人家的田头\n老农具住进村博物馆\n\n" + body).size() == 3);
    CHECK(blocks("新农具走进山里人家的田头\n老物件住进村博物馆\n\n" + body).size() == 2);
}
