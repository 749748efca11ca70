// Segments: lines of one column with nothing but their own white space between them.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_order.hpp"

namespace broadsheet::repair_stage {

enum class Kind : std::uint8_t {
    small,    // few lines: a headline, a caption, a byline, the foot of a text
    head,     // stands over a text
    body,     // running text
    upright,  // a vertical headline
    none,     // joined to another one
};

struct Segment {
    std::vector<std::uint32_t> cells;  // from top to bottom
    Kind kind = Kind::small;
    int left = 0, right = 0;    // places
    float top = 0, bottom = 0;  // heights
    float measure = 0;          // ems of a full line
};

// The segments of a page and how they stand to each other.
struct Segments {
    std::vector<Placed> cells;  // sorted by row
    std::vector<Segment> all;
    std::vector<std::uint32_t> of;         // of each cell: its segment
    std::vector<std::uint32_t> index;      // ... and its index there
    std::vector<std::uint32_t> over;       // ... and the cell above it, of whatever segment
    std::vector<std::uint32_t> by_height;  // cells, without vertical headlines

    [[nodiscard]] const Placed& first(std::uint32_t segment) const { return cells[all[segment].cells.front()]; }
    [[nodiscard]] std::u32string_view text_of(const Document& document, std::uint32_t cell) const {
        return document.text.view(cells[cell].text);
    }
    // The cell left of a segment's first one, at its height.
    [[nodiscard]] std::uint32_t beside(std::uint32_t segment) const;
    // The segment above a segment.
    [[nodiscard]] std::uint32_t above(std::uint32_t segment) const;
};

[[nodiscard]] Segments find_segments(const Document& document, std::vector<Placed> cells);

}  // namespace broadsheet::repair_stage
