#include "write/json_emitter.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "write/utf8.hpp"

namespace broadsheet {

namespace {

bool continues(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// What a byte at the head of a character means for the loop of append_json_escaped().
enum Lead : std::uint8_t {
    plain,    // ASCII that stands as it is
    special,  // needs a look of its own: escapes, rare characters, broken ones
    common3,  // of a three-byte character that is never escaped, once its other bytes are right
};

constexpr auto lead_table = [] {
    std::array<Lead, 256> out{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool ascii = c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
        const bool common = c >= 0xE1 && c <= 0xEE && c != 0xE2 && c != 0xED;
        out[c] = ascii ? plain : common ? common3 : special;
    }
    return out;
}();

void append_escape(std::string& out, unsigned unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (unsigned shift = 16; shift != 0; shift -= 4) out += digits[unit >> (shift - 4) & 0xFU];
}

void append_ascii_escape(std::string& out, unsigned char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            append_escape(out, c);
    }
}

// The code point of a character that JSON allows but YAML, JavaScript or a terminal does not like raw, or 0.
unsigned awkward(const unsigned char* p, std::size_t length) {
    if (length == 2 && p[0] == 0xC2 && p[1] < 0xA0) return p[1];
    if (length == 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9)) return 0x2000U | (p[2] & 0x3FU);
    if (length == 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE) return 0xFFC0U | (p[2] & 0x3FU);
    return 0;
}

}  // namespace

void append_json_escaped(std::string& out, std::string_view text) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t size = text.size();
    std::size_t copied = 0;  // [copied, i) is good as it is and copied in one go
    std::size_t i = 0;
    const auto copy = [&] { out.append(text.data() + copied, i - copied); };
    while (i < size) {
        const unsigned char c = p[i];
        const Lead lead = lead_table[c];
        if (lead == plain) {
            ++i;
        } else if (lead == common3 && size - i >= 3 && continues(p[i + 1]) && continues(p[i + 2])) {
            i += 3;
        } else if (c >= 0x80) {
            const std::size_t length = length_of_character(p + i, size - i);
            if (length == 0) {
                copy();
                out += "\xEF\xBF\xBD";
                copied = ++i;
            } else if ((c == 0xC2 || c == 0xE2 || c == 0xEF) && awkward(p + i, length) != 0) {
                copy();
                append_escape(out, awkward(p + i, length));
                copied = i += length;
            } else {
                i += length;
            }
        } else {
            copy();
            append_ascii_escape(out, c);
            copied = ++i;
        }
    }
    copy();
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    append_json_escaped(out, text);
    out += '"';
}

void append_integer(std::string& out, std::uint64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void append_decimal(std::string& out, double value) {
    constexpr double largest = 1e15;  // beyond it hundredths mean nothing
    if (!std::isfinite(value)) value = 0;
    const auto hundredths = static_cast<std::uint64_t>(std::llround(std::fmin(std::fabs(value), largest) * 100));
    if (value < 0 && hundredths != 0) out += '-';
    append_integer(out, hundredths / 100);
    out += '.';
    out += static_cast<char>('0' + hundredths / 10 % 10);
    if (hundredths % 10 != 0) out += static_cast<char>('0' + hundredths % 10);
}

void JsonEmitter::new_line() {
    out_ += '\n';
    out_.append(2 * depth_, ' ');
}

void JsonEmitter::before_member() {
    if (depth_ == 0) return;
    Level& level = levels_[depth_ - 1];
    if (!level.empty) out_ += ',';
    if (pretty_) {
        if (level.layout == Layout::lines)
            new_line();
        else if (!level.empty)
            out_ += ' ';
    }
    level.empty = false;
}

void JsonEmitter::before_value() {
    if (!after_key_) before_member();
    after_key_ = false;
}

void JsonEmitter::key(std::string_view name) {
    before_member();
    out_ += '"';
    out_ += name;
    out_ += pretty_ ? "\": " : "\":";
    after_key_ = true;
}

void JsonEmitter::begin(char bracket, Layout layout) {
    before_value();
    out_ += bracket;
    levels_[depth_++] = {layout, true};
}

void JsonEmitter::end(char bracket) {
    const Level level = levels_[--depth_];
    if (pretty_ && !level.empty && level.layout == Layout::lines) new_line();
    out_ += bracket;
}

void JsonEmitter::integers(std::initializer_list<std::uint64_t> values) {
    begin_array(Layout::row);
    for (const auto value : values) integer(value);
    end_array();
}

void JsonEmitter::string(std::string_view text) {
    before_value();
    append_json_string(out_, text);
}

void JsonEmitter::integer(std::uint64_t value) {
    before_value();
    append_integer(out_, value);
}

void JsonEmitter::decimal(double value) {
    before_value();
    append_decimal(out_, value);
}

void JsonEmitter::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

}  // namespace broadsheet
