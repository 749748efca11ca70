#include "eval/matching.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "eval/sequence.hpp"

using namespace broadsheet::eval;

namespace {

Labelled paragraph(std::u32string text) { return {"paragraph", std::move(text)}; }

double twice(const std::u32string& text) { return 2 * static_cast<double>(text.size()); }

const std::u32string harbour = U"The harbour was dredged in the spring of the year.";
const std::u32string council = U"A new school is to be built beside the old mill.";
const std::u32string weather = U"Rain fell on three days out of four last month.";

}  // namespace

TEST_CASE("the most similar pair is matched first, and of equal ones the last", "[eval]") {
    const std::map<std::pair<std::size_t, std::size_t>, double> value{
        {{0, 0}, 0.9}, {{0, 1}, 0.8}, {{1, 0}, 0.9}, {{1, 1}, 0.2}};
    std::vector<Offer> offers;
    for (const auto& [pair, v] : value) offers.push_back({1, pair.first, pair.second});
    std::set<std::pair<std::size_t, std::size_t>> asked;
    const auto matched = match_greedily(offers, 2, 2, 0, [&](std::size_t g, std::size_t p) {
        asked.insert({g, p});
        return value.at({g, p});
    });
    REQUIRE(matched.size() == 2);
    CHECK(matched[0].gold == 1);
    CHECK(matched[0].predicted == 0);
    CHECK(matched[1].gold == 0);
    CHECK(matched[1].predicted == 1);
    CHECK(match_greedily(offers, 2, 2, 0.85, [&](std::size_t g, std::size_t p) {
              return value.at({g, p});
          }).size() == 1);
    // A bound that is low enough spares the work.
    asked.clear();
    offers = {{0.9, 0, 0}, {0.1, 1, 0}};
    (void)match_greedily(offers, 2, 1, 0, [&](std::size_t g, std::size_t p) {
        asked.insert({g, p});
        return 0.5;
    });
    CHECK(asked.size() == 1);
}

TEST_CASE("blocks are right as whole texts, or nearly", "[eval]") {
    const std::vector<Labelled> gold{{"headline", U"Harbour dredged"}, paragraph(harbour), paragraph(harbour)};
    auto found = gold;
    CHECK(match_blocks(gold, found, 1).hits.f1() == 1);
    found.pop_back();  // it stands twice in gold
    CHECK(match_blocks(gold, found, 1).hits.right == 2);
    CHECK(match_blocks(gold, found, 1).missing == std::vector<Labelled>{paragraph(harbour)});
    found[1].text[3] = U'x';
    CHECK(match_blocks(gold, found, 1).hits.right == 1);
    CHECK(match_blocks(gold, found, 0.9).hits.right == 2);
    found[1].role = "caption";
    CHECK(match_blocks(gold, found, 0.9).hits.right == 1);
    CHECK(match_blocks({}, {}, 1).hits.f1() == 1);
    CHECK(match_blocks(gold, {}, 1).hits.f1() == 0);
}

TEST_CASE("an article is matched to the one most like it", "[eval]") {
    const auto matches = match_articles({harbour, council}, {weather, council + U" More.", harbour});
    CHECK(matches[0].predicted == 2U);
    CHECK(matches[0].similarity == 1);
    CHECK(matches[1].predicted == 1U);
    CHECK(matches[1].similarity == Approx(twice(council) / (twice(council) + 6)));
    CHECK_FALSE(match_articles({weather}, {U"壹贰叁肆伍陆柒"})[0].predicted);
    CHECK(match_articles({U""}, {U""})[0].similarity == 1);
    // Most unlike in length: the bound, times the share of the runs that both have, stands for the similarity.
    std::u32string everything = harbour + council + weather;
    for (int i = 0; i < 5; ++i) everything += U" And so on, and so on, and so on; nothing of it matters here.";
    const auto part = match_articles({harbour}, {everything})[0];
    CHECK(part.similarity == Approx(twice(harbour) / static_cast<double>(harbour.size() + everything.size())));
}

TEST_CASE("splits and merges are counted over the blocks that both sides have", "[eval]") {
    const Grouped gold{{paragraph(harbour), paragraph(council)}, {paragraph(weather)}};
    CHECK(partition_of(gold, gold, 1).splits == 0);
    const Grouped torn{{paragraph(harbour)}, {paragraph(council)}, {paragraph(weather)}};
    CHECK(partition_of(gold, torn, 1).splits == 1);
    CHECK(partition_of(gold, torn, 1).merges == 0);
    const Grouped mixed{{paragraph(harbour), paragraph(council), paragraph(weather)}};
    CHECK(partition_of(gold, mixed, 1).splits == 0);
    CHECK(partition_of(gold, mixed, 1).merges == 1);
    auto misread = torn;
    misread[1][0].text[2] = U'?';
    CHECK(partition_of(gold, misread, 1).splits == 0);  // not found, so not counted
    CHECK(partition_of(gold, misread, 0.9).splits == 1);
    // What stands twice, or is short, says nothing of where it belongs.
    const Grouped both{{paragraph(harbour), paragraph(weather)}, {paragraph(council), paragraph(harbour)}};
    CHECK(partition_of(gold, both, 1).splits == 0);
}
