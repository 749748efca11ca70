// Bytes become characters, each with its place in the file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

struct Decoded {
    Text text;
    // Places of the characters for which is_control() is true: line ends and noise. Found while decoding, so that
    // nobody need look at all characters again.
    std::vector<std::uint32_t> controls;
    std::vector<Run> broken;  // characters that stand for bytes which decode to nothing: U+FFFD, with few exceptions
    std::uint64_t broken_bytes = 0;

    // The character at `index` is broken. Calls come in rising order.
    void mark_broken(std::uint32_t index, std::uint32_t bytes) {
        broken_bytes += bytes;
        if (!broken.empty() && broken.back().end == index)
            ++broken.back().end;
        else
            broken.push_back({index, index + 1});
    }
};

// Control characters but the tab, and the separators of Unicode: what ends a line, or is noise.
[[nodiscard]] constexpr bool is_control(char32_t c) {
    return c < 0x20 ? c != U'\t' : c - 0x7FU < 0x21U || c - 0x2028U < 2U;
}

// Control characters that do not lay out text.
[[nodiscard]] constexpr bool is_noise(char32_t c) {
    return c < 0x20 ? c < 0x09 || c > 0x0D : c >= 0x7F && c < 0xA0 && c != 0x85;
}

inline constexpr char32_t replacement = U'\uFFFD';

// Fills Decoded::controls; decode_utf8() does it itself.
void find_controls(Decoded& decoded);

// All of these decode bytes [begin, size) and give offsets from 0, so that a byte order mark can be passed over.
// Broken bytes are cut as Python's decoders cut them, since that is what a reader of our spans will use: in UTF-8 a
// character for each longest part of a sequence that may begin a valid one (Unicode, section 3.9), in the other
// multibyte encodings one for each byte.

void decode_utf8(std::string_view bytes, std::size_t begin, Decoded& out);

// False, and nothing of use in `out`, as soon as a byte is met that is no UTF-8.
[[nodiscard]] bool decode_sound_utf8(std::string_view bytes, std::size_t begin, Decoded& out);

enum class Order : std::uint8_t { little, big };
void decode_utf16(std::string_view bytes, std::size_t begin, Order order, Decoded& out);
void decode_utf32(std::string_view bytes, std::size_t begin, Order order, Decoded& out);

// Both return the name of the encoding: a file that uses only a part of it may go by the name of that part, where
// that part is what more programs agree on.
std::string decode_gb18030(std::string_view bytes, std::size_t begin, Decoded& out);
std::string decode_big5(std::string_view bytes, std::size_t begin, Decoded& out);

void decode_shift_jis(std::string_view bytes, std::size_t begin, Decoded& out);
void decode_euc_jp(std::string_view bytes, std::size_t begin, Decoded& out);

// The character of each byte; `replacement` where it has none.
using ByteTable = std::array<char32_t, 256>;
void decode_single_byte(const ByteTable& table, std::string_view bytes, std::size_t begin, Decoded& out);
void decode_windows_1252(std::string_view bytes, std::size_t begin, Decoded& out);

// By one of ICU's converters; false if ICU does not know the name.
bool decode_by_icu(const std::string& name, std::string_view bytes, std::size_t begin, Decoded& out);

// The name under which ICU's converter is known in general: MIME's or IANA's; empty if ICU does not know it.
std::string standard_name(const std::string& name);

}  // namespace broadsheet::reading
