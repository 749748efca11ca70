#include "repair/word_counts.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t around = 2;  // letters on each side of a joint
constexpr std::size_t longest_word = 60;

bool letter(char32_t c) { return is(c, cls::letter); }
bool hyphen(char32_t c) { return is(c, cls::hyphen); }

// FNV-1a of a form, letter by letter.
struct Hash {
    std::uint64_t value = 0xCBF29CE484222325U;
    Hash& add(char32_t c) {
        value = (value ^ folded(c)) * 0x100000001B3U;
        return *this;
    }
    Hash& add(std::u32string_view text) {
        for (const char32_t c : text) add(c);
        return *this;
    }
};

std::uint64_t word_form(std::u32string_view word) { return Hash().add(word).value; }
std::uint64_t letters_form(std::u32string_view four) { return Hash().add(U'*').add(four).value; }
std::size_t slot(std::uint64_t hash) { return hash >> 40U & 0xFFFFU; }

}  // namespace

// A word without letters at its end that may be its inflection: the page may have it in another case or number.
std::u32string_view WordCounts::stem(std::u32string_view word) const {
    if (match_ == Match::exact) return word;
    constexpr std::size_t most = 4, least_left = 5;
    constexpr std::u32string_view endings = U"ensrm";
    for (std::size_t n = 0; n < most && word.size() > least_left; ++n) {
        if (endings.find(folded(word.back())) == std::u32string_view::npos) break;
        word.remove_suffix(1);
    }
    return word;
}

std::uint64_t WordCounts::joined_form(std::u32string_view word) const { return Hash().add(stem(word)).add(U'^').value; }

std::uint64_t WordCounts::parted(std::u32string_view a, char32_t sign, std::u32string_view b) const {
    return Hash().add(a).add(sign).add(stem(b)).value;
}

void WordCounts::ask_for(std::uint64_t form) {
    counts_.emplace(form, 0);
    asked_.set(slot(form));
}

void WordCounts::ask(std::u32string_view left, std::u32string_view right) {
    if (left.empty() || right.empty()) return;
    for (const auto form : {joined_form(std::u32string(left) += right), parted(left, U'-', right),
                            parted(left, U' ', right), word_form(left), word_form(right)})
        ask_for(form);
    if (left.size() < around || right.size() < around) return;
    const auto four = std::u32string(left.substr(left.size() - around)) + std::u32string(right.substr(0, around));
    const auto form = letters_form(four);
    ask_for(form);
}

void WordCounts::add(std::uint64_t form) {
    if (!asked_[slot(form)]) return;
    if (const auto at = counts_.find(form); at != counts_.end()) ++at->second;
}

void WordCounts::add_letters(std::u32string_view word) {
    for (std::size_t i = 0; i + 2 * around <= word.size(); ++i) {
        add(letters_form(word.substr(i, 2 * around)));
    }
}

void WordCounts::read(std::u32string_view line) {
    if (line.empty()) return;
    bool rest = torn_;
    torn_ = hyphen(line.back());
    std::u32string_view before;  // the word before, if a hyphen or a space parts it from the next
    char32_t sign = 0;
    for (std::size_t i = 0; i < line.size();) {
        if (!letter(line[i])) {
            if (!before.empty()) sign = sign == 0 && (hyphen(line[i]) || line[i] == U' ') ? line[i] : U'.';
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < line.size() && letter(line[i])) ++i;
        const auto word = line.substr(begin, i - begin);
        const bool whole = !rest && !(torn_ && i + 1 == line.size()) && word.size() <= longest_word;
        rest = false;
        if (!before.empty() && whole && sign == U' ') add(parted(before, U' ', word));
        if (!before.empty() && whole && sign != 0 && hyphen(sign)) add(parted(before, U'-', word));
        before = {};
        sign = 0;
        if (!whole) continue;
        ++words_;
        add(word_form(word));
        add(joined_form(word));
        add_letters(word);
        before = word;
    }
}

std::uint32_t WordCounts::count(std::uint64_t form) const {
    const auto at = counts_.find(form);
    return at == counts_.end() ? 0 : at->second;
}

WordCounts::Seen WordCounts::seen(std::u32string_view left, std::u32string_view right) const {
    Seen s;
    s.words = words_;
    s.joined = count(joined_form(std::u32string(left) += right));
    s.hyphenated = count(parted(left, U'-', right));
    s.split = count(parted(left, U' ', right));
    s.left = count(word_form(left));
    s.right = count(word_form(right));
    if (left.size() >= around && right.size() >= around)
        s.letters = count(
            letters_form(std::u32string(left.substr(left.size() - around)) + std::u32string(right.substr(0, around))));
    return s;
}

}  // namespace broadsheet::repair_stage
