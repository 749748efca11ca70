#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <unordered_map>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

// The words that are frequent in Western languages.
class FrequentWords {
public:
    static constexpr std::size_t longest = 16;
    using Votes = std::array<std::size_t, 16>;  // by table

    FrequentWords() {
        for (std::size_t t = 3; t < tables().size(); ++t)
            each_word(tables()[t].common, ' ', [&](std::string_view one) {
                const auto word = to_utf32(one);
                known_.set(key(word));
                tables_of_[word] |= 1U << t;
            });
    }

    void vote(std::u32string_view word, Votes& votes) const {
        if (!known_[key(word)]) return;
        const auto at = tables_of_.find(std::u32string(word));
        if (at == tables_of_.end()) return;
        for (std::size_t t = 3; t < tables().size(); ++t) votes[t] += at->second >> t & 1U;
    }

private:
    static std::size_t key(std::u32string_view word) {
        return (word.front() * 31U + word.back() * 7U + word.size()) % 1024;
    }

    std::bitset<1024> known_;  // by a word's ends and length: most words are none of these
    std::unordered_map<std::u32string, unsigned> tables_of_;
};

}  // namespace

std::string language_of(std::u32string_view text) {
    constexpr std::size_t enough = 1000;
    text = text.substr(0, enough);
    std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (c < 0x80) {
            letters += (f & cls::letter) != 0;
            continue;
        }
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
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is(text[i], cls::letter)) {
            if (size < word.size()) word[size] = text[i] < 0x80 && is(text[i], cls::upper) ? text[i] + 32 : text[i];
            ++size;
            continue;
        }
        if (size > 0 && size <= word.size()) words.vote({word.data(), size}, votes);
        size = 0;
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? std::string() : std::string(tables()[static_cast<std::size_t>(best - votes.begin())].tag);
}

}  // namespace broadsheet::language
