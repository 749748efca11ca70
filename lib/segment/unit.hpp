// A block as the segmenter sees it: its text's measure, its cues and what kind of thing it may be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "core/boxes.hpp"
#include "language/headings.hpp"

namespace broadsheet::segment_stage {

// Coarser than Role: what a block is by itself, before its neighbours are asked.
enum class Kind : std::uint8_t {
    body,  // running text
    head,  // a line that may be headline, kicker, deck, subhead, section label or short caption
    byline,
    signature,  // signs a text at its foot
    caption,
    credit,
    note,
    table,
    furniture,  // folio, running head, slogan
};

struct Unit {
    std::uint32_t block = 0;  // index into Document::blocks
    Kind kind = Kind::body;
    std::uint32_t cues = 0;      // bits of language::Cue
    std::uint32_t chars = 0;     // characters that are not white space
    std::uint16_t level = 0;     // of a Markdown heading
    bool cjk = false;            // mostly Chinese, Japanese or Korean
    bool closed = false;         // ends with a closing mark
    bool spaced = false;         // CJK text with a space between its parts
    bool leads_in = false;       // ends with a colon or a long dash: leads in to what follows
    bool opens_low = false;      // begins in mid-sentence: lower case, or punctuation that cannot begin
    bool label = false;          // so short that it may be a section's or a place's name
    bool column_name = false;    // the name of a column or series
    bool sentence = false;       // a short Latin text set like a sentence
    bool capitals = false;       // Latin text all in capitals
    bool image = false;          // the text of an image in Markdown
    bool noise = false;          // specks and ornaments
    bool item = false;           // an item of a list, by its mark
    bool bracketed = false;      // stands in brackets as a whole
    bool foot = false;           // a signature that can stand at a text's foot only
    bool jumps = false;          // a jump line ends it, or stands behind it: its text goes on on another page
    bool arrives = false;        // a jump line opens it, or stands before it: its text began on another page
    char32_t first = 0;          // its first character
    std::uint32_t shape = 0;     // of a heading: equal for those that are set alike (0: of no telling shape)
    bool place = false;          // a label that is the name of a place: the page has it with 区, 县, 市 behind it
    std::uint8_t sisters = 0;    // other headings of the page that are set alike
    std::uint8_t pauses = 0;     // commas and the like
    std::uint8_t sentences = 0;  // marks in it that end a sentence, up to 255
    bool cuts = false;           // a heading between two halves of a paragraph, as no subhead stands
    bool wrapped = false;        // stands on two lines or more
    bool upright = false;        // set from top to bottom
    bool ruled = false;          // a rule of Markdown stands before it
    bool stacked = false;        // the source sets the rows of a headline without blank lines between them
    std::uint32_t first_row = 0, last_row = 0;  // characters of its first and its last line in the source
    std::uint16_t gap = 0;                      // blank lines before it
    std::uint32_t frame = 0;
    std::uint32_t page = 1;
    bool centred = false;  // stands in the middle of its column
    float size = 0;        // type size, 1 being running text; 0: the source gives no places

    // The source gives places: its frame is a module of the page.
    [[nodiscard]] bool placed() const { return size > 0; }
    [[nodiscard]] bool large() const { return size > larger_type; }
};

// How two headings, the second behind the first, stand to each other.
[[nodiscard]] inline language::Rows rows_of(const Unit& first, const Unit& second) {
    using language::Rows;
    if (first.level && second.level) return Rows::marked;
    return second.gap == 0 ? Rows::together : second.stacked ? Rows::marked : Rows::apart;
}

// One unit for each block, in order.
[[nodiscard]] std::vector<Unit> make_units(const Document& document);

// True if units [first, last) hold specks and ornaments read as text: an OCR engine's page. Its blocks stand in the
// order of the page, where the text layer of a PDF has the order of the typesetter's frames.
[[nodiscard]] bool scanned(const std::vector<Unit>& units, std::size_t first, std::size_t last);

// True if a short name is a place's: somewhere on the page a word for a district, a town or a province stands behind
// it.
[[nodiscard]] bool is_place(const Document& document, std::u32string_view name);

// 让果园连着车间, 让果农连着“云端”: two headings that begin alike and share two fifths of their characters, in order.
[[nodiscard]] bool parallel_wording(const Document& document, const Unit& a, const Unit& b);

// True if a mark that ends a sentence ends the text, brackets and who sent it left aside.
[[nodiscard]] bool ends_sentence(std::u32string_view text);

// The characters of a block, pieces run together.
[[nodiscard]] std::u32string_view text_of(const Document& document, const Block& block, std::u32string& store);

}  // namespace broadsheet::segment_stage
