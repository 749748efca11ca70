#include "write/xml_tag.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "write/json_emitter.hpp"
#include "write/utf8.hpp"

namespace broadsheet {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What stands for a byte of ASCII that is not plain.
std::string_view escape(unsigned char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        case '\r':
            return "&#13;";
        default:
            return replacement;
    }
}

// Bytes of ASCII that stand for themselves: most of any text.
constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c) table[c] = c != '&' && c != '<' && c != '>' && c != '"';
    return table;
}();

bool is_no_character(const unsigned char* p, std::size_t length) {
    return length == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE;
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t copied = 0, i = 0;  // [copied, i) is good as it is
    const auto put = [&](std::string_view instead, std::size_t bytes) {
        out.append(text, copied, i - copied);
        out += instead;
        copied = i += bytes;
    };
    while (i < text.size()) {
        if (plain[p[i]]) {
            ++i;
            continue;
        }
        if (p[i] < 0x80) {
            put(escape(p[i]), 1);
            continue;
        }
        const auto length = length_of_character(p + i, text.size() - i);
        if (length == 0 || is_no_character(p + i, length))
            put(replacement, std::max<std::size_t>(1, length));
        else
            i += length;
    }
    out.append(text, copied, i - copied);
}

void append_short_decimal(std::string& out, double value) {
    constexpr double largest = 1e12;
    if (!std::isfinite(value)) value = 0;
    const auto thousandths = static_cast<std::uint64_t>(std::llround(std::fmin(std::fabs(value), largest) * 1000));
    if (value < 0 && thousandths != 0) out += '-';
    append_integer(out, thousandths / 1000);
    auto rest = thousandths % 1000;
    if (rest == 0) return;
    out += '.';
    for (std::uint64_t place = 100; rest != 0; place /= 10) {
        out += static_cast<char>('0' + rest / place);
        rest %= place;
    }
}

void XmlTag::attribute(std::string_view name, std::string_view value) {
    begin_attribute(name);
    append_xml(out_, value);
    out_ += '"';
}

void XmlTag::attribute(std::string_view name, std::uint64_t value) {
    begin_attribute(name);
    append_integer(out_, value);
    out_ += '"';
}

void XmlTag::decimal(std::string_view name, double value) {
    begin_attribute(name);
    append_short_decimal(out_, value);
    out_ += '"';
}

}  // namespace broadsheet
