// What of gold is matched to what of a prediction: blocks, and articles.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "eval/texts.hpp"

namespace broadsheet::eval {

// A pair that may be matched, and how similar the two are: a bound from above at first.
struct Offer {
    double value = 0;
    std::size_t gold = 0, predicted = 0;
    bool exact = false;
};

// One to one, the most similar pair first (of equal ones that with the greater indices). A similarity is worked out
// only where its bound says that the pair may be the next one; `least`: pairs below it are no match.
[[nodiscard]] std::vector<Offer> match_greedily(std::vector<Offer> offers, std::size_t golds, std::size_t predicted,
                                                double least,
                                                const std::function<double(std::size_t, std::size_t)>& similarity_of);

// Which blocks are right: the same text and role, or at least `fuzzy` similar in text and with the same role.
struct BlockMatch {
    Hits hits;
    std::vector<Labelled> missing, wrong;
};
[[nodiscard]] BlockMatch match_blocks(const std::vector<Labelled>& gold, const std::vector<Labelled>& predicted,
                                      double fuzzy);

// For each gold article the predicted one, by the similarity of their whole texts.
[[nodiscard]] std::vector<ArticleMatch> match_articles(const std::vector<std::u32string>& gold,
                                                       const std::vector<std::u32string>& predicted);

// How often a gold article is torn over several predicted ones, and a predicted one mixes several: over the blocks
// found on both sides, whose text stands once on each.
struct Partition {
    std::size_t splits = 0, merges = 0;
};
[[nodiscard]] Partition partition_of(const Grouped& gold, const Grouped& predicted, double fuzzy);

}  // namespace broadsheet::eval
