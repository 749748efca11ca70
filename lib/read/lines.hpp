// Physical lines ("rows") of decoded text, and Lines made of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/document.hpp"
#include "read/decode.hpp"

namespace broadsheet::reading {

// What stands between two line ends.
struct Row {
    Run run;
    std::uint32_t number = 1;  // physical line
    bool noisy = false;        // holds characters that are noise
    bool new_page = false;     // a form feed stands before it
    bool page_ends = false;    // a form feed ends it, no line end
    bool wide_end = false;     // a paragraph separator ends it
};

// Rows one after another.
class Rows {
public:
    // `text` is what `decoded` held before it was moved into a document.
    Rows(const Text& text, const Decoded& decoded)
        : chars_(text.chars.data()), size_(static_cast<std::uint32_t>(text.chars.size())), decoded_(decoded) {}

    // False at the end.
    bool next(Row& row);

private:
    const char32_t* chars_;
    std::uint32_t size_;
    const Decoded& decoded_;
    std::size_t next_control_ = 0, next_broken_ = 0;
    std::uint32_t at_ = 0;
    std::uint32_t number_ = 1;
    bool new_page_ = false;
};

// Characters of a row that stand in no Line.
struct Cut {
    enum class Then : std::uint8_t {
        goes_on,   // what follows continues the Line before the cut
        cell,      // so it does, but a space is between them: the next cell of a table
        new_line,  // what follows is a Line of its own
    };
    Run run;
    Reason reason = Reason::noise;
    Then then = Then::goes_on;
    Mark mark = Mark::plain;  // of what follows
    std::uint8_t level = 0;
};

// Puts Lines and dropped pieces into a document.
class LineMaker {
public:
    LineMaker(Document& document, const std::vector<Run>& broken) : d_(document), broken_(broken) {}

    // A row of plain text.
    void add(const Row& row) { add(row, {}, Mark::plain); }

    // A row with its cuts in order; the mark is that of what stands before the first one. Noise is found here: it is
    // cut out of what stands between the cuts.
    void add(const Row& row, std::span<const Cut> cuts, Mark mark, std::uint8_t level = 0);

    void new_page();
    // A blank line, or what counts as one.
    void add_gap();
    [[nodiscard]] bool page_is_empty() const { return page_is_empty_; }

    // Writes the pages and the note about control characters.
    void finish();

private:
    // Where the making of a row stands.
    struct State {
        const Row& row;
        std::uint32_t first_line, first_piece;
        std::uint32_t space = 0;    // white space since the Line before, or the row's beginning
        bool indent_known = false;  // a mark stands before the first Line: what follows it is no indent
        bool separate = true;       // the next Line does not continue the one before
    };
    void add_text(State& state, Run run, Mark mark, std::uint8_t level);
    void add_segment(State& state, Run run, Mark mark, std::uint8_t level);
    void drop(State& state, Run run, Reason reason);

    Document& d_;
    const std::vector<Run>& broken_;
    std::size_t next_broken_ = 0;
    std::uint32_t page_ = 1;
    std::uint32_t last_page_ = 1;
    std::uint16_t gap_ = 0;
    bool page_is_empty_ = true;
    std::uint64_t controls_ = 0;
    std::uint32_t first_control_line_ = 0, first_control_page_ = 0;
};

// White space in cells, tabs going to the next multiple of 8.
[[nodiscard]] std::uint32_t width_of_space(std::u32string_view text, std::uint32_t from = 0);

}  // namespace broadsheet::reading
