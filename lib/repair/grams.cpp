#include "repair/grams.hpp"

#include <algorithm>

namespace broadsheet::repair_stage {

std::size_t Grams::place(std::uint64_t key) const {
    const std::size_t mask = entries_.size() - 1;
    auto at = static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 32U) & mask;
    while (entries_[at].key != 0 && entries_[at].key != key) at = (at + 1) & mask;
    return at;
}

void Grams::grow() {
    std::vector<Entry> old(std::max<std::size_t>(256, entries_.size() * 2));
    old.swap(entries_);
    for (const Entry& e : old)
        if (e.key != 0) entries_[place(e.key)] = e;
}

void Grams::add(char32_t a, char32_t b, char32_t c) {
    if (used_ * 2 >= entries_.size()) grow();
    const auto k = key(a, b, c);
    Entry& e = entries_[place(k)];
    if (e.key == 0) {
        e.key = k;
        ++used_;
    }
    first_[slot(a, b)] = 1;
}

void Grams::ask(std::u32string_view left, std::u32string_view right) {
    if (left.empty() || right.empty()) return;
    const char32_t a = left.back(), b = right.front();
    add(a, b, 0);
    if (left.size() > 1) add(left[left.size() - 2], a, b);
    if (right.size() > 1) add(a, b, right[1]);
}

void Grams::read(std::u32string_view text) {
    if (used_ == 0) return;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (!first_[slot(text[i], text[i + 1])]) continue;
        Entry& pair = entries_[place(key(text[i], text[i + 1], 0))];
        if (pair.key != 0) ++pair.count;
        if (i + 2 < text.size())
            if (Entry& triple = entries_[place(key(text[i], text[i + 1], text[i + 2]))]; triple.key != 0)
                ++triple.count;
    }
}

Grams::Seen Grams::seen(std::u32string_view left, std::u32string_view right) const {
    Seen out;
    if (left.empty() || right.empty() || used_ == 0) return out;
    const auto of = [this](char32_t a, char32_t b, char32_t c) { return entries_[place(key(a, b, c))].count; };
    const char32_t a = left.back(), b = right.front();
    out.pairs = of(a, b, 0);
    if (left.size() > 1) out.triples = of(left[left.size() - 2], a, b);
    if (right.size() > 1) out.triples = std::max(out.triples, of(a, b, right[1]));
    return out;
}

}  // namespace broadsheet::repair_stage
