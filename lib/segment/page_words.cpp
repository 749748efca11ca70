#include "segment/page_words.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t bits = 64;

float log_odds(const weights::Likeness& w, float shared, float own, float prior) {
    if (own <= 0) return 0;
    return w.bias + w.root_share * std::sqrt(shared / own) + w.log_shared * std::log(1 + shared) +
           w.log_own * std::log(1 + own) + w.log_prior * std::log(1 + prior);
}

}  // namespace

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
    masks_.assign(heads.size() * columns_, 0);
    if (heads.empty()) return;
    for (std::size_t u = 0; u < columns_; ++u) {
        const Kind kind = units[first + u].kind;
        if (kind != Kind::body && kind != Kind::caption && kind != Kind::note) continue;
        for (const auto term : terms_.of(u))
            for (auto w = first_wanted[term]; w != none; w = wanted[w].next)
                masks_[wanted[w].row * columns_ + u] |= std::uint64_t{1} << wanted[w].bit;
    }
}

float PageWords::weight(std::size_t h, std::uint64_t set) const {
    float sum = 0;
    const auto list = terms_.of(h);
    for (; set; set &= set - 1) sum += terms_.weight_of_term(list[static_cast<std::size_t>(std::countr_zero(set))]);
    return sum;
}

float PageWords::cohesion(float shared, float own, float prior) const {
    const float odds = log_odds(cjk_ ? weights::cohesion_cjk : weights::cohesion_latin, shared, own, prior);
    return weights::cohesion_share * std::clamp(odds, -weights::cohesion_bound, weights::cohesion_bound);
}

float PageWords::cohesion_of(const std::vector<std::size_t>& second, const std::vector<std::size_t>& first) const {
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
    return cohesion(common, own, prior);
}

float PageWords::match(float shared, float own) const {
    if (own <= 0) return -weights::headline_bound;
    return log_odds(cjk_ ? weights::headline_cjk : weights::headline_latin, shared, own, 0);
}

float PageWords::weigh(float prior) const {
    return (cjk_ ? weights::headline_cjk : weights::headline_latin).log_prior * std::log(1 + prior);
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
