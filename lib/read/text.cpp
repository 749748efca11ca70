// Plain text, with and without a layout kept by spaces: the columns are untangled later.
#include "read/formats.hpp"
#include "read/lines.hpp"

namespace broadsheet::reading {

void read_text(Document& document, const Decoded& decoded) {
    document.lines.reserve(document.text.chars.size() / 16 + 16);
    Rows rows(document.text, decoded);
    LineMaker maker(document, decoded.broken);
    for (Row row; rows.next(row);) maker.add(row);
    maker.finish();
}

}  // namespace broadsheet::reading
