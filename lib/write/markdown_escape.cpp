#include "write/markdown_escape.hpp"

#include <array>

namespace broadsheet::write_detail {

namespace {

// Characters that may begin or end markup wherever they stand.
constexpr auto is_marker = [] {
    std::array<bool, 256> out{};
    for (const unsigned char c : {'\\', '`', '*', '_', '[', ']', '<', '~'}) out[c] = true;
    return out;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// "&amp;", "&#20013;": an & that begins a character reference.
bool begins_reference(std::string_view text) {
    std::size_t i = 1;
    if (i < text.size() && text[i] == '#') ++i;
    const std::size_t first = i;
    while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
    return i > first && i < text.size() && text[i] == ';';
}

// The place of the character that would make the line a heading, a list item, a quotation, a rule or the
// underline of a heading; npos if none.
std::size_t leading_mark(std::string_view line) {
    if (line.empty()) return std::string_view::npos;
    if (line.find_first_not_of("-=:| \t") == std::string_view::npos) return 0;  // a rule, a row of a table
    const auto ends_mark = [&](std::size_t i) { return i == line.size() || is_blank(line[i]); };
    if (line[0] == '>') return 0;
    if ((line[0] == '-' || line[0] == '+') && ends_mark(1)) return 0;
    if (line[0] == '#') {
        std::size_t i = 1;
        while (i < line.size() && line[i] == '#') ++i;
        if (i <= 6 && ends_mark(i)) return 0;
    }
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    if (digits > 0 && digits <= 9 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        ends_mark(digits + 1))
        return digits;
    return std::string_view::npos;
}

}  // namespace

void append_markdown(std::string& out, std::string_view line, Position position) {
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);   // two spaces would be a line break
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);  // four would be code
    std::size_t mark = std::string_view::npos;
    if (position == Position::line_start) mark = leading_mark(line);
    if (position == Position::heading && !line.empty() && line.back() == '#') mark = line.size() - 1;
    std::size_t copied = 0;  // all before it is in `out`
    const auto escape_at = [&](std::size_t i) {
        out.append(line.substr(copied, i - copied)).append("\\");
        copied = i;
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto c = static_cast<unsigned char>(line[i]);
        if (is_marker[c] || i == mark || (c == '&' && begins_reference(line.substr(i)))) escape_at(i);
    }
    out.append(line.substr(copied));
}

}  // namespace broadsheet::write_detail
