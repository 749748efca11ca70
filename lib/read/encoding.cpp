#include "read/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

#include "core/chars.hpp"
#include "read/common_chars.hpp"

namespace broadsheet::reading {

namespace {

using Byte = unsigned char;

constexpr std::size_t sample_size = 4096;

enum class Script : std::uint8_t { any, chinese, japanese, latin };

struct Codec {
    std::string_view name;
    std::string_view names;  // what users call it: lower case, letters and digits only, between blanks
    std::string (*decode)(std::string_view, std::size_t, Decoded&);
    Script script;
};

template <void (*function)(std::string_view, std::size_t, Decoded&)>
std::string plain(std::string_view bytes, std::size_t begin, Decoded& out) {
    function(bytes, begin, out);
    return {};
}

template <void (*function)(std::string_view, std::size_t, Order, Decoded&), Order order>
std::string ordered(std::string_view bytes, std::size_t begin, Decoded& out) {
    function(bytes, begin, order, out);
    return {};
}

// In order of preference where two are equally good.
constexpr Codec codecs[] = {
    {"UTF-8", " utf8 utf8sig unicode11utf8 cp65001 ", plain<decode_utf8>, Script::any},
    {"GB18030", " gb18030 gbk gb2312 euccn cp936 936 windows936 ms936 gb180302000 gb180302022 ", decode_gb18030,
     Script::chinese},
    {"Big5-HKSCS", " big5 big5hkscs big5tw cp950 950 ms950 windows950 ", decode_big5, Script::chinese},
    {"cp932", " cp932 932 ms932 shiftjis sjis windows31j windows932 mskanji xsjis ", plain<decode_shift_jis>,
     Script::japanese},
    {"EUC-JP", " eucjp ujis xeucjp ", plain<decode_euc_jp>, Script::japanese},
    {"UTF-16LE", " utf16le ucs2le ", ordered<decode_utf16, Order::little>, Script::any},
    {"UTF-16BE", " utf16be ucs2be ", ordered<decode_utf16, Order::big>, Script::any},
    {"windows-1252", " windows1252 cp1252 1252 ", plain<decode_windows_1252>, Script::latin},
    {"UTF-32LE", " utf32le ucs4le ", ordered<decode_utf32, Order::little>, Script::any},
    {"UTF-32BE", " utf32be ucs4be ", ordered<decode_utf32, Order::big>, Script::any}};

constexpr std::size_t candidates = 8;  // the first ones; UTF-32 is found by its zero bytes

const Codec* find(std::string_view name) {
    for (const Codec& codec : codecs)
        if (codec.name == name) return &codec;
    return nullptr;
}

std::string simplified(std::string_view name) {
    std::string out = " ";
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            out.push_back(static_cast<char>(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out.push_back(c);
    }
    return out + " ";
}

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

Encoding by_mark(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (begins(bytes, "\xEF\xBB\xBF"sv)) return {"UTF-8", 3};
    if (begins(bytes, "\xFF\xFE\0\0"sv)) return {"UTF-32LE", 4};
    if (begins(bytes, "\0\0\xFE\xFF"sv)) return {"UTF-32BE", 4};
    if (begins(bytes, "\xFF\xFE"sv)) return {"UTF-16LE", 2};
    if (begins(bytes, "\xFE\xFF"sv)) return {"UTF-16BE", 2};
    if (begins(bytes, "\x84\x31\x95\x33"sv)) return {"GB18030", 4};
    return {};
}

bool is_word(char32_t c) { return is(c, cls::letter); }

constexpr long noise_costs = 8;

// A high byte of Latin text stands alone among ASCII; its neighbours are the letters of its word.
long latin_points(char32_t before, char32_t c, char32_t after) {
    const bool alone = before < 0x80 && after < 0x80;
    if (!is_word(c)) return alone ? 2 : -2;
    if (!alone) return -4;
    return is_word(before) || is_word(after) ? 3 : -1;
}

long points_of(char32_t c, const Codec& codec) {
    const auto f = class_of(c);
    const bool unicode = codec.script == Script::any;
    if (is_common_han(c)) return 6;
    if (f & cls::han) return unicode ? -3 : -1;  // any two letters of ASCII make one of UTF-16
    if ((f & cls::kana) && c < 0xFF00) return unicode || codec.script == Script::japanese ? 4 : 0;
    if (f & cls::kana) return -4;
    const bool punctuation =
        (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2013 && c <= 0x201D);
    if (punctuation || c == 0x2026) return 4;
    if (c == replacement || (f & cls::odd)) return -16;
    if (codec.decode == plain<decode_utf8>) return 4;  // its form alone is proof enough
    return unicode ? -4 : -1;
}

// How well a sample reads in an encoding: points for what is frequent in real text.
long score(std::string_view bytes, const Decoded& sample, const Codec& codec) {
    const auto& chars = sample.text.chars;
    long points = 0;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const char32_t c = chars[i];
        if (c < 0x80) {
            if (is_noise(c)) points -= noise_costs;
        } else if (codec.script == Script::latin) {
            points += latin_points(i > 0 ? chars[i - 1] : U' ', c, i + 1 < chars.size() ? chars[i + 1] : U' ');
        } else if (codec.decode == decode_gb18030 && static_cast<Byte>(bytes[sample.text.at[i + 1] - 1]) < 0x80) {
            // A letter behind an accent is the second byte of many a traditional character in GBK's extension.
            points += std::min(points_of(c, codec), 1L);
        } else {
            points += points_of(c, codec);
        }
    }
    return points;
}

// A stretch of the bytes that holds what tells encodings apart: it begins at the first line with a byte above 0x7F.
std::string_view sample_of(std::string_view bytes) {
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t w;
        std::memcpy(&w, bytes.data() + i, 8);
        if (w & 0x8080808080808080U) break;
    }
    while (i < bytes.size() && static_cast<Byte>(bytes[i]) < 0x80) ++i;
    std::size_t begin = i;
    const std::size_t least = begin > 256 ? begin - 256 : 0;
    while (begin > least && bytes[begin - 1] != '\n') --begin;
    std::string_view sample = bytes.substr(begin, sample_size);
    // Do not end inside a character if a line's end is near.
    if (begin + sample.size() < bytes.size())
        if (const auto end = sample.rfind('\n'); end != std::string_view::npos && end > sample.size() / 2)
            sample = sample.substr(0, end + 1);
    return sample;
}

struct Zeros {
    std::size_t even = 0, odd = 0;
};

Zeros zeros(std::string_view bytes) {
    Zeros z;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == 0) ++(i % 2 == 0 ? z.even : z.odd);
    return z;
}

// UTF-32 without a mark: every four bytes are a character that text may have.
bool is_utf32(std::string_view head, Order order) {
    if (head.size() < 8) return false;
    std::size_t good = 0, units = 0;
    for (std::size_t i = 0; i + 4 <= head.size(); i += 4, ++units) {
        char32_t c = 0;
        for (std::size_t k = 0; k < 4; ++k)
            c = c << 8U | static_cast<Byte>(head[order == Order::big ? i + k : i + 3 - k]);
        good += c != 0 && c < 0x30000 && (c == '\n' || c == '\r' || c == '\t' || !is(c, cls::odd));
    }
    return good * 20 >= units * 19;
}

Encoding by_zeros(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, sample_size & ~std::size_t{3});
    const Zeros z = zeros(head);
    const std::size_t all = z.even + z.odd;
    if (all == 0) return {};
    if (is_utf32(head, Order::little)) return {"UTF-32LE"};
    if (is_utf32(head, Order::big)) return {"UTF-32BE"};
    // Western text in UTF-16 has a zero in nearly every unit, and always on the same side.
    if (all * 5 >= head.size() && std::max(z.even, z.odd) * 10 >= all * 9) {
        const Codec* const codec = find(z.odd > z.even ? "UTF-16LE" : "UTF-16BE");
        Decoded sample;
        codec->decode(head, 0, sample);
        const auto odd =
            static_cast<std::size_t>(std::count_if(sample.text.chars.begin(), sample.text.chars.end(), [](char32_t c) {
                return c == 0 || (is(c, cls::odd) && !is(c, cls::space));
            }));
        if (odd * 10 < sample.text.chars.size()) return {std::string(codec->name)};
    }
    return {};
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
    if (Encoding found = by_mark(bytes); !found.name.empty()) return found;
    if (Encoding found = by_zeros(bytes); !found.name.empty()) return found;

    const std::string_view sample = sample_of(bytes);
    Decoded utf8;
    decode_utf8(sample, 0, utf8);
    // The sample may end inside a character, where the file goes on.
    if (!utf8.broken.empty() && sample.end() != bytes.end() &&
        utf8.text.at[utf8.broken.back().begin] + 4 > sample.size())
        utf8.broken.pop_back();
    if (utf8.broken.empty() && bytes.find('\0') == std::string_view::npos) return {"UTF-8"};
    const auto multi = static_cast<std::size_t>(
        std::count_if(utf8.text.chars.begin(), utf8.text.chars.end(), [](char32_t c) { return c >= 0x80; }));
    std::size_t broken = 0;
    for (const Run& run : utf8.broken) broken += run.size();
    if (multi > 2 * broken) return {"UTF-8"};  // whole sequences come about by chance in few other encodings

    std::array<long, candidates> points{};
    for (std::size_t i = 0; i < candidates; ++i) {
        const bool two = codecs[i].name.substr(0, 6) == "UTF-16";
        // Units of two bytes count from the file's beginning.
        std::string_view part = two ? bytes.substr(0, sample_size) : sample;
        Decoded decoded;
        codecs[i].decode(part, 0, decoded);
        points[i] = score(part, decoded, codecs[i]);
        if (two && bytes.size() % 2 != 0) points[i] -= 16;  // cut short, or not UTF-16
    }
    const auto best = std::max_element(points.begin(), points.end());
    const auto index = static_cast<std::size_t>(best - points.begin());
    if (utf8.broken.empty() && codecs[index].name.substr(0, 6) != "UTF-16") return {"UTF-8"};
    // Nothing reads well: each byte a character loses least. Zeros and their like are the same in all but UTF-16.
    const bool is_utf16 = codecs[index].name.substr(0, 6) == "UTF-16";
    const auto noise = is_utf16 ? 0 : std::count_if(sample.begin(), sample.end(), [](char c) {
        return static_cast<Byte>(c) < 0x80 && is_noise(static_cast<Byte>(c));
    });
    if (*best + noise_costs * noise <= 0) return {"windows-1252", 0, false};
    std::sort(points.begin(), points.end());
    return {std::string(codecs[index].name), 0, points[candidates - 1] > points[candidates - 2] + 4};
}

Encoding named_encoding(const std::string& name, std::string_view bytes) {
    const std::string wanted = simplified(name);
    Encoding mark = by_mark(bytes);
    if (wanted == " utf16 " || wanted == " ucs2 " || wanted == " unicode ") {
        if (begins(mark.name, "UTF-16")) return mark;
        const Zeros z = zeros(bytes.substr(0, sample_size));
        Encoding found = detect_encoding(bytes);
        if (begins(found.name, "UTF-16")) return found;
        return {z.even > z.odd ? "UTF-16BE" : "UTF-16LE"};
    }
    if (wanted == " utf32 " || wanted == " ucs4 ") {
        if (begins(mark.name, "UTF-32")) return mark;
        return {!bytes.empty() && bytes[0] == 0 ? "UTF-32BE" : "UTF-32LE"};
    }
    for (const Codec& codec : codecs)
        if (wanted.size() > 2 && codec.names.find(wanted) != std::string_view::npos)
            return {std::string(codec.name), mark.name == codec.name ? mark.mark : 0};
    return {standard_name(name)};
}

Decoded decode(std::string_view bytes, Encoding& encoding) {
    Decoded out;
    const Codec* const codec = find(encoding.name);
    if (codec == nullptr)
        decode_by_icu(encoding.name, bytes, encoding.mark, out);
    else if (std::string name = codec->decode(bytes, encoding.mark, out); !name.empty())
        encoding.name = std::move(name);
    if (encoding.name != "UTF-8") find_controls(out);
    return out;
}

Decoded decode_detected(std::string_view bytes, Encoding& encoding) {
    // Nearly every file is sound UTF-8: try that before anything is measured. Zero bytes may mean UTF-16.
    Decoded out;
    if (bytes.find('\0') == std::string_view::npos) {
        const std::size_t mark = begins(bytes, "\xEF\xBB\xBF") ? 3 : 0;
        if (decode_sound_utf8(bytes, mark, out)) {
            encoding = {"UTF-8", mark};
            return out;
        }
    }
    encoding = detect_encoding(bytes);
    return decode(bytes, encoding);
}

}  // namespace broadsheet::reading
