// Headlines apart from their texts, on Western pages.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

// The headline of each article, and how many paragraphs it has.
struct Seen {
    std::vector<std::string> headlines;
    std::vector<std::size_t> paragraphs;
};

Seen seen(const std::string& text) {
    const auto d = process(text);
    REQUIRE(check(d).empty());
    Seen s;
    for (const auto& a : d.articles) {
        s.headlines.emplace_back();
        s.paragraphs.push_back(0);
        for (const auto b : a.blocks) {
            if (d.blocks[b].role == Role::headline) s.headlines.back() = render(d, d.blocks[b]);
            if (d.blocks[b].role == Role::paragraph) ++s.paragraphs.back();
        }
    }
    return s;
}

using Texts = std::vector<std::string>;
using Counts = std::vector<std::size_t>;

}  // namespace

TEST_CASE("Where texts have blank lines between them, a paragraph without one begins no article", "[segment]") {
    const auto s = seen(
        "KEEPER LEAVES THE LIGHTHOUSE OF SKERRY POINT\n"
        "\n"
        "The lighthouse keeper of Skerry Point climbed the stairs for the last time on Friday evening and put out the "
        "lamp by hand.\n"
        "His daughter had carried the oil up to him when she was a child, and on Friday she carried the flowers of the "
        "village.\n"
        "The lighthouse will be sold, and nobody knows who might want a house with one hundred and twelve steps.\n"
        "His brother, who grows apples in an orchard in the valley, will take him in this summer.\n"
        "\n"
        "Growers in the valley expect a poor harvest of apples after the frost that came in the first week of May and "
        "stayed.\n"
        "In one orchard nine trees out of ten carry nothing at all this summer, and jam makers have bought fruit from "
        "abroad.\n"
        "Prices for apples have doubled since the spring, the growers of the valley said at their meeting.\n"
        "A bus that brought pickers to each orchard in the autumn has been given up for this year.\n"
        "\n"
        "FROST LEAVES A POOR HARVEST OF APPLES\n");
    CHECK(s.paragraphs == Counts{4, 4});
}

TEST_CASE("Two headlines in a list may have no blank line between them", "[segment]") {
    const auto s = seen(
        "Die Fähre nach Holm fährt seit Montag\n"
        "wieder jede Stunde über den Sund, und\n"
        "die Leute auf der Insel sind froh, dass\n"
        "sie damit zur Arbeit kommen können.\n"
        "\n"
        "In der Schule von Grünau lernen seit\n"
        "Herbst achtzig Kinder mehr als im Jahr\n"
        "davor, und die Lehrer wissen kaum noch,\n"
        "in welchen Raum sie alle setzen sollen.\n"
        "\n"
        "Auf dem Markt von Osten gibt es heute\n"
        "keine Kirschen mehr, weil der Regen die\n"
        "Ernte in den Gärten am Fluss fast ganz\n"
        "verdorben hat, sagen die Händler dort.\n"
        "\n"
        "Das Theater am Hafen hat einen Leiter\n"
        "gefunden, der im Sommer sein Amt neu\n"
        "antritt und mehr Stücke für Kinder auf\n"
        "die Bühne bringen will, wie er sagte.\n"
        "\n"
        "Wieder jede Stunde eine Fähre nach Holm\n"
        "\n"
        "Schule von Grünau weiß nicht mehr wohin\n"
        "mit den achtzig neuen Kindern im Herbst\n"
        "Regen verdirbt am Fluss die Kirschen in\n"
        "den Gärten und dem Markt von Osten fehlt\n"
        "die Ernte\n"
        "\n"
        "Neuer Leiter will am Theater im Hafen\n"
        "mehr Stücke für Kinder auf die Bühne\n"
        "bringen\n");
    CHECK(s.headlines == Texts{"Wieder jede Stunde eine Fähre nach Holm",
                               "Schule von Grünau weiß nicht mehr wohin mit den achtzig neuen Kindern im Herbst",
                               "Regen verdirbt am Fluss die Kirschen in den Gärten und dem Markt von Osten fehlt die "
                               "Ernte",
                               "Neuer Leiter will am Theater im Hafen mehr Stücke für Kinder auf die Bühne bringen"});
}

TEST_CASE("Three headings behind all texts are a list", "[segment]") {
    const auto s = seen(
        "Die Fähre nach Holm fährt seit Montag wieder jede Stunde über den Sund, und die Leute auf der Insel sind "
        "froh, dass sie damit zur Arbeit kommen können.\n"
        "\n"
        "In der Schule von Grünau lernen seit Herbst achtzig Kinder mehr als im Jahr davor, und die Lehrer wissen kaum "
        "noch, in welchen Raum sie alle setzen sollen.\n"
        "\n"
        "Auf dem Markt von Osten gibt es heute keine Kirschen mehr, weil der Regen die Ernte in den Gärten am Fluss "
        "fast ganz verdorben hat, sagen die Händler dort.\n"
        "\n"
        "## Wieder jede Stunde eine Fähre nach Holm\n"
        "\n"
        "## Schule von Grünau hat achtzig Kinder mehr\n"
        "\n"
        "## Regen verdirbt am Fluss die Kirschen\n");
    CHECK(s.headlines == Texts{"Wieder jede Stunde eine Fähre nach Holm", "Schule von Grünau hat achtzig Kinder mehr",
                               "Regen verdirbt am Fluss die Kirschen"});
}

TEST_CASE("Of a list, the headline goes with the text whose first paragraph names what it names", "[segment]") {
    // Nothing else tells where the second text begins.
    const auto s = seen(
        "The ferry to Holm sails every hour again, and the people of the island are glad of it.\n"
        "\n"
        "Some of them had waited at the quay for most of the winter, with bread and letters for their sons.\n"
        "\n"
        "They will not miss the road around the bay, which was long and icy in most years.\n"
        "\n"
        "The tunnel under the pass will be closed from November to the end of April, as water leaks through it.\n"
        "\n"
        "Drivers must use another way, and the mayor asks why the work could not be done in June.\n"
        "\n"
        "Eighty children more than last autumn learn at the school of Grove, whose rooms are full.\n"
        "\n"
        "Where they are all to sit nobody knows, and the teachers have asked for a second house.\n"
        "\n"
        "## A ferry every hour to Holm\n"
        "\n"
        "## Pass tunnel closed until April as water leaks\n"
        "\n"
        "## School of Grove has eighty children more\n");
    CHECK(s.headlines == Texts{"A ferry every hour to Holm", "Pass tunnel closed until April as water leaks",
                               "School of Grove has eighty children more"});
    CHECK(s.paragraphs == std::vector<std::size_t>{3, 2, 2});
}

TEST_CASE("Short capitals with a full stop are a headline, not a label", "[segment]") {
    const auto s = seen(
        "The wind blew from the south on Monday, and three boats were driven upon the sands below the church of Elms.\n"
        "\n"
        "The board met on Tuesday to hear how far the new sewer has been carried along the row of Millford.\n"
        "\n"
        "The first train ran through the tunnel of Saltern on Friday, with flags and a band upon its carriages.\n"
        "\n"
        "A cow of Mr. Pyke took the prize at the fair of Arden, before a crowd of farmers from all the valley.\n"
        "\n"
        "BOATS LOST.\n"
        "\n"
        "THE NEW SEWER OF MILLFORD.\n"
        "\n"
        "FIRST TRAIN THROUGH THE SALTERN TUNNEL.\n"
        "\n"
        "PRIZE FOR A COW AT THE FAIR OF ARDEN.\n");
    CHECK(s.headlines == Texts{"BOATS LOST.", "THE NEW SEWER OF MILLFORD.", "FIRST TRAIN THROUGH THE SALTERN TUNNEL.",
                               "PRIZE FOR A COW AT THE FAIR OF ARDEN."});
}

TEST_CASE("A row in capitals goes on with the next row, not with one further on", "[segment]") {
    const auto s = seen(
        "ELMSIDE, May 3 - The harbour board will allow boats to land by night in summer, its chairman said on Friday "
        "evening.\n"
        "\n"
        "PELLVALE, May 3 - The school of Pellvale is asked by parents to change its hours, the head teacher said.\n"
        "\n"
        "MILLFORD, May 2 - Plums may sell below apples in every market of the valley, a union of growers said on "
        "Monday.\n"
        "\n"
        "ARDEN, May 4 - Two masters of choirs discussed the songs of a festival in the north on Sunday.\n"
        "\n"
        "BOARD LIKELY TO ALLOW\n"
        "\n"
        "BOATS TO LAND BY NIGHT\n"
        "\n"
        "SCHOOL IS ASKED TO\n"
        "\n"
        "CHANGE HOURS\n"
        "\n"
        "PLUMS MAY SELL BELOW\n"
        "\n"
        "APPLES, GROWERS SAY\n"
        "\n"
        "CHOIR MASTERS DISCUSS\n"
        "\n"
        "FESTIVAL SONGS\n");
    CHECK(s.headlines == Texts{"BOARD LIKELY TO ALLOW BOATS TO LAND BY NIGHT", "SCHOOL IS ASKED TO CHANGE HOURS",
                               "PLUMS MAY SELL BELOW APPLES, GROWERS SAY", "CHOIR MASTERS DISCUSS FESTIVAL SONGS"});
}

TEST_CASE("The rows that meet tell that a headline goes on", "[segment]") {
    const auto s = seen(
        "HOLMSIDE, May 3 - Varn believes that a dry summer will bring record salt, its president said on Monday.\n"
        "\n"
        "ARDEN, May 2 - The parish said it plans to repair its oldest bridge from the proceeds of a lottery.\n"
        "\n"
        "GRUNA, May 3 - The number of storks in the marsh hardly changed in winter, the warden of the marsh said.\n"
        "\n"
        "PELLVALE, May 4 - Two masters of choirs discussed the songs of a festival in the north on Sunday.\n"
        "\n"
        "VARN NOW SEES\n"
        "\n"
        "RECORD SALT THIS\n"
        "\n"
        "YEAR\n"
        "\n"
        "LOTTERY TO REPAIR\n"
        "\n"
        "OLDEST BRIDGE\n"
        "\n"
        "STORKS IN THE MARSH\n"
        "\n"
        "HARDLY CHANGED\n"
        "\n"
        "CHOIR MASTERS DISCUSS\n"
        "\n"
        "FESTIVAL SONGS\n");
    CHECK(s.headlines.front() == "VARN NOW SEES RECORD SALT THIS YEAR");
}

TEST_CASE("A short line with a dash and no full stop is a headline, not a dateline and its text", "[segment]") {
    const auto s = seen(
        "Holm – Neue Fähre kommt im Mai\n"
        "\n"
        "Die neue Fähre der Reederei wird im Mai den Verkehr zur Insel aufnehmen, sagte der Hafenmeister am Montag in "
        "Holm.\n"
        "\n"
        "Sie ist doppelt so lang wie die alte, die nach vierzig Jahren verkauft wird und als Museum weiterlebt.\n");
    CHECK(s.headlines == Texts{"Holm – Neue Fähre kommt im Mai"});
}

TEST_CASE("Capitals with a dash are a headline, not a dateline", "[segment]") {
    const auto s = seen(
        "QUAY OF PORT ELMS TO OPEN IN MAY - MAYOR\n"
        "\n"
        "The new quay of Port Elms will be opened to all ships in May, the mayor said at the town hall on Monday.\n"
        "\n"
        "Nobody in the council had asked for a second quay, which is to follow in the autumn.\n");
    CHECK(s.headlines == Texts{"QUAY OF PORT ELMS TO OPEN IN MAY - MAYOR"});
}
