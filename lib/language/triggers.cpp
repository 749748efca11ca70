#include "language/triggers.hpp"

#include <algorithm>

namespace broadsheet::language {

namespace {

// Of a character in Western text, roughly: most pairs of a text are to be known by no word.
int commonness(char32_t c) {
    constexpr std::u32string_view common = U" etaonirshdlcumfgpywbvkjxqz";  // the commonest first
    const auto place = common.find(c);
    return place == std::u32string_view::npos ? 1 : static_cast<int>(common.size() + 1 - place);
}

}  // namespace

void Triggers::add(std::u32string_view word, std::size_t row) {
    const auto number = static_cast<std::uint16_t>(row);
    if (word.size() == 1) {
        starts_.set(word[0] & 0xFFFFU);
        if (word[0] < 0x80) ascii_[word[0]] = {~std::uint64_t{0}, ~std::uint64_t{0}};
        single_.push_back({word[0], number});
        return;
    }
    std::size_t at = 0;
    const auto rank = [&](std::size_t i) { return commonness(word[i]) * commonness(word[i + 1]); };
    for (std::size_t i = 1; i + 1 < word.size(); ++i)
        if (rank(i) < rank(at)) at = i;
    const auto key = key_of(word[at], word[at + 1]);
    pairs_.set(key);
    if ((word[at] | word[at + 1]) < 0x80) ascii_[word[at]][word[at + 1] / 64] |= std::uint64_t{1} << word[at + 1] % 64;
    words_.push_back({static_cast<std::uint32_t>(letters_.size()), number, key, static_cast<std::uint8_t>(word.size()),
                      static_cast<std::uint8_t>(at)});
    letters_ += word;
    longest_ = std::max(longest_, word.size());
}

void Triggers::sort() {
    std::stable_sort(words_.begin(), words_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    first_.assign(0x10001, 0);
    for (const auto& w : words_) ++first_[w.key + std::size_t{1}];
    for (std::size_t k = 1; k < first_.size(); ++k) first_[k] = static_cast<std::uint16_t>(first_[k] + first_[k - 1]);
}

void Triggers::wake(std::u32string_view text, Rows& woken, std::size_t from) const {
    for (std::size_t i = from - std::min(from, longest_); i < text.size(); ++i) {
        const char32_t c = text[i], next = i + 1 < text.size() ? text[i + 1] : U'\0';
        if ((c | next) < 0x80) {
            if (ascii_[c][next / 64] >> next % 64 & 1U) wake_at(text, i, woken);
        } else if (pairs_[key_of(c, next)] || starts_[c & 0xFFFFU]) {
            wake_at(text, i, woken);
        }
    }
}

void Triggers::wake_at(std::u32string_view text, std::size_t i, Rows& woken) const {
    const auto set = [&](std::size_t row) { woken[row / 64] |= std::uint64_t{1} << row % 64; };
    if (starts_[text[i] & 0xFFFFU])
        for (const auto& one : single_)
            if (one.c == text[i]) set(one.row);
    if (i + 1 == text.size()) return;
    const auto key = key_of(text[i], text[i + 1]);
    for (std::size_t k = first_[key]; k < first_[key + std::size_t{1}]; ++k) {
        const Word& w = words_[k];
        if (i < w.at || text.size() - (i - w.at) < w.size) continue;
        const char32_t *word = letters_.data() + w.begin, *there = text.data() + (i - w.at);
        std::size_t n = 0;  // no call of memcmp: words are short, and most differ at once
        while (n < w.size && word[n] == there[n]) ++n;
        if (n == w.size) set(w.row);
    }
}

}  // namespace broadsheet::language
