// Few lines by themselves between blank lines: a headline, or a piece of the text?
#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

// Were the lines that begin with this one taken for rows of a headline?
bool headline_at(const std::string& text, std::uint32_t line) {
    Document d = read(text, {});
    RepairOptions options;
    options.explain = true;
    repair(d, options);
    return std::any_of(d.notes.begin(), d.notes.end(),
                       [&](const Note& n) { return n.line == line && n.message.starts_with("rows of a headline"); });
}

// Text above, and what may stand below without its first word.
const std::string above = "the" + boats_text + "\n";
const std::string rest =
    " buyers went home with empty baskets, and some\n"
    "came again on the next day, when the first of\n"
    "the boats went out to look for its nets.\n"
    "They had not been seen since the year of the\n"
    "flood, when the water rose over the quay and\n"
    "stood in the streets of the town for a week.\n";
constexpr std::uint32_t at = 13;  // the line behind `above`

}  // namespace

TEST_CASE("two full rows between a text's end and a dateline are a headline", "[repair][display]") {
    CHECK(
        headline_at("Für den Umbau der alten Speicher am Kai\n"
                    "hatte die Stadt einen neu gegründeten\n"
                    "Verein gewonnen, der im Herbst beginnen\n"
                    "wollte. Dieser erfüllt aber die Auflagen\n"
                    "der Feuerwehr noch nicht, und so bleibt\n"
                    "das Gerüst bis in den Winter leer. Auch\n"
                    "der Kran, den ein Reeder geliehen hatte,\n"
                    "steht nun wieder auf dessen Werft, wie\n"
                    "der Hafenmeister am Montag mitteilte.\n"
                    "\n"
                    "Kinder der Stadt Holm singen im Rathaus\n"
                    "und im Museum am Kai – Lob vom Minister\n"
                    "\n"
                    "Holm – Wenn Kinder im Rathaus von Holm\n"
                    "singen, wird es im Saal still, und auch\n"
                    "der Minister, der am Freitag zu Besuch\n"
                    "war, hörte ihnen lange und gern zu. Am\n"
                    "Ende bat er sie, im Sommer auch in der\n"
                    "Hauptstadt zu singen, wo man sie noch\n"
                    "nicht kennt, obwohl sie seit Jahren in\n"
                    "vielen Orten am Fluss zu hören sind.\n",
                    11));
}

TEST_CASE("a short line above a text that opens a sentence is a headline, above one that goes on it is none",
          "[repair][display]") {
    CHECK(headline_at(above + "Boats with a green lamp\n\nThe" + rest, at));
    CHECK_FALSE(headline_at(above + "Boats with a green lamp\n\nthe" + rest, at));
}

TEST_CASE("two full rows are a headline where few lines stand below too", "[repair][display]") {
    const std::string rows =
        "Ferry company asks for more money from all\n"
        "islands that its boats call at twice every week\n\n";
    CHECK(headline_at(above + rows + "Board of the harbour will hear it on Monday\n\nThe" + rest, at));
    CHECK_FALSE(headline_at(above + rows + "Dark" + rest, at));
}

TEST_CASE("in a list of headlines one may be as wide as a column, and have a comma", "[repair][display]") {
    const std::string text =
        "A seam in the cliff gave way on Monday night,\n"
        "and the road to the harbour has been closed to\n"
        "all but those who live there. Some forty boats\n"
        "lie at the quay and cannot be unloaded, as the\n"
        "lorries have no other way to reach the market.\n"
        "\n"
        "New road to the harbour\n"
        "wanted since the spring\n"
        "\n"
        "Flood takes the ferry\n"
        "and three of its boats\n"
        "\n"
        "Market moves to the quay\n"
        "\n"
        "Winter comes early\n"
        "\n"
        "At Holm, the old bakehouse is fired once more\n"
        "\n"
        "School opens again\n"
        "after the flood\n";
    CHECK(headline_at(text, 17));
}
