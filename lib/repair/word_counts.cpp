#include "repair/word_counts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t around = 2;  // letters on each side of a joint
constexpr std::size_t longest_word = 60;

// The small letter of a letter; 0 for what is no letter.
char32_t letter(char32_t c) {
    if (c < 0x80) {
        const char32_t small = c | 0x20U;
        return small >= U'a' && small <= U'z' ? small : U'\0';
    }
    return is_of_word(c) ? folded(c) : U'\0';
}
bool hyphen(char32_t c) { return is(c, cls::hyphen); }

// Letters in small: of a word of the page, or of a word as it is asked for.
using Letters = std::u32string_view;

// FNV-1a of a form, letter by letter.
constexpr std::uint64_t empty = 0xCBF29CE484222325U, prime = 0x100000001B3U;
std::uint64_t with(std::uint64_t hash, char32_t c) { return (hash ^ c) * prime; }
std::uint64_t with(std::uint64_t hash, Letters letters) {
    for (const char32_t c : letters) hash = with(hash, c);
    return hash;
}
std::uint64_t word_form(Letters word) { return with(empty, word); }
std::uint64_t stem_form(std::uint64_t stem) { return with(stem, U'^'); }
// Of four letters, 16 bits each.
std::uint64_t letters_form(std::uint64_t four) { return (four ^ four >> 29U) * 0x9E3779B97F4A7C15U; }
std::size_t slot(std::uint64_t hash) { return hash >> 40U & 0xFFFFU; }
// By the low bits of the four letters.
std::size_t letters_slot(std::uint64_t four) {
    return (four >> 48U & 15U) << 12U | (four >> 32U & 15U) << 8U | (four >> 16U & 15U) << 4U | (four & 15U);
}
// By those of a word's first three.
std::size_t start_slot(Letters word) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) at = at << 5U | (i < word.size() ? word[i] & 31U : 0U);
    return at;
}

// May a word end with it where another form of the word does not?
bool inflects(char32_t c) { return c == U'e' || c == U'n' || c == U's' || c == U'r' || c == U'm'; }

// Up to two words, in small letters.
class Small {
public:
    explicit Small(std::u32string_view left, std::u32string_view right = {}) {
        auto* at = here_.data();
        if (left.size() + right.size() > here_.size()) {
            far_.resize(left.size() + right.size());
            at = far_.data();
        }
        size_ = left.size() + right.size();
        letters_ = at;
        for (const auto part : {left, right})
            for (const char32_t c : part) *at++ = folded(c);
    }
    Small(const Small&) = delete;
    Small& operator=(const Small&) = delete;
    [[nodiscard]] Letters get() const { return {letters_, size_}; }

private:
    std::array<char32_t, 64> here_;
    std::u32string far_;
    const char32_t* letters_;
    std::size_t size_;
};

}  // namespace

// Letters of a word but for those at its end that may be its inflection: the page may have it in another case or
// number.
std::size_t WordCounts::stem(Letters word) const {
    constexpr std::size_t most = 4, least_left = 5;
    auto n = word.size();
    if (match_ == Match::exact) return n;
    while (n > least_left && word.size() - n < most && inflects(word[n - 1])) --n;
    return n;
}

WordCounts::Forms WordCounts::forms(std::u32string_view left, std::u32string_view right) const {
    const Small both(left, right);
    const auto joined = both.get(), first = joined.substr(0, left.size()), second = joined.substr(left.size());
    Forms f;
    f.left = word_form(first);
    f.right = word_form(second);
    f.joined = stem_form(word_form(joined.substr(0, stem(joined))));
    f.split = parted_form(f.left, U' ', second);
    f.hyphenated = parted_form(f.left, U'-', second);
    if (left.size() >= around && right.size() >= around)
        for (const char32_t c : joined.substr(left.size() - around, 2 * around))
            f.letters = f.letters << 16U | (c & 0xFFFFU);
    f.starts = {start_slot(first), start_slot(second), start_slot(joined)};
    return f;
}

std::uint64_t WordCounts::parted_form(std::uint64_t left, char32_t sign, Letters right) const {
    return with(with(left, sign), right.substr(0, stem(right)));
}

// --- the table: open addressing, a power of two

std::size_t WordCounts::place(std::uint64_t form) const {
    const std::size_t mask = counts_.size() - 1;
    auto at = static_cast<std::size_t>(form >> 20U) & mask;
    while (counts_[at].form != 0 && counts_[at].form != form) at = (at + 1) & mask;
    return at;
}

void WordCounts::ask_for(std::uint64_t form) {
    if (forms_ * 2 >= counts_.size()) {
        std::vector<Count> old(std::max<std::size_t>(64, counts_.size() * 2));
        old.swap(counts_);
        for (const Count& count : old)
            if (count.form != 0) counts_[place(count.form)] = count;
    }
    Count& count = counts_[place(form)];
    forms_ += count.form == 0;
    count.form = form;
    asked_.set(slot(form));
}

void WordCounts::ask(std::u32string_view left, std::u32string_view right, Parted parted) {
    if (left.empty() || right.empty()) return;
    const Forms f = forms(left, right);
    lefts_.set(slot(f.left));
    for (const auto start : f.starts) starts_.set(start);
    for (const auto form : {f.left, f.right, f.joined, f.split}) ask_for(form);
    if (parted == Parted::by_nothing) return;
    ask_for(f.hyphenated);
    if (left.size() < around || right.size() < around) return;
    ask_for(letters_form(f.letters));
    letters_.set(letters_slot(f.letters));
    any_letters_ = true;
}

void WordCounts::ask(std::u32string_view word) {
    if (word.empty()) return;
    const Small small(word);
    starts_.set(start_slot(small.get()));
    ask_for(word_form(small.get()));
}

std::uint32_t WordCounts::times(std::u32string_view word) const { return count(word_form(Small(word).get())); }

void WordCounts::add(std::uint64_t form) {
    if (!asked_[slot(form)]) return;
    if (Count& count = counts_[place(form)]; count.form != 0) ++count.times;
}

// Gives the form of the word where it may be the left part of one.
std::uint64_t WordCounts::add_word(Letters word) {
    ++words_;
    if (any_letters_ && word.size() >= 2 * around) {
        std::uint64_t four = 0;
        for (std::size_t i = 0; i < word.size(); ++i) {
            four = four << 16U | (word[i] & 0xFFFFU);
            if (i + 1 >= 2 * around && letters_[letters_slot(four)]) add(letters_form(four));
        }
    }
    if (!starts_[start_slot(word)]) return 0;
    const auto stem_size = stem(word);
    const auto stem_hash = word_form(word.substr(0, stem_size)), hash = with(stem_hash, word.substr(stem_size));
    add(hash);
    add(stem_form(stem_hash));
    return lefts_[slot(hash)] ? hash : 0;
}

void WordCounts::read(std::u32string_view line) {
    if (line.empty()) return;
    bool rest = torn_;
    torn_ = hyphen(line.back());
    std::uint64_t before = 0;  // form of the word before, if a hyphen or a space parts it from the next
    char32_t sign = 0;
    std::array<char32_t, longest_word> letters;
    for (std::size_t i = 0; i < line.size();) {
        char32_t c = letter(line[i]);
        if (!c) {
            if (before) sign = sign == 0 && (hyphen(line[i]) || line[i] == U' ') ? line[i] : U'.';
            ++i;
            continue;
        }
        std::size_t size = 0;
        for (; c; c = ++i < line.size() ? letter(line[i]) : U'\0') {
            if (size < longest_word) letters[size] = c;
            ++size;
        }
        const bool whole = !rest && !(torn_ && i + 1 == line.size()) && size <= longest_word;
        rest = false;
        const Letters word(letters.data(), std::min(size, longest_word));
        if (before && whole && sign != U'.') add(parted_form(before, hyphen(sign) ? U'-' : U' ', word));
        before = whole ? add_word(word) : 0;
        sign = 0;
    }
}

std::uint32_t WordCounts::count(std::uint64_t form) const { return counts_.empty() ? 0 : counts_[place(form)].times; }

WordCounts::Seen WordCounts::seen(std::u32string_view left, std::u32string_view right) const {
    const Forms f = forms(left, right);
    Seen s;
    s.words = words_;
    s.joined = count(f.joined);
    s.hyphenated = count(f.hyphenated);
    s.split = count(f.split);
    s.left = count(f.left);
    s.right = count(f.right);
    if (left.size() >= around && right.size() >= around) s.letters = count(letters_form(f.letters));
    return s;
}

}  // namespace broadsheet::repair_stage
