#include "repair/hyphens.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest_word = 60;
// After a suspended hyphen: short- or long-term, Ein- und Ausgang, demi- ou plein tarif.
constexpr std::array<std::u32string_view, 11> conjunctions = {U"and",   U"or",  U"to", U"und", U"oder", U"bis",
                                                              U"sowie", U"bzw", U"et", U"ou",  U"nor"};
// The same before a noun with its capital: Teil- statt Vollzeit. Elsewhere they end words: Werk-statt.
constexpr std::array<std::u32string_view, 2> before_nouns = {U"statt", U"als"};

bool letter(char32_t c) { return is(c, cls::letter); }
bool hyphen(char32_t c) { return is(c, cls::hyphen); }

char32_t folded(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    return c;
}

struct Hash {
    std::uint64_t value = 0xCBF29CE484222325U;
    void add(char32_t c) { value = (value ^ folded(c)) * 0x100000001B3U; }
};

// The letters (and inner hyphens) at the end of the text, before its last hyphen.
std::u32string_view last_part(std::u32string_view text) {
    text.remove_suffix(1);
    std::size_t n = 0;
    while (n < text.size() && n < longest_word && letter(text[text.size() - 1 - n])) ++n;
    return text.substr(text.size() - n);
}

std::u32string_view first_part(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && n < longest_word && letter(text[n])) ++n;
    return text.substr(0, n);
}

// Letters at the end of a word that may be its inflection: the page may have it in another case or number.
std::size_t inflection(std::u32string_view word) {
    constexpr std::size_t most = 2, least_left = 5;
    constexpr std::u32string_view letters = U"ensrm";
    std::size_t n = 0;
    while (n < most && word.size() > least_left + n && letters.find(word[word.size() - 1 - n]) != letters.npos) ++n;
    return n;
}

bool one_of(std::u32string_view word, std::span<const std::u32string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Is the hyphen before this text, which begins with a whole word, a suspended one?
bool suspended(std::u32string_view word, std::u32string_view text) {
    if (word.size() >= text.size() || !is(text[word.size()], cls::space)) return false;
    if (one_of(word, conjunctions)) return true;
    return one_of(word, before_nouns) && word.size() + 1 < text.size() && is(text[word.size() + 1], cls::upper);
}

}  // namespace

bool Hyphens::concerns(std::u32string_view left, std::u32string_view right) {
    return left.size() > 1 && !right.empty() && hyphen(left.back()) &&
           is(left[left.size() - 2], cls::letter | cls::digit) && is(right.front(), cls::letter | cls::digit);
}

// How many letters at the end of a word do not count.
std::size_t Hyphens::ending(std::u32string_view word) const { return match_ == Match::exact ? 0 : inflection(word); }

std::uint64_t Hyphens::hash_joined(std::u32string_view a, std::u32string_view b) const {
    std::u32string word(a);
    word += b;
    word.resize(word.size() - ending(word));
    Hash h;
    for (const char32_t c : word) h.add(c);
    return h.value;
}

std::uint64_t Hyphens::hash_hyphenated(std::u32string_view a, std::u32string_view b) const {
    b.remove_suffix(ending(b));
    Hash h;
    for (const char32_t c : a) h.add(c);
    h.add(U'-');
    for (const char32_t c : b) h.add(c);
    return h.value;
}

void Hyphens::ask(std::u32string_view left, std::u32string_view right) {
    const auto a = last_part(left), b = first_part(right);
    if (a.empty() || b.empty()) return;
    joined_.emplace(hash_joined(a, b), 0);
    hyphenated_.emplace(hash_hyphenated(a, b), 0);
}

void Hyphens::read(std::u32string_view line) {
    for (std::size_t i = 0; i < line.size();) {
        if (!letter(line[i])) {
            ++i;
            continue;
        }
        // One word; and with the part before it, where a hyphen stands between them.
        std::array<Hash, 3> word;  // without its last letters: none, one, two
        const auto begin = i;
        while (i < line.size() && letter(line[i])) {
            word[2] = word[1];
            word[1] = word[0];
            word[0].add(line[i++]);
        }
        if (const auto at = joined_.find(word[ending(line.substr(begin, i - begin))].value); at != joined_.end())
            ++at->second;
        if (begin > 1 && hyphen(line[begin - 1]) && letter(line[begin - 2])) {
            auto from = begin - 1;
            while (from > 0 && begin - from < longest_word && letter(line[from - 1])) --from;
            const auto h = hash_hyphenated(line.substr(from, begin - 1 - from), line.substr(begin, i - begin));
            if (const auto at = hyphenated_.find(h); at != hyphenated_.end()) ++at->second;
        }
    }
}

Hyphens::Seen Hyphens::seen(std::u32string_view left, std::u32string_view right) const {
    const auto a = last_part(left), b = first_part(right);
    const auto joined = joined_.find(hash_joined(a, b));
    const auto hyphenated = hyphenated_.find(hash_hyphenated(a, b));
    return {joined == joined_.end() ? 0 : joined->second, hyphenated == hyphenated_.end() ? 0 : hyphenated->second};
}

Joint Hyphens::decide(std::u32string_view left, std::u32string_view right) const {
    const char32_t mark = left.back(), next = right.front();
    if (mark == U'\u00AD' || mark == U'¬' || mark == U'⸗') return Joint::unhyphen;
    const auto a = last_part(left), b = first_part(right);
    if (b.empty()) return Joint::glue;  // a number
    if (suspended(b, right)) return Joint::space;
    if (a.empty()) return Joint::glue;  // the same
    // No abbreviation goes on in small letters.
    if (is(next, cls::lower) && a.size() > 1 &&
        std::all_of(a.begin(), a.end(), [](char32_t c) { return is(c, cls::upper); }))
        return Joint::glue;
    const Seen times = seen(left, right);
    if (times.hyphenated > times.joined) return Joint::glue;
    if (times.joined > 0) return Joint::unhyphen;
    // In a line of capitals both parts are capitals.
    const bool capitals = a.size() > 1 && is(a.back(), cls::upper) && is(a[a.size() - 2], cls::upper) &&
                          (b.size() < 2 || is(b[1], cls::upper));
    if (is(next, cls::upper) && !capitals) return Joint::glue;
    return Joint::unhyphen;
}

}  // namespace broadsheet::repair_stage
