// What stands below what among the words of a page whose boxes come from the fonts: chains of characters set upright.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

constexpr float far_beside = 4;  // ems: farther off stands another text

struct Glyph {
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

// Of two ems.
[[nodiscard]] inline bool one_size(float a, float b) { return std::max(a, b) <= 1.15F * std::min(a, b); }

// Of the words of one page (indices into Document::words), from the top downward. None where hardly anything is of a
// script that is set upright, or the page is hostile.
[[nodiscard]] std::vector<Glyph> upright_chains(const Document& document, Run words);

}  // namespace broadsheet::reading
