// How lines end, and what goes on behind them.
#include "repair/facts.hpp"
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("A source or a credit behind the last sentence ends a line as the sentence does", "[repair][ends]") {
    CHECK(facts_of(U"The ferry left early. (AP)").has(ends_sentence));
    CHECK(facts_of(U"渡船早开半小时。（王小明）").has(ends_sentence));
    CHECK(facts_of(U"渡船靠岸。王小明 摄").has(ends_sentence));
    CHECK_FALSE(facts_of(U"渡船靠岸，岸上的人在拍摄").has(ends_sentence));
    CHECK_FALSE(facts_of(U"The ferry (of 1905)").has(ends_sentence));
}

TEST_CASE("The full stop of an abbreviation ends no sentence, that of an initial need not", "[repair][ends]") {
    CHECK_FALSE(facts_of(U"and the next to speak was Mr.").has(ends_sentence));
    CHECK(facts_of(U"and the next to speak was J. H.").has(ends_sentence));
    CHECK(facts_of(U"and the next to speak was J. H.").has(ends_short));
    CHECK_FALSE(facts_of(U"and he was the next to speak.").has(ends_short));
}

TEST_CASE("A line goes on behind an abbreviation, an initial or an ordinal", "[repair][ends][join]") {
    CHECK(blocks("The ferry left the\n"
                 "harbour with the men of\n"
                 "Mr. Wells on board, and\n"
                 "nobody saw her until the\n"
                 "storm was over and the\n"
                 "boat of Capt. Brown\n"
                 "found her at berth No.\n"
                 "12, where J. H. Porter\n"
                 "had moored her with the\n"
                 "help of Messrs. Hill and\n"
                 "Young before he told\n"
                 "Gov. Adams of it.\n")
              .size() == 1);
    CHECK(blocks("The ferry left the harbour with the men of\n"
                 "Mr. Wells on board, and nobody saw her until\n"
                 "the storm was over and the boat of Capt.\n"
                 "Brown found her at berth No. 12, where J. H.\n"
                 "Porter had moored her with the help of\n"
                 "Messrs. Hill and Young before he told Gov.\n"
                 "Adams of it.\n")
              .size() == 1);
    CHECK(blocks("Die Fähre lief mit dem Rest der Leute am 5.\n"
                 "Mai aus, und niemand sah sie wieder, bis dann\n"
                 "der Sturm vorbei war und das Boot unter Nr.\n"
                 "12 zurückkam, das nach ihr gesucht hatte.\n")
              .size() == 1);
    CHECK(blocks("Le bac a quitté le port avec M.\n"
                 "Lefort et ses amis, et nul ne le revit\n"
                 "avant que la tempête fût passée. Mme.\n"
                 "Lefort revint au quai avec MM. Petit et\n"
                 "Moreau, puis le bac revint aussi au port.\n")
              .size() == 1);
}

TEST_CASE("A headline behind a caption with its credit is none of its rows", "[repair][ends][threads]") {
    CHECK(blocks("渡船靠岸\n\n"
                 "　　图为昨日渡船冒着大雨靠\n岸，船工帮助乘客下船上岸\n回家。本报记者 王小明 摄\n\n"
                 "小学新校舍启用\n\n"
                 "　　记者3日从镇上的学校了解\n到，小学的新校舍已经在昨\n天启用。\n") ==
          Texts{"渡船靠岸", "图为昨日渡船冒着大雨靠岸，船工帮助乘客下船上岸回家。本报记者 王小明 摄", "小学新校舍启用",
                "记者3日从镇上的学校了解到，小学的新校舍已经在昨天启用。"});
    CHECK(blocks("渡船靠岸\n\n"
                 "　　昨日，船工冒着大雨帮\n客下船。 王小明 摄\n\n"
                 "小学新校舍启用\n\n"
                 "　　记者3日从镇上的学校\n到，小学的新校舍已经在\n昨天启用。\n")[1] ==
          "昨日，船工冒着大雨帮客下船。王小明 摄");
}

TEST_CASE("A paragraph of one line that shows its indent is set off", "[repair][ends][threads]") {
    CHECK(blocks("    春天的山村，油菜花开得正旺。孩子们来到河边上时，\n"
                 "老船工正带着乡亲们在渡口旁边忙碌。\n"
                 "    今年我们修了五百里长堤，老船工说。\n")
              .size() == 2);
}

TEST_CASE("A photographer may have initials", "[repair][ends][threads]") {
    const auto got = blocks(
        "FERRY LEAVES EARLY\n\n"
        "The ferry left the old harbour early on Friday with a\n"
        "few of the farmers on board, and the skipper asked the\n"
        "people of the island to be at the quay in time and to re-\n\n"
        "Photo by T. Roe\n\n"
        "member that the boat has room for forty passengers and\n"
        "two carts.\n");
    REQUIRE(got.size() == 3);
    CHECK(got[1].ends_with("and to remember that the boat has room for forty passengers and two carts."));
    CHECK(got[2] == "Photo by T. Roe");
}

TEST_CASE("A short text that was not wrapped does not go on below the next headline", "[repair][ends][threads]") {
    CHECK(blocks("渡船早开\n\n昨日上午，渡船早开了，码头上的人都来送行\n\n新校舍启用\n\n"
                 "校长昨日表示，小学的新校舍将在下月启用。\n")
              .size() == 4);
}

TEST_CASE("A line's width alone is that of its facts", "[repair]") {
    for (const std::u32string_view line : {U"", U"The ferry left early.", U"渡船早开半小时。（王小明）",
                                           U"船 开“了”……3 Uhr — Über 中 文", U"§ 4 … „Nein“", U"中文 “a” ·"})
        CHECK(width_on_paper(line) == facts_of(line).middle());
    const std::u32string longer(2 * longest_wrapped, U'船');
    CHECK(width_on_paper(longer) == facts_of(longer).middle());
}
