// Notes and decisions as lines for people.
#pragma once

#include <broadsheet/document.hpp>
#include <cstdint>
#include <string>

namespace broadsheet::app {

// "FILE:LINE: stage: message", as compilers write it, so that editors can jump there.
[[nodiscard]] std::string note_line(const std::string& name, const Note& note);

// What `explain` prints: the notes of a document and what it dropped, in the order of the lines. For one physical line
// also where its text went; 0: for all.
// @throws broadsheet::Error (option) where the document has no such line
[[nodiscard]] std::string explanation(const Document& document, std::uint32_t only_line);

}  // namespace broadsheet::app
