// The rows of a headline become one block; kickers, decks, bylines and other short lines stay by themselves.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "language/headings.hpp"
#include "repair/edges.hpp"
#include "repair/grams.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::rows;
using language::Cue;

constexpr std::uint32_t kinds = Cue::byline | Cue::signature | Cue::credit | Cue::caption | Cue::folio | Cue::item |
                                Cue::note | Cue::slogan | Cue::jump_from | Cue::bare_name | Cue::lead;
constexpr std::uint32_t window = 28;    // drafts on each side in which the text of a headline is sought
constexpr std::uint32_t most_rows = 6;  // of one headline

std::u32string_view first_row(const Work& w, const Draft& d) { return w.view(w.head(d).line); }
std::u32string_view last_row(const Work& w, const Draft& d) { return w.view(w.tail(d).line); }

// "修老路 建新桥": two parts of one length, or nearly so, set off by a space: a line that is whole in itself.
bool has_halves(std::u32string_view text) {
    // The number of a series, in brackets, does not count.
    if (!text.empty() && (text.back() == U')' || text.back() == U'）')) {
        auto n = text.size() - 1;
        while (n > 0 && is(text[n - 1], cls::digit)) --n;
        if (n > 1 && n < text.size() - 1 && is(text[n - 1], cls::open)) text = text.substr(0, n - 1);
    }
    std::size_t parts = 1, shortest = text.size(), longest = 0, run = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !is(text[i], cls::space) && text[i] != U'·') {
            ++run;
            continue;
        }
        if (run == 0) continue;
        shortest = std::min(shortest, run);
        longest = std::max(longest, run);
        if (i < text.size()) ++parts;
        run = 0;
    }
    return parts > 1 && parts < 5 && shortest >= 3 && longest - shortest <= 1;
}

// Characters behind the last space or comma: few of them do not end a headline.
std::size_t tail_part(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && !is(text[text.size() - 1 - n], cls::space | cls::pause) &&
           !(is(text[text.size() - 1 - n], cls::terminal) && text[text.size() - 1 - n] != U'.'))
        ++n;
    return n == text.size() ? 99 : n;
}

// --- Which text do the words of a row stand in?

using Bag = std::vector<std::uint32_t>;  // hashes of pairs of ideographs and of words, sorted

template <class Use>
void each_term(std::u32string_view text, Use use) {
    std::uint32_t word = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        const auto f = class_of(c);
        if (f & (cls::letter | cls::digit) && !(f & cls::wide)) {
            const char32_t folded = c < 0x80 && f & cls::upper ? c + 32 : c;
            word = (word ^ folded) * 0x01000193U;
            ++letters;
            continue;
        }
        if (letters >= 4) use(word);
        word = 0x811C9DC5U;
        letters = 0;
        if (f & cls::cjk && i + 1 < text.size() && is(text[i + 1], cls::cjk))
            use((c * 0x9E3779B1U) ^ (text[i + 1] * 0x85EBCA6BU));
    }
}

Bag bag_of(std::u32string_view text) {
    Bag out;
    each_term(text, [&](std::uint32_t term) { out.push_back(term); });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

class Cohesion {
public:
    struct Filter {
        std::array<std::uint64_t, 64> bits{};
        void set(std::uint32_t t) { bits[t >> 26U] |= std::uint64_t{1} << (t >> 20U & 63U); }
        [[nodiscard]] bool has(std::uint32_t t) const { return (bits[t >> 26U] >> (t >> 20U & 63U) & 1U) != 0; }
    };

    explicit Cohesion(const Work& work) : w_(work) {}

    // 1: both rows share their words with the same text; -1: with different ones; 0: nothing to tell.
    int compare(std::uint32_t a, std::uint32_t b) {
        const Bag x = bag_of(text(a)), y = bag_of(text(b));
        if (x.size() < 2 || y.size() < 2) return 0;
        Filter filter;
        for (const auto t : x) filter.set(t);
        for (const auto t : y) filter.set(t);
        std::vector<std::array<float, 2>> of;
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        const auto from = a > window ? a - window : 0, to = std::min(count, b + window);
        for (auto k = from; k < to; ++k) {
            const Draft& d = w_.drafts[k];
            if (d.shape != Shape::text) continue;
            of.push_back(shared(d, x, y, filter));
        }
        float best_a = 0, best_b = 0, best_both = 0;
        for (std::size_t i = 0; i < of.size(); ++i) {
            float sa = 0, sb = 0;
            for (std::size_t k = i; k < std::min(of.size(), i + 3); ++k) {
                sa += of[k][0];
                sb += of[k][1];
            }
            best_a = std::max(best_a, sa);
            best_b = std::max(best_b, sb);
            best_both = std::max(best_both, sa + sb);
        }
        if (best_a < 2 || best_b < 2) return 0;
        const float same = best_both / (best_a + best_b);
        return same > 0.88F ? 1 : same < 0.68F ? -1 : 0;
    }

private:
    [[nodiscard]] std::u32string_view text(std::uint32_t draft) const {
        const auto& d = w_.drafts[draft];
        const auto begin = w_.head(d).text.begin, end = w_.tail(d).text.end;
        return begin < end ? w_.d.text.view({begin, end}) : w_.view(w_.head(d).line);
    }

    std::array<float, 2> shared(const Draft& d, const Bag& x, const Bag& y, const Filter& filter) const {
        std::vector<std::uint32_t> hits;
        for (auto p = d.first; p < d.last; ++p) {
            auto line = w_.d.text.view(w_.pieces[p].text);
            each_term(line.substr(0, 400), [&](std::uint32_t t) {
                if (filter.has(t)) hits.push_back(t);
            });
        }
        std::sort(hits.begin(), hits.end());
        hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
        std::array<float, 2> out{};
        for (const auto t : hits) {
            if (std::binary_search(x.begin(), x.end(), t)) out[0] += 1;
            if (std::binary_search(y.begin(), y.end(), t)) out[1] += 1;
        }
        return out;
    }

    const Work& w_;
};

class Rows {
public:
    explicit Rows(Work& work) : w_(work), cohesion_(work) {}

    void run() {
        auto& drafts = w_.drafts;
        const auto count = static_cast<std::uint32_t>(drafts.size());
        for (std::uint32_t i = 0; i + 1 < count; ++i)
            if (candidates(i)) {
                pairs_.push_back(i);
                grams_.ask(last_row(w_, drafts[i]), first_row(w_, drafts[i + 1]));
                if (w_.d.lines[w_.head(drafts[i + 1]).line].gap == 0) stacked_ = true;
            }
        const bool columns = join_columns();
        if (pairs_.empty() && !columns) return;
        if (!pairs_.empty())
            for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
                if (w_.d.lines[i].mark != Mark::hidden) grams_.read(w_.view(i));
        count_torn();
        find_lists();
        std::uint32_t rows = 1;
        for (const auto i : pairs_) {
            if (!merged_from_[i]) rows = 1;
            if (rows < most_rows && belongs(i, rows)) {
                merged_from_[i + 1] = true;
                // Rows of one length are parallel halves, not a line that was broken where it was full.
                if (drafts[i].size == drafts[i + 1].size && rows == 1 && !w_.tail_facts(drafts[i]).has(ends_hyphen))
                    w_.pieces[drafts[i].last - 1].after = Joint::space;
                ++rows;
            }
        }
        compact();
    }

private:
    // Two short lines, one after the other.
    [[nodiscard]] bool candidates(std::uint32_t i) const {
        const Draft &a = w_.drafts[i], &b = w_.drafts[i + 1];
        if (a.dropped || b.dropped) return false;
        if (w_.tail_facts(a).has(no_letter) || (a.size < 3 && b.size < 3)) return false;  // a list
        if (a.shape != Shape::row || b.shape != Shape::row) {
            // A headline may end like a sentence.
            const auto marked = [this](const Draft& d) {
                return d.shape == Shape::text && d.last - d.first == 1 && d.size < 40 &&
                       !w_.head_facts(d).has(has_stop | has_comma | long_line) &&
                       w_.view(w_.head(d).line).back() != U'。';
            };
            if (!(a.shape == Shape::row || marked(a)) || !(b.shape == Shape::row || marked(b))) return false;
        }
        const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
        return x.page == y.page && x.frame == y.frame && y.gap <= 1;
    }

    // Does the page's extractor set blank lines between the rows of a headline? It does where words lie across them.
    void count_torn() {
        constexpr std::uint32_t enough = 3, most_words = 12;  // pairs for which the dictionary is asked
        std::uint32_t words = 0;
        for (const auto i : pairs_) {
            if (torn_.size() == enough) break;
            if (w_.d.lines[w_.head(w_.drafts[i + 1]).line].gap == 0) continue;
            const auto left = last_row(w_, w_.drafts[i]), right = first_row(w_, w_.drafts[i + 1]);
            const Facts &a = w_.tail_facts(w_.drafts[i]), &b = w_.head_facts(w_.drafts[i + 1]);
            if (a.has(ends_hyphen) || b.has(starts_close) || (a.opened > 0 && b.closed > 0) ||
                grams_.seen(left, right).triples > 0 || (!a.has(cjk) && ends_wanting(left)) ||
                (words++ < most_words && word_across(left, right)))
                torn_.push_back(i);
        }
    }

    // The title of a photograph often stands behind its credit: rows of it were broken by sense, not by width.
    [[nodiscard]] bool behind_credit(std::uint32_t i) {
        const Draft& before = w_.drafts[i - 1];
        return before.shape == Shape::row && (w_.cues(w_.tail(before).line) & Cue::credit) != 0;
    }

    [[nodiscard]] bool belongs(std::uint32_t i, std::uint32_t rows) {
        const Draft &da = w_.drafts[i], &db = w_.drafts[i + 1];
        const auto la = w_.tail(da).line, lb = w_.head(db).line;
        const Facts &a = w_.facts[la], &b = w_.facts[lb];
        const auto left = last_row(w_, da), right = first_row(w_, db);
        if (left == right) return false;  // a copy
        Evidence e(w_.options.explain);
        const bool cjk_text = a.has(cjk) || b.has(cjk);
        const bool near = w_.d.lines[lb].gap == 0;
        e.add(near ? weight::near : weight::apart);
        if (!near && stacked_) e.add(weight::stacked);
        if (!near)
            e.add(weight::torn, std::min(1.0F, static_cast<float>(torn_.size() - static_cast<std::size_t>(std::count(
                                                                                     torn_.begin(), torn_.end(), i))) /
                                                   2));
        if (a.has(ends_colon | ends_dash)) e.add(weight::leads_in);
        if (b.has(starts_dash)) e.add(weight::leads_in);
        if (a.has(ends_sentence)) e.add(weight::ends_sentence);
        if (a.has(ends_comma)) e.add(weight::ends_comma);
        if (a.opened > 0 && b.closed > 0) e.add(weight::brackets);
        if (b.has(starts_close)) e.add(weight::closes);
        if (a.has(ends_hyphen)) e.add(weight::hyphen);
        if (ends_wanting(left)) e.add(weight::wanting);
        if (cjk_text && starts_wanting(right)) e.add(weight::wanting);
        if (!cjk_text) {
            if (b.has(starts_lower)) e.add(weight::lower);
            if (a.has(all_upper) != b.has(all_upper)) e.add(weight::case_differs);
        } else if (!left.empty() && !right.empty()) {
            if (is(left.back(), cls::cjk) && is(right.front(), cls::cjk)) {
                const auto seen = grams_.seen(left, right);
                if (seen.pairs > 0) e.add(weight::pair_seen);
                if (seen.triples > 0) e.add(weight::triple_seen);
            }
            if (tail_part(left) <= 3) e.add(weight::tail_short);
        }
        const float ratio = static_cast<float>(b.middle()) / static_cast<float>(std::max(1, a.middle()));
        // One character alone may be anything.
        if (db.size > 1) {
            if (ratio < 0.55F) e.add(weight::remainder);
            if (b.middle() <= 4000) e.add(weight::remainder_tiny);
        }
        // Where a hyphen was taken out two rows stand as one.
        const bool run_together = near && !cjk_text && w_.run_together;
        if (ratio > 1.12F) e.add(weight::longer);
        if (ratio > 1.7F && !run_together) e.add(weight::much_longer);
        if (da.size == db.size && near) e.add(weight::equal);
        if (near && i > 0 && rows == 1 && behind_credit(i)) e.add(weight::behind_credit);
        if (cjk_text && (has_halves(left) || has_halves(right)))
            e.add(weight::halves);
        else if (cjk_text && b.has(has_gap) && !a.has(has_gap))
            e.add(weight::parts);
        if (near && std::abs(int{w_.d.lines[la].indent} - int{w_.d.lines[lb].indent}) == 1) e.add(weight::indent);
        const bool text_below =
            b.has(has_stop) || (cjk_text && !b.has(ends_close) && first_pause(right) == Pause::early);
        const bool text_above = a.has(cjk) && a.has(has_comma) && tail_part(left) > 3 &&
                                (left.size() > 18 || first_pause(left) == Pause::early);
        if (text_below || text_above) e.add(weight::sentence_like, 0.5F);
        // What costs more is asked for only where it can turn the decision, words last.
        const auto open = [&] { return w_.options.explain || e.sum() > 0; };
        if (cjk_text && e.sum() <= 0.6F && e.sum() + weight::word.weight > 0 && word_across(left, right))
            e.add(weight::word, !near && ratio > 0.7F && ratio < 1.12F ? 0.5F : 1.0F);
        // In Western headlines a dash is common: it makes no dateline of a row.
        const auto telling = cjk_text ? kinds : kinds & ~std::uint32_t{Cue::lead};
        if (open() && e.sum() < 6 && ((w_.cues(la) | w_.cues(lb)) & telling)) e.add(weight::other_kind);
        if (open() && e.sum() < 6 && (language::is_column_name(left) || language::is_column_name(right)))
            e.add(weight::other_kind);
        if (cjk_text ? e.sum() > 0 && e.sum() <= 1.5F : e.sum() > -weight::same_text.weight && e.sum() <= 1.5F) {
            const int same = cohesion_.compare(i, i + 1);
            if (same > 0) e.add(cjk_text ? weight::same_text_cjk : weight::same_text);
            if (same < 0) e.add(weight::other_text);
        }
        if (w_.options.explain)
            w_.explain(lb,
                       std::string(e.sum() > 0 ? "a row of the headline above: " : "no row of the headline above: ") +
                           e.why());
        return e.sum() > (in_list_[i] ? weight::sure : 0.0F);
    }

    // Rows of several headlines that stand in a row, apart from their texts: only the segmenter, which knows the texts,
    // can tell where one headline ends and the next begins. Marks the pairs of such rows.
    void find_lists() {
        constexpr std::size_t shortest = 3;  // pairs
        in_list_.assign(w_.drafts.size(), false);
        const auto gap = [this](std::uint32_t k) { return w_.d.lines[w_.head(w_.drafts[k + 1]).line].gap; };
        for (std::size_t p = 0; p < pairs_.size();) {
            auto end = p + 1;
            while (end < pairs_.size() && pairs_[end] == pairs_[end - 1] + 1 && gap(pairs_[end]) == gap(pairs_[p]))
                ++end;
            if (end - p >= shortest)
                for (auto k = p; k < end; ++k) in_list_[pairs_[k]] = !w_.tail_facts(w_.drafts[pairs_[k]]).has(cjk);
            p = end;
        }
    }

    // Columns of one vertical headline, one after the other.
    bool join_columns() {
        bool any = false;
        auto& drafts = w_.drafts;
        merged_from_.assign(drafts.size(), false);
        for (std::uint32_t i = 0; i + 1 < drafts.size(); ++i) {
            const Draft &a = drafts[i], &b = drafts[i + 1];
            if (a.shape != Shape::vertical || b.shape != Shape::vertical || a.dropped || b.dropped) continue;
            const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
            if (x.page != y.page || y.gap > 2) continue;
            const char32_t last = w_.view(w_.tail(a).line).back(), first = w_.view(w_.head(b).line).front();
            // A kicker leads in with a colon or a dash; a deck opens with one.
            if (is(last, cls::terminal | cls::dash) || last == U'：' || last == U':' || last == U'︰' ||
                is(first, cls::dash))
                continue;
            const auto m = a.last - a.first, n = b.last - b.first;
            if (n > 2 * m) continue;
            merged_from_[i + 1] = true;
            if (!is(first, cls::close | cls::terminal | cls::pause)) w_.pieces[a.last - 1].after = Joint::space;
            any = true;
        }
        return any;
    }

    // Pieces of a draft stand in a row. Those of lines that were split stand apart, so they are copied.
    void append(Draft& head, const Draft& more) {
        auto& pieces = w_.pieces;
        if (head.last != more.first) {
            if (head.last != pieces.size()) {
                const auto first = static_cast<std::uint32_t>(pieces.size());
                for (auto p = head.first; p < head.last; ++p) pieces.push_back(Piece(pieces[p]));
                head.first = first;
            }
            for (auto p = more.first; p < more.last; ++p) pieces.push_back(Piece(pieces[p]));
            head.last = static_cast<std::uint32_t>(pieces.size());
        } else {
            head.last = more.last;
        }
    }

    void compact() {
        auto& drafts = w_.drafts;
        std::vector<std::uint32_t> place(drafts.size());  // of each draft after this
        std::uint32_t out = 0;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            if (merged_from_[i] && out > 0) {
                Draft& head = drafts[out - 1];
                append(head, drafts[i]);
                head.size += drafts[i].size;
                if (head.shape == Shape::text) head.shape = Shape::row;
            } else {
                drafts[out++] = drafts[i];
            }
            place[i] = out - 1;
        }
        drafts.resize(out);
        for (Draft& d : drafts)
            if (d.kept != none) d.kept = place[d.kept];
        for (CutOut& cut : w_.cuts)
            if (cut.kept != none) cut.kept = place[cut.kept];
    }

    Work& w_;
    Cohesion cohesion_;
    Grams grams_;
    std::vector<std::uint32_t> pairs_;  // drafts that may be a row with the next one
    bool stacked_ = false;
    std::vector<std::uint32_t> torn_;  // pairs that surely are rows of one headline with a blank line between
    std::vector<bool> merged_from_;
    std::vector<bool> in_list_;  // of each draft: it and the next are rows of a list of headlines
};

}  // namespace

void headlines(Work& work) { Rows(work).run(); }

}  // namespace broadsheet::repair_stage
