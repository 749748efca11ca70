// Writes the table of character classes from ICU's character properties: a program of the build, so that the
// hot path needs no call into ICU. The classes are those of lib/core/chars.hpp.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string_view>
#include <vector>

#include "core/char_class.hpp"

namespace {

using namespace broadsheet;  // NOLINT: a program of one file

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

std::uint32_t classify(char32_t c) {
    const auto cp = static_cast<UChar32>(c);
    std::uint32_t f = 0;
    const int width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) f |= cls::wide;
    if (width == U_EA_AMBIGUOUS) f |= cls::ambiguous;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(cp, &status);
    if (script == USCRIPT_HAN) f |= cls::han;
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == U'ー') f |= cls::kana;
    if (script == USCRIPT_HANGUL) f |= cls::hangul;
    if (u_isalpha(cp) && !(f & (cls::han | cls::kana | cls::hangul))) f |= cls::letter;
    if (u_isupper(cp)) f |= cls::upper;
    if (u_islower(cp)) f |= cls::lower;
    if (u_charType(cp) == U_DECIMAL_DIGIT_NUMBER) f |= cls::digit;
    if (u_isUWhiteSpace(cp) || c == 0xFEFF || c == 0x200B) f |= cls::space;
    const int type = u_charType(cp);
    if (type == U_CONTROL_CHAR || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE)
        f |= cls::odd;
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) f |= cls::zero_width;
    if (type == U_START_PUNCTUATION || in(c, U"“‘«‹「『《〈【（［｛〝﹁﹃﹙﹛﹝")) f |= cls::open;
    if (type == U_END_PUNCTUATION || in(c, U"”’»›」』》〉】）］｝〞﹂﹄﹚﹜﹞")) f |= cls::close;
    if (in(c, U"“”‘’«»‹›„‚‟\"'「」『』﹁﹂﹃﹄〝〞＂＇")) f |= cls::quote;
    if (in(c, U".!?。！？．｡…‼⁇⁈⁉︒︕︖﹗﹖﹒")) f |= cls::terminal;
    if (in(c, U",;:、，；：､﹐﹑﹔﹕︐︑︓︔")) f |= cls::pause;
    if (in(c, U"-‐‑\u00AD¬⸗=゠")) f |= cls::hyphen;
    if (in(c, U"–—―─━‒⸺⸻﹘－–︱︲")) f |= cls::dash;
    if (u_ispunct(cp) || type == U_MATH_SYMBOL || type == U_OTHER_SYMBOL || type == U_CURRENCY_SYMBOL) f |= cls::mark;
    if ((c >= 0xFE10 && c <= 0xFE19) || (c >= 0xFE30 && c <= 0xFE48)) f |= cls::vertical_form;
    return f;
}

}  // namespace

int main() {
    // Two stages: pages of 256 characters, equal pages stored once; planes above 2 (rare) share a rule in chars.hpp.
    constexpr std::uint32_t limit = 0x32000;
    std::vector<std::vector<std::uint32_t>> pages;
    std::map<std::vector<std::uint32_t>, unsigned> seen;
    std::vector<unsigned> index;
    for (std::uint32_t base = 0; base < limit; base += 256) {
        std::vector<std::uint32_t> page;
        page.reserve(256);
        for (std::uint32_t i = 0; i < 256; ++i) page.push_back(classify(static_cast<char32_t>(base + i)));
        const auto [where, fresh] = seen.emplace(page, static_cast<unsigned>(pages.size()));
        if (fresh) pages.push_back(page);
        index.push_back(where->second);
    }
    std::printf("inline constexpr std::uint32_t table_limit = 0x%X;\ninline constexpr std::uint8_t page_of[] = {",
                limit);
    for (auto i : index) std::printf("%u,", i);
    std::printf("};\ninline constexpr std::uint32_t page_table[][256] = {\n");
    for (const auto& page : pages) {
        std::printf("{");
        for (auto f : page) std::printf("%u,", f);
        std::printf("},\n");
    }
    std::printf("};\n");
}
