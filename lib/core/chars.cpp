#include "core/chars.hpp"

#include <unicode/uchar.h>

namespace broadsheet {

char32_t folded_beyond_ascii(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::u32string_view last_letters(std::u32string_view text, std::size_t longest) {
    std::size_t n = 0;
    while (n < text.size() && n < longest && is_of_word(text[text.size() - 1 - n])) ++n;
    return text.substr(text.size() - n);
}

std::u32string_view first_letters(std::u32string_view text, std::size_t longest) {
    std::size_t n = 0;
    while (n < text.size() && n < longest && is_of_word(text[n])) ++n;
    return text.substr(0, n);
}

int half_cells(char32_t c) {
    const auto f = class_of(c);
    if (f & cls::wide) return 4;
    if (f & cls::zero_width) return 0;
    return f & cls::ambiguous ? 3 : 2;
}

int cells(std::u32string_view text) {
    int n = 0;
    for (const char32_t c : text) n += half_cells(c);
    return n / 2;
}

bool ends_with_initials(std::u32string_view text) {
    const auto n = text.size();
    return n > 3 && text[n - 1] == U'.' && is(text[n - 2], cls::upper) && text[n - 3] == U'.' &&
           is(text[n - 4], cls::upper);
}

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && is(text.front(), cls::space)) text.remove_prefix(1);
    while (!text.empty() && is(text.back(), cls::space)) text.remove_suffix(1);
    return text;
}

namespace {

// Writes the bytes of a character and gives the place behind them.
char* encode(char32_t c, char* to) {
    const auto put = [&to](std::uint32_t byte) { *to++ = static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
        return to;
    }
    if (c < 0x800) {
        put(0xC0U | c >> 6U);
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3FU));
    } else {
        put(0xF0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU));
    }
    put(0x80U | (c & 0x3FU));
    return to;
}

}  // namespace

void append_utf8(std::string& out, std::u32string_view text) {
    // Their size first: it is quickly told, and then no byte asks for room.
    std::size_t size = text.size();
    for (const char32_t c : text) size += (c >= 0x80 ? 1U : 0U) + (c >= 0x800 ? 1U : 0U) + (c >= 0x10000 ? 1U : 0U);
    const auto before = out.size();
    out.resize(before + size);
    char* to = out.data() + before;
    for (const char32_t c : text) to = encode(c, to);
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    append_utf8(out, text);
    return out;
}

std::u32string to_utf32(std::string_view utf8) {
    // For text of our own (tables, options): it is known to be well formed.
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        char32_t c = more == 0 ? lead : lead & (0x3FU >> static_cast<unsigned>(more));
        for (int k = 1; k <= more && i + static_cast<std::size_t>(k) < utf8.size(); ++k)
            c = c << 6U | (static_cast<unsigned char>(utf8[i + static_cast<std::size_t>(k)]) & 0x3FU);
        out.push_back(c);
        i += static_cast<std::size_t>(more) + 1;
    }
    return out;
}

}  // namespace broadsheet
