#include "write/parts.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "core/chars.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using namespace broadsheet::write_detail;
using test::has;
using test::MadeDocument;

namespace {

std::string page(const Document& document) { return test::written_as("page", document); }

// One paragraph in two columns, the joint between them given.
MadeDocument torn(Joint joint) {
    MadeDocument made({U"in the brid-", U"ge of wood"});
    made.document.lines[0].frame = 1;
    made.document.lines[1].frame = 2;
    made.article({made.block(Role::paragraph, {0, 1}, joint)});
    return made;
}

}  // namespace

TEST_CASE("Parts: a block that columns tear apart", "[parts]") {
    const auto made = torn(Joint::unhyphen);
    const auto all = parts(made.document, nullptr);
    REQUIRE(all.size() == 2);
    CHECK(all[0].seam == Seam::inside_word);
    CHECK(all[1].seam == Seam::none);
    const auto& line = all[0].lines.front();
    REQUIRE(line.tokens.size() == 3);
    CHECK(line.tokens[1].behind_space);
    CHECK(line.tokens[2].torn == 1);
    CHECK(line.tokens[2].whole == "bridge");
    CHECK(to_utf8(text_of(made.document, line, 2, false)) == "brid");
    CHECK(to_utf8(text_of(made.document, line, 2, true)) == "brid-");
    CHECK(all[1].lines.front().tokens.front().torn == 2);
    CHECK_FALSE(all[0].box);
}

TEST_CASE("Parts: their relation in PAGE", "[parts]") {
    CHECK(has(page(torn(Joint::unhyphen).document), "<Relation id=\"relation1\" type=\"join\">"));
    CHECK(has(page(torn(Joint::space).document), "<Relation id=\"relation1\" type=\"link\">"));
    CHECK(has(page(torn(Joint::unhyphen).document), "<Unicode>in the brid-</Unicode>"));
    auto whole = torn(Joint::space);
    whole.document.lines[1].frame = 1;
    CHECK_FALSE(has(page(whole.document), "Relation"));
}

TEST_CASE("Parts: an article that began on an earlier page", "[parts]") {
    auto made = torn(Joint::space);
    made.document.lines[1].page = 2;
    made.document.pages.push_back({2});
    const auto out = page(made.document);
    CHECK(has(out, "continuation=\"true\""));
    CHECK(out.find("continuation") > out.find("page {number:2;}"));
    CHECK_FALSE(has(out, "Relation"));  // a file knows its own regions only
}

TEST_CASE("Parts: nothing is left out", "[parts]") {
    MadeDocument made({U"-", U"a block of no article", U"dropped", U"alone"});
    made.article({made.block(Role::paragraph, {0, 3}, Joint::unhyphen)});
    made.block(Role::paragraph, {1});
    made.drop(Reason::noise, 2);
    const auto all = parts(made.document, nullptr);
    REQUIRE(all.size() == 3);
    // A hyphen with nothing before it is a word.
    CHECK(all[0].lines.front().tokens.front().text.size() == 1);
    CHECK(all[0].lines.front().hyphen.empty());
    CHECK(all[1].article == none);
    CHECK(label(all[2]) == "noise");
    CHECK(parts(made.document, &made.document.articles[0]).size() == 1);
}

TEST_CASE("Parts: words and their boxes", "[parts]") {
    MadeDocument made({U"one two-"});
    auto& d = made.document;
    d.boxes = {{0, 0, 10, 10}, {12, 0, 20, 12}, {0, 0, 25, 12}};
    d.words = {{{0, 3}, 0, 0.5F}, {{4, 8}, 1, -1}};
    d.lines[0].box = 2;
    const auto block = made.block(Role::paragraph, {0});
    made.article({block});
    auto all = parts(d, nullptr);
    CHECK(all[0].box->right == 25);
    CHECK(all[0].lines[0].tokens[1].box == 1);
    CHECK(all[0].lines[0].tokens[0].confidence == 0.5F);
    // Of a part of a line, its words tell the place.
    d.pieces[0].text = {0, 4};
    all = parts(d, nullptr);
    CHECK(all[0].box->right == 10);
}
