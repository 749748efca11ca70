#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "broadsheet/write.hpp"
#include "core/chars.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using nlohmann::json;
using test::MadeDocument;

namespace {

json item(const Document& document) {
    const auto out = test::written_as("impresso", document);
    return json::parse(out.substr(0, out.find('\n')));
}

std::string part(const json& item, const json& token) {
    const auto text = to_utf32(item["ft"].get<std::string>());
    return to_utf8(text.substr(token["s"].get<std::size_t>(), token["l"].get<std::size_t>()));
}

}  // namespace

TEST_CASE("impresso: text, breaks and tokens", "[impresso]") {
    MadeDocument made({U"旧桥 é", U"The brid-", U"ge is open."});
    made.document.source.name = "ABC-1931-05-09-a.txt";
    made.article({made.block(Role::headline, {0}), made.block(Role::paragraph, {1, 2}, Joint::unhyphen)});
    const auto out = item(made.document);
    CHECK(out["id"] == "ABC-1931-05-09-a-i0001");
    CHECK(out["ts"] == "1970-01-01T00:00:00Z");
    CHECK(out["d"] == "1931-05-09");
    CHECK(out["tp"] == "ar");
    CHECK(out["lg"] == "en");
    CHECK(out["olr"] == true);
    CHECK(out["title"] == "旧桥 é");
    CHECK(out["pp"] == json::array({1}));
    CHECK(out["ft"] == "旧桥 é The bridge is open.");
    CHECK(out["pb"] == json::array({5}));
    CHECK(out["rb"] == json::array({5}));
    CHECK(out["lb"] == json::array({5, 13}));
    const auto& page = out["ppreb"][0];
    CHECK(page["id"] == "ABC-1931-05-09-a-p0001");
    std::vector<std::string> tokens;
    for (const auto& token : page["t"]) tokens.push_back(part(out, token));
    // The second half of a torn word has the length of the whole.
    CHECK(tokens == std::vector<std::string>{"旧桥", "é", "The", "brid", "bridge", "is", "open."});
    // No box is known, and none is made up.
    CHECK_FALSE(page["t"][0].contains("c"));
    CHECK(page["r"].empty());
}

TEST_CASE("impresso: boxes are left, top, width, height", "[impresso]") {
    MadeDocument made({U"ad"});
    auto& d = made.document;
    d.boxes.push_back({10, 20, 40, 60});
    d.words.push_back({d.lines[0].text, 0, 0.5F});
    d.lines[0].box = 0;
    made.article({made.block(Role::paragraph, {0})}).type = ArticleType::ad;
    const auto out = item(d);
    CHECK(out["tp"] == "ad");
    CHECK(out["ppreb"][0]["t"][0]["c"] == json::array({10, 20, 30, 40}));
    CHECK(out["ppreb"][0]["r"][0] == json::array({10, 20, 30, 40}));
}
