// Records and the rows beside them.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "broadsheet/pipe.hpp"
#include "core/chars.hpp"
#include "pipe/piped_test.hpp"
#include "write/json_types_test.hpp"

using namespace broadsheet;
using nlohmann::json;
using test::line_of;
using test::rows;
using test::story;
using test::types_of;

TEST_CASE("Records and rows have the same keys and types, titles or not", "[pipe]") {
    PipeOptions options;
    options.provenance = options.attributes = true;
    const std::string alto =
        R"(<?xml version="1.0" encoding="GB18030"?><alto><Layout><Page><PrintSpace><TextBlock><TextLine>)"
        R"(<String CONTENT="Größe" HPOS="1" VPOS="1" WIDTH="50" HEIGHT="9"/></TextLine></TextBlock></PrintSpace>)"
        "</Page></Layout></alto>";
    std::map<std::string, std::string> record, provenance, attributes;
    for (const json& text : {json(story), json("only a few words without a title"), json("大桥通车。"), json(alto),
                             json({story, "more"})}) {
        const auto out = pipe_record(line_of({{"id", 1}, {"text", text}}), 1, options);
        REQUIRE(out.articles > 0);
        const auto records = rows(out.records), places = rows(out.provenance), marks = rows(out.attributes);
        CHECK(records.size() == out.articles);
        CHECK(places.size() == out.articles);
        CHECK(marks.size() == out.articles);
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (record.empty()) {
                record = types_of(records[i]);
                provenance = types_of(places[i]);
                attributes = types_of(marks[i]);
            }
            CHECK(types_of(records[i]) == record);
            CHECK(types_of(places[i]) == provenance);
            CHECK(types_of(marks[i]) == attributes);
            CHECK(places[i]["id"] == records[i]["id"]);
            CHECK(marks[i]["id"] == records[i]["id"]);
            CHECK(places[i]["spans"].size() == places[i]["boxes"].size());
        }
        CHECK(std::set<std::string>{"id", "text", "source", "added", "created", "metadata"}.size() ==
              records[0].size());
    }
    // Its text came as a string: what the XML says of its bytes is of no account.
    CHECK(rows(pipe_record(line_of({{"id", 1}, {"text", alto}}), 1).records).at(0)["text"] == "Größe");
}

TEST_CASE("Provenance names the places in the text that came in", "[pipe]") {
    const std::string page = "大桥𠀀通车\n\n市长“来”了，大家都很高兴，鼓掌𠀀欢迎。news-\npaper man\n";
    const json record{{"id", "a"}, {"text", {page, page}}};
    for (const Offsets offsets : {Offsets::code_points, Offsets::bytes, Offsets::utf16}) {
        PipeOptions options;
        options.provenance = true;
        options.offsets = offsets;
        const auto out = pipe_record(line_of(record), 1, options);
        const auto records = rows(out.records), places = rows(out.provenance);
        REQUIRE_FALSE(records.empty());
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto text = records[i]["text"].get<std::string>();
            const std::u32string points = to_utf32(text);
            for (const json& span : places[i]["spans"]) {
                const auto begin = span[0].get<std::size_t>(), end = span[1].get<std::size_t>();
                std::string part;
                if (offsets == Offsets::bytes) {
                    part = text.substr(begin, end - begin);
                } else if (offsets == Offsets::code_points) {
                    part = to_utf8(std::u32string_view(points).substr(begin, end - begin));
                } else {
                    std::size_t unit = 0;
                    for (const char32_t c : points) {
                        if (unit >= begin && unit < end) part += to_utf8(std::u32string_view(&c, 1));
                        unit += c < 0x10000 ? 1 : 2;
                    }
                }
                const auto from = span[3].get<std::size_t>(), to = span[4].get<std::size_t>();
                CHECK(part == page.substr(from, to - from));
                CHECK(span[2].get<std::size_t>() == span[5].get<std::size_t>());  // a file a page
            }
        }
    }
}

TEST_CASE("Attributes mark the roles in the text", "[pipe]") {
    PipeOptions options;
    options.attributes = true;
    const auto out = pipe_record(line_of({{"id", "a"}, {"text", story}, {"source", "town"}}), 1, options);
    const auto record = rows(out.records).at(0), row = rows(out.attributes).at(0);
    CHECK(row["source"] == "town");
    const auto& all = row["attributes"];
    const std::u32string text = to_utf32(record["text"].get<std::string>());
    const auto& headline = all["broadsheet__role_headline"][0];
    CHECK(to_utf8(text.substr(headline[0], headline[1].get<std::size_t>() - headline[0].get<std::size_t>())) ==
          record["metadata"]["title"]);
    CHECK(all["broadsheet__confidence"] == json{{0, text.size(), record["metadata"]["confidence"]}});
    CHECK(all["broadsheet__type_article"] == json{{0, text.size(), 1.0}});
    CHECK(all["broadsheet__type_ad"] == json{{0, text.size(), 0.0}});
    CHECK(all["broadsheet__role_table"] == json{{0, 0, 0.0}});
}
