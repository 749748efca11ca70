// What a stretch is worth as an article, and which of its headings is the headline.
#include <algorithm>
#include <cmath>
#include <limits>

#include "segment/stretch.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t most_beside = 3;  // kickers, or decks, of one headline

}  // namespace

Choice Stretch::evaluate(const weights::Order& order) {
    using namespace weights;
    Choice c;
    c.score = new_article + inside_;
    if (bodies_ == 0 && captions_ == 0 && (tables_ == 0 || groups_.empty())) {
        c.score += groups_.empty() ? lone_piece : lone_head;
        if (!groups_.empty()) {
            c.score += lone_heads * static_cast<float>(groups_.size() - 1);
            c.run_first = groups_.front().first;
            c.run_last = groups_.back().last;
        }
        return c;
    }
    if (bodies_ == 0 && captions_ > 0) c.score += groups_.empty() || credits_ == 0 ? 0 : photo;
    c.score += ending();
    weigh_groups();
    float best = opens_offer_ ? offer_headless : lost_head;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        std::size_t from = i, to = i + 1;
        float gain = head_gain(groups_[i], order) - groups_[i].as_subhead;
        gain += weights::headline_unfit * std::max(groups_[i].fitness - fittest_, -weights::headline_unfit_bound);
        while (from > 0 && i - from < most_beside && groups_[from - 1].last == groups_[from].first &&
               beside(groups_[from - 1]) > 0)
            gain += beside(groups_[--from]);
        while (to < groups_.size() && to - i <= most_beside && groups_[to].first == groups_[to - 1].last &&
               beside(groups_[to]) > 0)
            gain += beside(groups_[to++]);
        if (gain <= best) {
            c.margin = std::min(c.margin, best - gain);
        } else {
            c.margin = gain - best;
            best = gain;
            c.likeness = groups_[i].likeness;
            c.run_first = groups_[from].first;
            c.run_last = groups_[to - 1].last;
        }
    }
    c.score += best + subheads_;
    return c;
}

float Stretch::most() const {
    using namespace weights;
    constexpr float rounding = 0.1F;
    constexpr float placed = std::max({order_mixed.first, order_before.first, order_scanned.first});
    static_assert(placed >= offer_headless && placed >= lost_head && kicker <= 0 && subhead <= 0);
    if (bodies_ == 0) return std::numeric_limits<float>::max();
    float sum = new_article + inside_ + ending() + placed + rounding;
    for (const auto& g : groups_) sum += likeness(g) + std::max(0.0F, g.pairs) + (g.series ? subhead_series : 0.0F);
    return sum;
}

// The score of this stretch but for the headline, which stands elsewhere.
float Stretch::without_headline() {
    weigh_groups();
    float score = weights::new_article + inside_ + ending();
    for (const auto& r : groups_) score += r.as_subhead;
    return score;
}

// A text is signed at its foot, or where it opens.
float Stretch::ending() const {
    if (signatures_since_body_ > 0) return weights::signature_last;
    return unsigned_ ? row_.unsigned_cost() : 0;
}

// Log-odds that these headings and this text are of one article, be they its headline or its subheads.
float Stretch::likeness(const Group& g) const {
    return PageWords::headline(g.match, bodies_ > 0 ? weight_ : caption_weight_, g.shared > 0);
}

// Asks each group once for what is needed several times.
void Stretch::weigh_groups() {
    if (weighed_) return;
    weighed_ = true;
    subheads_ = 0;
    const float section = chars_ / static_cast<float>(std::max<std::size_t>(1, groups_.size()));
    brevity_ = std::max(0.0F, 1 - section / weights::section_chars);
    fittest_ = -99;
    for (auto& g : groups_) {
        g.likeness = likeness(g);
        subheads_ += g.as_subhead = subhead_gain(g, g.likeness);
        fittest_ = std::max(fittest_, g.fitness);
    }
}

float Stretch::head_gain(const Group& g, const weights::Order& order) const {
    using namespace weights;
    float score = g.likeness + g.pairs;
    if (g.labels && bodies_ > 0) score += head_label;  // photographs have short headlines
    if (g.sisters > 1) score += head_sisters;
    if (row_.marked() && g.level == 0) score += head_unmarked;
    // In mid-article stands a headline that was set over several columns; no text of its own follows it.
    score += g.bodies_before == 0                                            ? order.first
             : g.bodies_before == bodies_ || g.cuts || (g.bare && !g.closed) ? order.last
                                                                             : order.inside;
    if (g.offers && g.bodies_before > 0) score += offer_late;
    if (const auto lines = g.last - g.first; lines > 4) score += head_long_run * static_cast<float>(lines - 4);
    // In Markdown the headline has the highest rank of its article.
    if (!g.level) return score;
    for (const auto& other : groups_)
        if (other.first != g.first && other.level && other.level <= g.level) score += subhead_ranked;
    return score;
}

// What a group of headings gains as kicker or deck of the headline beside it, over being a subhead.
float Stretch::beside(const Group& g) const {
    return g.likeness + g.pairs + weights::kicker - g.as_subhead +
           (g.sisters > 0 && bodies_ > g.bodies_before ? weights::kicker_sisters : 0);
}

float Stretch::subhead_gain(const Group& g, float like) const {
    using namespace weights;
    const bool edge = g.bodies_before == 0 || g.bodies_before == bodies_;
    // What belongs to a series has the series' name above it.
    if (edge && g.column) return like + section_edge + g.pairs;
    float gain = like + subhead * static_cast<float>(g.last - g.first) + std::min(0.0F, g.pairs);
    const std::uint32_t fine = g.cjk ? 16 : 40;
    if (g.capitals) gain += subhead_capitals;
    if (g.size > 1) gain += subhead_large * std::log2(g.size);
    gain += (g.offers ? subhead_offer : 0) + (g.upright ? subhead_upright : 0);
    if (g.chars > fine) gain += subhead_long * static_cast<float>(g.chars - fine);
    if (edge) gain += g.chars <= fine && g.last - g.first == 1 && g.sisters < 2 ? section_edge : subhead_edge;
    if (!edge && row_.in_order()) gain += subhead_brief * brevity_;
    if (g.cuts) gain += subhead_cuts;
    if (g.bare)
        gain += subhead_bare;
    else if (g.series)
        gain += subhead_series;
    return gain;
}

}  // namespace broadsheet::segment_stage
