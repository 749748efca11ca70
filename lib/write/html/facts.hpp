// What all parts of a report ask of a document: whose a character is, which row of the source it stands in, which
// article a note is about.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/write.hpp"
#include "write/parts.hpp"

namespace broadsheet::write_detail::report {

// Where a piece went.
struct Owner {
    std::uint32_t article = none;  // index into Document::articles
    std::uint32_t block = none;    // index into Document::blocks
    std::uint32_t place = 0;       // of the block in its article, from 0
    std::uint32_t dropped = none;  // index into Document::dropped
};

// A physical line of the source.
struct Row {
    std::uint32_t page = 0, number = 0;
    std::uint32_t blank = 0;  // blank lines before it
    std::vector<Run> runs;    // in order, none overlaps; white space between two columns is in them
};

struct Amount {
    std::uint64_t characters = 0, bytes = 0;
};

// Where the characters of the source went.
struct Coverage {
    static constexpr std::size_t reasons = 8;
    Amount articles, white_space, lost;
    std::array<Amount, reasons> dropped;
    std::uint64_t all_bytes = 0, other_bytes = 0;  // markup of the format, byte order marks
};

struct Facts {
    Facts(const Document& document, const Article* only);

    const Document& d;
    const Article* only;  // the report is of this article alone; null: of all
    std::vector<Part> parts;
    std::vector<PageParts> pages;
    std::vector<Owner> owners;            // of each piece
    std::vector<std::uint32_t> piece_at;  // of each character; none: white space
    std::vector<Row> rows;
    std::vector<std::vector<std::uint32_t>> notes_of;   // of each article; the last: of none
    std::vector<std::vector<std::uint32_t>> copies_of;  // of each block: dropped items whose kept copy it holds

    // none: there is no such line
    [[nodiscard]] std::uint32_t row_of(std::uint32_t page, std::uint32_t number) const;
    [[nodiscard]] std::uint32_t row_of(const Line& line) const { return row_of(line.page, line.number); }
    // Indices [first, second) of the rows of a page.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> rows_of(std::uint32_t page) const;
    [[nodiscard]] bool has_columns(std::uint32_t page) const { return with_columns_.contains(page); }
    [[nodiscard]] bool has_boxes(const PageParts& page) const;
    [[nodiscard]] Coverage coverage() const;

    // The piece that a line of a part begins with.
    [[nodiscard]] std::uint32_t piece_of(const PartLine& line) const;
    // "3.2": the article and the block, as the page has them numbered.
    [[nodiscard]] std::string number_of(const Part& part) const;
    // Set from top to bottom, most of it.
    [[nodiscard]] bool is_upright(std::uint32_t article) const;
    // "12-90 95-99": the bytes of a piece, and what else a place says of it.
    [[nodiscard]] std::string bytes_of(Run run) const;

private:
    void own();
    void find_rows();
    void sort_notes();

    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> row_index_;
    std::set<std::uint32_t> with_columns_;  // pages of plain text that show columns side by side
};

}  // namespace broadsheet::write_detail::report
