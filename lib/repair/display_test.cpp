#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("capitals above a dateline are a headline, with no blank line between", "[repair][display]") {
    const auto got = blocks(
        "NEW HARBOUR FOR THE OLD\n"
        "TOWN ON THE BAY\n"
        "SEAHAVEN, March 3 - The new harbour\n"
        "will be opened to all ships before the\n"
        "end of the year, the mayor said at the\n"
        "town hall.\n"
        "Nobody in the council had asked for a\n"
        "second quay, which is to follow.\n");
    REQUIRE(got.size() == 3);
    CHECK(got[0] == "NEW HARBOUR FOR THE OLD TOWN ON THE BAY");
    CHECK(got[1].starts_with("SEAHAVEN, March 3"));
}

TEST_CASE("a headline set like a sentence is told by its measure and the sentence below", "[repair][display]") {
    const auto got = blocks(
        "Neue Brücke über den Fluss wird\n"
        "erst im Herbst fertig\n"
        "Die neue Brücke über den Fluss wird erst\n"
        "im Herbst für den Verkehr geöffnet, sagte\n"
        "die Bürgermeisterin am Dienstag bei einem\n"
        "Rundgang über die Baustelle am Ufer.\n"
        "Grund dafür ist der Hafen, in dem noch\n"
        "immer zwei Kräne stehen.\n");
    REQUIRE(got.size() == 3);
    CHECK(got[0] == "Neue Brücke über den Fluss wird erst im Herbst fertig");
    CHECK(blocks("Le vieux pont sera\n"
                 "fermé tout l'hiver\n"
                 "Pendant tout l'hiver, le vieux pont sera\n"
                 "fermé aux voitures, a dit le maire hier au\n"
                 "conseil. Les habitants du quartier devront\n"
                 "passer par le port, où les travaux sont\n"
                 "finis depuis longtemps.\n")[0] == "Le vieux pont sera fermé tout l'hiver");
}

TEST_CASE("the first lines of a paragraph are no headline", "[repair][display]") {
    CHECK(blocks("The harbour was quiet when the first boats\n"
                 "returned from the banks. Few of the men had\n"
                 "slept, and none of them had caught what\n"
                 "they had hoped for.\n")
              .size() == 1);
}

TEST_CASE("a headline in the middle of a column is jumped over", "[repair][display][threads]") {
    const auto got = blocks(
        "Der Hafen war still, als die ersten Boote\n"
        "am Morgen von den Bänken zurückkamen. Nur\n"
        "wenige der Männer hatten geschlafen, weil\n"
        "der Sturm erst gegen Mitternacht schwach\n"
        "\n"
        "Fischer kehren ohne Fang in den\n"
        "Hafen am alten Leuchtturm zurück\n"
        "\n"
        "wurde. Auf dem Markt warteten die Händler\n"
        "schon seit dem frühen Morgen, und bald\n"
        "stiegen die Preise wie in keinem Jahr.\n");
    REQUIRE(got.size() == 2);
    CHECK(got[0].find("Mitternacht schwach wurde. Auf dem") != std::string::npos);
    CHECK(got[1] == "Fischer kehren ohne Fang in den Hafen am alten Leuchtturm zurück");
}

TEST_CASE("lines that an extractor ran together keep their column's measure", "[repair][display][join]") {
    // The hyphens at the ends of the third, sixth and eighth row were taken out, and the line breaks with them.
    const auto got = blocks(
        "The harbour was quiet when\n"
        "the first boats came home,\n"
        "few of the men had slept, and none remembered such a\n"
        "storm in all their years at\n"
        "the banks of the north.\n"
        "On the quay the buyers were waiting already, and prices\n"
        "rose before noon. They had\n"
        "not been so high since the spring of the year before the\n"
        "bridge was built.\n"
        "Some went home with empty\n"
        "baskets, and some came the\n"
        "next day.\n");
    CHECK(got == Texts{"The harbour was quiet when the first boats came home, few of the men had slept, and none "
                       "remembered such a storm in all their years at the banks of the north.",
                       "On the quay the buyers were waiting already, and prices rose before noon. They had not been so "
                       "high since the spring of the year before the bridge was built.",
                       "Some went home with empty baskets, and some came the next day."});
}

TEST_CASE("a wide headline has rows as full as those of the text: what opens the text tells it", "[repair][display]") {
    const auto got = blocks(
        "Neue Werft am alten Hafen sucht dringend\n"
        "Schweißer aus der ganzen Welt\n"
        "Holmstedt – Seit die neue Werft am alten\n"
        "Hafen gebaut wird, fehlen dort die Leute,\n"
        "die Stahl schneiden und biegen können. Im\n"
        "Frühjahr sollen auch Lehrlinge kommen.\n");
    REQUIRE(got.size() == 2);
    CHECK(got[0] == "Neue Werft am alten Hafen sucht dringend Schweißer aus der ganzen Welt");
}

TEST_CASE("where capitals are rare, one that follows no full stop parts a headline from its text",
          "[repair][display]") {
    CHECK(blocks("Old mill on the canal has its noise back\n"
                 "Machines left the mill years ago, but there\n"
                 "is noise again behind its windows, where ten\n"
                 "joiners and a maker of banjos rent the floors.\n"
                 "\nthe" +
                 boats_text)[0] == "Old mill on the canal has its noise back");
}

TEST_CASE("a dateline is no headline, whatever capital stands below it", "[repair][display]") {
    CHECK(blocks("PORT ARDEN, April 9 - The mines of Halden\n"
                 "Copper will be closed for the winter, and the\n"
                 "men who work in them will be sent to the old\n"
                 "pits in the valley, where the pay is better.\n"
                 "\nthe" +
                 boats_text)[0]
              .starts_with("PORT ARDEN, April 9 - The mines of Halden Copper will"));
}

TEST_CASE("full rows between blank lines are a headline where a report opens below them", "[repair][display]") {
    const std::string report =
        "\nHolmstedt – Seit die neue Werft am alten\n"
        "Hafen gebaut wird, fehlen dort die Leute,\n"
        "die Stahl schneiden und biegen können. Im\n"
        "Frühjahr sollen auch Lehrlinge kommen, und\n"
        "für den Herbst wird ein Meister gesucht.\n";
    CHECK(blocks("Werft am alten Hafen „Zur Morgenröte“\n"
                 "und „Abendstern“ suchen jetzt Lehrlinge\n" +
                 report)[0] == "Werft am alten Hafen „Zur Morgenröte“ und „Abendstern“ suchen jetzt Lehrlinge");
    const auto got = repaired(
        "Werft am alten Hafen „Zur Morgenröte“\n"
        "und „Abendstern“ suchen jetzt Lehrlinge\n" +
        report);
    CHECK_FALSE(got.blocks.front().ends_open);
}

TEST_CASE("rows that were run together are full where no paragraph ends", "[repair][display][join]") {
    // The column is a little wider than most of its rows: the two in the fifth line are as wide as it is.
    const auto got = blocks(
        "The boats were home by noon, and all\n"
        "of the men had slept since a storm\n"
        "began. On the quay buyers were in\n"
        "their places. The mayor said that the\n"
        "weeks after the storm had been the worst of all, although that long wait for all the\n"
        "boats was over and nobody was lost.\n"
        "\n"
        "\nthe" +
        boats_text);
    CHECK(got[0].find("said that the weeks after the storm had been the worst of all, although that long wait for all "
                      "the boats was over") != std::string::npos);
}

TEST_CASE("below a section's name may stand a headline", "[repair][display]") {
    const auto got = blocks(
        "Der Rat von Holm hat am Abend nach langer\n"
        "Sitzung beschlossen, den alten Steg an der\n"
        "Mole abzureißen und einen neuen zu bauen,\n"
        "der auch im Winter offen bleiben soll.\n"
        "Die Kosten trägt zur Hälfte der Verein der\n"
        "Segler, der den Steg auch pflegen will.\n"
        "\n"
        "Glosse\n"
        "Vom Nutzen des sehr langen alten Steges\n"
        "Wer nachts um vier noch am Wasser steht,\n"
        "hat entweder Fische im Eimer oder Sorgen,\n"
        "und manche haben beides, wie man hört.\n"
        "Man wünscht ihnen, dass der neue Steg sie\n"
        "alle trägt und im Winter niemand fällt.\n");
    REQUIRE(got.size() == 5);
    CHECK(got[got.size() - 3] == "Glosse");
    CHECK(got[got.size() - 2] == "Vom Nutzen des sehr langen alten Steges");
}

TEST_CASE("Chinese lines between blank lines that read like no text are rows of headlines", "[repair][display]") {
    const std::string column =
        "春天到了，河边的柳树长出了嫩\n芽，孩子们在草地上放风筝，老人\n们坐在长椅上聊天，说起往年的收\n"
        "成。去年秋天的雨水太多，稻子倒\n了一片，大家都很着急，今年从头\n就盯着天气，早早地修好了水渠。\n";
    const std::string more =
        "\n大桥修了整整三年，去年冬天合\n龙，今年开春铺好了路面，两岸的\n人都说要去走一走，看一看新桥的\n"
        "样子，也看一看老渡口，那里的船\n还停着，只是没有人再去坐了呢。\n";
    const auto got = blocks(column + "\n老渡口旁开起一家夜间图书馆\n——河西村年轻人回乡的第一年\n" + more);
    REQUIRE(got.size() == 4);
    CHECK(got[1] == "老渡口旁开起一家夜间图书馆");
    CHECK(got[2] == "——河西村年轻人回乡的第一年");
    const auto spoken = blocks(column + "\n来自老渡口的第一份报道\n“没有桥以前，我就是桥呀”\n" + more);
    REQUIRE(spoken.size() == 4);
    CHECK(spoken[2] == "“没有桥以前，我就是桥呀”");
    // A piece of a column that is torn out of its paragraph has commas, and its last line is full.
    const auto torn = blocks(column + "\n孩子们说，河边的风筝飞得很高\n老人们听着，想起自己小时候的\n" + more);
    CHECK(std::any_of(torn.begin(), torn.end(),
                      [](const auto& block) { return block.find("飞得很高老人们") != std::string::npos; }));
}

TEST_CASE("below a text that was cut, rows that stop far from the edge are a headline", "[repair][display]") {
    const auto got = blocks(
        "Die Gemeinde will den alten Speicher am Hafen\n"
        "verkaufen, weil das Geld für eine Sanierung im\n"
        "nächsten Jahr nicht reicht. Die Vereine haben\n"
        "bis zum Winter Zeit, ihre Räume zu räumen und\n"
        "\n"
        "Züge halten künftig in\n"
        "kleinen Orten am Fluss\n"
        "Reisende aus den Dörfern am Fluss können vom\n"
        "Sommer an wieder mit dem Zug in die Stadt zur\n"
        "Arbeit fahren, weil die Bahn zwei Haltestellen\n"
        "öffnet, die vor dreißig Jahren geschlossen\n"
        "wurden. Der Fahrplan liegt schon auf.\n");
    CHECK(std::count(got.begin(), got.end(), "Züge halten künftig in kleinen Orten am Fluss") == 1);
}

TEST_CASE("capitals between two texts are a headline, where no blank line parts articles", "[repair][display]") {
    const auto got = blocks(
        "The harbour was quiet when the first boats\n"
        "returned from the banks. Few of the men had\n"
        "slept, and none of them had caught what\n"
        "they had hoped for.\n"
        "SINGULAR LOSS OF A WEATHERCOCK.\n"
        "A weathercock was found upon the green of\n"
        "the next parish by boys on Monday, and has\n"
        "not been claimed by any of the churches.\n"
        "Half of its tail was wanting.\n");
    REQUIRE(got.size() >= 3);
    CHECK(got[1] == "SINGULAR LOSS OF A WEATHERCOCK.");
    // A name in capitals in mid sentence is none.
    CHECK(blocks("The harbour was quiet when the first boats\n"
                 "returned from the banks, among them the\n"
                 "GOOD QUEEN CHARLOTTE OF SEAHAVEN TOWN\n"
                 "which had been given up for lost after the\n"
                 "gale that had blown from the south for the\n"
                 "whole of Tuesday night.\n")
              .size() == 1);
}
