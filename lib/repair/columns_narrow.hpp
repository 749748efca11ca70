// Columns that an extractor set into one line with a single space between them: rows of the page cut into cells, each
// cell given to its column.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

// Pairs of characters that stand side by side on a page: evidence that two cells belong together.
class Pairs {
public:
    void add(std::u32string_view line);
    void clear();
    // How much likelier b stands after a than by chance (a logarithm).
    [[nodiscard]] float belong(char32_t a, char32_t b) const;

private:
    std::vector<std::uint16_t> pairs_, singles_;
    std::uint32_t all_ = 0;
};

// Lines [first, last) of a page, with no blank line between them. Where they are rows of columns, appends the lines
// of the columns to `out` (with frames from `frame` on, which is advanced) and is true; else appends nothing.
bool untangle(const Document& document, std::uint32_t first, std::uint32_t last, const Pairs& pairs,
              std::uint32_t& frame, std::vector<Line>& out);

}  // namespace broadsheet::repair_stage
