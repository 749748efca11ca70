#include "repair/word_counts.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t around = 2;  // letters on each side of a joint
constexpr std::size_t longest_word = 60;

bool letter(char32_t c) { return is_of_word(c); }
bool hyphen(char32_t c) { return is(c, cls::hyphen); }

// FNV-1a of a form, letter by letter.
constexpr std::uint64_t empty = 0xCBF29CE484222325U, prime = 0x100000001B3U;
std::uint64_t with(std::uint64_t hash, char32_t c) { return (hash ^ folded(c)) * prime; }
std::uint64_t with(std::uint64_t hash, std::u32string_view text) {
    for (const char32_t c : text) hash = with(hash, c);
    return hash;
}
std::uint64_t word_form(std::u32string_view word) { return with(empty, word); }
std::uint64_t stem_form(std::uint64_t stem) { return with(stem, U'^'); }
// Of four letters, 16 bits each.
std::uint64_t letters_form(std::uint64_t four) { return (four ^ four >> 29U) * 0x9E3779B97F4A7C15U; }
std::uint64_t letters_form(std::u32string_view left, std::u32string_view right) {
    std::uint64_t four = 0;
    for (const char32_t c : left.substr(left.size() - around)) four = four << 16U | (folded(c) & 0xFFFFU);
    for (const char32_t c : right.substr(0, around)) four = four << 16U | (folded(c) & 0xFFFFU);
    return letters_form(four);
}
std::size_t slot(std::uint64_t hash) { return hash >> 40U & 0xFFFFU; }

// May a word end with it where another form of the word does not?
bool inflects(char32_t c) { return std::u32string_view(U"ensrm").find(folded(c)) != std::u32string_view::npos; }

}  // namespace

// Letters of a word but for those at its end that may be its inflection: the page may have it in another case or
// number.
std::size_t WordCounts::stem(std::u32string_view word) const {
    constexpr std::size_t most = 4, least_left = 5;
    auto n = word.size();
    if (match_ == Match::exact) return n;
    while (n > least_left && word.size() - n < most && inflects(word[n - 1])) --n;
    return n;
}

std::uint64_t WordCounts::joined_form(std::u32string_view left, std::u32string_view right) const {
    const auto word = std::u32string(left) += right;
    return stem_form(word_form(std::u32string_view(word).substr(0, stem(word))));
}

std::uint64_t WordCounts::parted_form(std::uint64_t left, char32_t sign, std::u32string_view right) const {
    return with(with(left, sign), right.substr(0, stem(right)));
}

void WordCounts::ask_for(std::uint64_t form) {
    counts_.emplace(form, 0);
    asked_.set(slot(form));
}

void WordCounts::ask(std::u32string_view left, std::u32string_view right, Parted parted) {
    if (left.empty() || right.empty()) return;
    const auto first = word_form(left);
    lefts_.set(slot(first));
    for (const auto form : {first, word_form(right), joined_form(left, right), parted_form(first, U' ', right)})
        ask_for(form);
    if (parted == Parted::by_nothing) return;
    ask_for(parted_form(first, U'-', right));
    if (left.size() < around || right.size() < around) return;
    ask_for(letters_form(left, right));
    letters_ = true;
}

void WordCounts::ask(std::u32string_view word) {
    if (!word.empty()) ask_for(word_form(word));
}

std::uint32_t WordCounts::times(std::u32string_view word) const { return count(word_form(word)); }

void WordCounts::add(std::uint64_t form) {
    if (!asked_[slot(form)]) return;
    if (const auto at = counts_.find(form); at != counts_.end()) ++at->second;
}

// Gives the form of the word.
std::uint64_t WordCounts::add_word(std::u32string_view word) {
    const auto stem_size = stem(word);
    std::uint64_t hash = empty, four = 0, stem_hash = empty;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t c = folded(word[i]);
        hash = (hash ^ c) * prime;
        if (i + 1 == stem_size) stem_hash = hash;
        if (!letters_) continue;
        four = four << 16U | (c & 0xFFFFU);
        if (i + 1 >= 2 * around) add(letters_form(four));
    }
    ++words_;
    add(hash);
    add(stem_form(stem_hash));
    return hash;
}

void WordCounts::read(std::u32string_view line) {
    if (line.empty()) return;
    bool rest = torn_;
    torn_ = hyphen(line.back());
    std::uint64_t before = 0;  // form of the word before, if a hyphen or a space parts it from the next
    char32_t sign = 0;
    for (std::size_t i = 0; i < line.size();) {
        if (!letter(line[i])) {
            if (before) sign = sign == 0 && (hyphen(line[i]) || line[i] == U' ') ? line[i] : U'.';
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < line.size() && letter(line[i])) ++i;
        const auto word = line.substr(begin, i - begin);
        const bool whole = !rest && !(torn_ && i + 1 == line.size()) && word.size() <= longest_word;
        rest = false;
        if (before && whole && sign != U'.' && lefts_[slot(before)])
            add(parted_form(before, hyphen(sign) ? U'-' : U' ', word));
        before = whole ? add_word(word) : 0;
        sign = 0;
    }
}

std::uint32_t WordCounts::count(std::uint64_t form) const {
    const auto at = counts_.find(form);
    return at == counts_.end() ? 0 : at->second;
}

WordCounts::Seen WordCounts::seen(std::u32string_view left, std::u32string_view right) const {
    Seen s;
    s.words = words_;
    const auto first = word_form(left);
    s.joined = count(joined_form(left, right));
    s.hyphenated = count(parted_form(first, U'-', right));
    s.split = count(parted_form(first, U' ', right));
    s.left = count(first);
    s.right = count(word_form(right));
    if (left.size() >= around && right.size() >= around) s.letters = count(letters_form(left, right));
    return s;
}

}  // namespace broadsheet::repair_stage
