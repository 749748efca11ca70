// What the writers of layout files write is read as the same words at the same places, in the same articles; it is
// well-formed, and keeps the rules of its schema.
#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "core/chars.hpp"
#include "pages_test.hpp"
#include "xml_rules_test.hpp"

namespace {

using namespace broadsheet;
using xml_rules::check_rules;
using xml_rules::Outline;

std::string written(const Document& document, const std::string& to) {
    WriteOptions options;
    options.to = to;
    return write(document, options);
}

Document as(const std::string& from, const std::string& bytes) {
    ReadOptions options;
    options.from = from;
    return read(bytes, options);
}

// The files of a stream of PAGE, one behind the other.
std::vector<std::string> files_in(const std::string& stream) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < stream.size();) {
        const auto end = std::min(stream.find("<?xml", i + 1), stream.size());
        out.push_back(stream.substr(i, end - i));
        i = end;
    }
    return out;
}

// Two columns, a headline over both, hyphens at line ends with and without an element of their own, a folio.
std::string own_alto() {
    std::string out =
        "<alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page ID='p' WIDTH='1000' "
        "HEIGHT='1400'><PrintSpace>";
    int id = 0;
    const auto block = [&](int left, int top, int height, const std::vector<std::string>& lines) {
        out += "<TextBlock ID='b" + std::to_string(++id) + "'>";
        for (const auto& line : lines) {
            out += "<TextLine HPOS='" + std::to_string(left) + "' VPOS='" + std::to_string(top) + "' WIDTH='" +
                   std::to_string(static_cast<int>(line.size()) * height / 2) + "' HEIGHT='" + std::to_string(height) +
                   "'>";
            int x = left;
            for (std::size_t i = 0; i < line.size();) {
                const auto end = std::min(line.find(' ', i), line.size());
                auto word = line.substr(i, end - i);
                const int width = static_cast<int>(word.size()) * height / 2;
                const auto place = "HPOS='" + std::to_string(x) + "' VPOS='" + std::to_string(top) + "' HEIGHT='" +
                                   std::to_string(height) + "' WIDTH='";
                const bool hyp = word.back() == '~';
                if (hyp) word.pop_back();
                out += "<String " + place + std::to_string(width - (hyp ? height / 2 : 0)) + "' WC='0.875' CONTENT='" +
                       word + "'/>";
                if (hyp)
                    out += "<HYP HPOS='" + std::to_string(x + width - height / 2) + "' VPOS='" + std::to_string(top) +
                           "' HEIGHT='" + std::to_string(height) + "' WIDTH='" + std::to_string(height / 2) +
                           "' CONTENT='-'/>";
                x += width + height / 2;
                i = end + 1;
            }
            out += "</TextLine>";
            top += height + height / 3;
        }
        out += "</TextBlock>";
    };
    block(40, 20, 18, {"The Harbour Gazette 7 May 1931 Page 4"});
    block(40, 80, 60, {"Old harbour bridge opens again"});
    block(40, 180, 20,
          {"The mayor opened the bridge on Mon-", "day after three years of work. Many peo~",
           "ple came &amp; saw &lt;him&gt; cut the long ribbon", "that hung across the roadway at noon."});
    block(520, 180, 20,
          {"He said that the town had waited long", "and would now thank all the builders",
           "who had worked in wind and rain for", "the good of every one of its citizens."});
    out += "<Illustration ID='i' HPOS='40' VPOS='400' WIDTH='400' HEIGHT='200'/>";
    block(40, 700, 44, {"Fish prices fall in spring"});
    block(40, 780, 20,
          {"Fishermen sold their catch for less", "than in any month of the year before,",
           "and some of them left the boats idle", "in port until the prices rise once more."});
    return out + "</PrintSpace></Page></Layout></alto>";
}

using Place = std::tuple<std::string, float, float, float, float>;

std::vector<Place> words_of(const Document& d, bool with_hyphens) {
    std::vector<Place> out;
    for (const Word& word : d.words) {
        auto text = to_utf8(d.text.view(word.text));
        if (!with_hyphens && text == "-") continue;
        const Box box = word.box == none ? Box{} : d.boxes[word.box];
        out.emplace_back(std::move(text), box.left, box.top, box.right, box.bottom);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string squeezed(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text)
        if (!is(c, cls::space)) out.push_back(c);
    return to_utf8(out);
}

// The articles' text as the lines of the source have it.
std::vector<std::string> articles_of(const Document& d) {
    std::vector<std::string> out;
    for (const Article& article : d.articles) {
        std::string all;
        for (const auto b : article.blocks)
            for (auto p = d.blocks[b].first; p < d.blocks[b].last; ++p) all += squeezed(d.text.view(d.pieces[p].text));
        out.push_back(std::move(all));
    }
    return out;
}

std::vector<std::string> given_articles(const Document& d) {
    std::vector<std::string> out(d.given.size());
    for (const Line& line : d.lines)
        if (line.region != none && d.regions[line.region].article != none)
            out[d.regions[line.region].article] += squeezed(d.text.view(line.text));
    return out;
}

}  // namespace

TEST_CASE("ALTO that was written has the source's words at their places", "[give-back]") {
    const Document document = process(own_alto());
    REQUIRE(document.articles.size() >= 2);
    const auto out = written(document, "alto");
    check_rules(out, true);
    CHECK(out.find("CONTENT=\"peo\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"people\" WC=\"0.875\"/>") !=
          std::string::npos);
    CHECK(out.find("<Illustration ID=\"picture1\" HPOS=\"40\" VPOS=\"400\" WIDTH=\"400\" HEIGHT=\"200\"/>") !=
          std::string::npos);
    const Document again = as("alto", out);
    for (const Note& note : again.notes) CHECK(note.severity == Severity::info);
    CHECK(again.lines.size() == document.lines.size());
    // "Mon-" is a word with a hyphen in the source, and one with a hyphen apart from it here.
    const auto before = words_of(document, false), after = words_of(again, false);
    REQUIRE(before.size() == after.size());
    std::size_t differ = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        auto [text, left, top, right, bottom] = before[i];
        if (text == "Mon-") text = "Mon";
        differ += after[i] == Place(text, left, top, right, bottom) ? 0 : 1;
    }
    CHECK(differ == 0);
    // A second round changes nothing but the name.
    Document twice = process(out);
    CHECK(articles_of(twice) == articles_of(document));
    CHECK(broadsheet::check(twice).empty());
}

TEST_CASE("PAGE that was written has the source's words, places and articles", "[give-back]") {
    const Document document = process(own_alto());
    const auto out = written(document, "page");
    check_rules(out, false);
    const Document again = as("page", out);
    for (const Note& note : again.notes) CHECK(note.severity == Severity::info);
    CHECK(given_articles(again) == articles_of(document));
    for (std::size_t i = 0; i < again.given.size(); ++i) CHECK(again.given[i].id == "article" + std::to_string(i + 1));
    // A hyphen apart from its word has no place in PAGE: it ends the word.
    auto before = words_of(document, false), after = words_of(again, false);
    for (auto& [text, left, top, right, bottom] : before)
        if (text == "peo") text = "peo-";
    CHECK(before == after);
}

TEST_CASE("Pages of plain text become well-formed files without boxes", "[give-back]") {
    for (const auto& page : pages::own()) {
        INFO(page.name);
        const Document document = process(page.bytes);
        const auto alto = written(document, "alto"), tei = written(document, "tei");
        check_rules(alto, true);
        for (const auto& file : files_in(written(document, "page"))) check_rules(file, false);
        for (const auto* mark : {"HPOS", "Coords", "ulx"})
            for (const auto* to : {"alto", "page", "tei"}) CHECK(written(document, to).find(mark) == std::string::npos);
        const Outline outline(tei);
        CHECK(outline.fault.empty());
        // Every block's text stands in it.
        const auto all = squeezed(to_utf32(outline.all_text));
        for (const Block& block : document.blocks)
            CHECK(all.find(squeezed(to_utf32(render(document, block)))) != std::string::npos);
        // The text of ALTO is that of the source, in the order of the articles.
        const Document again = as("alto", alto);
        std::string text, expected;
        for (const Line& line : again.lines) text += squeezed(again.text.view(line.text));
        for (const auto& article : articles_of(document)) expected += article;
        if (document.pages.size() == 1) CHECK(text.substr(0, expected.size()) == expected);
        WriteOptions options;
        options.to = "alto2txt";
        for (const auto& file : write_files(document, options))
            if (file.name.ends_with(".xml")) CHECK(Outline(file.text).fault.empty());
    }
}

TEST_CASE("One article alone is a whole file", "[give-back]") {
    const Document document = process(own_alto());
    for (const Article& article : document.articles)
        for (const auto* to : {"tei", "alto", "page"}) {
            WriteOptions options;
            options.to = to;
            const auto out = write(document, article, options);
            const Outline outline(out);
            CHECK(outline.fault.empty());
            const bool of_fish = render(document, document.blocks[article.blocks.front()]).starts_with("Fish prices");
            CHECK((out.find("Fish") != std::string::npos) == of_fish);
        }
}

TEST_CASE("Points keep their size", "[give-back]") {
    auto bytes = own_alto();
    const std::string unit = "<MeasurementUnit>pixel";
    bytes.replace(bytes.find(unit), unit.size(), "<MeasurementUnit>mm10");
    const Document document = process(bytes);
    REQUIRE(document.pages.front().unit == Unit::point);
    const Document again = as("alto", written(document, "alto"));
    const auto before = words_of(document, false), after = words_of(again, false);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(std::get<1>(after[i]) == Approx(std::get<1>(before[i])).margin(0.01));
        CHECK(std::get<4>(after[i]) == Approx(std::get<4>(before[i])).margin(0.01));
    }
}
