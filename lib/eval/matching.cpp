#include "eval/matching.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include "eval/sequence.hpp"

namespace broadsheet::eval {

std::vector<Offer> match_greedily(std::vector<Offer> offers, std::size_t golds, std::size_t predicted, double least,
                                  const std::function<double(std::size_t, std::size_t)>& similarity_of) {
    const auto later = [](const Offer& a, const Offer& b) {
        return std::tuple(a.value, !a.exact, a.gold, a.predicted) < std::tuple(b.value, !b.exact, b.gold, b.predicted);
    };
    std::priority_queue<Offer, std::vector<Offer>, decltype(later)> queue(later, std::move(offers));
    std::vector<bool> gold_taken(golds, false), predicted_taken(predicted, false);
    std::vector<Offer> out;
    while (!queue.empty()) {
        Offer best = queue.top();
        queue.pop();
        if (best.value < least) break;
        if (gold_taken[best.gold] || predicted_taken[best.predicted]) continue;
        if (!best.exact) {
            best.value = similarity_of(best.gold, best.predicted);
            best.exact = true;
            queue.push(best);
            continue;
        }
        gold_taken[best.gold] = predicted_taken[best.predicted] = true;
        out.push_back(best);
    }
    return out;
}

namespace {

using Key = std::pair<std::string, std::u32string>;

// How often each text stands there, in the order in which they come first.
struct Counted {
    std::vector<std::pair<const Labelled*, std::size_t>> rows;
    std::map<Key, std::size_t> place;

    explicit Counted(const std::vector<Labelled>& blocks) {
        for (const Labelled& block : blocks) {
            const auto [at, is_new] = place.try_emplace({block.role, block.text}, rows.size());
            if (is_new)
                rows.emplace_back(&block, 1);
            else
                ++rows[at->second].second;
        }
    }

    [[nodiscard]] std::size_t count(const Labelled& block) const {
        const auto at = place.find({block.role, block.text});
        return at == place.end() ? 0 : rows[at->second].second;
    }

    [[nodiscard]] std::vector<Labelled> without(const Counted& other) const {
        std::vector<Labelled> out;
        for (const auto& [block, count] : rows)
            for (auto i = std::min(count, other.count(*block)); i < count; ++i) out.push_back(*block);
        return out;
    }
};

std::vector<Labelled> unmatched(const std::vector<Labelled>& blocks, const std::vector<Offer>& matched,
                                std::size_t Offer::*side) {
    std::vector<bool> taken(blocks.size(), false);
    for (const Offer& offer : matched) taken[offer.*side] = true;
    std::vector<Labelled> out;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (!taken[i]) out.push_back(blocks[i]);
    return out;
}

}  // namespace

BlockMatch match_blocks(const std::vector<Labelled>& gold, const std::vector<Labelled>& predicted, double fuzzy) {
    const Counted golds(gold), found(predicted);
    BlockMatch out{{0, predicted.size(), gold.size()}, golds.without(found), found.without(golds)};
    out.hits.right = gold.size() - out.missing.size();
    if (fuzzy >= 1) return out;
    std::vector<Inventory> missing, wrong;
    for (const Labelled& block : out.missing) missing.emplace_back(block.text);
    for (const Labelled& block : out.wrong) wrong.emplace_back(block.text);
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < missing.size(); ++i)
        for (std::size_t j = 0; j < wrong.size(); ++j) {
            if (out.missing[i].role != out.wrong[j].role) continue;
            const auto [less, more] = std::minmax({out.missing[i].text.size(), out.wrong[j].text.size()});
            if (static_cast<double>(less) < fuzzy * 0.8 * static_cast<double>(more)) continue;
            if (const double bound = missing[i].bound(wrong[j]); bound >= fuzzy) offers.push_back({bound, i, j});
        }
    const auto matched = match_greedily(
        std::move(offers), missing.size(), wrong.size(), fuzzy,
        [&](std::size_t i, std::size_t j) { return similarity(out.missing[i].text, out.wrong[j].text); });
    out.hits.right += matched.size();
    out.missing = unmatched(out.missing, matched, &Offer::gold);
    out.wrong = unmatched(out.wrong, matched, &Offer::predicted);
    return out;
}

}  // namespace broadsheet::eval
