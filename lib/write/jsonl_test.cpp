#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "broadsheet/write.hpp"
#include "write/json_types_test.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using nlohmann::json;
using test::MadeDocument;
using test::types_of;

namespace {

std::vector<json> records(const Document& document, WriteOptions options = {}) {
    options.to = "jsonl";
    std::istringstream lines(write(document, options));
    std::vector<json> out;
    for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
    return out;
}

MadeDocument two_articles() {
    MadeDocument made({U"Bridge “open”", U"By A. Smith", U"The mayor", U"came.", U"No title here."});
    Article& full = made.article({made.block(Role::headline, {0}), made.block(Role::byline, {1}),
                                  made.block(Role::paragraph, {2, 3}, Joint::space)});
    full.authors = {"A. Smith", "B. Jones"};
    full.confidence = 0.5F;
    full.starts_open = full.ends_open = true;
    full.jumps.push_back({1, 1, 2, false});
    Article& bare = made.article({made.block(Role::paragraph, {4})});
    bare.lang.clear();
    return made;
}

}  // namespace

TEST_CASE("A record holds an article's text and what is known of it", "[jsonl]") {
    WriteOptions options;
    options.added = "2024-01-01";
    options.created = "1931-05";
    const auto all = records(two_articles().document, options);
    REQUIRE(all.size() == 2);
    const json& r = all[0];
    CHECK(r["text"] == "Bridge “open”\n\nBy A. Smith\n\nThe mayor came.");
    CHECK(r["source"] == "page.txt");
    CHECK(r["added"] == "2024-01-01");
    CHECK(r["created"] == "1931-05");
    const json& m = r["metadata"];
    CHECK(m["schema"] == "broadsheet/article/1");
    CHECK(m["title"] == "Bridge “open”");
    CHECK(m["byline"] == "By A. Smith");
    CHECK(m["authors"] == "A. Smith; B. Jones");
    CHECK(m["flags"] == "starts_mid_sentence ends_mid_sentence");
    CHECK(m["pages"] == json{1});
    CHECK(m["n_blocks"] == 3);
    CHECK(m["file"] == "page.txt");
    CHECK_FALSE(r.contains("media"));
}

TEST_CASE("Keys and types are the same in every record", "[jsonl]") {
    WriteOptions options;
    options.inline_provenance = true;
    for (const auto& o : {WriteOptions{}, options}) {
        const auto all = records(two_articles().document, o);
        REQUIRE(all.size() == 2);
        CHECK(types_of(all[0]) == types_of(all[1]));
        for (const auto& [path, type] : types_of(all[1])) CHECK(type != "null");
    }
}

TEST_CASE("Every key is in the manual of the record", "[jsonl]") {
    std::ifstream file(TESTDATA "/../docs/output.md");
    const std::string manual((std::istreambuf_iterator<char>(file)), {});
    WriteOptions options;
    options.inline_provenance = true;
    const json record = records(two_articles().document, options).at(0);
    const auto check_keys = [&](const json& object) {
        for (const auto& [key, value] : object.items()) {
            INFO(key);
            CHECK(manual.find("`" + key + "`") != std::string::npos);
        }
    };
    check_keys(record);
    check_keys(record["metadata"]);
}

TEST_CASE("Ids are unique, and stable as long as name and bytes are", "[jsonl]") {
    auto made = two_articles();
    const auto before = records(made.document);
    CHECK(before[0]["id"] != before[1]["id"]);
    CHECK(records(made.document)[0]["id"] == before[0]["id"]);
    made.document.articles[0].confidence = 0.1F;
    CHECK(records(made.document)[0]["id"] == before[0]["id"]);
    made.document.source.name = "copy.txt";
    CHECK(records(made.document)[0]["id"] != before[0]["id"]);
}

TEST_CASE("An article without text gives no record", "[jsonl]") {
    MadeDocument made({U"x"});
    made.block(Role::paragraph, {0});
    made.article({});
    CHECK(records(made.document).empty());
}

TEST_CASE("Provenance names code points of the text and bytes of the file", "[jsonl]") {
    MadeDocument made({U"大桥", U"𠀀市长“来", U"了”。news-", U"paper  man"});
    made.article({made.block(Role::headline, {0}), made.block(Role::paragraph, {1, 2})});
    made.article({made.block(Role::paragraph, {3})});
    WriteOptions options;
    options.inline_provenance = true;
    const auto all = records(made.document, options);
    const std::u32string text = to_utf32(all[0]["text"].get<std::string>());
    REQUIRE(text == U"大桥\n\n𠀀市长“来了”。news-");
    const std::string file = to_utf8(made.document.text.chars);
    const auto& rows = all[0]["metadata"]["provenance"];
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) {
        const auto begin = row[0].get<std::size_t>(), end = row[1].get<std::size_t>();
        const auto from = row[2].get<std::size_t>(), to = row[3].get<std::size_t>();
        CHECK(to_utf8(std::u32string_view(text).substr(begin, end - begin)) == file.substr(from, to - from));
    }
    CHECK(rows[1] == json::parse("[4,9,7,23,1,2]"));
}

TEST_CASE("The name of the collection may be given", "[jsonl]") {
    WriteOptions options;
    options.source = "my papers";
    CHECK(records(two_articles().document, options)[0]["source"] == "my papers");
}
