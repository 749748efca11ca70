#include "write/xml_emitter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/chars.hpp"
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

XmlEmitter::XmlEmitter(std::string& out) : out_(out) { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"; }

void XmlEmitter::new_line() {
    out_ += '\n';
    out_.append(levels_.size(), ' ');
}

void XmlEmitter::end_tag() {
    if (in_tag_) out_ += '>';
    in_tag_ = false;
}

void XmlEmitter::open(std::string_view name) {
    end_tag();
    const bool is_text = !levels_.empty() && levels_.back().is_text;
    if (!is_text) new_line();
    if (!levels_.empty()) levels_.back().empty = false;
    out_ += '<';
    out_ += name;
    in_tag_ = true;
    levels_.push_back({name, is_text, true});
}

void XmlEmitter::open_text(std::string_view name) {
    open(name);
    levels_.back().is_text = true;
}

void XmlEmitter::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.empty) {
        out_ += "/>";
        in_tag_ = false;
    } else {
        if (!level.is_text) new_line();
        out_ += "</";
        out_ += level.name;
        out_ += '>';
    }
    if (levels_.empty()) out_ += '\n';
}

void XmlEmitter::leaf(std::string_view name, std::string_view text) {
    open_text(name);
    this->text(text);
    close();
}

void XmlEmitter::attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml(out_, value);
    out_ += '"';
}

void XmlEmitter::attribute(std::string_view name, std::u32string_view value) { attribute(name, to_utf8(value)); }

void XmlEmitter::attribute(std::string_view name, std::uint64_t value) {
    std::string digits;
    append_integer(digits, value);
    attribute(name, digits);
}

void XmlEmitter::decimal(std::string_view name, double value) {
    std::string digits;
    append_short_decimal(digits, value);
    attribute(name, digits);
}

void XmlEmitter::text(std::string_view text) {
    if (text.empty()) return;
    end_tag();
    levels_.back().empty = false;
    append_xml(out_, text);
}

std::string xml_id(std::string_view prefix, std::uint64_t number) {
    std::string out(prefix);
    append_integer(out, number);
    return out;
}

bool is_language_tag(std::string_view text) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

}  // namespace broadsheet
