// Which reader a text is for. Looks at each of its first rows once: pages are small, and their reading is short.
#include <algorithm>
#include <array>

#include "core/chars.hpp"
#include "read/formats.hpp"
#include "read/lines.hpp"
#include "read/markdown_rows.hpp"

namespace broadsheet::reading {

namespace {

constexpr std::uint32_t rows_to_look_at = 1000;
constexpr std::size_t chars_to_look_at = 1000;  // of a row

enum : std::uint8_t { hash = 1, angle = 2, fence = 4, bracket = 8, pipe = 16, star = 32, blank = 64 };

constexpr auto kinds = [] {
    std::array<std::uint8_t, 128> table{};
    table['#'] = hash;
    table['<'] = angle;
    table['`'] = table['~'] = fence;
    table['['] = bracket;
    table['|'] = pipe;
    table['*'] = star;
    table[' '] = table['\t'] = blank;
    return table;
}();

bool has(std::u32string_view line, std::u32string_view what) { return line.find(what) != std::u32string_view::npos; }

// **bold**: two marks that stand against text.
bool has_bold(std::u32string_view line) {
    const auto open = line.find(U"**");
    if (open == std::u32string_view::npos || open + 3 >= line.size()) return false;
    const auto close = line.find(U"**", open + 3);
    return close != std::u32string_view::npos && line[open + 2] != U'*' && !is(line[open + 2], cls::space) &&
           !is(line[close - 1], cls::space);
}

bool is_page_mark(std::u32string_view line) {
    const auto end = line.find(U"-->");
    return end != std::u32string_view::npos && end >= 4 && is_page_comment(line.substr(4, end - 4));
}

// Evidence that a row is Markdown; a # or a * alone is none.
std::uint32_t markdown_points(std::u32string_view line, std::uint8_t seen) {
    std::uint32_t points = 0;
    if (seen & hash) {
        const auto level = heading_level(line);
        if (level > 1 && line.size() > level) points += 4;
    }
    if (seen & angle) {
        if (starts_comment(line)) points += is_page_mark(line) ? 8 : 4;
        if (has(line, U"<table") || has(line, U"<td>") || has(line, U"<td ") || has(line, U"</tr>")) points += 4;
    }
    if (seen & fence)
        if (const auto mark = parse_fence(line); mark.length > 0) points += mark.named && !mark.literal ? 8 : 2;
    if (seen & bracket) {
        if (has(line, U"![") && has(line, U"]("))
            points += 6;
        else if (has(line, U"](http"))
            points += 4;
    }
    if ((seen & pipe) && line.size() > 4 && is_delimiter_row(line)) points += 8;
    if ((seen & star) && has_bold(line)) points += 3;
    return points;
}

// Front matter: rows of YAML between two rules, as sites made of Markdown have it.
class FrontMatter {
public:
    // The next row; true for the rule that ends it.
    bool ends_with(std::u32string_view line, bool blank_before) {
        const bool rule = line == U"---";
        const bool ends = rule && open_ && keys_ > 1;
        if (open_ && is_yaml_key(line)) {
            ++keys_;
        } else {
            open_ = rule && blank_before;
            keys_ = 0;
        }
        return ends;
    }

private:
    bool open_ = false;
    std::uint32_t keys_ = 0;
};

// White space that no sentence has inside.
bool has_gutter(std::u32string_view text) {
    std::uint32_t run = 0;
    for (const char32_t c : text) {
        run = c == U' ' ? run + 1 : c == U'\t' ? run + 3 : 0;
        if (run >= 3) return true;
    }
    return false;
}

}  // namespace

Format format_of(const Decoded& decoded) {
    Rows rows(decoded.text, decoded);
    std::uint32_t points = 0, filled = 0, looked = 0, with_gutter = 0, far_right = 0;
    bool blank_before = true, lone_title = false;
    FrontMatter front_matter;
    for (Row row; looked < rows_to_look_at && rows.next(row); ++looked) {
        const auto whole = decoded.text.view(row.run);
        const auto line = trimmed(whole.substr(0, chars_to_look_at));
        std::uint8_t seen = 0;
        for (const char32_t c : line) seen |= c < 0x80 ? kinds[c] : std::uint8_t{0};
        // "# Title" with nothing above and below.
        if (lone_title) points += line.empty() || ((seen & hash) && heading_level(line) > 0) ? 4 : 1;
        lone_title = (seen & hash) && blank_before && line.size() > 2 && heading_level(line) == 1 &&
                     !is(trimmed(line.substr(1))[0], cls::digit);
        if (front_matter.ends_with(line, blank_before)) points += 8;
        blank_before = line.empty();
        if (line.empty()) continue;
        ++filled;
        if (seen & ~blank) points += markdown_points(line, seen);
        if ((seen & blank) && has_gutter(line))
            ++with_gutter;
        else if (whole.size() > 24 && trimmed(whole.substr(0, 24)).empty())
            ++far_right;  // only a column on the right has text here
    }
    if (lone_title) points += 4;
    // Long texts of poor OCR hold a few of anything.
    if (points >= 4 && points * 50 >= filled) return Format::markdown;
    if (with_gutter >= 4 && (with_gutter + far_right) * 5 >= filled) return Format::layout;
    return Format::text;
}

}  // namespace broadsheet::reading
