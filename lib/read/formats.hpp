// The readers behind the table of readers.cpp: each makes Lines of decoded text, and tells how much a text looks
// like its own.
#pragma once

#include "broadsheet/document.hpp"
#include "read/decode.hpp"

namespace broadsheet::reading {

// `decoded.text` has been moved into the document.
void read_text(Document& document, const Decoded& decoded);
void read_markdown(Document& document, const Decoded& decoded);

// On the text's first rows.
[[nodiscard]] bool looks_like_layout(const Decoded& decoded);
[[nodiscard]] bool looks_like_markdown(const Decoded& decoded);

}  // namespace broadsheet::reading
