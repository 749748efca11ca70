#include "read/formats.hpp"
#include "read/lines.hpp"
namespace broadsheet::reading {
void read_markdown(Document& document, const Decoded& decoded) { read_text(document, decoded); }
bool looks_like_markdown(const Decoded&) { return false; }
}
