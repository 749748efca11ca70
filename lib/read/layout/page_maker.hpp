// Puts the pages, blocks, lines and words of a layout file into a Document: what all its readers share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "broadsheet/document.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

class PageMaker {
public:
    PageMaker(Document& document, const Markup& markup) : d_(document), markup_(markup) {}

    void page(Unit unit, float width, float height);
    [[nodiscard]] bool has_page() const { return !d_.pages.empty(); }

    // A block; lines that follow stand in it. Gives its index.
    std::uint32_t region(Region region, const std::optional<Box>& box);
    // Lines that follow stand in this region again, or in none.
    void back_to(std::uint32_t region) { region_ = region; }
    [[nodiscard]] std::uint32_t region_now() const { return region_; }

    void begin_line(const std::optional<Box>& box, bool upright = false);
    // A word with this box follows, in a file that knows words only: where it does not go on in the line, a line
    // begins.
    void find_line(const std::optional<Box>& word);
    // A word, or a whole line of words where the file says no more. Blank ones are passed over.
    void word(Slice text, const std::optional<Box>& box, float confidence = -1);
    // The hyphen that ends the line, where the file has it apart from its word.
    void hyphen(Slice text, const std::optional<Box>& box);
    // The words before and behind touch: no space is put in.
    void touch() { touches_ = true; }
    void wrap(Wrap wrap) { wrap_ = wrap; }
    // Without words there was no line.
    void end_line();

    // Boxes come from a text layer and its fonts, not from the ink that an engine saw.
    void boxes_are_exact() { exact_ = true; }

    // What is asked of each document at its end.
    void finish(std::uint64_t bytes);

private:
    void put(Slice text, const std::optional<Box>& box, float confidence, bool apart);
    [[nodiscard]] bool wants_space(const Text& word, const std::optional<Box>& box) const;
    std::uint32_t add(const std::optional<Box>& box);
    void share_out_blocks();

    Document& d_;
    const Markup& markup_;
    std::uint32_t region_ = none;
    std::uint32_t last_region_ = none;  // of the line before
    std::uint32_t last_page_ = 0;
    std::uint32_t number_ = 0;
    std::optional<Box> line_box_;
    std::optional<Box> word_box_;   // of the word before
    std::optional<Box> words_box_;  // of all words of the line
    std::uint32_t begin_ = 0;       // first character of the line
    bool in_line_ = false;
    bool upright_ = false;
    bool touches_ = false;
    bool exact_ = false;
    Wrap wrap_ = Wrap::unsaid;
    Text word_;
};

}  // namespace broadsheet::reading
