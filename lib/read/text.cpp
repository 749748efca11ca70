// Plain text, with and without a layout kept by spaces.
#include "core/chars.hpp"
#include "read/formats.hpp"
#include "read/lines.hpp"

namespace broadsheet::reading {

namespace {

constexpr std::uint32_t rows_to_look_at = 2000;

// White space inside a line that no sentence has.
bool has_gutter(std::u32string_view text) {
    std::uint32_t run = 0;
    for (const char32_t c : text) {
        run = c == U' ' || c == U'\u00A0' ? run + 1 : c == U'\t' ? run + 3 : 0;
        if (run >= 3) return true;
    }
    return false;
}

}  // namespace

void read_text(Document& document, const Decoded& decoded) {
    Rows rows(document.text, decoded.broken);
    LineMaker maker(document, decoded.broken);
    for (Row row; rows.next(row);) maker.add(row);
    maker.finish();
}

bool looks_like_layout(const Decoded& decoded) {
    Rows rows(decoded.text, decoded.broken);
    std::uint32_t filled = 0, with_gutter = 0, far_right = 0, looked = 0;
    for (Row row; looked < rows_to_look_at && rows.next(row); ++looked) {
        const std::u32string_view whole = decoded.text.view(row.run);
        const std::u32string_view text = trimmed(whole.substr(0, 4096));
        if (text.empty()) continue;
        ++filled;
        if (has_gutter(text))
            ++with_gutter;
        else if (whole.size() > 24 && trimmed(whole.substr(0, 24)).empty())
            ++far_right;  // only the right column has text here
    }
    return with_gutter >= 4 && (with_gutter + far_right) * 5 >= filled;
}

}  // namespace broadsheet::reading
