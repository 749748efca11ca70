#include "segment/stretch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "language/cues.hpp"
#include "segment/headline.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::uint32_t openers = Cue::advert | Cue::notice;  // what they open is no part of a report
constexpr std::size_t most_beside = 3;                        // kickers, or decks, of one headline

}  // namespace

Draft draft_of(const Row& row, std::size_t first, std::size_t last, const Choice& c) {
    Draft d;
    d.score = c.score;
    d.likeness = c.likeness;
    d.margin = c.margin;
    for (auto t = first; t < last; ++t)
        (t >= c.run_first && t < c.run_last && c.run_first != none ? d.heads : d.rest).push_back(row.index(t));
    return d;
}

void Stretch::add(std::size_t t) {
    const Unit& u = row_.unit(t);
    weighed_ = false;
    switch (u.kind) {
        case Kind::head:
            add_head(t, u);
            break;
        case Kind::byline:
            ++bylines_since_body_;
            break;
        case Kind::signature:
            if (u.foot && bodies_ == 0) inside_ += weights::signature_first;
            ++signatures_since_body_;
            break;
        case Kind::caption:
            add_caption(t);
            break;
        case Kind::credit:
            if (t == begin_) inside_ += weights::credit_first;
            ++credits_;
            break;
        case Kind::note:
            if (bodies_ > 0) add_beside(t);
            break;
        case Kind::table:
            ++tables_;
            break;
        default:
            add_body(t, u);
            break;
    }
    if (u.jumps) jumped_ = true;
}

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

void Stretch::add_caption(std::size_t t) {
    if (t == begin_ && row_.marked()) inside_ += weights::caption_first;
    ++captions_;
    if (bodies_ > 0) {
        add_beside(t);
    } else {
        caption_prior_ += row_.words().own(row_.word_index(t));
        caption_weight_ = row_.words().weigh(caption_prior_);
        add_words(t);
    }
}

void Stretch::add_head(std::size_t t, const Unit& u) {
    const auto i = static_cast<std::uint32_t>(t);
    if (!groups_.empty() && groups_.back().last == i && row_.pair(t) >= 0) {
        groups_.back().pairs += row_.pair(t);
    } else {
        if (!groups_.empty() && bodies_ > 0 && groups_.back().bodies_before == bodies_) groups_.back().bare = true;
        Group group{};
        group.first = i;
        group.number = row_.words().number(row_.word_index(t));
        group.bodies_before = bodies_;
        group.cjk = u.cjk;
        group.column = u.column_name;
        group.capitals = u.capitals && !u.cjk;
        group.offers = (u.cues & openers) != 0;
        groups_.push_back(group);
    }
    Group& g = groups_.back();
    const auto line = t - g.first;
    g.last = i + 1;
    g.closed = u.closed;
    g.cuts = g.cuts || u.cuts;
    g.upright = g.upright || u.upright;
    g.labels = (g.first == i || g.labels) &&
               ((u.label && !row_.briefs()) || u.column_name || u.leads_in || (u.cues & Cue::dash_opens));
    g.chars += u.chars;
    g.size = std::max(g.size, u.size);
    const float fitness = headline_fitness(u);
    g.fitness = g.first == i ? fitness : std::max(g.fitness, fitness);
    if (g.last == g.first + 1) g.sisters = u.sisters;
    g.level = g.level == 0 ? u.level : u.level == 0 ? g.level : std::min<std::uint32_t>(g.level, u.level);
    g.own += row_.words().own(row_.word_index(t));
    if (line < g.found.size()) find_before(g, line, t);
    g.match = row_.words().match(g.shared, g.own);
    if (g.last == g.first + 1)
        for (auto& other : groups_)
            if (other.first != g.first && row_.alike(g.first, other.first)) g.series = other.series = true;
}

// In the texts of this stretch before the heading.
void Stretch::find_before(Group& g, std::size_t line, std::size_t head) {
    const auto first = row_.word_index(begin_), last = row_.word_index(head);
    const auto hits = row_.words().hits(last);
    auto hit = std::partition_point(hits.begin(), hits.end(), [&](const auto& x) { return x.unit < first; });
    for (; hit != hits.end() && hit->unit < last; ++hit) {
        const Kind kind = row_.unit_of_words(hit->unit).kind;
        if (kind == Kind::body || (bodies_ == 0 && kind == Kind::caption)) find(g, line, head, hit->bits);
    }
}

void Stretch::find(Group& g, std::size_t line, std::size_t head, std::uint64_t bits) {
    const auto fresh = bits & ~g.found[line];
    if (!fresh) return;
    g.found[line] |= fresh;
    g.shared += row_.words().weight(row_.word_index(head), fresh);
}

void Stretch::add_words(std::size_t t) {
    const auto found = row_.words().found_in(row_.word_index(t));
    for (auto& g : groups_) {
        const float before = g.shared;
        for (std::size_t line = 0; line < g.found.size() && g.first + line < g.last; ++line)
            if (const auto bits = found[g.number + line]) find(g, line, g.first + line, bits);
        if (g.shared > before) g.match = row_.words().match(g.shared, g.own);
    }
}

// A photograph, a note: it stands with the text that has most of the words that it shares with the page.
void Stretch::add_beside(std::size_t t) {
    const auto w = row_.word_index(t);
    float shared = row_.words().shared(w, first_body_);
    for (const auto& g : groups_)  // the headline may name what the text calls by other words
        for (auto h = g.first; h < g.last; ++h)
            shared += row_.words().weight(row_.word_index(h), row_.words().found(row_.word_index(h), w));
    const float common = row_.words().common(w);
    if (common > 0) inside_ += weights::beside * (2 * std::min(1.0F, shared / common) - 1);
}

void Stretch::add_body(std::size_t t, const Unit& u) {
    using namespace weights;
    const auto w = row_.word_index(t);
    const float own = row_.words().own(w);
    if (bodies_ == 0) {
        if (u.cues & Cue::lead) inside_ += lead_first;
        opens_offer_ = (u.cues & openers) != 0;
        if (bylines_since_body_ > 0) inside_ += byline_first;
        if (tables_ > 0) inside_ += table_first;
        if (bylines_since_body_ == 0 && !(u.cues & Cue::lead) && !opens_offer_) {
            inside_ += plain_first;
            unsigned_ = true;
        }
        if (row_.starts_open(t)) inside_ += open_first;
        first_body_ = w;
        prior_ = own;
    } else {
        const auto tie = row_.words().tie(w, first_body_);
        inside_ += row_.words().cohesion(w, tie, log_prior_);
        prior_ += std::max(0.0F, own - tie.shared);
        if (u.cues & Cue::lead) inside_ += lead_inside;
        if (u.cues & openers) inside_ += offer_inside;
        if (bylines_since_body_ > 0) inside_ += byline_inside;
        if (signatures_since_body_ > 0) inside_ += signature_inside;
        if (jumped_) inside_ += jump_inside;
        if (u.arrives) inside_ += arrives_inside;
        jumped_ = false;
        if (credits_ > credits_seen_) inside_ += credit_inside;
    }
    credits_seen_ = credits_;
    bylines_since_body_ = signatures_since_body_ = 0;
    ++bodies_;
    chars_ += static_cast<float>(u.chars) * (u.cjk ? 1.0F : weights::latin_chars);
    log_prior_ = PageWords::log_of(prior_);
    weight_ = row_.words().weigh_log(log_prior_);
    add_words(t);
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
