#include "segment/stretch.hpp"

#include <algorithm>

#include "language/cues.hpp"
#include "segment/headline.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::uint32_t openers = Cue::advert | Cue::notice;  // what they open is no part of a report

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

}  // namespace broadsheet::segment_stage
