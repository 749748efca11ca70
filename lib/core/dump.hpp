// The model as text, a row for each line: for tests, for people, for reports of bugs.
#pragma once

#include <string>

#include "broadsheet/document.hpp"

namespace broadsheet {

// What read() gives: source, pages, lines, dropped, notes. A line's row is "page:line [first byte,last byte) what is
// known of it «text»". Control characters are shown as \x{1B}.
[[nodiscard]] std::string dump(const Document& document);

}  // namespace broadsheet
