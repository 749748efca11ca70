// What stands above an article in Markdown that a program wrote.
#pragma once

#include <cstddef>
#include <vector>

#include "read/lines.hpp"

namespace broadsheet::reading {

// YAML between two rules, from row `first` on: the number of its rows. At the top of a file any; further down,
// where articles stand one after another, only values as our writer puts them, since rules and colons are in many
// texts.
[[nodiscard]] std::size_t front_matter(const Text& text, const std::vector<Row>& rows, std::size_t first);

}  // namespace broadsheet::reading
