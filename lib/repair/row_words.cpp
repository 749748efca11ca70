#include "repair/row_words.hpp"

#include <algorithm>
#include <array>

#include "repair/terms.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t whole_words = 60;  // letters
constexpr std::uint32_t window = 28;     // drafts on each side in which the text of a headline is sought

using Bag = std::vector<std::uint32_t>;  // stems, sorted

Bag bag_of(std::u32string_view text) {
    Bag out;
    each_stem(
        text, [&](std::uint32_t term) { out.push_back(term); }, whole_words);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::u32string_view text_of(const Work& w, std::uint32_t draft) {
    const auto& d = w.drafts[draft];
    const auto begin = w.head(d).text.begin, end = w.tail(d).text.end;
    return begin < end ? w.d.text.view({begin, end}) : w.view(w.head(d).line);
}

std::array<float, 2> shared(const Work& w, const Draft& d, const Bag& x, const Bag& y, const StemFilter& filter) {
    std::vector<std::uint32_t> hits;
    for (auto p = d.first; p < d.last; ++p) {
        auto line = w.d.text.view(w.pieces[p].text);
        each_stem(
            line.substr(0, 400),
            [&](std::uint32_t t) {
                if (filter.may_have(t)) hits.push_back(t);
            },
            whole_words);
    }
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    std::array<float, 2> out{};
    for (const auto t : hits) {
        if (std::binary_search(x.begin(), x.end(), t)) out[0] += 1;
        if (std::binary_search(y.begin(), y.end(), t)) out[1] += 1;
    }
    return out;
}

}  // namespace

int same_text(const Work& w, std::uint32_t a, std::uint32_t b) {
    const Bag x = bag_of(text_of(w, a)), y = bag_of(text_of(w, b));
    if (x.size() < 2 || y.size() < 2) return 0;
    StemFilter filter;
    for (const auto t : x) filter.add(t);
    for (const auto t : y) filter.add(t);
    std::vector<std::array<float, 2>> of;
    const auto count = static_cast<std::uint32_t>(w.drafts.size());
    const auto from = a > window ? a - window : 0, to = std::min(count, b + window);
    for (auto k = from; k < to; ++k) {
        const Draft& d = w.drafts[k];
        if (d.shape != Shape::text) continue;
        of.push_back(shared(w, d, x, y, filter));
    }
    float best_a = 0, best_b = 0, best_both = 0;
    for (std::size_t i = 0; i < of.size(); ++i) {
        float sa = 0, sb = 0;
        for (std::size_t k = i; k < std::min(of.size(), i + 3); ++k) {
            sa += of[k][0];
            sb += of[k][1];
        }
        best_a = std::max(best_a, sa);
        best_b = std::max(best_b, sb);
        best_both = std::max(best_both, sa + sb);
    }
    if (best_a < 2 || best_b < 2) return 0;
    const float same = best_both / (best_a + best_b);
    return same > 0.88F ? 1 : same < 0.68F ? -1 : 0;
}

}  // namespace broadsheet::repair_stage
