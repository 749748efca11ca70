// Columns of characters that stand one below the other, among words whose boxes come from the fonts.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

struct UprightColumn {
    std::vector<std::uint32_t> words;
    std::vector<bool> after_space;  // of each word
    Box box;
    float em = 0;
    std::uint32_t next = none;  // at its left, of its text
    bool follows = false;
};

// Of one page, whose words these are (indices into Document::words). A column has three characters or more, most of
// them of a script that is set upright, or stands beside such a one.
[[nodiscard]] std::vector<UprightColumn> upright_columns(const Document& document, Run words);

}  // namespace broadsheet::reading
