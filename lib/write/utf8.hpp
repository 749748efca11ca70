// Well-formed UTF-8, character by character: names of files may hold any bytes.
#pragma once

#include <cstddef>

namespace broadsheet {

// The length of the well-formed character of two to four bytes at p, or 0.
inline std::size_t length_of_character(const unsigned char* p, std::size_t left) {
    const auto continues = [](unsigned char byte) { return (byte & 0xC0U) == 0x80U; };
    const unsigned lead = p[0];
    if (lead < 0xC2 || lead > 0xF4 || left < 2 || !continues(p[1])) return 0;
    if (lead < 0xE0) return 2;
    if (left < 3 || !continues(p[2])) return 0;
    if (lead < 0xF0) {
        const bool overlong = lead == 0xE0 && p[1] < 0xA0;
        const bool surrogate = lead == 0xED && p[1] >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (left < 4 || !continues(p[3])) return 0;
    const bool overlong = lead == 0xF0 && p[1] < 0x90;
    const bool too_large = lead == 0xF4 && p[1] >= 0x90;
    return overlong || too_large ? 0 : 4;
}

}  // namespace broadsheet
