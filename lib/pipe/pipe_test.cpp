#include "broadsheet/pipe.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "broadsheet/error.hpp"
#include "pipe/piped_test.hpp"

using namespace broadsheet;
using nlohmann::json;
using test::line_of;
using test::rows;
using test::story;

namespace {

std::string code_of(const std::string& line, const PipeOptions& options = {}) {
    const PipedRecord out = pipe_record(line, 3, options);
    CHECK(out.records.empty());
    CHECK(out.provenance.empty());
    CHECK(out.attributes.empty());
    CHECK(out.articles == 0);
    const auto errors = rows(out.error);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0]["input"] == "-");
    CHECK(errors[0]["record"] == 3);
    const std::string id = errors[0]["id"];
    CHECK(out.message == "-:3: " + (id.empty() ? id : "id \"" + id + "\": ") + errors[0]["message"].get<std::string>());
    CHECK(errors[0]["bytes"] == line.size());
    CHECK_FALSE(errors[0]["message"].get<std::string>().empty());
    return errors[0]["code"].get<std::string>();
}

}  // namespace

TEST_CASE("A record of a page becomes records of its articles", "[pipe]") {
    const auto out =
        pipe_record(line_of({{"id", "p3"}, {"text", story}, {"source", "town"}, {"created", "1931-05"}}), 1);
    REQUIRE(out.error.empty());
    const auto records = rows(out.records);
    REQUIRE(records.size() == 1);
    CHECK(out.articles == 1);
    CHECK(records[0]["source"] == "town");
    CHECK(records[0]["created"] == "1931-05");
    CHECK(records[0]["added"] == "");
    CHECK(records[0]["metadata"]["file"] == "p3");
    CHECK(records[0]["metadata"]["title"] == "BRIDGE OPENED AT LAST");
    CHECK(records[0]["text"].get<std::string>().ends_with("and the band began to play."));
    CHECK(out.provenance.empty());
    CHECK(out.attributes.empty());
}

TEST_CASE("What comes out of a record is the same wherever it stands", "[pipe]") {
    const json record{{"id", "p3"}, {"text", story}};
    const auto out = pipe_record(line_of(record), 1);
    CHECK(pipe_record(line_of(record), 77).records == out.records);
    CHECK(pipe_record(line_of(record) + "\r\n", 1).records == out.records);
    CHECK(pipe_record("\xEF\xBB\xBF" + line_of(record), 1).records == out.records);
    json more = record;
    more["url"] = "https://example.org";
    CHECK(pipe_record(line_of(more), 1).records == out.records);
    json other = record;
    other["id"] = "p4";
    CHECK(rows(pipe_record(line_of(other), 1).records)[0]["id"] != rows(out.records)[0]["id"]);
}

TEST_CASE("The fields may have other names", "[pipe]") {
    PipeOptions options;
    options.text_field = "content";
    options.id_field = "key";
    const auto out = pipe_record(line_of({{"key", 12}, {"content", story}}), 1, options);
    CHECK(rows(out.records).at(0)["metadata"]["file"] == "12");
    options.id_field = "";
    const auto nameless = rows(pipe_record(line_of({{"content", story}}), 1, options).records).at(0);
    CHECK(nameless["metadata"]["file"] == nameless["metadata"]["digest"]);
    const auto pages = rows(pipe_record(line_of({{"content", {story}}}), 1, options).records).at(0);
    CHECK(pages["metadata"]["file"] == pages["metadata"]["digest"]);
}

TEST_CASE("The pages of an issue are a list, of texts or of objects", "[pipe]") {
    PipeOptions options;
    options.provenance = true;
    const auto texts =
        pipe_record(line_of({{"id", "issue"}, {"text", {story, "", story + "Another end.\n"}}}), 1, options);
    const json objects{
        {"id", "issue"},
        {"text", {{{"text", story}, {"id", "one"}}, {{"text", ""}}, {{"text", story + "Another end.\n"}}}}};
    const auto named = pipe_record(line_of(objects), 1, options);
    CHECK(texts.records == named.records);
    const auto records = rows(texts.records);
    REQUIRE(records.size() >= 2);
    std::set<std::string> ids;
    for (const auto& record : records) ids.insert(record["id"]);
    CHECK(ids.size() == records.size());
    CHECK(records.back()["metadata"]["pages"] == json{3});
    const auto files = rows(named.provenance).at(0)["files"];
    REQUIRE(files.size() == 4);
    CHECK(files[0]["name"] == "issue");
    CHECK(files[1]["name"] == "one");
    CHECK(files[2]["name"] == "issue#2");
}

TEST_CASE("Form feeds part the pages of one text", "[pipe]") {
    const auto records = rows(pipe_record(line_of({{"id", "x"}, {"text", story + "\f" + story}}), 1).records);
    REQUIRE_FALSE(records.empty());
    std::set<int> pages;
    for (const auto& record : records)
        for (const int page : record["metadata"]["pages"]) pages.insert(page);
    CHECK(pages.count(1) == 1);
}

TEST_CASE("Nothing comes of nothing, and that is no error", "[pipe]") {
    for (const char* line : {"", "  \r\n", "\n", R"({"id":"a","text":""})", R"({"id":"a","text":" \n "})",
                             R"({"id":"a","text":[]})", R"({"id":"a","text":["",""]})"}) {
        const auto out = pipe_record(line, 1);
        CHECK(out.records.empty());
        CHECK(out.error.empty());
    }
}

TEST_CASE("Bad lines become error records", "[pipe]") {
    CHECK(code_of("{\"id\":\"a\",\"text\":\"\xFF\"}") == "encoding");
    CHECK(code_of("{\"id\":\"a\",\"text\":\"\xED\xA0\x80\"}") == "encoding");
    for (const std::string line :
         {"x", "{", "nul", "[1", R"({"id":"a","text":"cut)", R"({"id":"a","text":"b"} {})", R"({"id":"a","text":"b",})",
          R"({"id":"a","text":"\ud800"})", R"({"id":"a","text":"\udc00x"})", R"({"id":"a","text":"\x"})",
          R"({"id":"a","text":"b","n":01})", R"({"id":"a","text":"b","n":1e})", R"({"id":"a","text":"b","n":NaN})",
          "[]", "7", "null", "\"text\""})
        CHECK(code_of(line) == "json");
    CHECK(code_of(std::string("{\"id\":\"a\",\"text\":\"b\0\"}", 22)) == "json");
    CHECK(code_of(R"({"id":"a","text":"b","x":)" + std::string(5000, '[') + std::string(5000, ']') + "}") == "json");
    CHECK(code_of(std::string(100000, '[')) == "json");
    for (const std::string line :
         {R"({"text":"b"})", R"({"id":"a"})", R"({"id":null,"text":"b"})", R"({"id":1.5,"text":"b"})",
          R"({"id":"","text":"b"})", R"({"id":["a"],"text":"b"})", R"({"id":"a","text":null})",
          R"({"id":"a","text":5})", R"({"id":"a","text":{"text":"b"}})", R"({"id":"a","text":["b",null]})",
          R"({"id":"a","text":[["b"]]})", R"({"id":"a","text":[{"page":"b"}]})",
          R"({"id":"a","text":[{"text":["b"]}]})"})
        CHECK(code_of(line) == "field");
    CHECK(code_of(line_of({{"id", "a"}, {"text", std::string(64, '\0')}})) == "text");
    CHECK(code_of(line_of({{"id", "a"}, {"text", "%PDF-1.4\n1 0 obj"}})) == "text");
    PipeOptions options;
    options.max_line_bytes = 20;
    CHECK(code_of(R"({"id":"a","text":"bcdef"})", options) == "too_long");
    CHECK(pipe_too_long(500, 1, options).error ==
          "{\"input\":\"-\",\"record\":1,\"id\":\"\",\"code\":\"too_long\",\"message\":\"the line is longer than the "
          "limit "
          "of 20 "
          "bytes\",\"bytes\":500}\n");
}

TEST_CASE("An error names the record where its id could be read", "[pipe]") {
    CHECK(rows(pipe_record(R"({"id":"a","text":5})", 1).error).at(0)["id"] == "a");
    CHECK(rows(pipe_record(R"({"id":"a","text":"%PDF-1.4"})", 1).error).at(0)["id"] == "a");
    CHECK(rows(pipe_record(R"({"id":"a","text)", 1).error).at(0)["id"] == "");
    const auto message = [](const std::string& line) { return pipe_record(line, 1).message; };
    CHECK(message(R"({"id":"a","text":5})") == R"(-:1: id "a": the "text" is a number, not a string or a list)");
    CHECK(message(R"({"id":"a"})") == R"(-:1: id "a": the record has no "text")");
    CHECK(message(R"({"text":"b"})") == R"(-:1: the record has no "id")");
    CHECK(message(R"({"id":"a","text":["b",{}]})") ==
          R"(-:1: id "a": page 2 of the list "text" is an object without "text")");
    CHECK(message(R"({"id":"a","text":[{"text":1}]})") ==
          R"(-:1: id "a": page 1 of the list "text" is an object whose "text" is a number, not a string)");
    std::string id = "x";
    for (int i = 0; i < 100; ++i) id += "\u00E9";
    std::string kept = "x";
    for (int i = 0; i < 39; ++i) kept += "\u00E9";
    CHECK(message(R"({"id":")" + id + "\"}") == "-:1: id \"" + kept + "...\": the record has no \"text\"");
}

TEST_CASE("A record is nested as deep as is said, and no deeper", "[pipe]") {
    const auto nested = [](std::size_t levels) {
        return R"({"id":"a","text":"b","x":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    CHECK(pipe_record(nested(1024), 1).error.empty());
    CHECK(pipe_record(nested(1025), 1).message.find("nested too deep (lists and objects go 1024 levels") !=
          std::string::npos);
}

TEST_CASE("Whatever is done to a line, it gives whole records or an error", "[pipe]") {
    const std::string line =
        line_of({{"id", "p3"}, {"text", {story, {{"text", "大桥𠀀\u0000“来”\n\fMore.\n"}}}}, {"n", 1.5}});
    std::uint32_t state = 7;
    const auto random = [&](std::size_t below) {
        state = state * 1664525 + 1013904223;
        return (state >> 8) % below;
    };
    constexpr std::string_view alphabet = "\"\\{}[]:,ud8\x00\xFF\xED\xE5 0e-n";
    std::size_t bad = 0, good = 0;
    for (int i = 0; i < 1500; ++i) {
        std::string broken = line;
        for (auto changes = random(3) + 1; changes > 0; --changes) {
            const auto at = random(broken.size());
            if (random(2) == 0)
                broken.erase(at, random(20));
            else
                broken[at] = alphabet[random(alphabet.size())];
        }
        const auto out = pipe_record(broken, 1);
        CHECK(rows(out.records).size() == out.articles);
        CHECK(rows(out.error).size() <= 1);
        CHECK((out.error.empty() || out.records.empty()));
        ++(out.error.empty() ? good : bad);
    }
    CHECK(bad > 100);
    CHECK(good > 100);
}

TEST_CASE("A wrong option is no bad record", "[pipe]") {
    PipeOptions options;
    options.read.from = "no such reader";
    CHECK_THROWS_AS(pipe_record(line_of({{"id", "a"}, {"text", story}}), 1, options), Error);
}

TEST_CASE("A number that fits no machine does not make a record bad", "[pipe]") {
    const auto plain = pipe_record(line_of({{"id", "a"}, {"text", story}}), 1);
    for (const std::string number :
         {"123456789012345678901234567890", "-1e400", "1E+999", "0.1234567890123456789e-777"}) {
        auto line = line_of({{"id", "a"}, {"text", story}});
        line.pop_back();
        CHECK(pipe_record(line + ",\"n\":[" + number + ",\"\\\"7\",-0.5]}", 1).records == plain.records);
    }
    const auto large = pipe_record(R"({"id":123456789012345678901234567890,"text":"Some words."})", 1);
    CHECK(rows(large.records).at(0)["metadata"]["file"] == "123456789012345678901234567890");
}
