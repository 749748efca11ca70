// What the Markdown writer writes, the Markdown reader reads as the same text.
#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>

#include "core/chars.hpp"
#include "pages_test.hpp"

namespace {

using namespace broadsheet;

// The characters of all blocks that are not white space, in any order: reading may see other articles.
std::string characters(const Document& document) {
    std::u32string all;
    for (const Block& block : document.blocks) {
        Document rendered = read(render(document, block), [] {
            ReadOptions plain;
            plain.from = "text";
            plain.encoding = "UTF-8";
            return plain;
        }());
        for (const char32_t c : rendered.text.chars)
            if (!is(c, cls::space)) all.push_back(c);
    }
    std::sort(all.begin(), all.end());
    return to_utf8(all);
}

}  // namespace

TEST_CASE("Markdown that was written is read as the same text", "[round-trip]") {
    WriteOptions to_markdown;
    to_markdown.to = "markdown";
    for (const auto& page : pages::own()) {
        INFO(page.name);
        const Document document = process(page.bytes);
        const std::string written = write(document, to_markdown);
        Document again = read(written);
        CHECK(again.source.format == "markdown");
        RepairOptions options;
        options.skip = {"columns", "furniture", "duplicates"};  // of what is left of a page
        repair(again, options);
        // A line-end hyphen of the page may have become one inside a line; none comes or goes here.
        CHECK(characters(again) == characters(document));
        for (const Article& article : document.articles) {
            INFO(article.id);
            CHECK(read(write(document, article, to_markdown)).source.format == "markdown");
        }
    }
}
