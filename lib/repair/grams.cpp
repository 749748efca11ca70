#include "repair/grams.hpp"

#include <algorithm>

namespace broadsheet::repair_stage {

void Grams::add(char32_t a, char32_t b, char32_t c) {
    counts_.emplace(key(a, b, c), 0);
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
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (!first_[slot(text[i], text[i + 1])]) continue;
        if (const auto at = counts_.find(key(text[i], text[i + 1], 0)); at != counts_.end()) ++at->second;
        if (i + 2 < text.size())
            if (const auto at = counts_.find(key(text[i], text[i + 1], text[i + 2])); at != counts_.end()) ++at->second;
    }
}

Grams::Seen Grams::seen(std::u32string_view left, std::u32string_view right) const {
    Seen out;
    if (left.empty() || right.empty()) return out;
    const auto of = [this](char32_t a, char32_t b, char32_t c) {
        const auto at = counts_.find(key(a, b, c));
        return at == counts_.end() ? 0U : at->second;
    };
    const char32_t a = left.back(), b = right.front();
    out.pairs = of(a, b, 0);
    if (left.size() > 1) out.triples = of(left[left.size() - 2], a, b);
    if (right.size() > 1) out.triples = std::max(out.triples, of(a, b, right[1]));
    return out;
}

}  // namespace broadsheet::repair_stage
