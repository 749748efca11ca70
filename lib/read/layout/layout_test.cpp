// What the readers of layout files share: formats found, tag soup, lines of words, gutters, hostile files.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/error.hpp"
#include "broadsheet/read.hpp"
#include "core/chars.hpp"

using namespace broadsheet;

namespace {

struct Put {
    float left, top, right, bottom;
    std::string text;
};

std::string number(float x) { return std::to_string(static_cast<int>(x)); }

std::string hocr_word(const Put& w) {
    return "<span class='ocrx_word' title='bbox " + number(w.left) + " " + number(w.top) + " " + number(w.right) + " " +
           number(w.bottom) + "'>" + w.text + "</span> ";
}

// Each row a line of one block.
std::string hocr(const std::vector<std::vector<Put>>& rows, const std::string& block = "ocr_carea") {
    std::string out = "<html><body><div class='ocr_page' title='bbox 0 0 1000 1000'><div class='" + block +
                      "' title='bbox 0 0 900 900'>";
    for (const auto& row : rows) {
        out += "<span class='ocr_line'>";
        for (const Put& w : row) out += hocr_word(w);
        out += "</span>";
    }
    return out + "</div></div></body></html>";
}

std::string bbox(const std::vector<std::vector<Put>>& rows) {
    std::string out = "<html><body><doc><page width=\"1000\" height=\"1000\"><flow><block>";
    for (const auto& row : rows) {
        out += "<line>";
        for (const Put& w : row)
            out += "<word xMin=\"" + number(w.left) + "\" yMin=\"" + number(w.top) + "\" xMax=\"" + number(w.right) +
                   "\" yMax=\"" + number(w.bottom) + "\">" + w.text + "</word>";
        out += "</line>";
    }
    return out + "</block></flow></page></doc></body></html>";
}

std::vector<std::string> lines(const std::string& bytes) {
    const Document d = read(bytes);
    CHECK(check(d).empty());
    std::vector<std::string> out;
    for (const Line& line : d.lines) out.push_back(to_utf8(d.text.view(line.text)));
    return out;
}

std::string format(const std::string& bytes) { return read(bytes).source.format; }

// Two columns that the engine took for one, row by row.
std::vector<std::vector<Put>> two_columns(std::size_t rows, float gutter) {
    std::vector<std::vector<Put>> out;
    for (std::size_t i = 0; i < rows; ++i) {
        const float y = 100 + 24 * static_cast<float>(i), x = 300 + gutter;
        out.push_back({{100, y, 170, y + 20, "across"},
                       {176, y, 300, y + 20, "the river"},
                       {x, y, x + 60, y + 20, "under"},
                       {x + 66, y, x + 190, y + 20, "the hills"}});
    }
    return out;
}

}  // namespace

TEST_CASE("Layout files are known by their content", "[read]") {
    CHECK(format(hocr({{{1, 1, 9, 9, "a"}}})) == "hocr");
    CHECK(format("\xEF\xBB\xBF\n  <!DOCTYPE html><HTML><BODY><DIV CLASS=ocr_page><SPAN CLASS=ocr_line>a</SPAN>") ==
          "hocr");
    CHECK(format(bbox({{{1, 1, 9, 9, "a"}}})) == "bbox");
    CHECK(format("level\tpage_num\tblock_num\tpar_num\tline_num\tword_"
                 "num\tleft\ttop\twidth\theight\tconf\ttext\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t9\ta") == "tsv");
    CHECK(format("The word ocr_page in a text, and <doc> <page >, are words.") == "text");
    CHECK(format("level\tname\n1\tA text of two columns\n") == "text");
}

TEST_CASE("Tag soup: what was not ended ends where the next one begins", "[read]") {
    const std::string page = "<html><body><div class=ocr_page>";
    CHECK(lines(page + "<p class=ocr_par><span class=ocr_line>one<p class=ocr_par><span class=ocr_line>two") ==
          std::vector<std::string>{"one", "two"});
    // More paragraphs than elements may be nested.
    std::string many = page;
    for (int i = 0; i < 2000; ++i) many += "<P CLASS=ocr_par><SPAN CLASS=ocr_line>row<BR>";
    CHECK(lines(many).size() == 2000);
}

TEST_CASE("A gutter cuts the lines that run across it", "[read]") {
    const auto cut = lines(hocr(two_columns(8, 30)));
    REQUIRE(cut.size() == 16);
    CHECK(cut[0] == "across the river");
    CHECK(cut[1] == "under the hills");

    SECTION("a box for each half, and one number for both") {
        const Document d = read(hocr(two_columns(8, 30)));
        CHECK(d.boxes[d.lines[0].box].right == 300);
        CHECK(d.boxes[d.lines[1].box].left == 330);
        CHECK(d.lines[0].number == d.lines[1].number);
    }
    SECTION("spaces between words are no gutter, though they stand one above the other") {
        CHECK(lines(hocr(two_columns(8, 7))).size() == 8);
    }
    SECTION("two rows are too few") { CHECK(lines(hocr(two_columns(2, 30))).size() == 2); }
    SECTION("where text runs across, the gutter ends") {
        auto rows = two_columns(8, 30);
        for (std::size_t i = 1; i < rows.size(); i += 2)
            rows[i] = {{100, rows[i][0].top, 500, rows[i][0].bottom, "all across both columns"}};
        CHECK(lines(hocr(rows)).size() == 8);
    }
    SECTION("a table keeps its rows") { CHECK(lines(hocr(two_columns(8, 30), "ocr_table")).size() == 8); }
    SECTION("so do narrow cells, table or not") {
        auto rows = two_columns(8, 30);
        for (auto& row : rows)
            row = {{240, row[0].top, 300, row[0].bottom, "Mon"}, {330, row[0].top, 400, row[0].bottom, "7.30"}};
        CHECK(lines(hocr(rows)).size() == 8);
    }
}

TEST_CASE("A rule that was read as letters is cut off the lines beside it", "[read]") {
    // A column, and at its left edge a rule in pieces that the engine took for letters.
    const auto column = [](float at, float high) {
        std::vector<std::vector<Put>> out;
        for (int i = 0; i < 8; ++i) {
            const float y = 100 + 24 * static_cast<float>(i);
            std::vector<Put> row = {{120, y, 190, y + 20, "along"}, {196, y, 320, y + 20, "the river"}};
            if (i % 2 == 0) row.insert(row.begin() + (at > 120 ? 1 : 0), {at, y, at + 4, y + high, i < 4 ? "I" : "l"});
            out.push_back(row);
        }
        return out;
    };
    const auto rules = [](const std::string& bytes) {
        const Document d = read(bytes);
        return std::count_if(d.lines.begin(), d.lines.end(),
                             [](const Line& line) { return line.kind == RegionKind::separator; });
    };
    const auto cut = lines(hocr(column(96, 40)));
    REQUIRE(cut.size() == 12);
    CHECK(cut[0] == "I");
    CHECK(cut[1] == "along the river");
    CHECK(rules(hocr(column(96, 40))) == 4);
    const Document d = read(hocr(column(96, 40)));
    CHECK(d.lines[0].kind == RegionKind::separator);
    CHECK(d.boxes[d.lines[1].box].left == 120);
    CHECK(d.boxes[d.lines[1].box].bottom == 120);

    SECTION("letters of the text have words of other lines above and below them") {
        auto rows = column(96, 20);
        for (std::size_t i = 1; i < rows.size(); i += 2) rows[i][0].left = 96;
        CHECK(rules(hocr(rows)) == 0);
    }
    SECTION("a letter that stands there once is a letter") {
        auto rows = column(96, 20);
        for (std::size_t i = 2; i < rows.size(); i += 2) rows[i].erase(rows[i].begin());
        CHECK(rules(hocr(rows)) == 0);
    }
    SECTION("figures in a column are figures") {
        auto rows = column(96, 20);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % 2 == 0) rows[i].erase(rows[i].begin());
            rows[i].insert(rows[i].begin(), {96, rows[i][0].top, 100, rows[i][0].bottom, i % 3 == 0 ? "1" : "4"});
        }
        CHECK(rules(hocr(rows)) == 0);
    }
    SECTION("a letter of a headline is as high as the words beside it") {
        auto rows = column(96, 20);
        for (auto& row : rows)
            if (row.size() > 2) row.erase(row.begin());
        for (const float y : {10.0F, 50.0F})
            rows.insert(rows.begin(),
                        {{120, y, 190, y + 36, "Was"}, {210, y, 222, y + 36, "I"}, {240, y, 300, y + 36, "right"}});
        CHECK(rules(hocr(rows)) == 0);
    }
    SECTION("where places are exact, letters are letters") { CHECK(rules(bbox(column(96, 40))) == 0); }
}

TEST_CASE("In a text layer, Chinese lines side by side are cut though a comma fills the gutter", "[read]") {
    std::vector<std::vector<Put>> rows;
    for (int i = 0; i < 4; ++i) {
        const float y = 100 + 14 * static_cast<float>(i), right = i == 1 ? 210 : 200;
        rows.push_back({{100, y, right, y + 13, i == 1 ? "市民在桥上庆祝通车，" : "市民在桥上庆祝通车"},
                        {210, y, 310, y + 13, "河水在桥下静静流过"}});
    }
    CHECK(lines(bbox(rows)).size() == 8);
    // The same before letters, which have spaces between them.
    rows[1][1].text = "AB河水在桥下静静流";
    CHECK(lines(bbox(rows)).size() == 8);
    // A headline of two halves is one line.
    CHECK(lines(bbox({{{100, 100, 300, 130, "大桥今日通车"}, {315, 100, 500, 130, "市民上街欢庆"}}})).size() == 1);
}

TEST_CASE("Lines without boxes share the room of their block", "[read]") {
    const Document d = read(
        "<html><body><div class='ocr_page'><div class='ocr_carea' title='bbox 10 10 110 70'><span class='ocr_line' "
        "title='bbox 10 10 110 30'>one</span>"
        "<span class='ocr_line'>two</span><span class='ocr_line'>three</span></div></div></body></html>");
    REQUIRE(d.lines.size() == 3);
    REQUIRE(d.lines[2].box != none);
    CHECK(d.boxes[d.lines[1].box].top == 30);
    CHECK(d.boxes[d.lines[2].box].top == 50);
    CHECK(d.boxes[d.lines[2].box].bottom == 70);
}

TEST_CASE("Hostile layout files are read in time", "[read]") {
    std::string soup = "<html><body><div class='ocr_page'>";
    SECTION("elements in elements") {
        for (int i = 0; i < 200000; ++i) soup += "<span class=ocr_line><b>x";
        CHECK(check(read(soup)).empty());
    }
    SECTION("all words in one place") {
        soup += "<span class='ocr_line'>";
        for (int i = 0; i < 100000; ++i)
            soup += (i % 100 == 99 ? "</span><span class='ocr_line'>" : "") +
                    hocr_word({static_cast<float>(i % 50 * 40), 1, static_cast<float>(i % 50 * 40 + 9), 9, "x"});
        CHECK(check(read(soup)).empty());
    }
    SECTION("numbers without sense") {
        const Document d = read(
            "<html><body><div class='ocr_page' title='bbox nan inf 1e999 -'><span class='ocr_line' title='bbox 9 9 1 "
            "1'><span class='ocrx_word' "
            "title='bbox 1e30 0 1 2; x_wconf many'>x</span></span></div></body></html>");
        REQUIRE(d.lines.size() == 1);
        CHECK(d.lines[0].box == none);
        CHECK(check(d).empty());
    }
}

TEST_CASE("A layout file is known behind a long comment, and other XML without a declaration", "[layout]") {
    const std::string alto =
        "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT=\"Tide\"/></TextLine>"
        "</TextBlock></PrintSpace></Page></Layout></alto>";
    const std::string prolog = "<?xml version=\"1.0\"?>\n<!-- " + std::string(100000, 'x') +
                               " -->\n<!DOCTYPE alto [<!ELEMENT alto ANY>" + std::string(9000, ' ') + "]>\n";
    CHECK(broadsheet::read(prolog + alto).source.format == "alto");
    CHECK_THROWS_AS(broadsheet::read("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Tide</text></svg>"),
                    broadsheet::Error);
    CHECK(broadsheet::read("<Editor's note> the tide turned.").source.format == "text");
}

TEST_CASE("Quotation marks of the West have spaces beside them, those of the East have none", "[layout]") {
    const auto line = [](std::initializer_list<const char*> words) {
        std::string alto = "<alto><Layout><Page><PrintSpace><TextBlock><TextLine>";
        for (const char* word : words) alto += "<String CONTENT=\"" + std::string(word) + "\"/>";
        const auto d = broadsheet::read(alto + "</TextLine></TextBlock></PrintSpace></Page></Layout></alto>");
        return to_utf8(d.text.view(d.lines.at(0).text));
    };
    CHECK(line({"times,”", "he", "said,", "“and"}) == "times,” he said, “and");
    CHECK(line({"the", "girls’", "school", "’tis"}) == "the girls’ school ’tis");
    CHECK(line({"他", "说", "，", "“", "好", "”", "。"}) == "他说，“好”。");
    CHECK(line({"他说", "“2023年”", "…", "好"}) == "他说“2023年”…好");
    CHECK(line({"看", "“", "2023", "”", "年"}) == "看“2023”年");
}

TEST_CASE("A line that is said to be much higher than its words has the box of its words", "[layout]") {
    const auto box = [](int height) {
        const auto d = broadsheet::read(
            "<alto><Layout><Page><PrintSpace><TextBlock><TextLine HPOS=\"10\" VPOS=\"10\" WIDTH=\"200\" HEIGHT=\"" +
            std::to_string(height) +
            "\"><String CONTENT=\"after-\" HPOS=\"12\" VPOS=\"14\" WIDTH=\"90\" HEIGHT=\"20\"/></TextLine></TextBlock>"
            "</PrintSpace></Page></Layout></alto>");
        return d.boxes[d.lines.at(0).box];
    };
    CHECK(box(44).bottom == 34);  // two lines high
    CHECK(box(26).bottom == 36);
}

TEST_CASE("Articles that the tags of an ALTO file name are given", "[layout]") {
    const auto d = broadsheet::read(
        "<alto><Tags><StructureTag ID=\"t1\" TYPE=\"Article\" LABEL=\"Quay\"/><StructureTag ID=\"t2\" "
        "TYPE=\"article\"/>"
        "<StructureTag ID=\"t3\" TYPE=\"chapter\"/></Tags><ReadingOrder><UnorderedGroup><OrderedGroup TAGREFS=\"t2\">"
        "<ElementRef REF=\"b\"/></OrderedGroup></UnorderedGroup></ReadingOrder><Layout><Page><PrintSpace>"
        "<TextBlock ID=\"a\" TAGREFS=\"t3 t1\"><TextLine><String CONTENT=\"One\"/></TextLine></TextBlock>"
        "<TextBlock ID=\"b\"><TextLine><String CONTENT=\"Two\"/></TextLine></TextBlock>"
        "<TextBlock ID=\"c\" TAGREFS=\"t3\"><TextLine><String CONTENT=\"Three\"/></TextLine></TextBlock>"
        "</PrintSpace></Page></Layout></alto>");
    REQUIRE(d.given.size() == 2);
    CHECK(d.given[0].title == "Quay");
    CHECK(d.regions.at(0).article == 0);
    CHECK(d.regions.at(1).article == 1);
    CHECK(d.regions.at(2).article == broadsheet::none);
}
