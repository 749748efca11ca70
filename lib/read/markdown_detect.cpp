// Is a text Markdown? Counts what only Markdown has; a # or a * alone proves nothing.
#include "core/chars.hpp"
#include "read/formats.hpp"
#include "read/lines.hpp"
#include "read/markdown_rows.hpp"

namespace broadsheet::reading {

namespace {

constexpr std::uint32_t rows_to_look_at = 2000;
constexpr std::size_t chars_to_look_at = 2000;  // of a row

bool has(std::u32string_view line, std::u32string_view what) { return line.find(what) != std::u32string_view::npos; }

// **bold**: two marks that stand against text.
bool has_bold(std::u32string_view line) {
    const auto open = line.find(U"**");
    if (open == std::u32string_view::npos || open + 2 >= line.size()) return false;
    const auto close = line.find(U"**", open + 3);
    return close != std::u32string_view::npos && line[open + 2] != U'*' && !is(line[open + 2], cls::space) &&
           !is(line[close - 1], cls::space);
}

bool has_table_tag(std::u32string_view line) {
    return has(line, U"<table") || has(line, U"<td>") || has(line, U"<td ") || has(line, U"</tr>");
}

}  // namespace

bool looks_like_markdown(const Decoded& decoded) {
    Rows rows(decoded.text, decoded.broken);
    std::uint32_t points = 0, filled = 0, looked = 0;
    bool blank_before = true, lone_title = false;
    for (Row row; looked < rows_to_look_at && rows.next(row); ++looked) {
        const auto line = trimmed(decoded.text.view(row.run).substr(0, chars_to_look_at));
        if (lone_title) points += line.empty() || heading_level(line) > 0 ? 4 : 1;
        lone_title = false;
        if (!line.empty()) {
            ++filled;
            const auto level = heading_level(line);
            if (level > 1 && line.size() > level)
                points += 4;
            else if (level == 1 && line.size() > 2)
                lone_title = blank_before && !is(trimmed(line.substr(1))[0], cls::digit);
            if (starts_comment(line))
                points += has(line, U"-->") && is_page_comment(trimmed(line.substr(4, line.find(U"-->") - 4))) ? 8 : 4;
            if (const auto fence = parse_fence(line); fence.length > 0) points += fence.named && !fence.literal ? 8 : 2;
            if (has(line, U"![") && has(line, U"]("))
                points += 6;
            else if (has(line, U"](http"))
                points += 4;
            if (is_delimiter_row(line) && line.size() > 4) points += 8;
            if (has_table_tag(line)) points += 4;
            if (has_bold(line)) points += 3;
        }
        blank_before = line.empty();
    }
    if (lone_title) points += 4;
    // Long texts of poor OCR hold a few of anything.
    return points >= 4 && points * 50 >= filled;
}

}  // namespace broadsheet::reading
