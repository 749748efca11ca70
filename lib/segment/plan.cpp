#include "segment/plan.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "language/cues.hpp"
#include "language/headings.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::size_t longest_article = 160;  // units
constexpr std::size_t shortest_list = 4;      // headings in a row that may be a list of headlines
constexpr std::size_t longest_group = 6;      // lines of one headline with its kicker, deck and byline
constexpr std::size_t near_sisters = 16;      // units between two subheads of one series
constexpr std::size_t most_beside = 3;        // kickers, or decks, of one headline
constexpr std::ptrdiff_t many_signed = 5;     // texts with a byline or a dateline: the page's habit
constexpr std::size_t largest_table = 40000;

// A byline or a dateline, with which a text opens.
bool opens(const Unit& u) { return u.kind == Kind::byline || (u.kind == Kind::body && (u.cues & Cue::lead) != 0); }

// The planner: dynamic programming over the row of units. An article is a stretch of units; its score sums the
// evidence that its paragraphs belong together, that one of its groups of headings heads it, and that it begins and
// ends as articles do.
class Planner {
public:
    Planner(const Document& document, const std::vector<Unit>& units, const PageWords& words)
        : document_(document), words_(words), units_(units) {
        for (auto u = words.first(); u < words.last(); ++u)
            if (units[u].kind != Kind::furniture) items_.push_back(static_cast<std::uint32_t>(u));
        pair_.assign(items_.size(), 0);
        for (std::size_t t = 1; t < items_.size(); ++t)
            if (listable(t) && listable(t - 1))
                pair_[t] = unit(t).kind == Kind::byline       ? weights::pair_byline
                           : unit(t - 1).kind == Kind::byline ? weights::pair_after_byline
                                                              : pair_score(t - 1, t);
        std::size_t marked = 0;
        for (const auto u : items_) marked += units_[u].level > 0;
        marked_ = marked > 2;
        const auto signs = std::count_if(items_.begin(), items_.end(), [&](auto u) {
            const Unit& x = units_[u];
            return x.kind == Kind::signature || opens(x);
        });
        if (signs >= many_signed) unsigned_ = weights::unsigned_article;
        find_edges();
    }

    // A page keeps to one habit: all headlines before their texts, or here before, there behind. Each is tried and
    // the better whole is kept.
    std::vector<Draft> run() {
        order_ = weights::order_mixed;
        Solution mixed = whole();
        if (std::all_of(mixed.drafts.begin(), mixed.drafts.end(), [](const Draft& d) {
                return d.heads.empty() || d.rest.empty() || d.heads.front() < d.rest.front();
            }))
            return std::move(mixed.drafts);
        order_ = scanned(units_, words_.first(), words_.last()) ? weights::order_scanned : weights::order_before;
        Solution before = whole();
        return std::move(before.score > mixed.score ? before.drafts : mixed.drafts);
    }

private:
    using Order = weights::Order;

    struct Choice {
        float score = 0;
        float likeness = 0;
        float margin = 0;
        std::uint32_t run_first = none, run_last = none;  // items of the headline group
    };

    struct Solution {
        float score = 0;
        std::vector<Draft> drafts;
    };

    // The page as one habit has it
    Solution whole() {
        // Pages whose headlines stand apart from all their texts, as a list at the end (or at the beginning): each
        // stretch with such a list is solved both ways and the better whole is kept.
        Solution solution{0, {}};
        auto& drafts = solution.drafts;
        std::size_t begin = 0;
        for (const auto& [list_first, list_last] : lists()) {
            if (list_first < begin || !order_.lists) continue;
            const bool leads = list_first == begin;
            std::size_t end = list_last;
            if (leads) {  // the list stands first: its texts follow, up to the next list
                end = items_.size();
                for (const auto& other : lists())
                    if (other.first > list_first) end = std::min(end, other.first);
            }
            Solution apart = listed(begin, end, list_first, list_last);
            const Solution plain = solve(begin, end);
            if (apart.score + (leads ? weights::list_first : weights::list_last) <= plain.score)
                continue;  // not a list after all
            std::move(apart.drafts.begin(), apart.drafts.end(), std::back_inserter(drafts));
            solution.score += apart.score + (leads ? weights::list_first : weights::list_last);
            begin = end;
        }
        auto rest = solve(begin, items_.size());
        std::move(rest.drafts.begin(), rest.drafts.end(), std::back_inserter(drafts));
        solution.score += rest.score;
        return solution;
    }

    // What may stand in a list of headlines: they bring their bylines with them.
    [[nodiscard]] bool listable(std::size_t t) const {
        return unit(t).kind == Kind::head || unit(t).kind == Kind::byline;
    }

    // Texts without a heading, opened by a byline or a dateline, that stand before item t and behind the last heading.
    [[nodiscard]] std::size_t openings_before(std::size_t t) const {
        std::size_t count = 0;
        for (bool opened = false; t > 0 && unit(t - 1).kind != Kind::head; --t) {
            const Unit& u = unit(t - 1);
            if (opens(u) && !opened) ++count;
            opened = opens(u);
        }
        return count;
    }

    // Headings in a row that are too many for one article.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> lists() const {
        std::vector<std::pair<std::size_t, std::size_t>> found;
        for (std::size_t t = 0; t < items_.size();) {
            auto e = t;
            std::size_t own = 0;  // headings that are no names of places or columns and no rest of the line before
            for (; e < items_.size() && listable(e) && (e > t || unit(e).kind == Kind::head); ++e)
                if (unit(e).kind == Kind::head && !unit(e).label && !unit(e).column_name &&
                    (e == t || pair_[e] < weights::pair_wrapped - 1))
                    own += e > t && unit(e - 1).kind == Kind::byline ? 2 : 1;  // a byline ends what is of one article
            if (own >= shortest_list || (own > 1 && openings_before(t) >= own)) found.emplace_back(t, e);
            t = std::max(e, t + 1);
        }
        return found;
    }

    // Items [begin, end), headings beside their texts.
    [[nodiscard]] Solution solve(std::size_t begin, std::size_t end) const {
        const auto n = end - begin;
        std::vector<float> best(n + 1, -std::numeric_limits<float>::infinity());
        std::vector<std::uint32_t> from(n + 1, 0);
        std::vector<Choice> choice(n + 1);
        best[0] = 0;
        for (std::size_t s = 0; s < n; ++s) {
            if (s > 0 && !edge_[begin + s]) continue;
            Stretch stretch(*this, begin + s);
            for (std::size_t e = s + 1; e <= std::min(n, s + longest_article); ++e) {
                stretch.add(begin + e - 1);
                if (e < n && !edge_[begin + e]) continue;
                const Choice c = stretch.evaluate();
                const float score = c.score + (s > 0 ? parted_[begin + s] : 0.0F);
                if (best[s] + score > best[e]) {
                    best[e] = best[s] + score;
                    from[e] = static_cast<std::uint32_t>(s);
                    choice[e] = c;
                }
                if (stretch.hopeless()) break;
            }
        }
        Solution solution{best[n], {}};
        for (std::size_t e = n; e > 0; e = from[e])
            solution.drafts.push_back(draft(begin + from[e], begin + e, choice[e]));
        std::reverse(solution.drafts.begin(), solution.drafts.end());
        return solution;
    }

    // Items [begin, end) whose headlines [list_first, list_last) stand apart, in the order of their texts.
    [[nodiscard]] Solution listed(std::size_t begin, std::size_t end, std::size_t list_first,
                                  std::size_t list_last) const {
        std::vector<std::size_t> texts;  // items but for the list
        for (auto t = begin; t < end; ++t)
            if (t < list_first || t >= list_last) texts.push_back(t);
        const auto n = texts.size(), m = list_last - list_first;
        if (n == 0 || n * m > largest_table) return {-std::numeric_limits<float>::infinity(), {}};
        struct Cell {
            float score = -std::numeric_limits<float>::infinity();
            std::uint32_t text = 0, head = 0, group = 0;
            Choice own{};
        };
        std::vector<Cell> table((n + 1) * (m + 1));
        const auto at = [&](std::size_t i, std::size_t h) -> Cell& { return table[i * (m + 1) + h]; };
        at(0, 0).score = 0;
        const auto offer = [&](Cell& cell, const Cell& next) {
            if (next.score > cell.score) cell = next;
        };
        std::vector<std::uint64_t> found(m);
        std::vector<float> shared(m);
        // Of each group of headings (by its first one and its length): its words, how well its lines go together, and
        // what it shares with the text so far, asked anew only where that has grown.
        struct Group {
            float own, pairs;
            float signed_pairs;  // with its bylines, for a text that has none
            float match, alone;
            bool any;
        };
        std::vector<Group> groups;
        for (std::size_t h = 0; h < m; ++h) {
            float own = 0, pairs = 0, signed_pairs = 0;
            for (std::size_t g = 1; g <= longest_group && h + g <= m; ++g) {
                const auto t = list_first + h + g - 1;
                own += words_.own(word_index(t));
                if (g > 1) pairs += pair_[t], signed_pairs += pair_[t];
                if (unit(t).kind == Kind::byline) signed_pairs += weights::byline_first;
                const float alone = words_.match(0, own);
                groups.push_back({own, pairs, signed_pairs, alone, alone, false});
            }
            groups.resize((h + 1) * longest_group);
        }
        const auto look_again = [&](std::size_t first, std::size_t last) {  // groups that begin there
            for (auto h = first; h < last; ++h) {
                float common = 0;
                for (std::size_t g = 1; g <= longest_group && h + g <= m; ++g) {
                    common += shared[h + g - 1];
                    Group& group = groups[h * longest_group + g - 1];
                    group.any = common > 0;
                    group.match = group.any ? words_.match(common, group.own) : group.alone;
                }
            }
        };
        for (std::size_t i = 0; i <= n; ++i) {
            for (std::size_t h = 0; h < m; ++h)  // a heading of the list that heads nothing
                if (at(i, h).score > -1e30F)
                    offer(at(i, h + 1), {at(i, h).score + weights::listed_alone,
                                         static_cast<std::uint32_t>(i),
                                         static_cast<std::uint32_t>(h),
                                         0,
                                         {}});
            if (i == n) break;
            if (i > 0 && !edge_[texts[i]]) continue;
            std::fill(found.begin(), found.end(), 0);
            std::fill(shared.begin(), shared.end(), 0.0F);
            look_again(0, m);
            Stretch stretch(*this, texts[i]);
            for (auto j = i; j < std::min(n, i + longest_article); ++j) {
                if (j > i && texts[j] != texts[j - 1] + 1) break;  // the list stands between
                stretch.add(texts[j]);
                if (unit(texts[j]).kind == Kind::body || unit(texts[j]).kind == Kind::caption)
                    for (std::size_t h = 0; h < m; ++h) {
                        const auto w = word_index(list_first + h);
                        const auto fresh = words_.found(w, word_index(texts[j])) & ~found[h];
                        if (!fresh) continue;
                        found[h] |= fresh;
                        shared[h] += words_.weight(w, fresh);
                        look_again(h + 1 > longest_group ? h + 1 - longest_group : 0, h + 1);
                    }
                if (j + 1 < n && !edge_[texts[j + 1]]) continue;
                const Choice alone = stretch.evaluate();
                const float base = stretch.without_headline();
                for (std::size_t h = 0; h <= m; ++h) {
                    const float before = at(i, h).score;
                    if (before < -1e30F) continue;
                    const auto cell = [&](float gain, std::size_t group, const Choice& own) {
                        return Cell{before + gain, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(h),
                                    static_cast<std::uint32_t>(group), own};
                    };
                    offer(at(j + 1, h), cell(alone.score, 0, alone));
                    if (!stretch.has_text()) continue;
                    if (h < m && unit(list_first + h).kind == Kind::byline) continue;  // of the headline before
                    for (std::size_t g = 1; g <= longest_group && h + g <= m; ++g) {
                        const Group& group = groups[h * longest_group + g - 1];
                        Choice c;
                        c.likeness = PageWords::listed_headline(group.match, stretch.weight(), group.any);
                        const float gain = base + c.likeness + (stretch.opened() ? group.pairs : group.signed_pairs);
                        if (before + gain > at(j + 1, h + g).score) at(j + 1, h + g) = cell(gain, g, c);
                    }
                }
                if (stretch.hopeless()) break;
            }
        }
        Solution solution{at(n, m).score, {}};
        for (std::size_t i = n, h = m; i > 0 || h > 0;) {
            const Cell& c = at(i, h);
            if (c.text == i) {  // a heading alone
                Draft d;
                listed_line(d, list_first + c.head);
                solution.drafts.push_back(d);
            } else {
                Draft d = draft(texts[c.text], texts[i - 1] + 1, c.own);
                for (auto g = c.group; g > 0; --g) listed_line(d, list_first + c.head + g - 1);
                solution.drafts.push_back(d);
            }
            i = c.text;
            h = c.head;
        }
        std::reverse(solution.drafts.begin(), solution.drafts.end());
        return solution;
    }

    // Puts a line of a list before what the article has already.
    void listed_line(Draft& d, std::size_t t) const {
        auto& lines = unit(t).kind == Kind::byline ? d.rest : d.heads;
        lines.insert(lines.begin(), items_[t]);
    }

    [[nodiscard]] const Unit& unit(std::size_t item) const { return units_[items_[item]]; }
    [[nodiscard]] std::size_t word_index(std::size_t item) const { return items_[item] - words_.first(); }

    // Where an article may begin or end: anywhere but between two paragraphs that plainly go together.
    void find_edges() {
        edge_.assign(items_.size() + 1, 1);
        std::array<std::size_t, 3> before{};  // the paragraphs before, nearest first
        std::size_t known = 0;
        for (std::size_t t = 0; t < items_.size(); ++t) {
            const Unit& u = unit(t);
            if (u.kind != Kind::body) continue;
            const auto w = word_index(t);
            if (t > 0 && known == before.size() && unit(t - 1).kind == Kind::body && !(u.cues & Cue::lead)) {
                float prior = 0;
                for (const auto b : before) prior += words_.own(b);
                if (words_.cohesion(w, words_.shared(w, before.back()), PageWords::log_of(prior)) >
                    weights::plainly_together)
                    edge_[t] = 0;
            }
            std::copy_backward(before.begin(), before.end() - 1, before.end());
            before.front() = w;
            known = std::min(known + 1, before.size());
        }
        // Between two subheads that are set alike, or two photographs of one article.
        parted_.assign(items_.size() + 1, 0);
        for (std::size_t t = 1; t < items_.size(); ++t)
            if (unit(t).kind == Kind::caption && unit(t - 1).kind == Kind::caption)
                parted_[t] = weights::captions_parted;
        for (std::size_t a = 0; a < items_.size(); ++a) {
            if (unit(a).kind != Kind::head || unit(a).sisters == 0) continue;
            for (auto b = a + 1; b < std::min(items_.size(), a + near_sisters); ++b)
                if (unit(b).kind == Kind::head && unit(b).shape == unit(a).shape) {
                    for (auto t = a + 1; t <= b; ++t)
                        parted_[t] = std::min(parted_[t],
                                              unit(a).sisters > 1 ? weights::series_parted : weights::sisters_parted);
                    break;
                }
        }
    }

    // Do two neighbouring headings belong to one group?
    [[nodiscard]] float pair_score(std::size_t a, std::size_t b) const {
        const Unit &x = unit(a), &y = unit(b);
        std::u32string store_x, store_y;
        const auto tx = text_of(document_, document_.blocks[x.block], store_x);
        const auto ty = text_of(document_, document_.blocks[y.block], store_y);
        float score =
            weights::pair_prior + std::clamp(language::wraps(tx, ty, rows_of(x, y)), 0.0F, weights::pair_wrapped);
        if (x.leads_in) score += weights::pair_leads_in;
        if (y.cues & Cue::dash_opens) score += weights::pair_dash;
        if (y.gap == 0) score += weights::pair_adjacent;
        if (x.place || y.place) return weights::pair_place;
        if ((x.label || x.column_name) != (y.label || y.column_name)) score += weights::pair_label;
        if (x.level != y.level)
            score += weights::pair_rank;
        else if (x.level > 0)
            score += weights::pair_marked;
        if (const auto shared = words_.common(word_index(a), word_index(b)); shared > 0)
            score += std::min(shared, 4.0F) * 0.5F;
        return score;
    }

    // Subheads of one article are set in one shape: as long, parted in the same place, or beginning alike.
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const {
        const Unit &x = unit(a), &y = unit(b);
        if (x.cjk != y.cjk || x.level != y.level || x.shape == 0 || y.shape == 0) return false;
        if (x.shape == y.shape) return true;
        return x.first == y.first && parallel_wording(document_, x, y);
    }

    // A stretch of items that grows to the right, with all sums kept.
    class Stretch {
    public:
        Stretch(const Planner& planner, std::size_t begin) : p_(planner), begin_(begin), end_(begin) {}

        void add(std::size_t t) {
            const Unit& u = p_.unit(t);
            end_ = t + 1;
            switch (u.kind) {
                case Kind::head:
                    add_head(t, u);
                    break;
                case Kind::byline:
                    ++bylines_since_body_;
                    break;
                case Kind::signature:
                    ++signatures_since_body_;
                    break;
                case Kind::caption:
                    if (t == begin_ && p_.marked_) inside_ += weights::caption_first;
                    ++captions_;
                    if (bodies_ > 0) {
                        add_beside(t);
                    } else {
                        caption_prior_ += p_.words_.own(p_.word_index(t));
                        caption_weight_ = p_.words_.weigh(caption_prior_);
                        add_words(t);
                    }
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

        [[nodiscard]] Choice evaluate() {
            using namespace weights;
            Choice c;
            c.score = new_article + inside_;
            if (bodies_ == 0 && captions_ == 0 && (tables_ == 0 || runs_.empty())) {
                c.score += runs_.empty() ? lone_piece : lone_head;
                if (!runs_.empty()) {
                    c.run_first = runs_.front().first;
                    c.run_last = runs_.back().last;
                }
                return c;
            }
            if (bodies_ == 0 && captions_ > 0) c.score += runs_.empty() || credits_ == 0 ? 0 : photo;
            if (signatures_since_body_ > 0)
                c.score += signature_last;
            else if (unsigned_)
                c.score += p_.unsigned_;
            // As headline the group that gains most, with the kickers and decks beside it; the others are subheads.
            const float subheads = weigh_groups();
            float best = lost_head;
            for (std::size_t i = 0; i < runs_.size(); ++i) {
                std::size_t from = i, to = i + 1;
                float gain = head_gain(runs_[i]) - runs_[i].as_subhead;
                while (from > 0 && i - from < most_beside && runs_[from - 1].last == runs_[from].first &&
                       beside(runs_[from - 1]) > 0)
                    gain += beside(runs_[--from]);
                while (to < runs_.size() && to - i <= most_beside && runs_[to].first == runs_[to - 1].last &&
                       beside(runs_[to]) > 0)
                    gain += beside(runs_[to++]);
                if (gain <= best) {
                    c.margin = std::min(c.margin, best - gain);
                } else {
                    c.margin = gain - best;
                    best = gain;
                    c.likeness = runs_[i].likeness;
                    c.run_first = runs_[from].first;
                    c.run_last = runs_[to - 1].last;
                }
            }
            c.score += best + subheads;
            return c;
        }

        // The score of this stretch but for the headline, which stands elsewhere.
        [[nodiscard]] float without_headline() const {
            float score = weights::new_article + inside_;
            if (signatures_since_body_ > 0)
                score += weights::signature_last;
            else if (unsigned_)
                score += p_.unsigned_;
            for (const auto& r : runs_) score += subhead_gain(r, likeness(r));
            return score;
        }
        [[nodiscard]] bool has_text() const { return bodies_ > 0; }
        [[nodiscard]] bool opened() const { return bodies_ == 0 || !unsigned_; }  // by a byline or a dateline
        [[nodiscard]] float weight() const { return weight_; }

        // Nothing that follows can make this stretch one article.
        [[nodiscard]] bool hopeless() const { return inside_ < -40.0F; }

    private:
        struct Group {
            std::uint32_t first, last;
            std::size_t bodies_before;
            float own = 0, shared = 0, match = 0, pairs = 0;
            bool series = false;  // another heading of this stretch has the same shape
            std::uint32_t chars = 0, level = 0, sisters = 0;
            bool cjk = false, labels = false, capitals = false;
            bool closed = false;                   // ends a sentence
            bool column = false;                   // begins with the name of a column or series
            bool bare = false;                     // no text stands between it and the next group
            std::array<std::uint64_t, 4> found{};  // of its first four lines
            float likeness = 0, as_subhead = 0;    // for the text so far: see weigh_groups()
        };

        void add_head(std::size_t t, const Unit& u) {
            const auto i = static_cast<std::uint32_t>(t);
            if (!runs_.empty() && runs_.back().last == i && p_.pair_[t] >= 0) {
                runs_.back().pairs += p_.pair_[t];
            } else {
                if (!runs_.empty() && bodies_ > 0 && runs_.back().bodies_before == bodies_) runs_.back().bare = true;
                Group group{};
                group.first = i;
                group.bodies_before = bodies_;
                group.cjk = u.cjk;
                group.column = u.column_name;
                group.capitals = u.capitals && !u.cjk;
                runs_.push_back(group);
            }
            Group& g = runs_.back();
            const auto line = t - g.first;
            g.last = i + 1;
            g.closed = u.closed;
            g.labels =
                (g.first == i || g.labels) && (u.label || u.column_name || u.leads_in || (u.cues & Cue::dash_opens));
            g.chars += u.chars;
            if (g.last == g.first + 1) g.sisters = u.sisters;
            g.level = g.level == 0 ? u.level : u.level == 0 ? g.level : std::min<std::uint32_t>(g.level, u.level);
            g.own += p_.words_.own(p_.word_index(t));
            if (line < g.found.size()) find_before(g, line, t);
            g.match = p_.words_.match(g.shared, g.own);
            if (g.last == g.first + 1)
                for (auto& other : runs_)
                    if (other.first != g.first && p_.alike(g.first, other.first)) g.series = other.series = true;
        }

        // In the texts of this stretch before the heading.
        void find_before(Group& g, std::size_t line, std::size_t head) {
            const auto first = p_.word_index(begin_), last = p_.word_index(head);
            const auto hits = p_.words_.hits(last);
            auto hit = std::partition_point(hits.begin(), hits.end(), [&](const auto& x) { return x.unit < first; });
            for (; hit != hits.end() && hit->unit < last; ++hit) {
                const Kind kind = p_.units_[p_.words_.first() + hit->unit].kind;
                if (kind == Kind::body || (bodies_ == 0 && kind == Kind::caption)) find(g, line, head, hit->bits);
            }
        }

        void find(Group& g, std::size_t line, std::size_t head, std::uint64_t bits) {
            const auto fresh = bits & ~g.found[line];
            if (!fresh) return;
            g.found[line] |= fresh;
            g.shared += p_.words_.weight(p_.word_index(head), fresh);
        }

        void add_words(std::size_t t) {
            for (auto& g : runs_) {
                const float before = g.shared;
                for (std::size_t line = 0; line < g.found.size() && g.first + line < g.last; ++line)
                    find(g, line, g.first + line, p_.words_.found(p_.word_index(g.first + line), p_.word_index(t)));
                if (g.shared > before) g.match = p_.words_.match(g.shared, g.own);
            }
        }

        // A photograph, a note: it stands with the text that has most of the words that it shares with the page.
        void add_beside(std::size_t t) {
            const auto w = p_.word_index(t);
            float shared = p_.words_.shared(w, first_body_);
            for (const auto& g : runs_)  // the headline may name what the text calls by other words
                for (auto h = g.first; h < g.last; ++h)
                    shared += p_.words_.weight(p_.word_index(h), p_.words_.found(p_.word_index(h), w));
            const float common = p_.words_.common(w);
            if (common > 0) inside_ += weights::beside * (2 * std::min(1.0F, shared / common) - 1);
        }

        void add_body(std::size_t t, const Unit& u) {
            using namespace weights;
            const auto w = p_.word_index(t);
            const float own = p_.words_.own(w);
            if (bodies_ == 0) {
                if (u.cues & Cue::lead) inside_ += lead_first;
                if (bylines_since_body_ > 0) inside_ += byline_first;
                if (tables_ > 0) inside_ += table_first;
                if (bylines_since_body_ == 0 && !(u.cues & Cue::lead)) {
                    inside_ += plain_first;
                    unsigned_ = true;
                }
                if (u.opens_low || p_.document_.blocks[u.block].starts_open) inside_ += open_first;
                first_body_ = w;
                prior_ = own;
            } else {
                const float shared = p_.words_.shared(w, first_body_);
                inside_ += p_.words_.cohesion(w, shared, log_prior_);
                prior_ += std::max(0.0F, own - shared);
                if (u.cues & Cue::lead) inside_ += lead_inside;
                if (bylines_since_body_ > 0) inside_ += byline_inside;
                if (signatures_since_body_ > 0) inside_ += signature_inside;
                if (jumped_) inside_ += jump_inside;
                jumped_ = false;
                if (credits_ > credits_seen_) inside_ += credit_inside;
            }
            credits_seen_ = credits_;
            bylines_since_body_ = signatures_since_body_ = 0;
            ++bodies_;
            log_prior_ = PageWords::log_of(prior_);
            weight_ = p_.words_.weigh_log(log_prior_);
            add_words(t);
        }

        // Log-odds that these headings and this text are of one article, be they its headline or its subheads.
        [[nodiscard]] float likeness(const Group& g) const {
            return PageWords::headline(g.match, bodies_ > 0 ? weight_ : caption_weight_, g.shared > 0);
        }

        // Asks each group once for what evaluate() needs several times. The sum, should all of them be subheads.
        float weigh_groups() {
            float subheads = 0;
            for (auto& g : runs_) {
                g.likeness = likeness(g);
                subheads += g.as_subhead = subhead_gain(g, g.likeness);
            }
            return subheads;
        }

        [[nodiscard]] float head_gain(const Group& g) const {
            using namespace weights;
            float score = g.likeness + g.pairs;
            if (g.labels && bodies_ > 0) score += head_label;  // photographs have short headlines
            if (g.sisters > 1) score += head_sisters;
            if (p_.marked_ && g.level == 0) score += head_unmarked;
            const Order& order = p_.order_;
            // In mid-article stands a headline that was set over several columns; no text of its own follows it.
            score += g.bodies_before == 0                                  ? order.first
                     : g.bodies_before == bodies_ || (g.bare && !g.closed) ? order.last
                                                                           : order.inside;
            const auto lines = g.last - g.first;
            if (lines > 4) score += head_long_run * static_cast<float>(lines - 4);
            // In Markdown the headline has the highest rank of its article.
            if (!g.level) return score;
            for (const auto& other : runs_)
                if (other.first != g.first && other.level && other.level <= g.level) score += subhead_ranked;
            return score;
        }

        // What a group of headings gains as kicker or deck of the headline beside it, over being a subhead.
        [[nodiscard]] float beside(const Group& g) const {
            return g.likeness + g.pairs + weights::kicker - g.as_subhead +
                   (g.sisters > 0 && bodies_ > g.bodies_before ? weights::kicker_sisters : 0);
        }

        [[nodiscard]] float subhead_gain(const Group& g, float like) const {
            using namespace weights;
            const bool edge = g.bodies_before == 0 || g.bodies_before == bodies_;
            // What belongs to a series has the series' name above it.
            if (edge && g.column) return like + section_edge + g.pairs;
            float gain = like + subhead * static_cast<float>(g.last - g.first) + std::min(0.0F, g.pairs);
            const std::uint32_t fine = g.cjk ? 16 : 40;
            if (g.capitals) gain += subhead_capitals;
            if (g.chars > fine) gain += subhead_long * static_cast<float>(g.chars - fine);
            if (edge) gain += g.chars <= fine && g.last - g.first == 1 && g.sisters < 2 ? section_edge : subhead_edge;
            if (g.bare)
                gain += subhead_bare;
            else if (g.series)
                gain += subhead_series;
            return gain;
        }

        const Planner& p_;
        std::size_t begin_, end_;
        std::size_t bodies_ = 0, captions_ = 0, credits_ = 0, credits_seen_ = 0;
        std::size_t tables_ = 0;  // their rows
        std::size_t bylines_since_body_ = 0, signatures_since_body_ = 0;
        bool jumped_ = false;  // the text goes on on another page
        std::size_t first_body_ = 0;
        float prior_ = 0, caption_prior_ = 0;  // words of the text, of the captions
        float log_prior_ = 0;
        float weight_ = 0, caption_weight_ = 0;  // and what they weigh in the question of the headline
        float inside_ = 0;
        bool unsigned_ = false;  // no byline, no dateline opens the text
        std::vector<Group> runs_;
    };

    [[nodiscard]] Draft draft(std::size_t s, std::size_t e, const Choice& c) const {
        Draft d;
        d.score = c.score;
        d.likeness = c.likeness;
        d.margin = c.margin;
        for (auto t = s; t < e; ++t)
            (t >= c.run_first && t < c.run_last && c.run_first != none ? d.heads : d.rest).push_back(items_[t]);
        return d;
    }

    const Document& document_;
    const PageWords& words_;
    const std::vector<Unit>& units_;
    std::vector<std::uint32_t> items_;
    std::vector<float> parted_;  // by item: what a boundary here costs because it parts subheads set alike
    Order order_ = weights::order_mixed;
    float unsigned_ = 0;              // what an unsigned article costs on this page
    bool marked_ = false;             // the source marks its headings (Markdown)
    std::vector<float> pair_;         // by item: log-odds that it is of one group with the heading before
    std::vector<std::uint8_t> edge_;  // by item: an article may begin here
};

}  // namespace

std::vector<Draft> plan(const Document& document, const std::vector<Unit>& units, const PageWords& words) {
    return Planner(document, units, words).run();
}

}  // namespace broadsheet::segment_stage
