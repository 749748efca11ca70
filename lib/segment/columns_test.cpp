// Columns that stand behind the text of another article.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

const std::string lighthouse =
    "KEEPER LEAVES LIGHTHOUSE\n"
    "SKERRY POINT, May 4 - The last keeper of\n"
    "the lighthouse climbed its stairs on Friday\n"
    "evening and put out the lamp.\n"
    "The lamp had burned on the rock for ninety\n"
    "years, and ships had steered by it through\n"
    "every storm on that coast.\n";
const std::string orchard =
    "FROST SPOILS APPLES\n"
    "APPLEDALE, May 4 - Growers expect a\n"
    "poor harvest of apples after the\n"
    "frost that came in the first week of\n"
    "May and stayed.\n"
    "In one orchard nine trees out of ten\n"
    "carry nothing at all, and jam makers\n"
    "have bought fruit abroad.\n"
    "Prices for apples have doubled since\n"
    "the spring, the growers said.\n";
const std::string keeper =
    "The keeper said he would miss the lamp and\n"
    "the stairs, but not the storm that broke a\n"
    "window of the lighthouse when he was young\n"
    "and left him there.\n"
    "No ships have steered by the lighthouse\n"
    "since the radio beacon on that coast was\n"
    "built, and the lamp will be sold.\n";

// The headline of each article, and what its last paragraph begins with.
std::vector<std::string> ends(const std::string& text) {
    const auto d = process(text);
    REQUIRE(check(d).empty());
    std::vector<std::string> found;
    for (const auto& a : d.articles)
        found.push_back(render(d, d.blocks[a.blocks.front()]) + ": " +
                        render(d, d.blocks[a.blocks.back()]).substr(0, 8));
    return found;
}

using Ends = std::vector<std::string>;

}  // namespace

TEST_CASE("A column behind the article beside it goes back to its own", "[segment]") {
    CHECK(ends(lighthouse + "\n" + orchard + "\n" + keeper) ==
          Ends{"KEEPER LEAVES LIGHTHOUSE: No ships", "FROST SPOILS APPLES: Prices f"});
}

TEST_CASE("A column that tells of what stands before it stays", "[segment]") {
    const std::string cider =
        "The growers said that apples for\n"
        "cider may come from the orchard of a\n"
        "neighbour, who lit fires against the\n"
        "frost and lost few trees.\n"
        "A harvest as poor as this one was\n"
        "last seen when apples were picked\n"
        "by hand, and jam was made of plums.\n";
    CHECK(ends(lighthouse + "\n" + orchard + "\n" + cider) ==
          Ends{"KEEPER LEAVES LIGHTHOUSE: The lamp", "FROST SPOILS APPLES: A harves"});
}

TEST_CASE("Where blank lines part paragraphs, no column ends there", "[segment]") {
    std::string text;
    for (const auto* part : {&lighthouse, &orchard, &keeper})
        for (std::size_t at = 0, end; at < part->size(); at = end) {
            end = part->find('\n', at) + 1;
            text += part->substr(at, end - at);
            if (text.size() > 1 && text[text.size() - 2] == '.') text += "\n";
        }
    CHECK(ends(text).back() == "FROST SPOILS APPLES: No ships");
}

TEST_CASE("A column of half the measure goes back though it shares no word with its own text", "[segment]") {
    const std::string race =
        "ROWERS WIN ON RIVER\n"
        "LOWFORD, May 4 - The\n"
        "rowers of the town won\n"
        "the race on Saturday\n"
        "by two lengths, in a\n"
        "boat that they built.\n";
    const std::string festival =
        "VILLAGE KEEPS ITS FESTIVAL OF LANTERNS\n"
        "HIGHMOOR, May 4 - The festival of lanterns will take\n"
        "place in spite of the drought, the village council said\n"
        "late on Friday, but candles are forbidden this year and\n"
        "every lantern must have a lamp.\n"
        "The council bought four hundred lamps for the festival.\n";
    const std::string feast =
        "Nobody had expected\n"
        "this, least of all\n"
        "the coach, who had\n"
        "stayed at home ill.\n"
        "A feast is planned.\n";
    CHECK(ends(race + "\n" + festival + "\n" + feast) ==
          Ends{"ROWERS WIN ON RIVER: A feast ", "VILLAGE KEEPS ITS FESTIVAL OF LANTERNS: The coun"});
}
