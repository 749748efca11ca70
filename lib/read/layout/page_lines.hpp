// The lines of a PAGE file: text stands in it up to four times, at the region, its lines, words and glyphs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "read/layout/page_maker.hpp"
#include "read/layout/page_outline.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

// A reading of a piece of text; the one with the lowest index is meant.
struct Equiv {
    std::vector<Slice> unicode, plain;
    float index = 0;
    float confidence = -1;
};

class PageLines {
public:
    PageLines(Document& document, PageMaker& maker, const Markup& markup) : d_(document), m_(maker), markup_(markup) {}

    void begin_line(bool upright, float index);
    void coords(const std::optional<Box>& box) { line_.box = box; }
    void baseline(const Outline& outline) { line_.baseline = outline; }
    void text(const Equiv& equiv) { keep_better(line_.equiv, equiv); }
    void word();
    void word_coords(const std::optional<Box>& box);
    void word_text(const Equiv& equiv);
    void glyph();
    void glyph_text(const Equiv& equiv);
    void end_line();

    // A line for each line of it.
    void region_text(const Equiv& equiv, bool upright);

    // Takes what is better of the two.
    void keep_better(Equiv& kept, const Equiv& equiv) const;

    // The text of each region named first goes on in the other one.
    void join(const std::vector<std::pair<std::string, std::string>>& joins);
    void finish();

private:
    struct WordIn {
        std::optional<Box> box;
        Equiv equiv;
        std::vector<Equiv> glyphs;
    };
    struct LineIn {
        std::optional<Box> box;
        Outline baseline;
        Equiv equiv;
        std::vector<WordIn> words;
        float index = -1;
        bool upright = false;
    };

    [[nodiscard]] std::u32string chars_of(const std::vector<Slice>& slices) const;
    [[nodiscard]] std::u32string words_of(const LineIn& line) const;
    [[nodiscard]] std::optional<Box> box_of(const LineIn& line, std::u32string_view text) const;
    void put(const std::vector<Slice>& slices, const std::optional<Box>& box, float confidence);
    void put_words(const std::u32string& line);
    void order_lines();

    Document& d_;
    PageMaker& m_;
    const Markup& markup_;
    bool in_line_ = false;
    LineIn line_;
    std::vector<float> indices_;  // of the lines of the document
    std::uint32_t from_words_ = 0, from_lines_ = 0, from_regions_ = 0, disagree_ = 0;
};

}  // namespace broadsheet::reading
