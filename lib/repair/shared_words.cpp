#include "repair/shared_words.hpp"

#include <algorithm>
#include <cmath>

#include "repair/terms.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

namespace {

using Words = std::vector<std::uint32_t>;

constexpr std::size_t most_words = 64;  // of a headline

template <class Use>
void each_word(const Work& w, std::uint32_t draft, Use use) {
    const Draft& d = w.drafts[draft];
    for (auto p = d.first; p < d.last; ++p) each_stem(w.d.text.view(w.pieces[p].text).substr(0, longest_wrapped), use);
}

Words words_of(const Work& w, const Drafts& head) {
    Words words;
    for (auto i = head.first; i < head.last; ++i) each_word(w, i, [&](std::uint32_t word) { words.push_back(word); });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    words.resize(std::min(words.size(), most_words));
    return words;
}

}  // namespace

Drafts around(const Work& w, Drafts drafts) {
    constexpr std::uint32_t reach = 150;
    const auto count = static_cast<std::uint32_t>(w.drafts.size());
    const auto page_of = [&w](std::uint32_t i) { return w.d.lines[w.head(w.drafts[i]).line].page; };
    const auto page = page_of(drafts.first);
    const auto from = drafts.first > reach ? drafts.first - reach : 0, to = std::min(count, drafts.last + reach);
    while (drafts.first > from && page_of(drafts.first - 1) == page) --drafts.first;
    while (drafts.last < to && page_of(drafts.last) == page) ++drafts.last;
    return drafts;
}

SharedWords::SharedWords(const Work& w, const std::vector<Drafts>& heads, const std::vector<std::uint32_t>& begins) {
    std::vector<Words> own;
    std::vector<std::vector<float>> having;  // of each headline: the paragraphs that have each of its words
    StemFilter sought;
    for (const Drafts& head : heads) {
        own.push_back(words_of(w, head));
        having.emplace_back(own.back().size(), 0.0F);
        for (const auto word : own.back()) sought.add(word);
    }
    shared_.assign(heads.size(), std::vector<std::uint64_t>(begins.size() - 1, 0));
    float paragraphs = 0;
    Words words;
    const Drafts near = around(w, {heads.front().first, begins.back()});
    for (auto i = near.first; i < near.last; ++i) {
        const Draft& d = w.drafts[i];
        if (d.dropped || d.previous != none || d.shape != Shape::text) continue;
        ++paragraphs;
        words.clear();
        for (auto k = i; k != none; k = w.drafts[k].next)
            each_word(w, k, [&](std::uint32_t word) {
                if (sought.may_have(word)) words.push_back(word);
            });
        if (words.empty()) continue;
        std::sort(words.begin(), words.end());
        const auto text = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), i) - begins.begin());
        for (std::size_t h = 0; h < heads.size(); ++h)
            for (std::size_t n = 0; n < own[h].size(); ++n) {
                if (!std::binary_search(words.begin(), words.end(), own[h][n])) continue;
                ++having[h][n];
                if (text > 0 && text < begins.size()) shared_[h][text - 1] |= std::uint64_t{1} << n;
            }
    }
    for (const auto& counts : having) {
        worth_.emplace_back();
        for (const float count : counts) worth_.back().push_back(count > 0 ? std::log(1 + paragraphs / count) : 0.0F);
    }
}

float SharedWords::likeness(std::size_t head, std::size_t first, std::size_t last) const {
    std::uint64_t shared = 0;
    for (auto text = first; text < last; ++text) shared |= shared_[head][text];
    float sum = 0;
    for (std::size_t n = 0; n < worth_[head].size(); ++n)
        if (shared >> n & 1U) sum += worth_[head][n];
    return std::min(sum, weight::abreast::most_likeness);
}

}  // namespace broadsheet::repair_stage
