#include "read/markdown_rows.hpp"

#include <algorithm>
#include <string>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

bool is_ascii_letter(char32_t c) { return (c | 0x20U) - U'a' < 26U; }
bool is_ascii_digit(char32_t c) { return c - U'0' < 10U; }

// ASCII letters in lower case, without white space.
std::u32string squeezed(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text.substr(0, 64))
        if (!is(c, cls::space)) out.push_back(c - U'A' < 26U ? c + 0x20U : c);
    return out;
}

bool begins(std::u32string_view text, std::u32string_view with) { return text.substr(0, with.size()) == with; }

std::size_t digits(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && is_ascii_digit(text[n])) ++n;
    return n;
}

}  // namespace

std::uint8_t heading_level(std::u32string_view line) {
    std::size_t n = 0;
    while (n < line.size() && line[n] == U'#') ++n;
    if (n == 0 || n > 6 || (n < line.size() && !is(line[n], cls::space))) return 0;
    return static_cast<std::uint8_t>(n);
}

std::uint32_t closing_hashes(std::u32string_view line) {
    std::size_t n = 0;
    while (n < line.size() && line[line.size() - 1 - n] == U'#') ++n;
    if (n == 0 || (n < line.size() && !is(line[line.size() - 1 - n], cls::space))) return 0;
    return static_cast<std::uint32_t>(n);
}

Fence parse_fence(std::u32string_view line) {
    if (line.size() < 3 || (line[0] != U'`' && line[0] != U'~')) return {};
    std::size_t n = 0;
    while (n < line.size() && line[n] == line[0]) ++n;
    const auto info = trimmed(line.substr(n));
    if (n < 3 || info.size() > 40 || info.find(U'`') != std::u32string_view::npos) return {};
    if (info.empty()) return {static_cast<std::uint32_t>(n)};
    // Behind ~~~ a sentence may follow; the name of a language is one word.
    for (const char32_t c : info)
        if (c >= 0x80 || is(c, cls::space)) return {};
    const auto name = squeezed(info);
    const bool text = name == U"markdown" || name == U"md" || name == U"text" || name == U"txt" ||
                      name == U"plaintext" || name == U"plain" || name == U"html";
    return {static_cast<std::uint32_t>(n), true, !text};
}

bool is_rule(std::u32string_view line) {
    if (line.empty() || (line[0] != U'-' && line[0] != U'*' && line[0] != U'_')) return false;
    std::size_t n = 0;
    for (const char32_t c : line) {
        if (c == line[0])
            ++n;
        else if (c != U' ' && c != U'\t')
            return false;
    }
    return n >= 3;
}

ListItem parse_list_item(std::u32string_view line) {
    if (line.size() < 3) return {};
    if (line[0] == U'-' || line[0] == U'*' || line[0] == U'+') {
        if (line[1] != U' ' && line[1] != U'\t') return {};
        // "- 3 -" is the number of a page.
        return line.back() == line[0] ? ListItem{} : ListItem{1, false};
    }
    const std::size_t n = digits(line);
    if (n == 0 || n > 3 || n + 2 >= line.size() || (line[n] != U'.' && line[n] != U')') || line[n + 1] != U' ')
        return {};
    return {static_cast<std::uint32_t>(n + 1), true};
}

bool is_delimiter_row(std::u32string_view line) {
    bool dash = false, pipe = false;
    for (const char32_t c : line) {
        if (c == U'-')
            dash = true;
        else if (c == U'|')
            pipe = true;
        else if (c != U':' && c != U' ' && c != U'\t')
            return false;
    }
    return dash && pipe;
}

bool starts_comment(std::u32string_view line) { return begins(line, U"<!--"); }

bool is_page_comment(std::u32string_view text) {
    const std::u32string squeezed_text = squeezed(text);
    std::u32string_view t = squeezed_text;
    if (begins(t, U"第")) {  // 第3页, 第 3 版
        const auto n = digits(t.substr(1));
        return n > 0 && t.size() == n + 2 && (t[n + 1] == U'页' || t[n + 1] == U'頁' || t[n + 1] == U'版');
    }
    while (!t.empty() && (t.front() == U'-' || t.front() == U'=')) t.remove_prefix(1);
    if (begins(t, U"new")) t.remove_prefix(3);
    if (begins(t, U"startof") || begins(t, U"beginof")) t.remove_prefix(7);
    if (!begins(t, U"page")) return false;
    t.remove_prefix(4);
    while (!t.empty() && !is_ascii_letter(t.front()) && !is_ascii_digit(t.front())) t.remove_prefix(1);
    // PageHeader="...", PageNumber="..." name parts of a page that goes on.
    return t.empty() || is_ascii_digit(t.front()) || begins(t, U"break") || begins(t, U"separator");
}

bool is_yaml_key(std::u32string_view line) {
    std::size_t n = 0;
    while (n < line.size() &&
           (is_ascii_letter(line[n]) || is_ascii_digit(line[n]) || line[n] == U'_' || line[n] == U'-'))
        ++n;
    return n > 0 && n < 40 && is_ascii_letter(line[0]) && n < line.size() && line[n] == U':' &&
           (n + 1 == line.size() || line[n + 1] == U' ');
}

bool has_yaml_value(std::u32string_view line) {
    const auto at = line.find(U": ");
    if (!is_yaml_key(line) || at == std::u32string_view::npos || at + 4 > line.size()) return false;
    const char32_t first = line[at + 2], last = line.back();
    return (first == U'"' && last == U'"') || (first == U'[' && last == U']');
}

}  // namespace broadsheet::reading
