// Characters of a page that stand one below the other: the chains that columns are made of.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// In ems.
constexpr float far_beside = 4;                   // farther off stands another text
constexpr float one_size = 1.15F;                 // ratio of two heights
constexpr std::uint64_t most_steps = 50'000'000;  // hostile files have all words in one place

struct UprightGlyph {
    Box box;
    float em = 0;
    std::uint32_t word = 0;
    bool alone = false;  // one character, or a few digits in the room of one
    bool han = false;
    bool hangs = false;         // may stand below the last full character of a line
    bool after_space = false;   // a full-width one
    float beside = far_beside;  // ems to the next text of its size at either side, from left edge to left edge
    std::uint32_t above = none, below = none;  // indices of glyphs
    std::uint32_t column = none;
};

// All words of a page, from the top downward, each with what stands above and below it; `column` is left open. None
// where few characters are of a script that is set upright, or where too many stand in one place.
[[nodiscard]] std::vector<UprightGlyph> chained_glyphs(const Document& document, Run words);

}  // namespace broadsheet::reading
