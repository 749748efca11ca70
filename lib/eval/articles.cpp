// Articles matched by their whole texts.
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "eval/matching.hpp"
#include "eval/sequence.hpp"

namespace broadsheet::eval {

namespace {

constexpr std::size_t run = 6;  // characters; articles that share no run of so many are not compared

std::vector<std::u32string_view> runs_of(std::u32string_view text) {
    std::vector<std::u32string_view> out;
    for (std::size_t i = 0; i == 0 || i + run <= text.size(); ++i) out.push_back(text.substr(i, run));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

std::vector<ArticleMatch> match_articles(const std::vector<std::u32string>& gold,
                                         const std::vector<std::u32string>& predicted) {
    std::unordered_map<std::u32string_view, std::vector<std::uint32_t>> holders;
    std::vector<std::size_t> gold_runs, predicted_runs;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const auto runs = runs_of(gold[i]);
        gold_runs.push_back(runs.size());
        for (const auto text : runs) holders[text].push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<Inventory> golds, found;
    for (const auto& text : gold) golds.emplace_back(text);
    for (const auto& text : predicted) found.emplace_back(text);
    std::vector<Offer> offers;
    for (std::size_t j = 0; j < predicted.size(); ++j) {
        const auto runs = runs_of(predicted[j]);
        std::vector<std::size_t> shared(gold.size(), 0);
        for (const auto text : runs)
            if (const auto at = holders.find(text); at != holders.end())
                for (const auto i : at->second) ++shared[i];
        for (std::size_t i = 0; i < gold.size(); ++i) {
            if (shared[i] == 0) continue;
            const auto [less, more] = std::minmax({gold[i].size(), predicted[j].size()});
            const double bound = more == 0 ? 1 : static_cast<double>(2 * less) / static_cast<double>(less + more);
            const auto fewer = static_cast<double>(std::max<std::size_t>(1, std::min(gold_runs[i], runs.size())));
            // Of two very unlike in length the exact value is of no interest.
            if (bound < 0.3)
                offers.push_back({bound * static_cast<double>(shared[i]) / fewer, i, j, true});
            else
                offers.push_back({golds[i].bound(found[j]), i, j, false});
        }
    }
    std::vector<ArticleMatch> out(gold.size());
    for (const Offer& offer :
         match_greedily(std::move(offers), gold.size(), predicted.size(), 0,
                        [&](std::size_t i, std::size_t j) { return similarity(gold[i], predicted[j]); }))
        out[offer.gold] = {offer.predicted, offer.value};
    return out;
}

}  // namespace broadsheet::eval
