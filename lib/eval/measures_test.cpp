// Joins, order, error rates, hyphens, provenance: each on a page of a few lines.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::eval;

namespace {

const std::string page_text =
    "Harbour dredged\n"                                  // 1
    "The harbour was dredged in spring, and a well-\n"   // 2
    "known captain came to see the new lamp, which\n"    // 3
    "School to open\n"                                   // 4
    "A school beside the old mill is to open in har-\n"  // 5
    "vest time.\n"                                       // 6
    "he praised at length.\n";                           // 7

const std::string gold_text = R"({"source": "page.txt", "articles": [
 {"id": "A", "elements": [
   {"role": "headline", "spans": ["1"]},
   {"role": "paragraph", "spans": ["2-3", "7"], "text": "The harbour was dredged in spring, and a well-known captain came to see the new lamp, which he praised at length."}]},
 {"id": "B", "elements": [
   {"role": "headline", "spans": ["4"]},
   {"role": "paragraph", "spans": ["5-6"], "text": "A school beside the old mill is to open in harvest time."}]}]})";

Prediction predicted(const std::vector<std::vector<std::pair<const char*, const char*>>>& articles) {
    Prediction out;
    for (const auto& blocks : articles) {
        auto& article = out.articles.emplace_back();
        for (const auto& [role, text] : blocks) article.blocks.push_back({role, text, 1, {}});
    }
    return out;
}

const char* const harbour =
    "The harbour was dredged in spring, and a well-known captain came to see the new lamp, which he praised at length.";
const char* const school = "A school beside the old mill is to open in harvest time.";

double figure(const Scores& scores, const std::string& name) {
    for (const Figure& f : figures(scores))
        if (f.name == name) return f.value;
    FAIL("no figure " << name);
    return 0;
}

Scores scores_of(const Prediction& prediction) {
    const auto page = read_page(page_text);
    return evaluate(read_gold(gold_text, "gold.json"), prediction, &page);
}

}  // namespace

TEST_CASE("what is right is right in all figures", "[eval]") {
    const auto scores = scores_of(predicted({{{"headline", "Harbour dredged"}, {"paragraph", harbour}},
                                             {{"headline", "School to open"}, {"paragraph", school}}}));
    for (const char* name : {"articles", "precision", "recall", "heads", "similarity", "blocks", "roles", "headline",
                             "order", "near_joins", "far_joins", "hyphens"})
        CHECK(figure(scores, name) == 1);
    for (const char* name : {"splits", "merges", "partition", "cer", "wer", "false_joins", "hyphens_lost"})
        CHECK(figure(scores, name) == 0);
    CHECK(scores.hyphens->right.whole == 2);
    CHECK(scores.hyphens->lost.whole == 1);
    CHECK_FALSE(scores.provenance);  // nothing names its bytes
}

TEST_CASE("a true hyphen that is taken out is told from one that is left", "[eval]") {
    const auto lost = scores_of(predicted({{{"paragraph", "dredged in spring, and a wellknown captain came to see"}}}));
    CHECK(lost.hyphens->right.part == 0);
    CHECK(lost.hyphens->lost.part == 1);
    CHECK(lost.hyphens->unfound == 1);
    const auto left = scores_of(predicted({{{"paragraph", "dredged in spring, and a well- known captain came to see"},
                                            {"paragraph", "the old mill is to open in harvest time"}}}));
    CHECK(left.hyphens->right.part == 1);
    CHECK(left.hyphens->lost.part == 0);
    CHECK(left.hyphens->unfound == 0);
}

TEST_CASE("joins are near, far, or false", "[eval]") {
    const std::string text =
        "Alpha beta gamma delta\nepsilon zeta eta theta\nIota kappa lambda mu\nnu xi omicron pi rho\n";
    const auto gold = read_gold(
        R"({"articles": [{"id": "A", "elements": [{"role": "paragraph", "spans": ["1-2", "4:0-13"]}]},
                         {"id": "B", "elements": [{"role": "paragraph", "spans": ["3"]}]}]})",
        "g");
    const auto page = read_page(text);
    const auto right =
        evaluate(gold,
                 predicted({{{"paragraph", "Alpha beta gamma delta epsilon zeta eta theta nu xi omicron"}},
                            {{"paragraph", "Iota kappa lambda mu"}}}),
                 &page);
    CHECK(right.blocks.f1() == 1);
    REQUIRE(right.joins);
    CHECK(right.joins->near.whole == 1);
    CHECK(right.joins->far.whole == 1);
    CHECK(right.joins->near.part + right.joins->far.part == 2);
    CHECK(right.joins->false_ones == 0);
    const auto wrong =
        evaluate(gold,
                 predicted({{{"paragraph", "Alpha beta gamma delta"}},
                            {{"paragraph", "epsilon zeta eta theta Iota kappa lambda mu nu xi omicron"}}}),
                 &page);
    CHECK(wrong.joins->near.part + wrong.joins->far.part == 0);
    CHECK(wrong.joins->false_ones == 2);
    CHECK(wrong.joins->wrong.front() == "2 -> 3: a theta Iota k");
    CHECK(wrong.joins->missed.size() == 2);
}

TEST_CASE("order and error rates", "[eval]") {
    const auto gold = read_gold(R"({"articles": [{"id": "A", "elements": [
        {"role": "headline", "text": "Harbour dredged"}, {"role": "paragraph", "text": "The first of the two texts."},
        {"role": "paragraph", "text": "And here is the second one."}]}]})",
                                "g");
    const auto turned = evaluate(gold, predicted({{{"headline", "Harbour dredged"},
                                                   {"paragraph", "And here is the second one."},
                                                   {"paragraph", "The first of the two texts."}}}));
    CHECK(turned.order.whole == 2);
    CHECK(turned.order.part == 0);
    CHECK(turned.blocks.f1() == 1);
    const auto misread = evaluate(gold, predicted({{{"headline", "Harbour dredqed"},
                                                    {"paragraph", "The first of two texts."},
                                                    {"paragraph", "And here is the second one."}}}));
    CHECK(misread.aligned == 1);
    CHECK(misread.characters.part == 5);  // g -> q, "the " gone
    CHECK(misread.words.part == 2);
    CHECK(misread.words.whole == 14);
    CHECK(misread.heads.part == 0);
    const auto lost = evaluate(gold, predicted({{{"paragraph", "Rain, and again rain."}}}));
    CHECK(lost.aligned == 0);
    for (const Figure& f : figures(lost)) CHECK(f.name != "cer");
}

TEST_CASE("provenance: texts are the bytes they name, and each character stands once", "[eval]") {
    const auto gold = read_gold(R"({"articles": []})", "g");
    const std::string text = "The “old” pier\nis — gone.\n";
    const auto page = read_page(text);
    auto prediction = predicted({{{"paragraph", "The \"old\" pier is — gone."}}});
    prediction.has_places = true;
    auto& spans = prediction.articles[0].blocks[0].spans;
    spans = {{1, 0, 18, 0}, {2, 19, 31, 0}};
    const auto faults = [&] {
        const auto scores = evaluate(gold, prediction, &page);
        REQUIRE(scores.provenance);
        const auto& p = *scores.provenance;
        return std::vector<std::size_t>{p.faithful.whole - p.faithful.part, p.uncovered, p.twice};
    };
    CHECK(faults() == std::vector<std::size_t>{0, 0, 0});
    spans[1].begin = 22;  // "is" is left out
    CHECK(faults() == std::vector<std::size_t>{1, 2, 0});
    spans[1].begin = 12;  // "ier" twice
    CHECK(faults() == std::vector<std::size_t>{1, 0, 4});
    spans[1].begin = 23;  // in the middle of a character
    CHECK(faults()[0] == 1);
    spans = {{1, 0, 900, 0}};
    CHECK(faults()[0] == 0);       // the bytes are there, whatever else was named
    prediction.digest = "xxh3:0";  // of another page
    CHECK_FALSE(evaluate(gold, prediction, &page).provenance);
}

TEST_CASE("gold that needs its page says so", "[eval]") {
    const auto gold = read_gold(R"({"articles": [{"elements": [{"role": "paragraph", "spans": ["9"]}]}]})", "g.json");
    CHECK_THROWS_WITH(evaluate(gold, {}), Catch::Contains("--page"));
    const auto page = read_page("one\ntwo\n");
    CHECK_THROWS_WITH(evaluate(gold, {}, &page), Catch::Contains("there is no line 9"));
}
