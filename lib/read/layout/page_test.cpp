#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/read.hpp"
#include "core/chars.hpp"

using namespace broadsheet;

namespace {

Document page(const std::string& inside) {
    return read(R"(<PcGts><Page imageWidth="1000" imageHeight="1000">)" + inside + "</Page></PcGts>");
}

std::string line(const std::string& text, const std::string& more = {}) {
    return "<TextLine " + more + "><Coords points=\"10,10 90,30\"/><TextEquiv><Unicode>" + text +
           "</Unicode></TextEquiv></TextLine>";
}

std::string text(const Document& d, std::size_t i) { return to_utf8(d.text.view(d.lines.at(i).text)); }

std::uint32_t order(const Document& d, std::string_view id) {
    for (const Region& x : d.regions)
        if (x.id == id) return x.order;
    FAIL("no region " << id);
    return none;
}

}  // namespace

TEST_CASE("PAGE: regions are ordered by index, nested ones behind the one they stand in", "[page]") {
    const Document d = page(R"(<ReadingOrder><OrderedGroup id="o">
        <OrderedGroupIndexed id="g" index="5" regionRef="c"><RegionRefIndexed index="0" regionRef="a"/></OrderedGroupIndexed>
        <RegionRefIndexed index="1" regionRef="b"/></OrderedGroup></ReadingOrder>
        <TextRegion id="a"><TextRegion id="in"/></TextRegion><TextRegion id="b"/><TextRegion id="c"/>
        <TextRegion id="unnamed"/>)");
    CHECK(order(d, "b") == 0);
    CHECK(order(d, "c") == 1);
    CHECK(order(d, "a") == 2);
    CHECK(order(d, "in") == 3);
    CHECK(order(d, "unnamed") == none);
}

TEST_CASE("PAGE: articles are groups, or custom of regions and lines", "[page]") {
    const Document groups = page(R"(<ReadingOrder><UnorderedGroup id="u">
        <OrderedGroup id="x" type="article" caption="Harbour"><RegionRefIndexed index="0" regionRef="a"/></OrderedGroup>
        <OrderedGroup id="y" custom="structure {id:a7; type:article;}"><RegionRefIndexed index="0" regionRef="b"/>
        </OrderedGroup></UnorderedGroup></ReadingOrder><TextRegion id="a"/><TextRegion id="b"/>)");
    REQUIRE(groups.given.size() == 2);
    CHECK(groups.given[0].title == "Harbour");
    CHECK(groups.given[1].id == "a7");
    CHECK(groups.regions[1].article == 1);
    const Document lines = page("<TextRegion id=\"a\" custom=\"structure {type:heading;}\">" +
                                line("one", "custom=\"structure {id:a1; type:article;}\"") +
                                line("two", "custom=\"structure {id:a2; type:article;}\"") +
                                line("three", "custom=\"structure {id:a2; type:article;}\"") + "</TextRegion>");
    REQUIRE(lines.given.size() == 2);
    REQUIRE(lines.lines.size() == 3);
    CHECK(lines.regions[lines.lines[0].region].article == 0);
    CHECK(lines.regions[lines.lines[1].region].article == 1);
    CHECK(lines.lines[1].region == lines.lines[2].region);
    CHECK(lines.regions[lines.lines[1].region].kind == RegionKind::heading);
}

TEST_CASE("PAGE: what a region is", "[page]") {
    const Document d = page(R"(<TextRegion id="a" type="page-number"/>
        <TextRegion id="b" type="paragraph" custom="structure {type:Title;}"/>
        <TextRegion id="c" custom="structure {type:RunningTitleZone;}"/>
        <AdvertRegion id="d"><TextRegion id="e"/></AdvertRegion><ChartRegion id="f"/><UnknownRegion id="g"/>)");
    const RegionKind expected[] = {RegionKind::page_number, RegionKind::heading, RegionKind::header, RegionKind::advert,
                                   RegionKind::advert,      RegionKind::image,   RegionKind::text};
    REQUIRE(d.regions.size() == std::size(expected));
    for (std::size_t i = 0; i < d.regions.size(); ++i) CHECK(d.regions[i].kind == expected[i]);
}

TEST_CASE("PAGE: words are taken where they agree, with the spaces of their line", "[page]") {
    const Document d = page(R"(<TextRegion id="a"><TextLine><Word><TextEquiv><Unicode>Ende</Unicode></TextEquiv></Word>
        <Word><TextEquiv><Unicode>.</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>Neu</Unicode></TextEquiv></Word>
        <TextEquiv><Unicode>Ende. Neu</Unicode></TextEquiv></TextLine></TextRegion>)");
    REQUIRE(d.lines.size() == 1);
    CHECK(text(d, 0) == "Ende. Neu");
    CHECK(d.words.size() == 3);
}

TEST_CASE("PAGE: a joined region's hyphen joins", "[page]") {
    const Document d = page(
        "<Relations><Relation type=\"join\"><SourceRegionRef regionRef=\"a\"/><TargetRegionRef "
        "regionRef=\"b\"/></Relation></Relations><TextRegion id=\"a\">" +
        line("a har-") + "</TextRegion><TextRegion id=\"b\">" + line("bour") + "</TextRegion>");
    REQUIRE(d.lines.size() == 2);
    CHECK(d.lines[0].wrap == Wrap::joins);
    CHECK(d.lines[1].wrap == Wrap::unsaid);
}

TEST_CASE("PAGE: deep groups and many regions end in good time", "[page]") {
    std::string deep;
    for (int i = 0; i < 400; ++i) deep += "<OrderedGroup>";
    for (int i = 0; i < 400; ++i) deep += "</OrderedGroup>";
    std::string regions;
    for (int i = 0; i < 20000; ++i) regions += "<TextRegion id=\"r\"/>";
    CHECK(page("<ReadingOrder>" + deep + "</ReadingOrder>" + regions).regions.size() == 20000);
}

TEST_CASE("PAGE: headers of many lines are a masthead, others running heads", "[page]") {
    const auto kinds = [](const std::string& more) {
        const Document d = page("<TextRegion id=\"a\" type=\"header\">" + line("The Harbour News") + more +
                                "</TextRegion><TextRegion id=\"b\" type=\"header\">" + line("No. 7") + "</TextRegion>");
        return std::pair(d.lines.front().kind, d.regions.back().kind);
    };
    CHECK(kinds({}) == std::pair(RegionKind::header, RegionKind::header));
    CHECK(kinds(line("appears daily") + line("two pence")) == std::pair(RegionKind::text, RegionKind::text));
}
