#include "write/xml_tag.hpp"

#include <algorithm>
#include <cmath>

#include "write/json_emitter.hpp"
#include "write/utf8.hpp"

namespace broadsheet {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What stands for a byte of ASCII; empty: itself.
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
            return c < 0x20 ? replacement : std::string_view();
    }
}

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
        if (p[i] < 0x80) {
            if (const auto instead = escape(p[i]); !instead.empty())
                put(instead, 1);
            else
                ++i;
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

void XmlTag::begin_tag(std::string_view name) {
    out_ += '<';
    out_ += name;
    in_tag_ = true;
}

void XmlTag::end_tag() {
    if (in_tag_) out_ += '>';
    in_tag_ = false;
}

void XmlTag::end_empty_tag() {
    out_ += "/>";
    in_tag_ = false;
}

void XmlTag::closing_tag(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += '>';
}

void XmlTag::attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml(out_, value);
    out_ += '"';
}

void XmlTag::attribute(std::string_view name, std::uint64_t value) {
    std::string digits;
    append_integer(digits, value);
    attribute(name, digits);
}

void XmlTag::decimal(std::string_view name, double value) {
    std::string digits;
    append_short_decimal(digits, value);
    attribute(name, digits);
}

}  // namespace broadsheet
