#include "layers.hpp"

#include <catch2/catch.hpp>

#include "text_layer.hpp"

using namespace broadsheet;
using namespace broadsheet::app;

namespace {

const std::string page = R"(<page width="300" height="200"><flow><block xMin="10" yMin="10" xMax="90" yMax="20">
<line xMin="10" yMin="10" xMax="90" yMax="20"><word xMin="10" yMin="10" xMax="40" yMax="20">Tide</word>
<word xMin="50" yMin="10" xMax="90" yMax="20">turns</word></line></block></flow></page>)";

const std::string hocr = R"(<html><body><div class='ocr_page' title='bbox 0 0 1250 834'>
<span class='ocr_line' title='bbox 100 50 300 90'><span class='ocrx_word' title='bbox 100 50 300 90; x_wconf 91'>Ebb</span>
</span></div></body></html>)";

Layers three_pages() {
    Layers out;
    out.format = "pdf";
    out.list.push_back({"#p1.xhtml", "bbox", page});
    out.list.push_back({"#p2.hocr", "hocr", hocr, 300, 200, 0.24F});
    out.list.push_back({"#p3.xhtml", "bbox", R"(<page width="300" height="200"></page>)"});
    out.notes.push_back({Severity::info, "read", 2, 0, "recognised as eng"});
    return out;
}

ReadOptions named(std::string name) {
    ReadOptions out;
    out.name = std::move(name);
    return out;
}

}  // namespace

TEST_CASE("Layers become one document: pages in order, boxes in points", "[layers]") {
    const Document d = assemble("%PDF-1.4 ...", three_pages(), named("a.pdf"));
    CHECK(check(d).empty());
    CHECK(d.source.format == "pdf");
    CHECK(d.source.bytes == 12);
    CHECK(d.source.digest.starts_with("xxh3:"));
    REQUIRE(d.files.size() == 3);
    CHECK(d.files[1].name == "a.pdf#p2.hocr");
    REQUIRE(d.pages.size() == 3);
    CHECK(d.pages[1].unit == Unit::point);
    CHECK(d.pages[1].width == 300);
    CHECK(d.pages[2].number == 3);
    REQUIRE(d.words.size() == 3);
    const Box& box = d.boxes[d.words[2].box];
    CHECK(box.left == 24);
    CHECK(box.bottom == Approx(21.6));
    CHECK(d.notes.size() == 1);
}

TEST_CASE("A file without any text says so once", "[layers]") {
    Layers blank;
    blank.format = "pdf";
    for (int i = 0; i < 2; ++i) blank.list.push_back({"#p", "bbox", "<page width=\"3\" height=\"2\"></page>"});
    const Document d = assemble("%PDF-", blank, named("a.pdf"));
    CHECK(d.pages.size() == 2);
    REQUIRE(d.notes.size() == 1);
    CHECK(d.notes[0].message == "there is no text in this file");
}

TEST_CASE("Layers come out of the cache as they went in; what is broken or of something else does not", "[layers]") {
    const Layers layers = three_pages();
    const std::string bytes = packed(layers, "key\nof two lines");
    const auto back = unpacked(bytes, "key\nof two lines");
    REQUIRE(back);
    CHECK(packed(*back, "key\nof two lines") == bytes);
    CHECK(back->list[1].scale == 0.24F);
    CHECK(back->list[1].bytes == hocr);
    CHECK(back->notes[0].page == 2);
    CHECK_FALSE(unpacked(bytes, "another key"));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        if (unpacked(std::string_view(bytes).substr(0, size), "key\nof two lines")) FAIL("cut at " << size);
    CHECK_FALSE(unpacked(bytes + "x", "key\nof two lines"));
}

TEST_CASE("A page has a text layer if it has text, not a stamp or specks", "[layers]") {
    const auto one = [](const std::string& word, int times) {
        std::string out = "<doc>\n<page width=\"595.5\" height=\"842.0\">";
        for (int i = 0; i < times; ++i) out.append("<word xMin=\"1\">").append(word).append("</word>\n");
        return out + "</page>\n<page width=\"3\" height=\"4\">\n</page>\n</doc>";
    };
    const std::string text = one("tide&amp;", 60);
    const auto pages = pages_of(text);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].width == 595.5F);
    CHECK(pages[0].height == 842);
    CHECK(pages[0].chars == 300);
    CHECK(pages[0].has_text());
    CHECK(pages[0].bytes.ends_with("</page>"));
    CHECK_FALSE(pages[1].has_text());
    CHECK_FALSE(pages_of(one("library", 8))[0].has_text());
    CHECK(pages_of(one("潮水", 120))[0].has_text());
    for (const auto* sign : {"\xEF\xBF\xBD", "\xEE\x80\x81", "\x01"})
        CHECK_FALSE(pages_of(one(std::string("ab") + sign, 200))[0].has_text());
    CHECK(pages_of("no pages").empty());
    CHECK(pages_of("<page width=\"3\"><word>cut").size() == 1);
}
