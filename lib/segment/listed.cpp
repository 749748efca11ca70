#include "segment/listed.hpp"

#include <algorithm>
#include <limits>

#include "segment/stretch.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t shortest_list = 4;  // headings in a row that may be a list of headlines
constexpr std::size_t shortest_last = 3;  // the same, with nothing behind them that they could head
constexpr std::size_t longest_group = 6;  // lines of one headline with its kicker, deck and byline
constexpr std::size_t largest_table = 40000;
constexpr float impossible = -std::numeric_limits<float>::infinity();

// Texts without a heading, opened by a byline or a dateline, that stand before an item and behind the last heading.
std::size_t openings_before(const Row& row, std::size_t item) {
    std::size_t count = 0;
    for (bool opened = false; item > 0 && row.unit(item - 1).kind != Kind::head; --item) {
        const bool opens = row.opens(item - 1);
        if (opens && !opened) ++count;
        opened = opens;
    }
    return count;
}

// A group of neighbouring headings of the list: its words, how well its lines go together, and what it shares with
// the text so far.
struct Group {
    float own, pairs;
    float signed_pairs;  // with its bylines, for a text that has none
    float alone;         // its match with a text that shares nothing
    float match;
    float lead;  // what of it stands in the text's first paragraph, beyond the usual share
    bool any;
};

// The headings of the list beside a text that grows. A group is asked anew only where what it shares has grown.
class Headings {
public:
    Headings(const Row& row, Range list)
        : row_(row), list_(list), count_(list.last - list.first), found_(count_), shared_(count_), lead_(count_) {
        for (std::size_t h = 0; h < count_; ++h) {
            float own = 0, pairs = 0, signed_pairs = 0;
            for (std::size_t g = 1; g <= most(h); ++g) {
                const auto t = list.first + h + g - 1;
                own += row.words().own(row.word_index(t));
                if (g > 1) pairs += row.pair(t), signed_pairs += row.pair(t);
                if (row.unit(t).kind == Kind::byline) signed_pairs += weights::byline_first;
                const float alone = row.words().match(0, own);
                groups_.push_back({own, pairs, signed_pairs, alone, alone, 0, false});
            }
            groups_.resize((h + 1) * longest_group);
        }
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] const Unit& unit(std::size_t h) const { return row_.unit(list_.first + h); }
    // Lines of the longest group that begins with heading h.
    [[nodiscard]] std::size_t most(std::size_t h) const { return std::min(longest_group, count_ - h); }
    [[nodiscard]] const Group& group(std::size_t h, std::size_t lines) const {
        return groups_[h * longest_group + lines - 1];
    }

    void begin_text() {
        std::fill(found_.begin(), found_.end(), 0);
        std::fill(shared_.begin(), shared_.end(), 0.0F);
        std::fill(lead_.begin(), lead_.end(), 0.0F);
        first_ = true;
        look_again(0, count_);
    }
    void add_text(std::size_t item) {
        for (std::size_t h = 0; h < count_; ++h) {
            const auto w = row_.word_index(list_.first + h);
            const auto fresh = row_.words().found(w, row_.word_index(item)) & ~found_[h];
            if (!fresh) continue;
            found_[h] |= fresh;
            shared_[h] += row_.words().weight(w, fresh);
            if (first_) lead_[h] = shared_[h];
            look_again(h + 1 > longest_group ? h + 1 - longest_group : 0, h + 1);
        }
        first_ = false;
    }

private:
    void look_again(std::size_t first, std::size_t last) {  // at groups that begin there
        for (auto h = first; h < last; ++h) {
            float common = 0, lead = 0;
            for (std::size_t g = 1; g <= most(h); ++g) {
                common += shared_[h + g - 1];
                lead += lead_[h + g - 1];
                Group& group = groups_[h * longest_group + g - 1];
                group.any = common > 0;
                group.lead = lead - weights::usual_lead * common;
                group.match = group.any ? row_.words().match(common, group.own) : group.alone;
            }
        }
    }

    const Row& row_;
    Range list_;
    std::size_t count_;
    std::vector<std::uint64_t> found_;
    std::vector<float> shared_;
    std::vector<float> lead_;    // of it, what stands in the first text
    bool first_ = true;          // the next text is the first
    std::vector<Group> groups_;  // by first heading, then by lines
};

// Dynamic programming over texts and headings: the best articles for the first i texts and the first h headings.
class Table {
public:
    Table(const Row& row, const weights::Order& order, std::vector<std::size_t> texts, Range list)
        : row_(row),
          order_(order),
          texts_(std::move(texts)),
          list_(list),
          headings_(row, list),
          cells_((texts_.size() + 1) * (headings_.count() + 1)) {
        at(0, 0).score = 0;
    }

    Solution run() {
        for (std::size_t i = 0; i <= texts_.size(); ++i) {
            leave_headings(i);
            if (i < texts_.size() && (i == 0 || row_.edge(texts_[i]))) extend(i);
        }
        return solution();
    }

private:
    struct Cell {
        float score = impossible;
        std::uint32_t text = 0, head = 0, group = 0;  // where it comes from, and the lines of its headline
        Choice own{};
    };

    Cell& at(std::size_t i, std::size_t h) { return cells_[i * (headings_.count() + 1) + h]; }
    static void offer(Cell& cell, const Cell& next) {
        if (next.score > cell.score) cell = next;
    }
    static Cell from(float score, std::size_t i, std::size_t h, std::size_t group, const Choice& own) {
        return {score, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(h), static_cast<std::uint32_t>(group),
                own};
    }

    // A heading of the list that heads nothing.
    void leave_headings(std::size_t i) {
        for (std::size_t h = 0; h < headings_.count(); ++h)
            if (at(i, h).score > impossible)
                offer(at(i, h + 1), from(at(i, h).score + weights::listed_alone, i, h, 0, {}));
    }

    // Each article that begins with text i.
    void extend(std::size_t i) {
        headings_.begin_text();
        Stretch stretch(row_, texts_[i]);
        const auto end = std::min(texts_.size(), i + longest_article);
        for (auto j = i; j < end; ++j) {
            if (j > i && texts_[j] != texts_[j - 1] + 1) break;  // the list stands between
            stretch.add(texts_[j]);
            const Kind kind = row_.unit(texts_[j]).kind;
            if (kind == Kind::body || kind == Kind::caption) headings_.add_text(texts_[j]);
            if (j + 1 == texts_.size() || row_.edge(texts_[j + 1])) end_at(i, j + 1, stretch);
            if (stretch.hopeless()) break;
        }
    }

    // The article of texts [i, j), without a headline of the list and with each that may be its own.
    void end_at(std::size_t i, std::size_t j, Stretch& stretch) {
        const float parted = i > 0 ? row_.parted(texts_[i]) : 0;
        Choice alone = stretch.evaluate(order_);
        alone.score += parted;
        const float base = stretch.without_headline() + parted;
        for (std::size_t h = 0; h <= headings_.count(); ++h) {
            const float before = at(i, h).score;
            if (before == impossible) continue;
            offer(at(j, h), from(before + alone.score, i, h, 0, alone));
            if (!stretch.has_text()) continue;
            if (h < headings_.count() && headings_.unit(h).kind == Kind::byline) continue;  // of the headline before
            for (std::size_t g = 1; h < headings_.count() && g <= headings_.most(h); ++g) {
                const Group& group = headings_.group(h, g);
                Choice own;
                own.likeness = PageWords::listed_headline(group.match, stretch.weight(), group.any);
                const float pairs = stretch.opened() ? group.pairs : group.signed_pairs;
                const float lead =
                    std::clamp(weights::lead_names * group.lead, -weights::lead_bound, weights::lead_bound);
                offer(at(j, h + g), from(before + base + own.likeness + lead + pairs, i, h, g, own));
            }
        }
    }

    Solution solution() {
        Solution found{at(texts_.size(), headings_.count()).score, {}};
        for (std::size_t i = texts_.size(), h = headings_.count(); i > 0 || h > 0;) {
            const Cell& c = at(i, h);
            const bool heading_alone = c.text == i;
            Draft d = heading_alone ? Draft{} : draft_of(row_, texts_[c.text], texts_[i - 1] + 1, c.own);
            for (std::size_t g = heading_alone ? 1 : c.group; g > 0; --g) put_before(d, list_.first + c.head + g - 1);
            found.drafts.push_back(std::move(d));
            i = c.text;
            h = c.head;
        }
        std::reverse(found.drafts.begin(), found.drafts.end());
        return found;
    }

    // Puts a line of the list before what the article has already.
    void put_before(Draft& d, std::size_t item) const {
        auto& lines = row_.unit(item).kind == Kind::byline ? d.rest : d.heads;
        lines.insert(lines.begin(), row_.index(item));
    }

    const Row& row_;
    const weights::Order& order_;
    std::vector<std::size_t> texts_;  // items but for the list
    Range list_;
    Headings headings_;
    std::vector<Cell> cells_;
};

}  // namespace

std::vector<Range> lists_of(const Row& row) {
    std::vector<Range> found;
    for (std::size_t t = 0; t < row.size();) {
        auto e = t;
        std::size_t own = 0;  // headings that are no names of places or columns and no rest of the line before
        for (; e < row.size() && row.listable(e) && (e > t || row.unit(e).kind == Kind::head); ++e)
            if (row.unit(e).kind == Kind::head && !row.unit(e).label && !row.unit(e).column_name &&
                (e == t || row.pair(e) < weights::pair_wrapped - 1))
                own += e > t && row.unit(e - 1).kind == Kind::byline ? 2 : 1;  // a byline ends what is of one article
        if (own >= (e == row.size() ? shortest_last : shortest_list) || (own > 1 && openings_before(row, t) >= own))
            found.push_back({t, e});
        t = std::max(e, t + 1);
    }
    return found;
}

Solution solve_listed(const Row& row, const weights::Order& order, Range all, Range list) {
    std::vector<std::size_t> texts;
    for (auto t = all.first; t < all.last; ++t)
        if (t < list.first || t >= list.last) texts.push_back(t);
    if (texts.empty() || texts.size() * (list.last - list.first) > largest_table) return {impossible, {}};
    return Table(row, order, std::move(texts), list).run();
}

}  // namespace broadsheet::segment_stage
