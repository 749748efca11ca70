// The readers behind the table of readers.cpp: each makes Lines of decoded text.
#pragma once

#include <cstdint>

#include "broadsheet/document.hpp"
#include "read/decode.hpp"

namespace broadsheet::reading {

// `decoded.text` has been moved into the document.
void read_text(Document& document, const Decoded& decoded);
void read_markdown(Document& document, const Decoded& decoded);

// In the order of the table of readers.
enum class Format : std::uint8_t { text, layout, markdown };

// What the text's first rows look like.
[[nodiscard]] Format format_of(const Decoded& decoded);

}  // namespace broadsheet::reading
