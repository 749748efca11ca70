#include <catch2/catch.hpp>
#include <string>

#include "write/made_document.hpp"

using namespace broadsheet;
using test::has;
using test::MadeDocument;

namespace {

std::string tei(const Document& document) { return test::written_as("tei", document); }

}  // namespace

TEST_CASE("TEI: each role has its element", "[tei]") {
    MadeDocument made({U"CITY", U"Bridge opened", U"By A. Smith", U"The bridge is open.", U"The cost", U"It was high.",
                       U"A photo <of> the bridge", U"By A. Smith", U"page 3"});
    auto& article =
        made.article({made.block(Role::kicker, {0}), made.block(Role::headline, {1}), made.block(Role::byline, {2}),
                      made.block(Role::paragraph, {3}), made.block(Role::subhead, {4}),
                      made.block(Role::paragraph, {5}), made.block(Role::caption, {6}), made.block(Role::byline, {7})});
    article.type = ArticleType::notice;
    made.drop(Reason::folio, 8);
    const auto out = tei(made.document);
    CHECK(has(out, "<div type=\"article\" subtype=\"notice\" xml:id=\"article1\" n=\"p1-a1\" xml:lang=\"en\">"));
    CHECK(has(out, "<pb n=\"1\" facs=\"#page1\"/>"));
    CHECK(has(out, "<head type=\"kicker\">CITY</head>"));
    CHECK(has(out, "<head>Bridge opened</head>"));
    CHECK(has(out, "<byline>By A. Smith</byline>"));
    CHECK(has(out, "<p>The bridge is open.</p>"));
    CHECK(has(out, "<div type=\"section\">\n     <head type=\"subhead\">The cost</head>"));
    CHECK(has(out, "<figure>\n      <head>A photo &lt;of&gt; the bridge</head>"));
    CHECK(has(out, "<fw type=\"folio\"><lb n=\"9\"/>page 3</fw>"));
    CHECK(has(out, "<language ident=\"en\"/>"));
    // No box is known, so there is no zone.
    CHECK_FALSE(has(out, "zone"));
    CHECK_FALSE(has(out, "ulx"));
}

TEST_CASE("TEI: a byline in mid-text is no <byline>", "[tei]") {
    MadeDocument made({U"One.", U"By A. Smith", U"Two."});
    made.article({made.block(Role::paragraph, {0}), made.block(Role::byline, {1}), made.block(Role::paragraph, {2})});
    CHECK(has(tei(made.document), "<ab type=\"byline\">By A. Smith</ab>"));
}

TEST_CASE("TEI: lines of the source are milestones, a hyphen taken out is named", "[tei]") {
    MadeDocument made({U"The brid-", U"ge of the", U"Anglo-", U"Saxons."});
    const auto block = made.block(Role::paragraph, {0, 1, 2, 3}, Joint::unhyphen);
    auto& pieces = made.document.pieces;
    pieces[1].after = Joint::space;
    pieces[2].after = Joint::glue;
    made.article({block});
    auto hyphen = made.drop(Reason::hyphen, 0);
    auto& run = made.document.pieces[hyphen.first].text;
    run.begin = run.end - 1;
    const auto out = tei(made.document);
    CHECK(has(out,
              "<p>The brid<lb break=\"no\" rend=\"-\" n=\"2\"/>ge of the <lb n=\"3\"/>Anglo-<lb break=\"no\" "
              "n=\"4\"/>Saxons.</p>"));
    // It stands in the <lb/>, and nowhere else.
    CHECK_FALSE(has(out, "subtype=\"hyphen\""));
}

TEST_CASE("TEI: lists, tables and what was dropped", "[tei]") {
    MadeDocument made({U"one", U"two", U"a 1", U"b 2", U"copy", U"noise"});
    made.article({made.block(Role::list, {0, 1}, Joint::line), made.block(Role::table, {2, 3}, Joint::line)});
    made.drop(Reason::duplicate, 4);
    made.drop(Reason::noise, 5);
    const auto out = tei(made.document);
    CHECK(has(out, "<list>\n     <item>one</item>\n     <item>two</item>\n    </list>"));
    CHECK(has(out, "<cell>b 2</cell>"));
    CHECK(has(out, "<note type=\"dropped\" subtype=\"duplicate\"><lb n=\"5\"/>copy</note>"));
    CHECK(has(out, "<note type=\"dropped\" subtype=\"noise\"><lb n=\"6\"/>noise</note>"));
    CHECK(has(tei(MadeDocument({}).document), "<p/>"));
}

TEST_CASE("TEI: a paragraph that goes on on the next page", "[tei]") {
    MadeDocument made({U"It goes", U"on here."});
    made.document.lines[1].page = 2;
    made.document.pages.push_back({2});
    made.article({made.block(Role::paragraph, {0, 1}, Joint::space)});
    CHECK(has(tei(made.document), "<p>It goes <pb n=\"2\" facs=\"#page2\"/><lb n=\"2\"/>on here.</p>"));
}
