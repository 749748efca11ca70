#include "segment/plan.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "segment/page_words.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::size_t longest_article = 160;  // units

// The planner: dynamic programming over the row of units. An article is a stretch of units; its score sums the
// evidence that its paragraphs belong together, that one of its groups of headings heads it, and that it begins and
// ends as articles do.
class Planner {
public:
    Planner(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last)
        : document_(document), words_(document, units, first, last), first_(first) {
        for (auto u = first; u < last; ++u)
            if (units[u].kind != Kind::furniture) items_.push_back(static_cast<std::uint32_t>(u));
        units_ = &units;
        pair_.assign(items_.size(), 0);
        for (std::size_t t = 1; t < items_.size(); ++t)
            if (unit(t).kind == Kind::head && unit(t - 1).kind == Kind::head) pair_[t] = pair_score(t - 1, t);
    }

    std::vector<Draft> run() {
        const auto n = items_.size();
        std::vector<float> best(n + 1, -std::numeric_limits<float>::infinity());
        std::vector<std::uint32_t> from(n + 1, 0);
        std::vector<Choice> choice(n + 1);
        best[0] = 0;
        for (std::size_t s = 0; s < n; ++s) {
            Stretch stretch(*this, s);
            for (std::size_t e = s + 1; e <= std::min(n, s + longest_article); ++e) {
                stretch.add(e - 1);
                const Choice c = stretch.evaluate();
                if (best[s] + c.score > best[e]) {
                    best[e] = best[s] + c.score;
                    from[e] = static_cast<std::uint32_t>(s);
                    choice[e] = c;
                }
                if (stretch.hopeless()) break;
            }
        }
        std::vector<Draft> drafts;
        for (std::size_t e = n; e > 0; e = from[e]) drafts.push_back(draft(from[e], e, choice[e]));
        std::reverse(drafts.begin(), drafts.end());
        return drafts;
    }

private:
    struct Choice {
        float score = 0;
        float likeness = 0;
        std::uint32_t run_first = none, run_last = none;  // items of the headline group
    };

    [[nodiscard]] const Unit& unit(std::size_t item) const { return (*units_)[items_[item]]; }
    [[nodiscard]] std::size_t word_index(std::size_t item) const { return items_[item] - first_; }

    // Do two neighbouring headings belong to one group?
    [[nodiscard]] float pair_score(std::size_t a, std::size_t b) const {
        const Unit &x = unit(a), &y = unit(b);
        std::u32string store;
        const auto tx = trimmed(text_of(document_, document_.blocks[x.block], store));
        float score = weights::pair_prior;
        if (x.leads_in) score += weights::pair_leads_in;
        if (y.cues & Cue::dash_opens) score += weights::pair_dash;
        int open = 0;
        for (const char32_t c : tx) open += is(c, cls::open) && !is(c, cls::close) ? 1 : is(c, cls::close) && !is(c, cls::open) ? -1 : 0;
        if (open > 0) score += weights::pair_quote;
        if (y.gap == 0) score += weights::pair_adjacent;
        if (x.label != y.label) score += weights::pair_label;
        if (!tx.empty() && is(tx.back(), cls::hyphen)) score += weights::pair_hyphen;
        if (y.opens_low) score += weights::pair_low;
        if (x.level != y.level) score += weights::pair_rank;
        if (x.chars >= y.chars && x.chars >= 12 && !x.closed) score += weights::pair_wrapped;
        if (const auto shared = words_.common(word_index(a), word_index(b)); shared > 0) score += std::min(shared, 4.0F) * 0.5F;
        return score;
    }

    // A stretch of items that grows to the right, with all sums kept.
    class Stretch {
    public:
        Stretch(const Planner& planner, std::size_t begin) : p_(planner), begin_(begin), end_(begin) {}

        void add(std::size_t t) {
            const Unit& u = p_.unit(t);
            end_ = t + 1;
            switch (u.kind) {
                case Kind::head: add_head(t, u); break;
                case Kind::byline: ++bylines_since_body_; ++bylines_; break;
                case Kind::signature: ++signatures_since_body_; break;
                case Kind::caption:
                    ++captions_;
                    if (bodies_ == 0) add_words(t);
                    break;
                case Kind::credit: ++credits_; break;
                case Kind::note: ++notes_; break;
                default: add_body(t, u); break;
            }
        }

        [[nodiscard]] Choice evaluate() const {
            using namespace weights;
            Choice c;
            c.score = new_article + inside_;
            if (bodies_ == 0 && captions_ == 0) {
                c.score += runs_.empty() ? lone_piece : lone_head;
                if (!runs_.empty()) {
                    c.run_first = runs_.front().first;
                    c.run_last = runs_.back().last;
                }
                return c;
            }
            if (bodies_ == 0 && captions_ > 0) c.score += runs_.empty() || credits_ == 0 ? 0 : photo;
            if (signatures_since_body_ > 0) c.score += signature_last;
            // As headline the group that gains most; the others are subheads.
            float subheads = 0;
            for (const auto& r : runs_) subheads += subhead_cost(r);
            float best = lost_head;
            for (const auto& r : runs_) {
                float like = 0;
                const float gain = head_gain(r, like) - subhead_cost(r);
                if (gain > best) {
                    best = gain;
                    c.likeness = like;
                    c.run_first = r.first;
                    c.run_last = r.last;
                }
            }
            c.score += best + subheads;
            return c;
        }

        // Nothing that follows can make this stretch one article.
        [[nodiscard]] bool hopeless() const { return inside_ < -40.0F; }

    private:
        struct Group {
            std::uint32_t first, last;
            std::size_t bodies_before;
            float own = 0, shared = 0, pairs = 0;
            std::uint32_t chars = 0, level = 0;
            bool cjk = false;
            std::array<std::uint64_t, 4> found{};  // of its first four lines
        };

        void add_head(std::size_t t, const Unit& u) {
            const auto i = static_cast<std::uint32_t>(t);
            // A byline between two lines of headings does not part them.
            if (!runs_.empty() && runs_.back().last == i) {
                runs_.back().pairs += p_.pair_[t];
            } else {
                Group group{};
                group.first = i;
                group.bodies_before = bodies_;
                group.cjk = u.cjk;
                runs_.push_back(group);
            }
            Group& g = runs_.back();
            const auto line = t - g.first;
            g.last = i + 1;
            g.chars += u.chars;
            g.level = g.level == 0 ? u.level : u.level == 0 ? g.level : std::min<std::uint32_t>(g.level, u.level);
            g.own += p_.words_.own(p_.word_index(t));
            if (line < g.found.size())
                for (auto b = begin_; b < t; ++b)
                    if (p_.unit(b).kind == Kind::body || (bodies_ == 0 && p_.unit(b).kind == Kind::caption)) find(g, line, t, b);
        }

        void find(Group& g, std::size_t line, std::size_t head, std::size_t body) {
            const auto bits = p_.words_.found(p_.word_index(head), p_.word_index(body));
            const auto fresh = bits & ~g.found[line];
            if (!fresh) return;
            g.found[line] |= fresh;
            g.shared += p_.words_.weight(p_.word_index(head), fresh);
        }

        void add_words(std::size_t t) {
            for (auto& g : runs_)
                for (std::size_t line = 0; line < g.found.size() && g.first + line < g.last; ++line)
                    find(g, line, g.first + line, t);
        }

        void add_body(std::size_t t, const Unit& u) {
            using namespace weights;
            const auto w = p_.word_index(t);
            const float own = p_.words_.own(w);
            if (bodies_ == 0) {
                if (u.cues & Cue::lead) inside_ += lead_first;
                if (bylines_since_body_ > 0) inside_ += byline_first;
                if (u.opens_low || p_.document_.blocks[u.block].starts_open) inside_ += open_first;
                first_body_ = w;
                prior_ = own;
            } else {
                const float shared = p_.words_.shared(w, first_body_);
                inside_ += p_.words_.cohesion(shared, own, prior_);
                prior_ += std::max(0.0F, own - shared);
                if (u.cues & Cue::lead) inside_ += lead_inside;
                if (bylines_since_body_ > 0) inside_ += byline_inside;
                if (signatures_since_body_ > 0) inside_ += signature_inside;
                if (credits_ > credits_seen_) inside_ += credit_inside;
            }
            credits_seen_ = credits_;
            bylines_since_body_ = signatures_since_body_ = 0;
            ++bodies_;
            add_words(t);
        }

        [[nodiscard]] float head_gain(const Group& g, float& like) const {
            using namespace weights;
            like = p_.words_.headline(g.shared, g.own, prior_);
            float score = like + g.pairs;
            score += g.bodies_before == 0 ? head_first : g.bodies_before == bodies_ ? head_last : head_inside;
            const auto lines = g.last - g.first;
            if (lines > 4) score += head_long_run * static_cast<float>(lines - 4);
            // In Markdown the headline has the highest rank of its article.
            for (const auto& other : runs_)
                if (other.first != g.first && other.level && g.level && other.level <= g.level) score += subhead_ranked;
            return score;
        }

        [[nodiscard]] float subhead_cost(const Group& g) const {
            using namespace weights;
            float cost = subhead * static_cast<float>(g.last - g.first) + std::min(0.0F, g.pairs);
            const std::uint32_t fine = g.cjk ? 16 : 40;
            if (g.chars > fine) cost += subhead_long * static_cast<float>(g.chars - fine);
            if (g.bodies_before == 0 || g.bodies_before == bodies_) cost += subhead_edge;
            return cost;
        }

        const Planner& p_;
        std::size_t begin_, end_;
        std::size_t bodies_ = 0, captions_ = 0, credits_ = 0, credits_seen_ = 0, notes_ = 0, bylines_ = 0;
        std::size_t bylines_since_body_ = 0, signatures_since_body_ = 0;
        std::size_t first_body_ = 0;
        float prior_ = 0;
        float inside_ = 0;
        std::vector<Group> runs_;
    };

    [[nodiscard]] Draft draft(std::size_t s, std::size_t e, const Choice& c) const {
        Draft d;
        d.score = c.score;
        d.likeness = c.likeness;
        for (auto t = s; t < e; ++t) (t >= c.run_first && t < c.run_last && c.run_first != none ? d.heads : d.rest).push_back(items_[t]);
        return d;
    }

    const Document& document_;
    PageWords words_;
    std::size_t first_;
    const std::vector<Unit>* units_ = nullptr;
    std::vector<std::uint32_t> items_;
    std::vector<float> pair_;
};

}  // namespace

std::vector<Draft> plan(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last) {
    return Planner(document, units, first, last).run();
}

}  // namespace broadsheet::segment_stage
