// The characters of plain XML: what may stand where.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet::reading::plain {

// Where a character of ASCII may stand as itself.
enum Place : std::uint8_t {
    name_front = 1,
    name = 2,
    blank = 4,
    text = 8,
    quotes = 16,
    apostrophes = 32,
    public_id = 64
};

inline constexpr auto places = [] {
    std::array<std::uint8_t, 256> out{};
    for (unsigned c = 0; c < 0x80; ++c) {
        const auto is_among = [c](std::string_view chars) { return chars.find(static_cast<char>(c)) != chars.npos; };
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_blank = is_among(" \t\r\n");
        unsigned at = 0;
        if (is_letter || c == '_') at |= name_front;
        if (is_letter || is_digit || is_among("_-.")) at |= name;
        if (is_letter || is_digit || is_among(" -()+,./:=?;!*#@$_%")) at |= public_id;
        if (is_blank) at |= blank;
        if (is_blank || c >= 0x20) {
            if (!is_among("<&]")) at |= text;
            if (!is_among("<&\"")) at |= quotes;
            if (!is_among("<&'")) at |= apostrophes;
        }
        out[c] = static_cast<std::uint8_t>(at);
    }
    return out;
}();

[[nodiscard]] inline bool can_stand(char c, Place place) {
    return (places[static_cast<unsigned char>(c)] & place) != 0;
}

// The bytes of the character at the front that is not ASCII; 0: it is broken, or none that XML may hold.
[[nodiscard]] inline std::size_t size_of_char(std::string_view rest) {
    const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
    const auto first = byte(0), second = byte(1);
    if (!follows(1) || first < 0xC2) return 0;
    if (first < 0xE0) return 2;
    if (!follows(2)) return 0;
    if (first < 0xF0) {
        const bool too_long = first == 0xE0 && second < 0xA0, surrogate = first == 0xED && second >= 0xA0;
        const bool no_character = first == 0xEF && second == 0xBF && byte(2) >= 0xBE;
        return too_long || surrogate || no_character ? 0 : 3;
    }
    const bool too_long = first == 0xF0 && second < 0x90, too_large = first == 0xF4 && second >= 0x90;
    return !follows(3) || first > 0xF4 || too_long || too_large ? 0 : 4;
}

}  // namespace broadsheet::reading::plain
