#include "language/hyphenation.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

using Words = std::unordered_set<std::u32string>;

struct HyphenWords {
    Words keeps_after, keeps_words, keeps_before, solid_first, solid_second, endings, suspends, suspends_nouns, common;
};

namespace {

constexpr std::u32string_view vowels = U"aeiouyäöüàâæéèêëïîôœùûÿáíóúãõåøAEIOUYÄÖÜÀÂÆÉÈÊËÏÎÔŒÙÛŸÁÍÓÚÃÕÅØ";

bool vowel(char32_t c) { return vowels.find(c) != std::u32string_view::npos; }

Words words_of(std::string_view list) {
    Words out;
    each_word(list, ' ', [&](std::string_view one) { out.insert(to_utf32(one)); });
    return out;
}

std::u32string small(std::u32string_view word) {
    std::u32string out(word);
    for (char32_t& c : out) c = folded(c);
    return out;
}

bool has(const Words& words, std::u32string_view word) { return words.find(small(word)) != words.end(); }

// The word itself is listed, or its end is: *ally.
bool has_word_or_end(const Words& words, std::u32string_view word) {
    if (has(words, word)) return true;
    constexpr std::size_t longest_end = 6;
    const auto all = small(word);
    for (std::size_t n = 2; n <= longest_end && n < all.size(); ++n)
        if (words.find(U"*" + all.substr(all.size() - n)) != words.end()) return true;
    return false;
}

const std::map<std::string_view, HyphenWords>& all_words() {
    static const auto all = [] {
        std::map<std::string_view, HyphenWords> out;
        for (const auto& table : tables()) {
            const auto& h = table.hyphens;
            out[table.tag] = {.keeps_after = words_of(h.keeps_after),
                              .keeps_words = words_of(h.keeps_words),
                              .keeps_before = words_of(h.keeps_before),
                              .solid_first = words_of(h.solid_first),
                              .solid_second = words_of(h.solid_second),
                              .endings = words_of(table.endings),
                              .suspends = words_of(h.suspends),
                              .suspends_nouns = words_of(h.suspends_nouns),
                              .common = words_of(table.common)};
        }
        return out;
    }();
    return all;
}

}  // namespace

Hyphenation::Hyphenation(std::u32string_view text) : tag_(language_of(text)) {
    for (const auto& table : tables()) {
        if (table.tag != tag_) continue;
        words_ = &all_words().at(table.tag);
        capital_nouns_ = table.capital_nouns;
        solid_compounds_ = table.hyphens.solid_compounds;
        open_syllables_ = table.hyphens.open_syllables;
    }
}

bool Hyphenation::keeps_after(std::u32string_view left) const {
    return words_ && has_word_or_end(words_->keeps_after, left);
}
bool Hyphenation::keeps_words(std::u32string_view left) const { return words_ && has(words_->keeps_words, left); }
bool Hyphenation::keeps_before(std::u32string_view right) const { return words_ && has(words_->keeps_before, right); }
bool Hyphenation::solid(std::u32string_view left, std::u32string_view right) const {
    return words_ && (has(words_->solid_first, left) || has(words_->solid_second, right));
}
bool Hyphenation::ending(std::u32string_view right) const { return words_ && has(words_->endings, right); }
bool Hyphenation::common(std::u32string_view word) const { return words_ && has(words_->common, word); }

// Where the language is not known, those of all languages.
bool Hyphenation::suspends(std::u32string_view word, bool capital_follows) const {
    const auto listed = [&](const HyphenWords& words) {
        return has(words.suspends, word) || has(words.suspends, U"*" + std::u32string(word)) ||
               (capital_follows && has(words.suspends_nouns, word));
    };
    if (words_) return listed(*words_);
    return std::any_of(all_words().begin(), all_words().end(), [&](const auto& one) { return listed(one.second); });
}

bool Hyphenation::ends_words(std::u32string_view conjunction) const {
    const auto starred = U"*" + std::u32string(conjunction);
    return std::any_of(all_words().begin(), all_words().end(), [&](const auto& one) {
        return (!words_ || words_ == &one.second) && has(one.second.suspends, starred);
    });
}

bool Hyphenation::two_adjectives(std::u32string_view left, std::u32string_view right) const {
    if (!solid_compounds_ || !(left.ends_with(U"isch") || left.ends_with(U"tsch"))) return false;
    for (const auto* end : {U"", U"e", U"en", U"er", U"es", U"em"})
        for (const auto* stem : {U"isch", U"tsch"})
            if (right.ends_with(std::u32string(stem) + end)) return true;
    return false;
}

bool Hyphenation::never_parted(std::u32string_view left, std::u32string_view right) const {
    if (!words_ || left.empty() || right.empty()) return false;
    // St-, Mc-, TV-; in small letters it is a misreading.
    if (is(left.front(), cls::upper) && std::none_of(left.begin(), left.end(), vowel)) return true;
    return open_syllables_ && vowel(right.front()) && !vowel(left.back()) && folded(left.back()) != U'x';
}

bool Hyphenation::torn(std::u32string_view left, std::u32string_view right) const {
    if (!words_) return false;
    if (ending(right)) return true;
    // Where nouns have capitals a compound's second part has one, unless it is an adjective behind another.
    return capital_nouns_ && !left.ends_with(U"sch") && !common(right);
}

}  // namespace broadsheet::language
