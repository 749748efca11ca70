// The words of a stretch of units, ready for the questions of the planner: do these paragraphs belong together, does
// this line head that text?
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "segment/terms.hpp"
#include "segment/unit.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

// Log-odds that two sets of words are of one article, without what the words of the text before weigh.
[[nodiscard]] float log_odds(const weights::Likeness& weights, float shared, float own);

class PageWords {
public:
    PageWords(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last);

    // The stretch: units [first(), last()). Below a unit u is counted from first().
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t last() const { return first_ + columns_; }

    // Weight of the terms of unit u that stand in running text at `from` or later, and before u.
    [[nodiscard]] float shared(std::size_t u, std::size_t from) const {
        return terms_.shared(terms_.shared_index(u, from));
    }
    // The same, and what that says of the question whether u goes on with that text.
    struct Tie {
        float shared, odds;
    };
    [[nodiscard]] Tie tie(std::size_t u, std::size_t from) const {
        const auto index = terms_.shared_index(u, from);
        return {terms_.shared(index), index == none ? untied_odds_[u] : tied_odds_[index]};
    }
    [[nodiscard]] float own(std::size_t u) const { return terms_.weight(u); }

    // Weight of the terms of unit u that another unit has too, a heading or running text among them.
    [[nodiscard]] float common(std::size_t u) const { return terms_.common_weight(u); }

    // Bits for the terms of heading h that text unit u has; the weight of a set of bits.
    // (none for a unit that is no heading: a group of headings may hold a byline or a credit).
    [[nodiscard]] std::uint64_t found(std::size_t h, std::size_t u) const {
        return row_[h] == none ? 0 : masks_[u * rows_ + row_[h]];
    }
    // All of these sets of text unit u, by the number of the heading: headings are numbered in their order.
    [[nodiscard]] std::span<const std::uint64_t> found_in(std::size_t u) const {
        return {masks_.data() + u * rows_, rows_};
    }
    [[nodiscard]] std::uint32_t number(std::size_t h) const { return row_[h]; }
    // The units that have terms of heading h, in their order, and these terms.
    struct Hit {
        std::uint32_t unit;
        std::uint64_t bits;
    };
    [[nodiscard]] std::span<const Hit> hits(std::size_t h) const {
        if (row_[h] == none) return {};
        const auto begin = hits_begin_[row_[h]], end = hits_begin_[row_[h] + 1];
        return {hits_.data() + begin, end - begin};
    }
    [[nodiscard]] float weight(std::size_t h, std::uint64_t bits) const;

    // Does text unit u, which is so tied to a text of so many words (log_of them), go on with it?
    [[nodiscard]] float cohesion(std::size_t u, const Tie& tie, float log_prior) const {
        if (own(u) <= 0) return 0;
        return bounded(tie.odds + (cjk_ ? weights::cohesion_cjk : weights::cohesion_latin).log_prior * log_prior);
    }
    // Log-odds that a heading and a text are of one article: headline(match, weigh(prior)).
    [[nodiscard]] float match(float shared, float own) const;  // words they share, words of the heading
    [[nodiscard]] float weigh(float prior) const { return weigh_log(log_of(prior)); }  // words of the text
    [[nodiscard]] float weigh_log(float log_prior) const;
    [[nodiscard]] static float log_of(float words);
    [[nodiscard]] static float headline(float match, float weight, bool any) {
        const float odds = std::clamp(match + weight, -weights::headline_bound, weights::headline_bound);
        return any ? odds : std::min(odds, weights::nothing_shared);
    }
    // The same in a list, where headlines compete for words: what goes beyond the bound counts a little too.
    [[nodiscard]] static float listed_headline(float match, float weight, bool any) {
        const float odds = match + weight, bounded = headline(match, weight, any);
        return any ? bounded + (odds - bounded) * weights::beyond_bound : bounded;
    }
    // The same for two whole texts: does `second` continue `first`? odds_of: as log-odds without a bound.
    [[nodiscard]] float odds_of(const std::vector<std::size_t>& second, const std::vector<std::size_t>& first) const;
    [[nodiscard]] float cohesion_of(const std::vector<std::size_t>& second,
                                    const std::vector<std::size_t>& first) const;
    // Weight of the terms that two units share.
    [[nodiscard]] float common(std::size_t a, std::size_t b) const;

private:
    [[nodiscard]] static float bounded(float odds) {
        return weights::cohesion_share * std::clamp(odds, -weights::cohesion_bound, weights::cohesion_bound);
    }

    Terms terms_;
    bool cjk_ = false;
    std::size_t first_ = 0, columns_ = 0, rows_ = 0;
    std::vector<std::uint32_t> row_;    // by unit: its row, if it is a heading
    std::vector<std::uint64_t> masks_;  // by unit, then by row
    std::vector<Hit> hits_;             // by row, then by unit
    std::vector<std::uint32_t> hits_begin_;
    std::vector<float> untied_odds_;  // of cohesion, by unit: where it shares no words
    std::vector<float> tied_odds_;    // by Terms::shared_index
};

}  // namespace broadsheet::segment_stage
