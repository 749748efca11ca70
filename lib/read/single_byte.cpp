// Encodings of one byte a character.
#include "read/decode.hpp"

namespace broadsheet::reading {

namespace {

// Latin-1, but for 0x80 to 0x9F; five bytes there mean nothing.
constexpr auto map = [] {
    constexpr std::u32string_view special =
        U"\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
        U"\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";
    static_assert(special.size() == 32);
    ByteTable table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = i >= 0x80 && i < 0xA0 ? special[i - 0x80] : static_cast<char32_t>(i);
    return table;
}();

}  // namespace

void decode_single_byte(const ByteTable& table, std::string_view bytes, std::size_t begin, Decoded& out) {
    const std::size_t n = bytes.size() - begin;
    out.text.chars.resize(n);
    out.text.at.resize(n + 1);
    for (std::size_t i = 0; i < n; ++i) {
        const char32_t c = table[static_cast<unsigned char>(bytes[begin + i])];
        if (c == replacement) out.mark_broken(static_cast<std::uint32_t>(i), 1);
        out.text.chars[i] = c;
        out.text.at[i] = static_cast<std::uint32_t>(begin + i);
    }
    out.text.at[n] = static_cast<std::uint32_t>(bytes.size());
}

void decode_windows_1252(std::string_view bytes, std::size_t begin, Decoded& out) {
    decode_single_byte(map, bytes, begin, out);
}

}  // namespace broadsheet::reading
