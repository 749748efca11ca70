// Gold and page documents as they are read and written, and reports.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "eval/json_place.hpp"
#include "pages_test.hpp"

using namespace broadsheet;
using namespace broadsheet::eval;

TEST_CASE("gold is read", "[eval]") {
    const auto gold = read_gold(R"({"source": "p.txt", "articles": [{"id": "A", "elements": [
        {"role": "headline", "spans": ["12", "13-15", "16:3-9"]}, {"role": "paragraph", "text": "x", "hint": "sure 0.5"}]}]})",
                                "g.json");
    CHECK(gold.source == "p.txt");
    REQUIRE(gold.articles.size() == 1);
    const auto& spans = *gold.articles[0].elements[0].spans;
    REQUIRE(spans.size() == 5);
    CHECK(spans[3].line == 15);
    CHECK(spans[3].end == none);
    CHECK(spans[4].begin == 3);
    CHECK(spans[4].end == 9);
    CHECK_FALSE(gold.has_spans());
    CHECK(gold.needs_lines());
}

TEST_CASE("what is wrong with gold is said with its line and a remedy", "[eval]") {
    const auto message = [](const char* json) {
        try {
            (void)read_gold(json, "g.json");
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const std::string remedy = " (docs/evaluation.md has the format; broadsheet annotate makes such a file of a page)";
    CHECK(message("{\n \"articles\": [\n}") == "g.json:3: this is no JSON" + remedy);
    CHECK(message("[]") == "g.json:1: there is no list \"articles\" here" + remedy);
    CHECK(message("{\"articles\": [\n{\"elements\": []},\n{\"blocks\": []}]}") ==
          "g.json:3: there is no list \"elements\" here" + remedy);
    CHECK(message("{\"articles\": [{\"elements\": [\n{\"text\": \"a\"}]}]}") ==
          "g.json:2: there is no text \"role\" here" + remedy);
    CHECK(message("{\"articles\": [{\"elements\": [\n{\"role\": \"note\"}]}]}") ==
          "g.json:2: this element has neither \"text\" nor \"spans\"" + remedy);
    for (const char* span : {"0", "3-2", "1:2", "1:2-", "x", "1 ", "1:4-9x", "99999999999", "1-900000000"}) {
        INFO(span);
        CHECK(message((std::string("{\"articles\": [{\"elements\": [{\"role\": \"note\",\n\n\"spans\": [\"1\",\n\"") +
                       span + "\"]}]}]}")
                          .c_str()) == std::string("g.json:4: \"") + span +
                                           "\" is no place on a page: \"12\", \"12-15\" or \"12:3-9\"" + remedy);
    }
}

TEST_CASE("hostile gold and page documents are refused by name, or read as far as they go", "[eval]") {
    const auto gold = [](const std::string& span) {
        return "{\"articles\": [{\"elements\": [{\"role\": \"note\", \"spans\": [" + span + "]}]}]}";
    };
    // Nested so deeply that recursion would end the process.
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    CHECK_THROWS_WITH(read_gold(gold(deep), "g"), Catch::Contains("g:1: a list or an object is no place"));
    CHECK_THROWS_AS(read_prediction(deep, "p"), Error);
    CHECK_THROWS_WITH(read_gold("{\"articles\": [], \"n\": 1e999}", "g"),
                      Catch::Contains("a number in it is too large"));
    // A few bytes that stand for millions of lines, again and again.
    std::string many = "\"1-9999999\"";
    for (int i = 0; i < 100; ++i) many += ", \"1-9999999\"";
    CHECK_THROWS_WITH(read_gold(gold(many), "g"), Catch::Contains("more than 16777216 lines"));

    const auto odd = read_prediction(
        R"({"articles": [{"jumps": [{"resolved": "no"}, {"resolved": false, "to_page": "x"}, {"resolved": false,
        "to_page": 1e300}], "blocks": [{"role": "note", "text": "a b", "confidence": "x", "spans": [
        {"line": 1, "begin": 900, "end": 4}, {"begin": -1, "end": 99999999999}, {"begin": 2, "end": 1}]}]}]})",
        "p");
    CHECK(odd.articles[0].hints == std::vector<std::string>(2, "jump_unresolved to page 0"));
    const auto page = read_page("a b\nc\n");
    CHECK(read_gold(annotation(odd, &page), "g").articles.size() == 1);
    CHECK(evaluate(read_gold(gold("\"1\""), "g"), odd, &page).provenance->faithful.part == 0);
}

TEST_CASE("a document that names a page again and again does not cost a page each time", "[eval]") {
    std::string text(200'000, 'a');
    const auto page = read_page(text);
    Prediction hostile;
    hostile.has_places = true;
    hostile.articles = {{"a", 1, {}, {{"note", text, 1, {{1, 0, text.size(), 0}}}, {"note", "", 1, {}}}}};
    hostile.articles[0].blocks[1].spans.assign(100'000, {1, 0, text.size(), 0});  // 20 GB of text
    hostile.articles[0].blocks.push_back({"note", text, 1, {{1, 0, text.size(), 0}}});
    const auto scores = evaluate({}, hostile, &page);
    REQUIRE(scores.provenance);
    CHECK(scores.provenance->faithful.part == 1);  // the first; what comes after so much is not looked at
    CHECK(scores.provenance->twice == text.size());
}

TEST_CASE("the line of a value is found by its path", "[eval]") {
    const std::string json = "{\"a\": [1, {\"x\": \"]}\\\"\"}, \n[2,\n3]],\n \"b\": {\"c\": null,\n\"d\": true}}";
    CHECK(line_of(json, {"a", std::size_t{2}}) == 2);
    CHECK(line_of(json, {"a", std::size_t{2}, std::size_t{1}}) == 3);
    CHECK(line_of(json, {"b"}) == 4);
    CHECK(line_of(json, {"b", "d"}) == 5);
    CHECK(line_of(json, {"b", "none"}) == 4);  // the last that there is
    CHECK(line_of("", {"b", std::size_t{1}}) == 1);
}

TEST_CASE("predictions: page documents, several in one file, gold, and any text", "[eval]") {
    const std::string one =
        R"({"source": {"name": "p.txt", "digest": "d"}, "articles": [{"id": "p1-a1", "flags": ["ends_mid_sentence"],
        "jumps": [{"to_page": 3, "resolved": false}],
        "blocks": [{"role": "note", "text": "x", "confidence": 0.5, "spans": [{"line": 2, "begin": 3, "end": 4}]}]}],
        "dropped": [{"reason": "folio", "text": "2", "spans": []}]})";
    const auto document = read_prediction(one, "p.json");
    CHECK(document.source == "p.txt");
    CHECK(document.has_places);
    REQUIRE(document.articles.size() == 1);
    CHECK(document.articles[0].hints == std::vector<std::string>{"ends_mid_sentence", "jump_unresolved to page 3"});
    CHECK(document.articles[0].blocks[0].spans[0].begin == 3);
    CHECK(document.dropped[0].reason == "folio");
    std::string line = one;
    line.erase(std::remove(line.begin(), line.end(), '\n'), line.end());
    CHECK(read_prediction(line + "\n" + line + "\n", "p").articles.size() == 2);
    CHECK_THROWS_WITH(read_prediction(line + "\n{\"id\": 1}\n", "p"),
                      Catch::Contains("p:2: this line is no page document"));
    CHECK_THROWS_WITH(read_prediction("{\"articles\": [{\n\"blocks\": [\n{\"role\": 1}]}]}", "p"),
                      Catch::Contains("p:3: there is no text \"role\""));
    CHECK(read_prediction("{\"articles\": [{\"elements\": [{\"role\": \"note\", \"text\": \"x\"}]}]}", "p")
              .articles[0]
              .blocks.size() == 1);
    CHECK_THROWS_WITH(read_prediction(line + "\n{\"articles\": [{}]}\n", "p"),
                      Catch::Contains("p:2: there is no list"));
    const auto text = read_plain("one\r\n\ntwo\n====\nthree\n====\n");
    REQUIRE(text.articles.size() == 2);
    CHECK(text.articles[0].blocks[1].text == "two");
}

TEST_CASE("an annotation of a page, not corrected, says that all is right", "[eval]") {
    for (const auto& set : {pages::own(), pages::layouts()})
        for (const auto& page : set) {
            INFO(page.name);
            Options options;
            options.read.name = page.name;
            const auto found = prediction_of(process(page.bytes, options));
            const auto source = read_page(page.bytes, options.read);
            const auto gold = read_gold(annotation(found, &source), "g");
            CHECK(gold.needs_lines() == !source.lines.empty());
            const auto scores = evaluate(gold, found, &source);
            CHECK(scores.articles.f1() == 1);
            CHECK(scores.roles.f1() == 1);
            CHECK(scores.similarity == 1);
            CHECK(scores.characters.part == 0);
            REQUIRE(scores.provenance);
            CHECK(scores.provenance->faithful.part == scores.provenance->faithful.whole);
            CHECK(scores.provenance->uncovered + scores.provenance->twice == 0);
            // The same without the page: then it has texts.
            CHECK(evaluate(read_gold(annotation(found), "g"), found).roles.f1() == 1);
        }
}

TEST_CASE("an annotation names whole lines, also where a hyphen was taken out", "[eval]") {
    const std::string text = "The boat came to the har-\nbour at noon. It left.\n";
    const auto page = read_page(text);
    Prediction prediction;
    prediction.has_places = true;
    prediction.articles = {{"a",
                            1,
                            {},
                            {{"paragraph", "The boat came to the harbour at noon.", 1, {{1, 0, 24, 0}, {2, 26, 39, 0}}},
                             {"paragraph", "It left.", 1, {{2, 40, 48, 0}}}}}};
    const auto json = nlohmann::json::parse(annotation(prediction, &page));
    const auto& elements = json["articles"][0]["elements"];
    CHECK(elements[0]["spans"] == nlohmann::json{"1", "2:0-13"});
    CHECK(elements[0]["text"] == "The boat came to the harbour at noon.");
    CHECK(elements[1]["spans"] == nlohmann::json{"2:14-22"});
    CHECK(elements[1]["begins"] == "It left.");
}

TEST_CASE("an annotation says where the program was unsure", "[eval]") {
    Prediction prediction;
    prediction.source = "folder/p.txt";
    prediction.articles = {
        {"a1", 0.4, {"starts_mid_sentence"}, {{"note", "x \"y\"", 0.9, {}}, {"list", "z", 0.55, {}}}}};
    prediction.dropped = {{"folio", "2", {}}, {"hyphen", "-", {}}};
    const auto json = nlohmann::json::parse(annotation(prediction));
    CHECK(json["source"] == "p.txt");
    const auto& article = json["articles"][0];
    CHECK(article["hint"] == "sure 0.40, starts_mid_sentence");
    CHECK_FALSE(article["elements"][0].contains("hint"));
    CHECK(article["elements"][1]["hint"] == "sure 0.55");
    CHECK(json["dropped"].size() == 1);
}

TEST_CASE("reports: a page, several, and JSON", "[eval]") {
    const auto gold =
        read_gold(R"({"articles": [{"id": "A", "elements": [{"role": "headline", "text": "Harbour dredged"}]}]})", "g");
    const auto right = read_plain("Harbour dredged\n"), wrong = read_plain("Rain\n");
    const Scored one{"g", "a.txt", "txt", {"A"}, {"#1"}, evaluate(gold, right)};
    const Scored two{"g", "b.md", "md", {"A"}, {"#1"}, evaluate(gold, wrong)};
    const auto single = report_table({one});
    CHECK(single.find("a.txt against g\n  articles       1.000  1 right of 1 articles in gold, 1 predicted\n") == 0);
    const auto table = report_table({one, two, two});
    CHECK(table.find("mean of 2 md") != std::string::npos);
    CHECK(table.find("mean of 3         0.333") != std::string::npos);
    CHECK(report_table({}).empty());
    const auto json = nlohmann::json::parse(report_json({one, two}));
    CHECK(json["schema"] == "broadsheet/evaluation/1");
    CHECK(json["pages"][0]["figures"]["articles"] == 1.0);
    CHECK(json["pages"][1]["figures"]["articles"] == 0.0);
    CHECK(json["pages"][0]["roles"]["headline"]["gold"] == 1);
    CHECK(json["mean"]["articles"] == 0.5);
    CHECK(json["sum"]["splits"] == 0);
    CHECK(json["kinds"]["md"]["pages"] == 1);
}

TEST_CASE("the difference names what is missing, wrong, moved and changed", "[eval]") {
    const auto gold = read_gold(R"({"articles": [
        {"id": "A", "elements": [{"role": "headline", "text": "Harbour dredged"}, {"role": "paragraph", "text": "The harbour was dredged in the spring."}, {"role": "paragraph", "text": "Nobody saw it."}]},
        {"id": "B", "elements": [{"role": "headline", "text": "School to open"}]}]})",
                                "g");
    Prediction prediction;
    prediction.articles = {{"a1",
                            1,
                            {},
                            {{"subhead", "Harbour dredged", 1, {}},
                             {"paragraph", "The harbour was dredqed in the spring.", 1, {}},
                             {"headline", "School to open", 1, {}}}},
                           {"a2", 1, {}, {{"note", "Rain", 1, {}}}}};
    const auto text = difference(gold, prediction);
    CHECK(text ==
          "A \"Harbour dredged\": 0.836 like a1\n"
          "  ~ [headline -> subhead] Harbour dredged\n"
          "  ~ [paragraph] The harbour was [-dredged-]{+dredqed+} in the spring.\n"
          "  - [paragraph] Nobody saw it.\n"
          "B \"School to open\": not found\n"
          "  ~ [headline] in a1: School to open\n"
          "a2 \"Rain\": no article of gold\n"
          "  + [note] Rain\n");
    CHECK(difference(gold, prediction, nullptr, {0.9}).find("dredqed") == std::string::npos);
}
