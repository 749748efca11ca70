// The end of a page inside an article: did it cut a paragraph, and how are its two sides joined?
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "core/evidence.hpp"

namespace broadsheet::segment_stage {

// Evidence that two blocks are one paragraph. `others`: blocks of the article that show how its paragraphs are set.
[[nodiscard]] Evidence cut_paragraph(const Document& document, std::uint32_t above, std::uint32_t below,
                                     const std::vector<std::uint32_t>& others);

// Appends block `below` to block `above` and leaves it empty. A hyphen that parts a word between them is dropped.
void join_over_break(Document& document, std::uint32_t above, std::uint32_t below);

}  // namespace broadsheet::segment_stage
