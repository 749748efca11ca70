#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <memory>
#include <string>
#include <vector>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

// The words that are frequent in Western languages: open addressing by a word's letters.
class FrequentWords {
public:
    static constexpr std::size_t longest = 16;
    using Votes = std::array<std::size_t, 16>;  // by table

    FrequentWords() {
        for (std::size_t t = 3; t < tables().size(); ++t)
            each_word(tables()[t].common, ' ', [&](std::string_view one) {
                const auto word = to_utf32(one);
                const auto at = place_of(word, hash_of(word));
                words_[at] = word;
                tables_[at] = static_cast<std::uint16_t>(tables_[at] | 1U << t);
            });
    }

    [[nodiscard]] static std::uint32_t more(std::uint32_t hash, char32_t c) { return (hash ^ c) * 0x01000193U; }

    // `hash`: of its letters, one after the other.
    void vote(std::u32string_view word, std::uint32_t hash, Votes& votes) const {
        for (unsigned found = tables_[place_of(word, hash)]; found; found &= found - 1)
            ++votes[static_cast<std::size_t>(std::countr_zero(found))];
    }

private:
    static constexpr std::size_t slots = 4096;  // many more than there are words

    static std::uint32_t hash_of(std::u32string_view word) {
        std::uint32_t hash = 0;
        for (const char32_t c : word) hash = more(hash, c);
        return hash;
    }
    [[nodiscard]] std::size_t place_of(std::u32string_view word, std::uint32_t hash) const {
        auto i = static_cast<std::size_t>(hash * 0x9E3779B1U >> 20U);
        while (tables_[i] != 0 && words_[i] != word) i = (i + 1) % slots;
        return i;
    }

    // Most slots that are looked at are empty, and what says so takes little room in the cache.
    std::array<std::uint16_t, slots> tables_{};
    std::vector<std::u32string> words_ = std::vector<std::u32string>(slots);
};

}  // namespace

std::string language_of(std::u32string_view text) {
    constexpr std::size_t enough = 1000;
    text = text.substr(0, enough);
    std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
    for (const char32_t c : text) {
        if (c < 0x80) {
            letters += (c | 0x20U) - U'a' < 26U;
            continue;
        }
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
    static const FrequentWords words;
    FrequentWords::Votes votes{};
    std::array<char32_t, FrequentWords::longest> word{};
    std::size_t size = 0;
    std::uint32_t hash = 0;
    const auto letter = [&](char32_t c) {
        if (size < word.size()) word[size] = c;
        ++size;
        hash = FrequentWords::more(hash, c);
    };
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        if (c < 0x80 ? (c | 0x20U) - U'a' < 26U : is(c, cls::letter)) {
            letter(c < 0x80 ? c | 0x20U : c);
            continue;
        }
        if (size > 0 && size <= word.size()) words.vote({word.data(), size}, hash, votes);
        size = hash = 0;
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? std::string() : std::string(tables()[static_cast<std::size_t>(best - votes.begin())].tag);
}

}  // namespace broadsheet::language
