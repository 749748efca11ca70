// Words and boxes in the formats of other programs: hOCR and TSV as Tesseract writes them, bbox as pdftotext, ALTO with
// nothing but what it needs. A page of its own for each page that goes in.
#include <fmt/format.h>

#include <broadsheet/read.hpp>
#include <iterator>

#include "corpus.hpp"

namespace bench {
namespace {

using Out = std::back_insert_iterator<std::string>;

void append_utf8(std::string& out, char32_t c, bool xml) {
    const auto byte = [&](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
    if (xml && (c == '<' || c == '&')) {
        out += c == '<' ? "&lt;" : "&amp;";
    } else if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
    }
}

struct Format {
    const char* name;
    const char *head, *foot;
    const char *page, *page_end;  // its width and height
    const char *line, *line_end;  // page, line, word, left, top, right, bottom, width, height
    const char *word, *word_end;
};

constexpr Format formats[] = {
    {"alto", "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Layout>", "</Layout></alto>\n",
     "<Page WIDTH=\"{0}\" HEIGHT=\"{1}\"><PrintSpace><TextBlock>\n", "</TextBlock></PrintSpace></Page>\n",
     "<TextLine HPOS=\"{3}\" VPOS=\"{4}\" WIDTH=\"{7}\" HEIGHT=\"{8}\">", "</TextLine>\n",
     "<String HPOS=\"{3}\" VPOS=\"{4}\" WIDTH=\"{7}\" HEIGHT=\"{8}\" WC=\"0.93\" CONTENT=\"", "\"/><SP/>"},
    {"hocr",
     "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta name='ocr-system' content='tesseract'/></head><body>\n",
     "</body></html>\n", "<div class='ocr_page' title='bbox 0 0 {0} {1}'><div class='ocr_carea'><p class='ocr_par'>\n",
     "</p></div></div>\n", "<span class='ocr_line' title=\"bbox {3} {4} {5} {6}; baseline 0 -6\">\n", "</span>\n",
     "<span class='ocrx_word' id='word_{0}_{2}' title='bbox {3} {4} {5} {6}; x_wconf 93'>", "</span>\n"},
    {"bbox", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><doc>\n", "</doc></body></html>\n",
     "<page width=\"{0}.000000\" height=\"{1}.000000\"><flow><block>\n", "</block></flow></page>\n",
     "<line xMin=\"{3}.000000\" yMin=\"{4}.000000\" xMax=\"{5}.000000\" yMax=\"{6}.000000\">\n", "</line>\n",
     "<word xMin=\"{3}.000000\" yMin=\"{4}.000000\" xMax=\"{5}.000000\" yMax=\"{6}.000000\">", "</word>\n"},
    {"tsv", "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n", "",
     "1\t1\t0\t0\t0\t0\t0\t0\t{0}\t{1}\t-1\t\n", "", "4\t{0}\t1\t1\t{1}\t0\t{3}\t{4}\t{7}\t{8}\t-1\t\n", "",
     "5\t{0}\t1\t1\t{1}\t{2}\t{3}\t{4}\t{7}\t{8}\t93\t", "\n"},
};

void append(std::string& out, const char* form, int page, int line, int word, const broadsheet::Box& box) {
    const auto [left, top, right, bottom] = box;
    const auto whole = [](float number) { return static_cast<int>(number); };
    fmt::format_to(Out(out), fmt::runtime(form), page, line, word, whole(left), whole(top), whole(right), whole(bottom),
                   whole(right - left), whole(bottom - top));
}

void append_page(std::string& out, const Format& format, const broadsheet::Document& document, int page) {
    const bool xml = format.name != std::string_view("tsv");
    const auto [width, height] = std::pair(document.pages.front().width, document.pages.front().height);
    fmt::format_to(Out(out), fmt::runtime(format.page), static_cast<int>(width), static_cast<int>(height));
    std::size_t next = 0;
    int lines = 0, words = 0;
    for (const auto& line : document.lines) {
        if (line.box == broadsheet::none) continue;
        append(out, format.line, page, ++lines, words, document.boxes[line.box]);
        for (; next < document.words.size() && document.words[next].text.begin < line.text.end; ++next) {
            const auto& word = document.words[next];
            if (word.box == broadsheet::none) continue;
            append(out, format.word, page, lines, ++words, document.boxes[word.box]);
            for (const char32_t c : document.text.view(word.text)) append_utf8(out, c, xml);
            out += format.word_end;
        }
        out += format.line_end;
    }
    out += format.page_end;
}

}  // namespace

Page big_layout(const Kind& alto, const std::string& name, std::size_t size) {
    const Format* format = formats;
    while (name != format->name) ++format;
    std::vector<broadsheet::Document> documents;
    for (const Page& page : alto.pages) documents.push_back(broadsheet::read(page.bytes));
    Page big{name, format->head, {}};
    for (std::size_t i = 0; i < documents.size() || big.bytes.size() < size; ++i)
        append_page(big.bytes, *format, documents[i % documents.size()], static_cast<int>(i) + 1);
    big.bytes += format->foot;
    return big;
}

}  // namespace bench
