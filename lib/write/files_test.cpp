#include <catch2/catch.hpp>

#include "broadsheet/write.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using test::MadeDocument;

namespace {

std::vector<std::string> names(const Document& document, const std::string& to) {
    WriteOptions options;
    options.to = to;
    std::vector<std::string> out;
    for (const auto& file : write_files(document, options)) out.push_back(file.name);
    return out;
}

}  // namespace

TEST_CASE("Files: one for each article, each page, or the whole", "[files]") {
    using Names = std::vector<std::string>;
    MadeDocument made({U"One.", U"Two."});
    made.document.source.name = "in/p3.txt";
    made.document.lines[1].page = 2;
    made.document.pages.push_back({2});
    made.article({made.block(Role::paragraph, {0})});
    made.article({made.block(Role::paragraph, {1})}).id = "../x";
    const auto& d = made.document;
    CHECK(names(d, "text") == Names{"p1-a1.txt", "___x.txt"});
    CHECK(names(d, "markdown") == Names{"p1-a1.md", "___x.md"});
    CHECK(names(d, "page") == Names{"page-1.page.xml", "page-2.page.xml"});
    CHECK(names(d, "alto2txt") ==
          Names{"p3_art0001.txt", "p3_art0001_metadata.xml", "p3_art0002.txt", "p3_art0002_metadata.xml"});
    CHECK(names(d, "alto") == Names{"p3.alto.xml"});
    CHECK(names(d, "json") == Names{"p3.json"});
}

TEST_CASE("alto2txt: the text of an article and what is known of it", "[files]") {
    MadeDocument made({U"A <title>", U"Two words"});
    auto& d = made.document;
    d.source.name = "ABC-1931-05-09.xml";
    const auto run = d.lines[1].text;
    d.words.push_back({{run.begin, run.begin + 3}, none, 0.5F});
    d.words.push_back({{run.begin + 4, run.end}, none, 1.0F});
    made.article({made.block(Role::headline, {0}), made.block(Role::paragraph, {1})});
    WriteOptions options;
    options.to = "alto2txt";
    const auto files = write_files(d, options);
    REQUIRE(files.size() == 2);
    CHECK(files[0].text == "A <title>\n\nTwo words\n");
    const auto& metadata = files[1].text;
    for (const auto* part :
         {"<publication id=\"ABC\">", "<date>1931-05-09</date>", "<item id=\"art0001\">",
          "<plain_text_file>ABC-1931-05-09_art0001.txt</plain_text_file>", "<title>A &lt;title&gt;</title>",
          "<item_type>ARTICLE</item_type>", "<word_count>4</word_count>", "<ocr_quality_mean>0.75</ocr_quality_mean>",
          "<ocr_quality_sd>0.25</ocr_quality_sd>", "<mets_order>1</mets_order>"})
        CHECK(metadata.find(part) != std::string::npos);
}
