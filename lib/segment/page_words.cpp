#include "segment/page_words.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t bits = 64;

}  // namespace

float log_odds(const weights::Likeness& w, float shared, float own) {
    float odds = w.bias;
    if (shared > 0) odds = odds + w.root_share * std::sqrt(shared / own) + w.log_shared * std::log(1 + shared);
    return odds + w.log_own * PageWords::log_of(own);
}

PageWords::PageWords(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last)
    : terms_(document, units, first, last), first_(first), columns_(last - first), row_(last - first, none) {
    std::size_t cjk = 0, latin = 0;
    std::vector<std::uint32_t> heads;
    for (std::size_t u = 0; u < columns_; ++u) {
        const Unit& unit = units[first + u];
        (unit.cjk ? cjk : latin) += unit.chars;
        if (unit.kind == Kind::head) {
            row_[u] = static_cast<std::uint32_t>(heads.size());
            heads.push_back(static_cast<std::uint32_t>(u));
        }
    }
    cjk_ = cjk * 2 > latin;
    // Which headings have a term, and as which bit.
    struct Wanted {
        std::uint32_t row, bit, next;  // next: one more heading with this term
    };
    std::vector<Wanted> wanted;
    std::vector<std::uint32_t> first_wanted(terms_.count(), none);
    for (std::uint32_t r = 0; r < heads.size(); ++r) {
        const auto list = terms_.of(heads[r]);
        for (std::uint32_t b = 0; b < std::min(list.size(), bits); ++b) {
            wanted.push_back({r, b, first_wanted[list[b]]});
            first_wanted[list[b]] = static_cast<std::uint32_t>(wanted.size() - 1);
        }
    }
    // The planner asks for the cohesion of the same texts again and again: what the text before does not change is
    // kept.
    const auto& likeness = cjk_ ? weights::cohesion_cjk : weights::cohesion_latin;
    for (std::size_t u = 0; u < columns_; ++u) {
        untied_odds_.push_back(log_odds(likeness, 0, own(u)));
        const auto [begin, end] = terms_.shared_range(u);
        for (auto i = begin; i < end; ++i) tied_odds_.push_back(log_odds(likeness, terms_.shared(i), own(u)));
    }
    rows_ = heads.size();
    masks_.assign(rows_ * columns_, 0);
    hits_begin_.assign(rows_ + 1, 0);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cells;  // that are not empty: unit, row
    for (std::size_t u = 0; u < columns_; ++u) {
        const Kind kind = units[first + u].kind;
        if (kind != Kind::body && kind != Kind::caption && kind != Kind::note) continue;
        for (const auto term : terms_.of(u))
            for (auto w = first_wanted[term]; w != none; w = wanted[w].next) {
                const auto row = wanted[w].row;
                auto& mask = masks_[u * rows_ + row];
                if (mask == 0) {
                    cells.emplace_back(static_cast<std::uint32_t>(u), row);
                    ++hits_begin_[row + 1];
                }
                mask |= std::uint64_t{1} << wanted[w].bit;
            }
    }
    for (std::size_t r = 0; r < rows_; ++r) hits_begin_[r + 1] += hits_begin_[r];
    hits_.resize(cells.size());
    auto next = hits_begin_;
    for (const auto& [u, row] : cells) hits_[next[row]++] = {u, masks_[u * rows_ + row]};
}

float PageWords::log_of(float words) { return std::log(1 + words); }

float PageWords::weight(std::size_t h, std::uint64_t set) const {
    float sum = 0;
    const auto list = terms_.of(h);
    for (; set; set &= set - 1) sum += terms_.weight_of_term(list[static_cast<std::size_t>(std::countr_zero(set))]);
    return sum;
}

float PageWords::odds_of(const std::vector<std::size_t>& second, const std::vector<std::size_t>& first) const {
    std::vector<std::uint8_t> have(terms_.count(), 0);
    float own = 0, prior = 0, common = 0;
    for (const auto u : first)
        for (const auto t : terms_.of(u))
            if (!have[t]) {
                have[t] = 1;
                prior += terms_.weight_of_term(t);
            }
    for (const auto u : second)
        for (const auto t : terms_.of(u)) {
            if (have[t] & 2U) continue;
            own += terms_.weight_of_term(t);
            if (have[t]) common += terms_.weight_of_term(t);
            have[t] |= 2U;
        }
    if (own <= 0) return 0;
    const auto& likeness = cjk_ ? weights::cohesion_cjk : weights::cohesion_latin;
    return log_odds(likeness, common, own) + likeness.log_prior * log_of(prior);
}

float PageWords::cohesion_of(const std::vector<std::size_t>& second, const std::vector<std::size_t>& first) const {
    return bounded(odds_of(second, first));
}

float PageWords::match(float shared, float own) const {
    if (own <= 0) return -weights::headline_bound;
    return log_odds(cjk_ ? weights::headline_cjk : weights::headline_latin, shared, own);
}

float PageWords::weigh_log(float log_prior) const {
    return (cjk_ ? weights::headline_cjk : weights::headline_latin).log_prior * log_prior;
}

float PageWords::common(std::size_t a, std::size_t b) const {
    const auto x = terms_.of(a), y = terms_.of(b);
    float sum = 0;
    for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
        if (x[i] < y[j]) {
            ++i;
        } else if (y[j] < x[i]) {
            ++j;
        } else {
            sum += terms_.weight_of_term(x[i]);
            ++i;
            ++j;
        }
    }
    return sum;
}

}  // namespace broadsheet::segment_stage
