// A page as it stands in its file, with marks in the margin: where each line went.
#pragma once

#include <broadsheet/document.hpp>
#include <string>

namespace broadsheet::app {

// What `explain --margin` prints: a head line with the meaning of the marks, then a row for each part of a line.
[[nodiscard]] std::string margin(const Document& document);

}  // namespace broadsheet::app
