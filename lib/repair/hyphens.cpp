#include "repair/hyphens.hpp"

#include <algorithm>
#include <array>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest_word = 60;
// After a suspended hyphen: short- or long-term, Ein- und Ausgang, demi- ou plein tarif.
constexpr std::array<std::u32string_view, 11> conjunctions = {U"and",   U"or",  U"to", U"und", U"oder", U"bis",
                                                              U"sowie", U"bzw", U"et", U"ou",  U"nor"};

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

std::uint64_t hash_joined(std::u32string_view a, std::u32string_view b) {
    Hash h;
    for (const char32_t c : a) h.add(c);
    for (const char32_t c : b) h.add(c);
    return h.value;
}

std::uint64_t hash_hyphenated(std::u32string_view a, std::u32string_view b) {
    Hash h;
    for (const char32_t c : a) h.add(c);
    h.add(U'-');
    for (const char32_t c : b) h.add(c);
    return h.value;
}

// Of a word: quickly found.
std::size_t key(char32_t first, char32_t last, std::size_t size) {
    return (folded(first) * 31U + folded(last)) * 31U + size;
}

}  // namespace

bool Hyphens::concerns(std::u32string_view left, std::u32string_view right) {
    return left.size() > 1 && !right.empty() && hyphen(left.back()) && letter(left[left.size() - 2]) &&
           is(right.front(), cls::letter | cls::digit);
}

void Hyphens::ask(std::u32string_view left, std::u32string_view right) {
    const auto a = last_part(left), b = first_part(right);
    if (a.empty() || b.empty()) return;
    asked_.set(key(a.front(), b.back(), a.size() + b.size()) % asked_.size());
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
        const auto begin = i;
        while (i < line.size() && letter(line[i])) ++i;
        if (asked_[key(line[begin], line[i - 1], i - begin) % asked_.size()])
            if (const auto at = joined_.find(hash_joined(line.substr(begin, i - begin), {})); at != joined_.end())
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
    if (std::find(conjunctions.begin(), conjunctions.end(), b) != conjunctions.end() && b.size() < right.size() &&
        is(right[b.size()], cls::space))
        return Joint::space;
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
