#include "read/decode.hpp"

namespace broadsheet::reading {

void find_controls(Decoded& decoded) {
    const std::u32string& chars = decoded.text.chars;
    const std::size_t n = chars.size();
    decoded.controls.clear();
    for (std::size_t i = 0; i < n;) {
        // Blocks without any are passed over; written for the vectoriser: no early exit.
        for (; i + 8 <= n; i += 8) {
            std::uint32_t any = 0;
            for (std::size_t k = 0; k < 8; ++k) {
                const std::uint32_t c = chars[i + k];
                any |= static_cast<std::uint32_t>(c < 0x20) | static_cast<std::uint32_t>(c - 0x7F < 0x21) |
                       static_cast<std::uint32_t>(c - 0x2028 < 2);
            }
            if (any) break;
        }
        for (const std::size_t end = i + 8 < n ? i + 8 : n; i < end; ++i)
            if (is_control(chars[i])) decoded.controls.push_back(static_cast<std::uint32_t>(i));
    }
}

}  // namespace broadsheet::reading
