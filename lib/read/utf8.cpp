#include <cstring>

#include "read/decode.hpp"

namespace broadsheet::reading {

namespace {

using Byte = unsigned char;

// Bytes that begin a character, eight at a time.
std::size_t count_starts(const Byte* p, std::size_t n) {
    std::size_t count = 0, i = 0;
    for (; i + 8 <= n; i += 8) {
        std::uint64_t w;
        std::memcpy(&w, p + i, 8);
        // Bit 0 of each byte: it is not of the form 10xxxxxx.
        const std::uint64_t starts = ((~w >> 7U) | (w >> 6U)) & 0x0101010101010101U;
        count += starts * 0x0101010101010101U >> 56U;
    }
    for (; i < n; ++i) count += (p[i] & 0xC0U) != 0x80U;
    return count;
}

bool continues(Byte b) { return (b & 0xC0U) == 0x80U; }

struct Step {
    char32_t character;
    std::uint32_t size;
    bool good;
};

// One character of any length, or the longest part of one.
Step step(const Byte* p, const Byte* end) {
    const Byte lead = p[0];
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {replacement, 1, false};
    const auto left = static_cast<std::size_t>(end - p);
    const std::uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte tells over-long forms, surrogates and what lies above U+10FFFF.
    const Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (left < 2 || p[1] < low || p[1] > high) return {replacement, 1, false};
    char32_t c = lead & (0x7FU >> length);
    c = c << 6U | (p[1] & 0x3FU);
    for (std::uint32_t i = 2; i < length; ++i) {
        if (i >= left || !continues(p[i])) return {replacement, i, false};
        c = c << 6U | (p[i] & 0x3FU);
    }
    return {c, length, true};
}

enum class Broken : std::uint8_t { replaced, refused };

// False if broken bytes are refused and there are any.
template <Broken broken>
bool decode(std::string_view bytes, std::size_t begin, Decoded& out) {
    const auto* const base = reinterpret_cast<const Byte*>(bytes.data());
    const Byte* const end = base + bytes.size();
    const Byte* p = base + begin;
    auto& chars = out.text.chars;
    auto& at = out.text.at;
    // Exact for sound text, so nothing grows in the loop; broken bytes may need more, see below.
    chars.resize(count_starts(p, bytes.size() - begin));
    at.resize(chars.size() + 1);
    char32_t* c = chars.data();
    std::uint32_t* a = at.data();
    bool roomy = false;
    out.controls.reserve(chars.size() / 16 + 16);
    while (p < end) {
        while (end - p >= 8) {
            std::uint64_t w;
            std::memcpy(&w, p, 8);
            // A byte above 0x7F, or one below 0x20 (which takes bit 7 from the byte above it at worst), or 0x7F.
            if ((w | (w - 0x2020202020202020U) | (w + 0x0101010101010101U)) & 0x8080808080808080U) break;
            const auto offset = static_cast<std::uint32_t>(p - base);
            for (std::uint32_t i = 0; i < 8; ++i) {
                c[i] = p[i];
                a[i] = offset + i;
            }
            c += 8;
            a += 8;
            p += 8;
        }
        while (end - p >= 3 && (((p[0] & 0xF0U) ^ 0xE0U) | ((p[1] & 0xC0U) ^ 0x80U) | ((p[2] & 0xC0U) ^ 0x80U)) == 0) {
            const char32_t x = (p[0] & 0x0FU) << 12U | (p[1] & 0x3FU) << 6U | (p[2] & 0x3FU);
            // Over-long forms, surrogates, and separators are for the careful path.
            if (x - 0x3000U >= 0xA000U && (x < 0x800 || x - 0xD800U < 0x800U || is_control(x))) break;
            *c++ = x;
            *a++ = static_cast<std::uint32_t>(p - base);
            p += 3;
        }
        if (p >= end) break;
        if (*p < 0x80) {
            // Eight at most: what keeps a block of ASCII from being taken whole, or stands among Chinese.
            for (int k = 0; k < 8 && p < end && *p < 0x80; ++k) {
                if (is_control(*p)) out.controls.push_back(static_cast<std::uint32_t>(c - chars.data()));
                *c++ = *p;
                *a++ = static_cast<std::uint32_t>(p++ - base);
            }
            continue;
        }
        const Step s = step(p, end);
        if (broken == Broken::refused && !s.good) return false;
        if (!s.good && !roomy) {
            // From here on a character may be any byte.
            roomy = true;
            const auto done = static_cast<std::size_t>(c - chars.data());
            chars.resize(done + static_cast<std::size_t>(end - p));
            at.resize(chars.size() + 1);
            c = chars.data() + done;
            a = at.data() + done;
        }
        if (is_control(s.character)) out.controls.push_back(static_cast<std::uint32_t>(c - chars.data()));
        if (!s.good) out.mark_broken(static_cast<std::uint32_t>(c - chars.data()), s.size);
        *c++ = s.character;
        *a++ = static_cast<std::uint32_t>(p - base);
        p += s.size;
    }
    *a = static_cast<std::uint32_t>(bytes.size());
    chars.resize(static_cast<std::size_t>(c - chars.data()));
    at.resize(chars.size() + 1);
    return true;
}

}  // namespace

void decode_utf8(std::string_view bytes, std::size_t begin, Decoded& out) {
    decode<Broken::replaced>(bytes, begin, out);
}

bool decode_sound_utf8(std::string_view bytes, std::size_t begin, Decoded& out) {
    return decode<Broken::refused>(bytes, begin, out);
}

}  // namespace broadsheet::reading
