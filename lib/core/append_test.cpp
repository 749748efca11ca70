// Pages of several files as one document: every index and every byte is right.
#include <catch2/catch.hpp>

#include "broadsheet/broadsheet.hpp"
#include "broadsheet/issue.hpp"

using namespace broadsheet;

namespace {

Document named(std::string_view bytes, std::string name) {
    ReadOptions options;
    options.name = std::move(name);
    return read(bytes, options);
}

constexpr std::string_view alto = R"(<alto><Layout><Page WIDTH="100" HEIGHT="50"><PrintSpace>
<TextBlock ID="b" HPOS="1" VPOS="2" WIDTH="30" HEIGHT="9"><TextLine HPOS="1" VPOS="2" WIDTH="30" HEIGHT="9">
<String CONTENT="Tide" HPOS="1" VPOS="2" WIDTH="10" HEIGHT="9"/><SP/><String CONTENT="turns" HPOS="12" VPOS="2" WIDTH="19" HEIGHT="9"/>
</TextLine></TextBlock></PrintSpace></Page></Layout></alto>)";

}  // namespace

TEST_CASE("Pages of several files are one document", "[append]") {
    const std::string_view text = "The first file.\n\fIts second page.\n";
    Document issue;
    issue.source.name = "issue";
    append(issue, named(text, "a.txt"));
    append(issue, named(alto, "b.xml"));
    append(issue, named("Last \x01 of all.\n", "c.txt"));
    REQUIRE(check(issue).empty());
    REQUIRE(issue.files.size() == 3);
    CHECK(issue.files[1].name == "b.xml");
    REQUIRE(issue.pages.size() == 4);
    CHECK(issue.pages[1].file == 1);
    CHECK(issue.pages[2].file == 2);
    CHECK(issue.pages[2].unit == Unit::pixel);
    CHECK(issue.pages[3].number == 4);
    REQUIRE(issue.words.size() == 2);
    CHECK(issue.boxes[issue.words[1].box].left == 12);
    CHECK(issue.regions.at(issue.lines.at(2).region).id == "b");
    REQUIRE(issue.dropped.size() == 1);

    repair(issue);
    segment(issue);
    REQUIRE(check(issue).empty());
    const std::string_view files[] = {text, alto, "Last \x01 of all.\n"};
    std::size_t seen = 0;
    const auto look = [&](const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            REQUIRE(span.file >= 1);
            const auto bytes = files[span.file - 1].substr(span.begin, span.end - span.begin);
            std::string shown;
            for (const char32_t c : issue.text.view(span.text)) shown.push_back(static_cast<char>(c));
            CHECK(bytes == shown);
            ++seen;
        }
    };
    for (const Block& block : issue.blocks) look(spans(issue, block));
    for (const Dropped& x : issue.dropped) look(spans(issue, x));
    CHECK(seen >= 5);
}
