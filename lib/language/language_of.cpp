#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <unordered_map>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

std::string language_of(std::u32string_view text) {
    constexpr std::size_t enough = 1000;
    text = text.substr(0, enough);
    std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (f & cls::han) ++han;
        if (f & cls::kana) ++kana;
        if (f & cls::hangul) ++hangul;
        if (f & cls::letter) ++letters;
    }
    if (hangul > han + kana && hangul * 3 > letters) return "ko";
    if ((han + kana) * 4 > letters && han + kana > 0) {
        if (kana * 10 > han) return "ja";
        using Set = std::bitset<0x10000>;
        static const auto set_of = [](std::string_view list) {
            auto set = std::make_unique<Set>();
            for (const char32_t c : to_utf32(list)) set->set(c & 0xFFFFU);
            return set;
        };
        static const auto simplified = set_of(tables()[0].common), traditional = set_of(tables()[1].common);
        std::size_t hans = 0, hant = 0;
        for (const char32_t c : text) {
            if (!is(c, cls::han)) continue;
            const bool s = c < 0x10000 && (*simplified)[c], t = c < 0x10000 && (*traditional)[c];
            if (s && !t) ++hans;
            if (t && !s) ++hant;
        }
        return hant > hans ? "zh-Hant" : "zh-Hans";
    }
    if (letters < 8) return {};
    // Western languages: the one with most of its frequent words.
    static const auto words = [] {
        std::unordered_map<std::u32string, unsigned> map;
        for (std::size_t t = 3; t < tables().size(); ++t) {
            const auto list = to_utf32(tables()[t].common);
            for (std::size_t begin = 0; begin < list.size();) {
                const auto end = std::min(list.find(U' ', begin), list.size());
                map[list.substr(begin, end - begin)] |= 1U << t;
                begin = end + 1;
            }
        }
        return map;
    }();
    std::array<std::size_t, 16> votes{};
    std::u32string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is(text[i], cls::letter)) {
            word.push_back(text[i] < 0x80 && is(text[i], cls::upper) ? text[i] + 32 : text[i]);
            continue;
        }
        if (const auto at = words.find(word); at != words.end())
            for (std::size_t t = 3; t < tables().size(); ++t)
                if (at->second >> t & 1U) ++votes[t];
        word.clear();
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? std::string() : std::string(tables()[static_cast<std::size_t>(best - votes.begin())].tag);
}

}  // namespace broadsheet::language
