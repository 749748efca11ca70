// The East Asian encodings of one to four bytes, by tables that make_code_tables.cpp takes from ICU.
#include <cstring>

#include "read/decode.hpp"

namespace broadsheet::reading {

namespace {

#include "code_tables.inc"

using Byte = unsigned char;

struct Step {
    char32_t character;
    std::uint32_t size;
    bool good = true;
    char32_t second = 0;  // where two bytes stand for a letter and its mark
};

constexpr Step bad(std::size_t size = 1) { return {replacement, static_cast<std::uint32_t>(size), false}; }

std::size_t place(Byte lead, Byte trail) { return (lead - 0x81U) * 192U + (trail - 0x40U); }

struct Gb18030 {
    bool beyond_gbk = false;  // has characters that the older encoding has not

    Step operator()(const Byte* p, std::size_t left) {
        if (left < 2) return bad();
        if (p[1] >= 0x30 && p[1] <= 0x39) {
            if (left < 4) return bad(left);
            if (p[0] == 0x80 || p[0] == 0xFF || p[2] < 0x81 || p[2] == 0xFF || p[3] < 0x30 || p[3] > 0x39) return bad();
            const std::uint32_t rest = (p[1] - 0x30U) * 1260U + (p[2] - 0x81U) * 10U + (p[3] - 0x30U);
            beyond_gbk = true;
            if (p[0] < 0x85) {
                const std::uint32_t i = (p[0] - 0x81U) * 12600U + rest;
                if (i < std::size(gb_four) && gb_four[i] != 0) return {gb_four[i], 4};
            } else if (p[0] >= 0x90) {
                const std::uint32_t c = 0x10000U + (p[0] - 0x90U) * 12600U + rest;
                if (c <= 0x10FFFF) return {c, 4};
            }
            return bad();
        }
        if (p[0] == 0x80 || p[0] == 0xFF || p[1] < 0x40) return bad();
        const char32_t c = gb_two[place(p[0], p[1])];
        if (c == 0) return bad();
        beyond_gbk |= (c >= 0xE000 && c <= 0xF8FF) || !is_in_gbk(p[0], p[1]);
        return {c, 2};
    }

    // The few characters outside the private area that GB18030 put into places that GBK had left free.
    static bool is_in_gbk(Byte lead, Byte trail) {
        return !((lead == 0xA2 && trail == 0xE3) || (lead == 0xA8 && (trail == 0xBC || trail == 0xBF)) ||
                 (lead == 0xA9 && trail >= 0x89 && trail <= 0x95) || lead == 0xFE);
    }
};

struct Big5 {
    bool hong_kong = false;  // has characters that only Hong Kong's supplement has
    bool windows = false;    // has marks that ICU and Python read alike under Windows' name only

    Step operator()(const Byte* p, std::size_t left) {
        if (left < 2 || p[0] == 0x80 || p[0] == 0xFF || p[1] < 0x40) return bad();
        const std::uint32_t code = static_cast<std::uint32_t>(p[0]) << 8U | p[1];
        if (p[0] < 0xA1 || p[0] > 0xF9 || (code >= 0xC6A1 && code <= 0xC8FE)) {
            switch (code) {
                case 0x8862:
                    return hong_kong = true, Step{U'\u00CA', 2, true, U'\u0304'};
                case 0x8864:
                    return hong_kong = true, Step{U'\u00CA', 2, true, U'\u030C'};
                case 0x88A3:
                    return hong_kong = true, Step{U'\u00EA', 2, true, U'\u0304'};
                case 0x88A5:
                    return hong_kong = true, Step{U'\u00EA', 2, true, U'\u030C'};
                default:
                    break;
            }
        }
        const char32_t c = big5_two[place(p[0], p[1])];
        if (c == 0) return bad();
        if (p[0] < 0xA1 || p[0] > 0xF9 || (code >= 0xC6A1 && code <= 0xC8FE)) hong_kong = true;
        if (p[0] == 0xA1 || p[0] == 0xA2)
            windows |= code == 0xA145 || code == 0xA1C2 || code == 0xA1E3 || code == 0xA1F2 || code == 0xA1F3 ||
                       (code >= 0xA241 && code <= 0xA247);
        return {c, 2};
    }
};

struct ShiftJis {
    Step operator()(const Byte* p, std::size_t left) const {
        if (p[0] >= 0xA1 && p[0] <= 0xDF) return {0xFEC0U + p[0], 1};
        // Bytes that mean nothing. Windows gives them these characters, and so do those who follow it.
        if (p[0] == 0x80) return {0x80, 1, false};
        if (p[0] == 0xA0) return {0xF8F0, 1, false};
        if (p[0] >= 0xFD) return {0xF8F1U + (p[0] - 0xFDU), 1, false};
        if (left < 2 || p[1] < 0x40) return bad();
        const char32_t c = sjis_two[place(p[0], p[1])];
        return c ? Step{c, 2} : bad();
    }
};

struct EucJp {
    Step operator()(const Byte* p, std::size_t left) const {
        if (p[0] == 0x8E) return left >= 2 && p[1] >= 0xA1 && p[1] <= 0xDF ? Step{0xFEC0U + p[1], 2} : bad();
        if (p[0] == 0x8F && left < 3) return bad(left);
        if (left < 2) return bad();
        const Byte* const q = p[0] == 0x8F ? p + 1 : p;
        if (q[0] < 0xA1 || q[0] == 0xFF || q[1] < 0xA1 || q[1] == 0xFF) return bad();
        const char32_t c = (q == p ? jis_0208 : jis_0212)[(q[0] - 0xA1U) * 94U + (q[1] - 0xA1U)];
        return c ? Step{c, q == p ? 2U : 3U} : bad();
    }
};

template <class Codec>
void decode_with(Codec& codec, std::string_view bytes, std::size_t begin, Decoded& out) {
    const auto* const base = reinterpret_cast<const Byte*>(bytes.data());
    const Byte* const end = base + bytes.size();
    const Byte* p = base + begin;
    auto& chars = out.text.chars;
    auto& at = out.text.at;
    chars.resize(bytes.size() - begin);  // no encoding of these has more characters than bytes
    at.resize(chars.size() + 1);
    std::size_t n = 0;
    while (p < end) {
        const auto offset = static_cast<std::uint32_t>(p - base);
        if (*p < 0x80) {
            chars[n] = *p++;
            at[n++] = offset;
            continue;
        }
        const Step s = codec(p, static_cast<std::size_t>(end - p));
        if (!s.good) out.mark_broken(static_cast<std::uint32_t>(n), s.size);
        chars[n] = s.character;
        at[n++] = offset;
        p += s.size;
        if (s.second != 0) {
            chars[n] = s.second;
            at[n++] = offset + s.size;
        }
    }
    chars.resize(n);
    at.resize(n + 1);
    at[n] = static_cast<std::uint32_t>(bytes.size());
}

}  // namespace

std::string decode_gb18030(std::string_view bytes, std::size_t begin, Decoded& out) {
    Gb18030 codec;
    decode_with(codec, bytes, begin, out);
    // Broken text without such characters goes by the name of the older encoding: GB18030 has a code of its own
    // for U+FFFD, so who decodes with replacement and encodes again would lose the places of the bytes.
    return !out.broken.empty() && !codec.beyond_gbk ? "GBK" : "GB18030";
}

std::string decode_big5(std::string_view bytes, std::size_t begin, Decoded& out) {
    Big5 codec;
    decode_with(codec, bytes, begin, out);
    return codec.windows && !codec.hong_kong ? "ms950" : "Big5-HKSCS";
}

void decode_shift_jis(std::string_view bytes, std::size_t begin, Decoded& out) {
    ShiftJis codec;
    decode_with(codec, bytes, begin, out);
}

void decode_euc_jp(std::string_view bytes, std::size_t begin, Decoded& out) {
    EucJp codec;
    decode_with(codec, bytes, begin, out);
}

}  // namespace broadsheet::reading
