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
        single_.push_back({word[0], number});
        return;
    }
    std::size_t at = 0;
    const auto rank = [&](std::size_t i) { return commonness(word[i]) * commonness(word[i + 1]); };
    for (std::size_t i = 1; i + 1 < word.size(); ++i)
        if (rank(i) < rank(at)) at = i;
    const auto key = key_of(word[at], word[at + 1]);
    pairs_.set(key);
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
    const auto set = [&](std::size_t row) { woken[row / 64] |= std::uint64_t{1} << row % 64; };
    for (std::size_t i = from - std::min(from, longest_); i < text.size(); ++i) {
        if (starts_[text[i] & 0xFFFFU])
            for (const auto& one : single_)
                if (one.c == text[i]) set(one.row);
        if (i + 1 == text.size()) break;
        const auto key = key_of(text[i], text[i + 1]);
        if (!pairs_[key]) continue;
        for (std::size_t k = first_[key]; k < first_[key + std::size_t{1}]; ++k) {
            const Word& w = words_[k];
            if (i >= w.at && text.size() - (i - w.at) >= w.size &&
                std::equal(letters_.begin() + w.begin, letters_.begin() + w.begin + w.size,
                           text.begin() + static_cast<std::ptrdiff_t>(i - w.at)))
                set(w.row);
        }
    }
}

}  // namespace broadsheet::language
