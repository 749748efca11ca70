// A document as files of pages have it: blocks of lines of words, each on one page and in one column. What the writers
// that give back a layout share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::write_detail {

// A word of the source, or, where the source knows no words, what stands between two spaces. No white space at its
// ends.
struct Token {
    Run text;
    std::uint32_t box = none;   // index into Document::boxes
    float confidence = -1;      // -1: not said
    bool behind_space = false;  // white space stands before it in its line
    std::uint8_t torn = 0;      // 1: goes on in the next line, where a hyphen was taken out; 2: goes on from there
    std::string whole;          // of a torn one: the whole word
};

struct PartLine {
    std::uint32_t line = 0;  // index into Document::lines
    std::vector<Token> tokens;
    Run hyphen;                       // taken out of its end
    std::uint32_t hyphen_box = none;  // where it has one of its own
    std::optional<Box> box;
};

// How a part goes on in the next one of its block.
enum class Seam : std::uint8_t { none, between_words, inside_word };

// The lines of a block, or of a dropped item, on one page and in one column. Never empty.
struct Part {
    std::uint32_t page = 0;
    std::uint32_t article = none;  // index into Document::articles
    std::uint32_t block = none;    // index into Document::blocks; none: dropped
    Role role = Role::unknown;
    Reason reason = Reason::noise;  // of one that is dropped
    bool upright = false;
    Seam seam = Seam::none;
    std::vector<PartLine> lines;
    std::optional<Box> box;  // of all its lines

    [[nodiscard]] bool is_dropped() const { return block == none; }
};

// The articles' blocks in reading order, then what is dropped. Every character that is not white space is in one
// token or is a hyphen. `only`: of this article alone.
[[nodiscard]] std::vector<Part> parts(const Document& document, const Article* only);

// The name of its role or of the reason why it was dropped.
[[nodiscard]] std::string_view label(const Part& part);

// The text of a token; with the hyphen taken out behind it, if it is the last of its line and `with_hyphen`.
[[nodiscard]] std::u32string text_of(const Document& document, const PartLine& line, std::size_t token,
                                     bool with_hyphen);

// Pixels for one unit of the page: points are given as if a scan had 300 of them to the inch.
[[nodiscard]] double pixels(Unit unit);

// What stands on a page.
struct PageParts {
    Page page;
    std::vector<std::size_t> parts;       // indices
    std::vector<const Region*> pictures;  // images and rules that the source knows the place of
};

// From the first page to the last. `all`: pages without a part too, and pictures; at least one.
[[nodiscard]] std::vector<PageParts> by_page(const Document& document, const std::vector<Part>& parts, bool all);

}  // namespace broadsheet::write_detail
