#include "repair/column_words.hpp"

#include <algorithm>
#include <cmath>

#include "repair/terms.hpp"

namespace broadsheet::repair_stage {

ColumnWords::ColumnWords(const Work& w, const std::vector<std::uint32_t>& column_of) {
    if (column_of.empty()) return;
    columns_.resize(column_of.back() + 1);
    for (std::uint32_t i = 0; i < column_of.size(); ++i) {
        const Draft& d = w.drafts[i];
        if (d.dropped || d.shape != Shape::text) continue;
        for (auto p = d.first; p < d.last; ++p)
            each_stem(w.d.text.view(w.pieces[p].text).substr(0, longest_wrapped), [&](std::uint32_t stem) {
                columns_[column_of[i]].words.push_back({stem, 0});
            });
    }
    std::vector<std::uint32_t> all;  // each word once for each column that has it
    std::size_t texts = 0;
    for (auto& [words, worth] : columns_) {
        std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.stem < b.stem; });
        const auto same = [](const Word& a, const Word& b) { return a.stem == b.stem; };
        words.erase(std::unique(words.begin(), words.end(), same), words.end());
        texts += !words.empty();
        for (const auto& word : words) all.push_back(word.stem);
    }
    std::sort(all.begin(), all.end());
    for (auto& [words, worth] : columns_)
        for (auto& word : words) {
            const auto [first, last] = std::equal_range(all.begin(), all.end(), word.stem);
            word.worth = std::log(static_cast<float>(texts + 1) / static_cast<float>(last - first));
            worth += word.worth;
        }
}

float ColumnWords::share(std::uint32_t a, std::uint32_t b) const {
    constexpr float damping = 8;
    const auto &x = columns_[a].words, &y = columns_[b].words;
    float sum = 0;
    for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
        if (x[i].stem < y[j].stem) {
            ++i;
        } else if (y[j].stem < x[i].stem) {
            ++j;
        } else {
            sum += x[i].worth;
            ++i;
            ++j;
        }
    }
    return sum / (std::min(columns_[a].worth, columns_[b].worth) + damping);
}

}  // namespace broadsheet::repair_stage
