#include "segment/row.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/broadsheet.hpp"
#include "core/placed_page_test.hpp"
#include "segment/roles.hpp"
#include "segment/stretch.hpp"

using namespace broadsheet;
using namespace broadsheet::segment_stage;

namespace {

struct Ground {
    explicit Ground(const std::string& text)
        : document(repaired(text)),
          units(make_units(document)),
          words(document, units, 0, units.size()),
          row(document, units, words) {}

    static Document repaired(const std::string& text) {
        Document d = read(text);
        repair(d);
        return d;
    }

    Document document;
    std::vector<segment_stage::Unit> units;
    PageWords words;
    Row row;
};

const std::string story =
    "The harbour board voted on Monday to deepen the channel so that larger ships can reach the docks of Port Elms.\n\n"
    "The dredging of the channel for larger ships would begin in May, the harbour board said, and the docks of Port "
    "Elms would stay open.\n\n"
    "The board of the harbour hopes that the channel brings larger ships to the docks before the dredging ends.\n\n"
    "The ships wait for the channel, the docks of Port Elms wait for the ships, and the harbour board for the "
    "dredging.\n\n";

}  // namespace

TEST_CASE("Headings that the source marks are each whole", "[row]") {
    const Ground marked("# Harbour board votes to deepen the\n\n# channel of Port Elms for ships\n\n" + story);
    const Ground plain("Harbour board votes to deepen the\nchannel of Port Elms for ships\n\n" + story);
    REQUIRE(marked.row.unit(1).kind == Kind::head);
    CHECK(marked.row.pair(1) < 0);
    CHECK(plain.row.unit(1).kind == Kind::body);  // one heading of two rows
}

TEST_CASE("No article begins between paragraphs that plainly go together", "[row]") {
    const Ground page("Harbour board votes\n\n" + story);
    REQUIRE(page.row.size() == 5);
    CHECK(page.row.edge(0));
    CHECK_FALSE(page.row.edge(4));
}

TEST_CASE("A page that signs its articles wants each to be signed", "[row]") {
    std::string signed_page, unsigned_page;
    for (const auto* name : {"Ann Lee", "Tom Roe", "Eva Holt", "Jim Park", "Sue Wells"}) {
        signed_page += "Harbour board votes\n\nBy " + std::string(name) + "\n\n" + story;
        unsigned_page += "Harbour board votes\n\n" + story;
    }
    CHECK(Ground(signed_page).row.unsigned_cost() < 0);
    CHECK(Ground(unsigned_page).row.unsigned_cost() == 0);
}

TEST_CASE("Where headings are marked an image stands below its headline", "[row]") {
    const std::string image = "![A dredger in the channel of Port Elms](a.jpg)\n\n";
    const auto worth = [&](const std::string& head, bool image_first) {
        const Ground page(head + "A first headline\n\n" + head + "A second headline\n\n" + head +
                          "A third headline\n\n" + (image_first ? image + story : story + image));
        Stretch stretch(page.row, 3);
        for (std::size_t t = 3; t < page.row.size(); ++t) stretch.add(t);
        return stretch.evaluate(weights::order_mixed).score;
    };
    CHECK(worth("# ", true) < worth("", true));
}

TEST_CASE("In a list of headlines what goes beyond the bound counts a little", "[row]") {
    const float bound = weights::headline_bound;
    CHECK(PageWords::headline(bound + 1, 0, true) == PageWords::headline(bound + 3, 0, true));
    CHECK(PageWords::listed_headline(bound + 1, 0, true) < PageWords::listed_headline(bound + 3, 0, true));
    CHECK(PageWords::listed_headline(bound + 3, 0, false) == PageWords::headline(bound + 3, 0, false));
}

TEST_CASE("In a list a byline goes with the headline before it, and ends it", "[row]") {
    const Ground page("Harbour board votes\n\nBy Ann Lee\n\nPotato prices fall\n\nBy Tom Roe\n\n" + story);
    REQUIRE(page.row.unit(1).kind == Kind::byline);
    CHECK(page.row.pair(1) > 0);
    CHECK(page.row.pair(2) < 0);
}

TEST_CASE("Columns of another measure below a heading speak against an article over both", "[row]") {
    const std::string wide =
        "The harbour board voted on Monday to deepen the\n"
        "channel so that larger ships can reach the dock\n"
        "of Port Elms, where they would have to wait for\n"
        "the tide until now, as they do in other ports.\n"
        "The dredging would begin in May, said the board\n"
        "of the harbour, and last until late in autumn.\n";
    const std::string narrow =
        "The museum in the old barn\n"
        "shows the ploughs of three\n"
        "centuries and the carts of\n"
        "a miller who had no horse.\n"
        "Children may grind corn on\n"
        "a stone from the old mill.\n";
    const Ground other(wide + "\nPloughs in the barn\n" + narrow);
    const Ground same(wide + "\nPloughs in the barn\n" + wide);
    const auto heading = [](const Ground& page) {
        std::size_t t = 1;
        while (t < page.row.size() && page.row.unit(t).kind != Kind::head) ++t;
        REQUIRE(t < page.row.size());
        return page.row.parted(t);
    };
    CHECK(heading(other) > 1);
    CHECK(heading(same) <= 0);
}

TEST_CASE("A module of the page is an article, whatever small headings it has", "[row]") {
    Sheet sheet;
    const auto module = [&](float left, const char* headline, const char* heading) {
        sheet.line(left, 60, left + 380, headline, 50)
            .column(left, 130, 400, 8)
            .line(left, 390, left + 180, heading)
            .column(left, 440, 400, 8);
    };
    module(100, "BRIDGE OPENS TO CARTS", "What the bridge has cost");
    module(600, "NO RAIN FOR SIX WEEKS", "The wells of the upper town");
    const Ground page(sheet.alto());
    std::vector<float> parted;  // at the headings
    for (std::size_t t = 0; t < page.row.size(); ++t)
        if (page.row.unit(t).kind == Kind::head) parted.push_back(page.row.parted(t));
    REQUIRE(parted.size() == 4);
    CHECK(parted[1] < 0);
    CHECK(parted[2] > 0);
    CHECK(parted[3] < 0);
}

TEST_CASE("In larger type, or where the source says so, a sentence is a heading", "[row]") {
    const auto is_heading = [](const Ground& page, std::size_t t) { return page.row.unit(t).kind == Kind::head; };
    constexpr auto sentence = "The bridge is open to carts.";
    Sheet large, plain;
    large.line(100, 60, 480, sentence, 50).column(100, 130, 400, 8);
    plain.line(100, 100, 380, sentence).column(100, 130, 400, 8);
    CHECK(is_heading(Ground(large.alto()), 0));
    CHECK_FALSE(is_heading(Ground(plain.alto()), 0));
    const auto region = [&](std::string_view type) {
        std::string out = "<PcGts><Page imageWidth=\"900\" imageHeight=\"900\">";
        for (const std::string_view text : {sentence, "The carts went over it and came home."}) {
            const auto kind = text == sentence ? type : "paragraph";
            out += fmt::format(
                "<TextRegion type=\"{}\"><TextLine><TextEquiv><Unicode>{}</Unicode></TextEquiv></TextLine>"
                "</TextRegion>",
                kind, text);
        }
        return out + "</Page></PcGts>";
    };
    CHECK(is_heading(Ground(region("heading")), 0));
    CHECK_FALSE(is_heading(Ground(region("paragraph")), 0));
}

TEST_CASE("What is set larger than the text is hardly a subhead", "[row]") {
    const auto score = [](float height) {
        Sheet sheet;
        sheet.line(100, 60, 480, "BRIDGE OPENS TO CARTS", 50)
            .column(100, 130, 400, 8)
            .line(100, 390, 100 + 10 * height, "What the bridge has cost", height)
            .column(100, 440, 400, 8);
        const Ground page(sheet.alto());
        REQUIRE(page.row.size() == 4);
        Stretch stretch(page.row, 0);
        for (std::size_t t = 0; t < page.row.size(); ++t) stretch.add(t);
        return stretch.evaluate(weights::order_scanned).score;
    };
    CHECK(score(34) < score(20) - 1);
}

TEST_CASE("Where places are known, no headline goes before the text that stands above it", "[row]") {
    Sheet sheet;
    sheet.column(100, 100, 400, 8).line(100, 360, 480, "BRIDGE OPENS TO CARTS", 50).column(100, 430, 400, 8);
    Ground page(sheet.alto());
    REQUIRE(page.units.size() == 3);
    Draft draft;
    draft.heads = {1};
    draft.rest = {0, 2};
    std::vector<Draft> drafts{draft};
    name_roles(page.document, page.units, drafts, {});
    REQUIRE(page.document.articles.size() == 1);
    CHECK(page.document.articles[0].blocks == std::vector<std::uint32_t>{0, 1, 2});
}
