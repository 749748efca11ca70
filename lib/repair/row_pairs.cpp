#include "repair/row_pairs.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "language/headings.hpp"
#include "language/openers.hpp"
#include "repair/edges.hpp"
#include "repair/row_words.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace rows = weight::rows;
using language::Cue;

constexpr std::uint32_t kinds = Cue::byline | Cue::signature | Cue::credit | Cue::caption | Cue::folio | Cue::item |
                                Cue::note | Cue::slogan | Cue::jump_from | Cue::bare_name | Cue::lead;

std::u32string_view first_row(const Work& w, const Draft& d) { return w.d.text.view(w.head(d).text); }
std::u32string_view last_row(const Work& w, const Draft& d) { return w.d.text.view(w.tail(d).text); }

// "修老路 建新桥": parts of one length, or nearly so: a line that is whole in itself.
bool has_halves(std::u32string_view text) {
    const auto parts = language::parts_of(text);
    return parts.count > 1 && parts.count < 5 && parts.shortest >= 3 && parts.longest - parts.shortest <= 1;
}

// A headline does not say a word twice; a kicker or a deck takes one up.
bool echoes(std::u32string_view left, std::u32string_view right) {
    for (std::size_t i = 0; i + 1 < right.size(); ++i)
        if (is(right[i], cls::han) && is(right[i + 1], cls::han) &&
            left.find(right.substr(i, 2)) != std::u32string_view::npos)
            return true;
    return false;
}

// Characters before the first space: few of them do not begin a headline.
std::size_t head_part(std::u32string_view text) {
    const auto n = text.find(U' ');
    return n == std::u32string_view::npos ? 99 : n;
}

// Characters behind the last space or comma: few of them do not end a headline.
std::size_t tail_part(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && !is(text[text.size() - 1 - n], cls::space | cls::pause) &&
           !(is(text[text.size() - 1 - n], cls::terminal) && text[text.size() - 1 - n] != U'.'))
        ++n;
    return n == text.size() ? 99 : n;
}

}  // namespace

RowPairs::RowPairs(Work& work, std::vector<std::uint32_t> pairs) : w_(work), pairs_(std::move(pairs)) {
    for (const auto i : pairs_) {
        grams_.ask(last_row(w_, w_.drafts[i]), first_row(w_, w_.drafts[i + 1]));
        if (w_.d.lines[w_.head(w_.drafts[i + 1]).line].gap == 0) stacked_ = true;
    }
    for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
        if (w_.d.lines[i].mark != Mark::hidden) grams_.read(w_.view(i));
    count_torn();
    find_lists();
}

// Does the page's extractor set blank lines between the rows of a headline? It does where words lie across them.
void RowPairs::count_torn() {
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
bool RowPairs::behind_credit(std::uint32_t i) {
    const Draft& before = w_.drafts[i - 1];
    return before.shape == Shape::row && (w_.cues(w_.tail(before).line) & Cue::credit) != 0;
}

// Does a row plainly go on in the next one? Then it was broken where it is full.
bool RowPairs::broken_below(std::uint32_t i) const {
    if (!std::binary_search(pairs_.begin(), pairs_.end(), i)) return false;
    const auto left = last_row(w_, w_.drafts[i]), right = first_row(w_, w_.drafts[i + 1]);
    const Facts &a = w_.tail_facts(w_.drafts[i]), &b = w_.head_facts(w_.drafts[i + 1]);
    if (a.has(ends_colon | ends_dash | ends_sentence) || b.has(starts_dash)) return false;
    if (ends_wanting(left) || starts_wanting(right) || b.has(starts_close) || (a.opened > 0 && b.closed > 0))
        return true;
    return b.middle() < a.middle() && (grams_.seen(left, right).triples > 0 || word_across(left, right));
}

bool RowPairs::one_headline(std::uint32_t i, RowsAbove above) {
    const Draft &da = w_.drafts[i], &db = w_.drafts[i + 1];
    const auto la = w_.tail(da).line, lb = w_.head(db).line;
    const Facts &a = w_.facts[la], &b = w_.facts[lb];
    const auto left = last_row(w_, da), right = first_row(w_, db);
    if (left == right || la == lb) return false;  // a copy; a label that was set off
    Evidence e(w_.options.explain);
    const bool cjk_text = a.has(cjk) || b.has(cjk);
    const bool near = w_.d.lines[lb].gap == 0;
    e.add(!near ? rows::apart : cjk_text ? rows::near_cjk : rows::near);
    if (!near && stacked_) e.add(rows::stacked);
    if (!near)
        e.add(rows::torn, std::min(1.0F, static_cast<float>(torn_.size() - static_cast<std::size_t>(std::count(
                                                                               torn_.begin(), torn_.end(), i))) /
                                             2));
    if (a.has(ends_colon | ends_dash)) e.add(rows::leads_in);
    if (b.has(starts_dash)) e.add(rows::leads_in);
    if (a.has(ends_sentence) && !ends_with_initials(left)) e.add(rows::ends_sentence);
    if (a.has(ends_comma)) e.add(rows::ends_comma);
    if (a.opened > 0 && b.closed > 0) e.add(rows::brackets);
    if (b.has(starts_close)) e.add(rows::closes);
    if (a.has(ends_hyphen)) e.add(rows::hyphen);
    if (ends_wanting(left)) e.add(rows::wanting);
    if (cjk_text && starts_wanting(right)) e.add(rows::wanting);
    if (!cjk_text) {
        if (b.has(starts_lower)) e.add(rows::lower);
        if (a.has(all_upper) != b.has(all_upper)) e.add(rows::case_differs);
    } else if (!left.empty() && !right.empty()) {
        if (is(left.back(), cls::cjk) && is(right.front(), cls::cjk)) {
            const auto seen = grams_.seen(left, right);
            if (seen.pairs > 0) e.add(rows::pair_seen);
            if (seen.triples > 0) e.add(rows::triple_seen);
        }
        // A name is as short, but a date below it is shorter than what would go on with a phrase.
        if (const auto tail = tail_part(left); tail > 0 && tail <= 3 && b.middle() > 4000) e.add(rows::tail_short);
    }
    const float ratio = static_cast<float>(b.middle()) / static_cast<float>(std::max(1, a.middle()));
    // One character alone may be anything.
    if (db.size > 1) {
        if (ratio < 0.55F) e.add(rows::remainder);
        if (b.middle() <= 4000) e.add(rows::remainder_tiny);
    }
    const bool by_sense = near && i > 0 && above.count == 1 && behind_credit(i);
    if (by_sense) e.add(rows::behind_credit);
    // Where a hyphen was taken out two rows may stand as one.
    const bool run_together = near && !cjk_text && w_.unhyphenated;
    if (ratio > 1.12F && !by_sense) e.add(cjk_text ? rows::longer_cjk : rows::longer);
    if (ratio > 1.7F && !by_sense && !run_together) e.add(rows::much_longer);
    if (da.size == db.size && near) e.add(rows::equal);
    if (cjk_text) {
        if (has_halves(left) || has_halves(right))
            e.add(rows::halves);
        else if (head_part(right) <= 3)
            e.add(rows::head_short);
        else if (has_halves(std::u32string(left).append(right)))
            e.add(rows::halves_of_both);
        else if (b.has(has_gap) && !a.has(has_gap))
            e.add(rows::parts);
        if (echoes(left, right)) e.add(rows::echo);
        if (is_quotation(left) || is_quotation(right)) e.add(rows::quotation);
        if (above.count > 1 && a.middle() < above.widest - 2000) e.add(rows::ended);
        if (b.middle() < a.middle() - 2000 && broken_below(i + 1)) e.add(rows::narrower);
    }
    if (near && std::abs(int{w_.d.lines[la].indent} - int{w_.d.lines[lb].indent}) == 1) e.add(rows::indent);
    const bool text_below = b.has(has_stop) || (cjk_text && !b.has(ends_close) && first_pause(right) == Pause::early);
    const bool text_above = a.has(cjk) && a.has(has_comma) && tail_part(left) > 3 &&
                            (left.size() > 18 || first_pause(left) == Pause::early);
    if (text_below || text_above) e.add(rows::sentence_like, 0.5F);
    // What costs more is asked for only where it can turn the decision, words last.
    const auto open = [&] { return w_.options.explain || e.sum() > 0; };
    if (cjk_text && e.sum() <= 2 && e.sum() + rows::word.weight > 0 && word_across(left, right))
        e.add(rows::word, !near && ratio > 0.7F && ratio < 1.12F ? 0.5F : 1.0F);
    // In Western headlines a dash is common: it makes no dateline of a row, unless an agency stands before it.
    const bool report = language::opens_with_source(left) || language::opens_with_source(w_.view(lb));
    const auto telling = cjk_text || report ? kinds : kinds & ~std::uint32_t{Cue::lead};
    if (open() && e.sum() < 6 && ((w_.cues(la) | w_.cues(lb)) & telling)) e.add(rows::other_kind);
    if (open() && e.sum() < 6 && (language::is_column_name(left) || language::is_column_name(right)))
        e.add(rows::other_kind);
    if (cjk_text ? e.sum() > 0 && e.sum() <= 1.5F : e.sum() > -rows::same_text.weight && e.sum() <= 1.5F) {
        const int same = same_text(w_, i, i + 1);
        if (same > 0) e.add(cjk_text ? rows::same_text_cjk : rows::same_text);
        if (same < 0) e.add(rows::other_text);
    }
    if (w_.options.explain)
        w_.explain(lb, std::string(e.sum() > 0 ? "a row of the headline above: " : "no row of the headline above: ") +
                           e.why());
    return e.sum() > (in_list_[i] ? rows::sure : 0.0F);
}

// Rows of several headlines that stand in a row, apart from their texts: only the segmenter, which knows the texts,
// can tell where one headline ends and the next begins. Marks the pairs of such rows.
void RowPairs::find_lists() {
    constexpr std::size_t shortest = 3;  // pairs
    in_list_.assign(w_.drafts.size(), false);
    const auto gap = [this](std::uint32_t k) { return w_.d.lines[w_.head(w_.drafts[k + 1]).line].gap; };
    for (std::size_t p = 0; p < pairs_.size();) {
        auto end = p + 1;
        while (end < pairs_.size() && pairs_[end] == pairs_[end - 1] + 1 && gap(pairs_[end]) == gap(pairs_[p])) ++end;
        if (end - p >= shortest)
            for (auto k = p; k < end; ++k) in_list_[pairs_[k]] = !w_.tail_facts(w_.drafts[pairs_[k]]).has(cjk);
        p = end;
    }
}

}  // namespace broadsheet::repair_stage
