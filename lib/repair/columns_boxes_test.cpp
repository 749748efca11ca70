// Places on paper: order, duplicates, headings in the middle of a column.
#include <string>
#include <vector>

#include "core/placed_page_test.hpp"

using namespace broadsheet;

namespace {

std::vector<std::string> texts(const Document& d) {
    std::vector<std::string> out;
    for (const Block& block : d.blocks) out.push_back(render(d, block));
    return out;
}

std::size_t copies(const Document& d) {
    std::size_t n = 0;
    for (const Dropped& x : d.dropped) n += x.reason == Reason::duplicate ? 1 : 0;
    return n;
}

}  // namespace

TEST_CASE("What is printed twice at two places is no copy, and twice at one place it is", "[columns_boxes]") {
    constexpr auto notice = "All claims are to be brought before the court by noon";
    Sheet apart;
    apart.column(100, 100, 500, 5).line(100, 280, 600, notice).column(100, 340, 500, 5).line(100, 520, 600, notice);
    CHECK(copies(apart.repaired()) == 0);
    Sheet over;
    over.column(100, 100, 500, 5).line(100, 280, 600, notice).line(102, 281, 602, notice).column(100, 340, 500, 5);
    CHECK(copies(over.repaired()) == 1);
}

TEST_CASE("A line in the middle of its column is set off", "[columns_boxes]") {
    Sheet page;
    page.column(100, 100, 500, 6).line(260, 280, 440, "PORT OF CALL").column(100, 310, 500, 6);
    const auto blocks = texts(page.repaired());
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1] == "PORT OF CALL");
}

TEST_CASE("Many lines in the middle are a table or verse, and no headings", "[columns_boxes]") {
    Sheet page;
    page.column(100, 100, 500, 6);
    for (int i = 0; i < 5; ++i) page.line(250, 280 + 30 * static_cast<float>(i), 450, "so sang the men");
    const Document d = page.repaired();
    std::size_t centred = 0;
    for (const Line& line : d.lines) centred += line.centred ? 1 : 0;
    CHECK(centred == 0);
}

TEST_CASE("Columns below one headline are read one after the other", "[columns_boxes]") {
    Sheet page;  // the file has the right column first
    page.line(630, 200, 1100, "and here the second column begins, right of it")
        .line(630, 230, 1100, "with the rest of the paragraph, line by line, ")
        .line(630, 260, 900, "up to its last word.")
        .line(100, 120, 900, "BRIDGE OPENS TO CARTS", 50)
        .line(120, 200, 600, "The first column begins under the headline with")
        .line(100, 230, 600, "an indent and runs down to its own last line, where")
        .line(100, 260, 600, "the paragraph is torn apart in the middle of it,");
    const auto blocks = texts(page.repaired());
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0] == "BRIDGE OPENS TO CARTS");
    CHECK(blocks[1].find("middle of it, and here the second") != std::string::npos);
}

TEST_CASE("Where paragraphs are indented, a flush line goes on behind a short one that ends a sentence",
          "[columns_boxes]") {
    Sheet sheet;
    sheet.line(120, 100, 500, "The boats came home at noon, and all the")
        .line(100, 130, 420, "men on the quay went to their beds.")
        .line(100, 160, 500, "Nobody asked when they would leave again.")
        .line(100, 190, 300, "The nets were wet.");
    for (const float top : {220.0F, 340.0F, 460.0F}) sheet.column(100, top, 400, 4);
    const auto found = texts(sheet.repaired());
    REQUIRE(found.size() == 4);
    CHECK(found[0] ==
          "The boats came home at noon, and all the men on the quay went to their beds. Nobody asked when they would "
          "leave again. The nets were wet.");
}

TEST_CASE("Which way lines run may be said", "[columns_boxes]") {
    Sheet page;  // two columns of one character a line would do as rows, too
    page.line(200, 100, 220, "\u5C71").line(100, 100, 120, "\u6C34");
    CHECK(texts(page.repaired(Writing::vertical)).front().substr(0, 3) == "\u5C71");  // from the right
    CHECK(texts(page.repaired(Writing::horizontal)).front().substr(0, 3) == "\u6C34");
}

TEST_CASE("What the source says of a word at a line's end is evidence", "[columns_boxes]") {
    const auto shown = [](std::string_view whole, std::string_view rest) {
        const auto line = [](int top, std::string_view words) {
            return fmt::format(R"(<TextLine HPOS="10" VPOS="{}" WIDTH="400" HEIGHT="20">{}</TextLine>)", top, words);
        };
        const auto word = [](int left, int right, std::string_view more) {
            return fmt::format(R"(<String HPOS="{}" VPOS="10" WIDTH="{}" HEIGHT="20" {}/>)", left, right - left, more);
        };
        Document d =
            read("<alto><Layout><Page><PrintSpace><TextBlock>" +
                 line(10, word(10, 300, "CONTENT=\"They sold\"") + "<SP/>" +
                              word(310, 400,
                                   fmt::format("CONTENT=\"rope\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"{}\"", whole)) +
                              "<HYP CONTENT=\"-\"/>") +
                 line(40, word(10, 90, "CONTENT=\"walk\" SUBS_TYPE=\"HypPart2\"") + "<SP/>" +
                              word(100, 410, fmt::format("CONTENT=\"{}\"", rest))) +
                 "</TextBlock></PrintSpace></Page></Layout></alto>");
        repair(d);
        return texts(d).front();
    };
    CHECK(shown("rope-walk", "goods by the quay.") == "They sold rope-walk goods by the quay.");
    // Both parts are words of the page, so that the hyphen would stay.
    CHECK(shown("ropewalk", "rope on the walk.") == "They sold ropewalk rope on the walk.");
}

TEST_CASE("A line torn in two stays in its paragraph", "[repair]") {
    Sheet sheet;
    sheet.column(0, 100, 300, 4);
    const std::string gone = "and they went ", on = "on their way ho";
    sheet.line(0, 220, 140, gone).line(160, 220, 310, on);
    sheet.line(0, 250, 300, "me over the hills and far away").line(0, 280, 120, "in the end.");
    sheet.column(0, 310, 300, 6);
    for (const auto& text : texts(sheet.repaired()))
        if (text.find("and they went on their way") != std::string::npos) return;
    FAIL("torn");
}

TEST_CASE("A speck between the rows of a headline parts them not", "[repair]") {
    Sheet sheet;
    sheet.line(0, 20, 400, "Goods and ships that", 34)
        .line(190, 58, 194, ".", 4)
        .line(0, 66, 380, "went over the hills", 34);
    sheet.column(0, 130, 400, 12);
    const Document d = sheet.repaired();
    CHECK(d.text.view(d.lines.back().text) == U".");
    CHECK(texts(d).front() == "Goods and ships that went over the hills");
}

TEST_CASE("Centred rows at the head of a column are not without an indent", "[repair]") {
    Sheet sheet;
    for (const int top : {100, 280, 460}) sheet.column(0, static_cast<float>(top), 300, 6);
    sheet.line(20, 640, 300, "And so it went on for years").line(0, 670, 240, "to the end of all time.");
    sheet.line(350, 100, 610, "THE FERRY THAT RAN")
        .line(354, 130, 604, "island and its people,")
        .line(350, 160, 602, "and what became of it");
    for (const int top : {220, 400}) sheet.column(330, static_cast<float>(top), 300, 6);
    for (const auto& text : texts(sheet.repaired()))
        CHECK((text.find("THE FERRY") == std::string::npos || text.find("THE FERRY") == 0));
}

TEST_CASE("Where a page is read in its order, no text goes on behind another one", "[columns_boxes]") {
    Sheet page;
    page.column(100, 100, 500, 6)
        .line(120, 280, 600, "The men who went down to the harbour that morning")
        .line(100, 310, 600, "saw no ship, and waited on the quay until the very")
        .column(100, 370, 500, 6)
        .line(100, 610, 600, "last of the boats had come home from the fishing and")
        .line(100, 640, 300, "lay in the harbour.")
        .column(100, 670, 500, 6);
    for (const auto& text : texts(page.repaired())) CHECK(text.find("the very last") == std::string::npos);
}
