// The page document as a ledger: from its JSON alone, without the library, the source can be put together again, the
// hyphens that were taken out at line ends included.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "pages_test.hpp"

namespace {

using nlohmann::json;

bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Writes a text into its spans: a space of the text that no span holds stands for the end of a line.
void put(const json& entry, std::string& page) {
    const auto text = entry.at("text").get<std::string>();
    std::size_t at = 0;
    for (const auto& span : entry.at("spans")) {
        while (at < text.size() && blank(text[at])) ++at;
        for (auto i = span.at("begin").get<std::size_t>(); i < span.at("end").get<std::size_t>(); ++i) {
            REQUIRE(at < text.size());
            REQUIRE(page.at(i) == '\0');
            page[i] = text[at++];
        }
    }
    while (at < text.size() && blank(text[at])) ++at;
    CHECK(at == text.size());
}

// Of a page whose lines have single spaces between their words.
std::string source_from(const json& document) {
    std::string page(document.at("source").at("bytes").get<std::size_t>(), '\0');
    for (const auto& article : document.at("articles"))
        for (const auto& block : article.at("blocks")) put(block, page);
    for (const auto& entry : document.at("dropped")) put(entry, page);
    return page;
}

}  // namespace

TEST_CASE("the source can be put together again from the page document", "[laws][hyphen]") {
    std::size_t hyphens = 0, pages_seen = 0;
    for (const auto& page : pages::own()) {
        const bool western = page.name.find("en-") != std::string::npos || page.name.find("de-") != std::string::npos ||
                             page.name.find("fr-") != std::string::npos;
        if (!western || !page.name.ends_with(".txt") || page.bytes.find("  ") != std::string::npos) continue;
        INFO(page.name);
        ++pages_seen;
        broadsheet::WriteOptions options;
        options.to = "json";
        const auto document = json::parse(broadsheet::write(broadsheet::process(page.bytes), options));
        for (const auto& entry : document.at("dropped")) hyphens += entry.at("reason") == "hyphen" ? 1 : 0;
        std::string again = source_from(document);
        REQUIRE(again.size() == page.bytes.size());
        for (std::size_t i = 0; i < again.size(); ++i)  // what no span holds is white space
            if (again[i] == '\0' && blank(page.bytes[i])) again[i] = page.bytes[i];
        CHECK(again == page.bytes);
    }
    CHECK(pages_seen > 5);
    CHECK(hyphens > 20);
}

// Pages of many hyphens, in three languages: testdata/hyphens/LANGUAGE.txt, and how it must read when it is repaired.
TEST_CASE("pages of hyphens read as they were written", "[repair][hyphen]") {
    for (const auto* language : {"en", "de", "fr"}) {
        INFO(language);
        const std::string file = std::string(TESTDATA "/hyphens/") + language;
        const auto page = pages::contents(file + ".txt");
        REQUIRE_FALSE(page.empty());
        CHECK(broadsheet::repair_text(page) == pages::contents(file + ".expected.txt"));
    }
}
