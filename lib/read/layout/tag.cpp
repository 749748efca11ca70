// A start tag taken apart, and the numbers of its attributes.
#include <algorithm>
#include <array>
#include <charconv>

#include "read/layout/xml.hpp"

namespace broadsheet::reading {

namespace {

// A table: each byte of a start tag is asked.
constexpr auto name_chars = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                   c == '.' || c == ':' || c >= 0x80;
    return table;
}();
bool is_name_char(char c) { return name_chars[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

void Tag::take(Slice slice) {
    attributes_.clear();
    place_ = slice;
    const auto text = markup_.utf8().substr(0, slice.end);
    std::size_t i = slice.begin + 1;
    const auto name = [&] {
        const auto from = i;
        while (i < text.size() && is_name_char(text[i])) ++i;
        return local(text.substr(from, i - from));
    };
    name_ = name();
    while (i < text.size()) {
        if (!is_name_char(text[i])) {
            ++i;
            continue;
        }
        const auto key = name();
        while (i < text.size() && is_blank(text[i])) ++i;
        if (i >= text.size() || text[i] != '=') continue;
        ++i;
        while (i < text.size() && is_blank(text[i])) ++i;
        if (i >= text.size()) break;
        const char quote = text[i];
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t from = quoted ? i + 1 : i;
        if (!quoted)
            while (i < text.size() && !is_blank(text[i]) && text[i] != '>') ++i;
        const std::size_t to = quoted ? std::min(text.find(quote, from), text.size()) : i;
        if (quoted) i = to + 1;
        attributes_.push_back({key, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
    }
}

const std::pair<std::string_view, Slice>* Tag::find(std::string_view name) const {
    for (const auto& attribute : attributes_)
        if (is_same_name(attribute.first, name)) return &attribute;
    return nullptr;
}

Slice Tag::operator[](std::string_view name) const {
    const auto* found = find(name);
    return found ? found->second : Slice{};
}

bool Tag::has(std::string_view name) const { return find(name) != nullptr; }

std::string_view Tag::raw(std::string_view name) const {
    const Slice slice = (*this)[name];
    return markup_.utf8().substr(slice.begin, slice.end - slice.begin);
}

float Tag::number(std::string_view name, float otherwise) const {
    auto text = raw(name);
    float out = 0;
    return take_number(text, out) ? out : otherwise;
}

bool take_number(std::string_view& text, float& out) {
    while (!text.empty() && (is_blank(text[0]) || text[0] == ',' || text[0] == '+')) text.remove_prefix(1);
    // Nearly all are whole numbers, which need no more than this.
    constexpr std::size_t exact_digits = 7;
    std::uint32_t whole = 0;
    std::size_t i = 0;
    for (; i < text.size() && is_digit(text[i]) && i < exact_digits; ++i)
        whole = 10 * whole + static_cast<std::uint32_t>(text[i] - '0');
    const char behind = i < text.size() ? text[i] : ' ';
    if (i > 0 && !is_digit(behind) && behind != '.' && behind != 'e' && behind != 'E') {
        out = static_cast<float>(whole);
        text.remove_prefix(i);
        return true;
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || !(out > -1e7F && out < 1e7F)) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

}  // namespace broadsheet::reading
