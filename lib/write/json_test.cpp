#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "broadsheet/error.hpp"
#include "broadsheet/write.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using nlohmann::json;
using test::MadeDocument;

namespace {

json written(const Document& document) {
    WriteOptions options;
    options.to = "json";
    const std::string out = write(document, options);
    CHECK(out.back() == '\n');
    CHECK(out.find('\n') == out.size() - 1);  // one line
    options.pretty = true;
    CHECK(json::parse(out) == json::parse(write(document, options)));
    return json::parse(out);
}

std::vector<std::string> keys(const json& object) {
    std::vector<std::string> out;
    for (const auto& [key, value] : object.items()) out.push_back(key);
    return out;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("The page document of an empty input has all its keys", "[json]") {
    const json j = written(MadeDocument({}).document);
    CHECK(keys(j) == Keys{"articles", "dropped", "files", "notes", "pages", "schema", "source"});
    CHECK(j["schema"] == "broadsheet/document/1");
    CHECK(keys(j["source"]) == Keys{"bytes", "digest", "encoding", "format", "name"});
    CHECK(j["articles"].empty());
    CHECK(j["files"].is_array());
    CHECK(j["pages"][0] == json::parse(R"({"number":1,"unit":"cell","width":0.0,"height":0.0})"));
}

TEST_CASE("The page document says all that the model holds", "[json]") {
    MadeDocument made({U"MAYOR OPENS BRIDGE", U"The new “bridge”", U"is open.", U"- 4 -", U"The new “bridge”"});
    const auto headline = made.block(Role::headline, {0});
    const auto paragraph = made.block(Role::paragraph, {1, 2}, Joint::space);
    Article& article = made.article({headline, paragraph});
    article.type = ArticleType::notice;
    article.confidence = 0.934F;
    article.ends_open = true;
    article.authors = {"A. \"B\" Smith"};
    article.jumps.push_back({1, 3, 4, true});
    made.drop(Reason::folio, 3);
    made.drop(Reason::duplicate, 4).kept = paragraph;
    made.document.notes.push_back({Severity::warning, "read", 1, 3, "odd\nthing"});
    made.document.boxes.push_back({1, 2.5F, 30, 40.25F});
    made.document.lines[0].box = 0;
    REQUIRE(check(made.document).empty());

    const json j = written(made.document);
    const json& a = j["articles"][0];
    CHECK(keys(a) == Keys{"authors", "blocks", "confidence", "flags", "id", "jumps", "lang", "type"});
    CHECK(a["id"] == "p1-a1");
    CHECK(a["type"] == "notice");
    CHECK(a["confidence"] == 0.93);
    CHECK(a["flags"] == json{"ends_mid_sentence"});
    CHECK(a["authors"][0] == "A. \"B\" Smith");
    CHECK(a["jumps"][0] == json::parse(R"({"page":1,"line":3,"to_page":4,"resolved":true})"));
    CHECK(keys(a["blocks"][1]) == Keys{"confidence", "lang", "role", "spans", "text"});
    CHECK(a["blocks"][0]["role"] == "headline");
    CHECK(a["blocks"][0]["spans"][0] ==
          json::parse(R"({"page":1,"line":1,"begin":0,"end":18,"box":[1.0,2.5,30.0,40.25]})"));
    CHECK(a["blocks"][1]["text"] == "The new “bridge” is open.");
    CHECK(a["blocks"][1]["spans"] ==
          json::parse(R"([{"page":1,"line":2,"begin":19,"end":39},{"page":1,"line":3,"begin":40,"end":48}])"));
    CHECK(j["dropped"][0] ==
          json::parse(R"({"reason":"folio","text":"- 4 -","spans":[{"page":1,"line":4,"begin":49,"end":54}]})"));
    CHECK(j["dropped"][1]["kept"] == "p1-a1/1");
    CHECK(j["notes"][0] ==
          json::parse(R"({"severity":"warning","stage":"read","page":1,"line":3,"message":"odd\nthing"})"));
}

TEST_CASE("A line-end hyphen that was taken out is in no span of its block", "[json]") {
    MadeDocument made({U"news-", U"paper"});
    made.article({made.block(Role::paragraph, {0, 1}, Joint::unhyphen)});
    const json block = written(made.document)["articles"][0]["blocks"][0];
    CHECK(block["text"] == "newspaper");
    CHECK(block["spans"][0]["end"] == 4);
}

TEST_CASE("A writer that does not exist is an error that names those that do", "[write]") {
    WriteOptions options;
    options.to = "xml";
    CHECK_THROWS_WITH(write(Document{}, options), Catch::Contains("xml") && Catch::Contains("jsonl"));
}
