#include "repair/thread_joints.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "language/openers.hpp"
#include "repair/edges.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weigh = weight::thread;
using language::Cue;

constexpr std::uint32_t starters =
    Cue::lead | Cue::byline | Cue::signature | Cue::credit | Cue::caption | Cue::folio | Cue::note | Cue::jump_from;
constexpr std::u32string_view units =
    U"年月日时时点分秒个人名元万亿千百十余多度号版届次家户项种条件位岁倍吨米里層层%％℃°角円時個億萬歲頁页";

// Do both sides of the joint have ideographs, whose pairs can be counted?
bool characters(const Work& w, std::uint32_t i, std::uint32_t j) {
    return is(tail_view(w, w.drafts[i]).back(), cls::cjk) && is(head_view(w, w.drafts[j]).front(), cls::cjk);
}

}  // namespace

void ThreadJoints::ask(std::uint32_t i, std::uint32_t j) {
    const auto left = tail_view(w_, w_.drafts[i]), right = head_view(w_, w_.drafts[j]);
    if (characters(w_, i, j)) grams_.ask(left, right);
    if (torn_word(i, j)) words_.ask(first_letters(right));
}

void ThreadJoints::count_on_page() {
    if (grams_.nothing_asked() && words_.nothing_asked()) return;
    for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i) {
        if (w_.d.lines[i].mark == Mark::hidden) continue;
        if (!grams_.nothing_asked()) grams_.read(w_.view(i));
        if (!words_.nothing_asked()) words_.read(w_.view(i));
    }
}

float ThreadJoints::most(const Edge& edge) const {
    constexpr float counted = weigh::pair_seen.weight + weigh::triple_seen.weight + weigh::word.weight;
    constexpr float rounding = 0.01F;
    constexpr float same_words =
        weigh::same_words.weight * (weigh::most_share - weigh::usual_share) + weigh::number_unit.weight;
    Evidence e(ends_.end(edge.from) + ends_.start(edge.to));
    add_places(e, edge);
    add_brackets(e, edge);
    return e.sum() + (characters(w_, edge.from, edge.to) ? counted : same_words) + rounding;
}

// What the shapes and places of the two fragments say.
void ThreadJoints::add_places(Evidence& e, const Edge& edge) const {
    const auto i = edge.from, j = edge.to;
    const Draft &a = w_.drafts[i], &b = w_.drafts[j];
    const Facts &z = w_.tail_facts(a), &s = w_.head_facts(b);
    if (a.shape == Shape::row && !z.has(has_comma) && b.size < 12) e.add(weigh::scrap_of_row);
    e.add(weigh::skipped, edge.skipped);
    e.add(weigh::passed, passed(edge));
    if (j < i) e.add(weigh::backward);
    if (j != i + 1 && !w_.set.empty() && w_.set[w_.tail(a).line].in_order) e.add(weigh::out_of_order);
    if (ends_.whole(a) && !s.has(starts_close | starts_lower) && j > i + 1 && w_.drafts[i + 1].shape == Shape::row)
        e.add(weigh::whole_paragraph);
    const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
    if (x.page != y.page) e.add(weigh::other_page);
    if (ends_.jumps(i, j)) e.add(weigh::jump_line);
    if (j == i + 1 && y.gap <= 1) e.add(weigh::near);
    if (z.has(ends_sentence) && y.gap > 0) e.add(weigh::whole_texts, ends_.whole_texts());
    if (z.has(cjk) != s.has(cjk) && !z.has(no_letter) && !s.has(no_letter)) e.add(weigh::other_script);
    if (w_.measure[w_.tail(a).line] && w_.measure[w_.head(b).line]) {
        const auto m = w_.measure[w_.tail(a).line], n = w_.measure[w_.head(b).line];
        const auto wider = std::max(m, n);
        const float off = static_cast<float>(wider - std::min(m, n)) / static_cast<float>(wider);
        if (off < 1.0F / 16)
            e.add(weigh::same_measure);
        else if (!z.has(cjk) && !s.has(cjk))
            e.add(weigh::other_measure, std::min(1.0F, (off - 1.0F / 16) * 16));
    }
}

void ThreadJoints::add_brackets(Evidence& e, const Edge& edge) const {
    const Facts &z = w_.tail_facts(w_.drafts[edge.from]), &s = w_.head_facts(w_.drafts[edge.to]);
    if (ends_.balance(edge.from).open > 0 && ends_.balance(edge.to).closed > 0)
        e.add(weigh::brackets_close);
    else if (ends_.balance(edge.to).closed > 0 && !s.has(long_line) && !z.has(long_line))
        e.add(weigh::brackets_alone);
}

Evidence ThreadJoints::judge(const Edge& edge) {
    const auto i = edge.from, j = edge.to;
    const Draft &a = w_.drafts[i], &b = w_.drafts[j];
    const Facts &z = w_.tail_facts(a), &s = w_.head_facts(b);
    Evidence e = w_.options.explain ? ends_.open_end(i) : Evidence(ends_.end(i) + ends_.start(j));
    if (w_.options.explain) ends_.open_start(e, j);
    add_places(e, edge);
    add_joint(e, a, b);
    add_brackets(e, edge);
    if (from_column_to_column(edge)) {
        const auto share = column_words_.share(columns_.of[i], columns_.of[j]);
        e.add(weigh::same_words, std::min(share, weigh::most_share) - weigh::usual_share);
    }
    if (torn_word(i, j))
        e.add(words_.times(first_letters(head_view(w_, b))) > 1 ? weigh::whole_word : weigh::word_part);
    // What goes on with a small letter went on elsewhere. (Behind the full stop of an abbreviation it may.)
    if (z.has(ends_sentence) && !z.has(ends_short | ends_close | cjk) && s.has(starts_lower))
        e.add(weigh::sentence_ended);
    if (s.has(starts_upper) && !s.has(cjk) && ends_.balance(i).open == 0 &&
        !z.has(ends_sentence | ends_colon | ends_dash | ends_close) && language::opens_sentence(head_view(w_, b)))
        e.add(weigh::starts_sentence);
    // What the words say is asked for last.
    if (e.sum() > 0) {
        const auto cues = w_.cues(w_.head(b).line);
        if (cues & starters) e.add(weigh::starts_lead);
        if (cues & Cue::item) e.add(weigh::starts_item);
        if (below_byline(j)) e.add(column_breaks(w_, j) ? weigh::below_byline : weigh::starts_report);
        if (b.shape == Shape::row && cues & (Cue::bare_name | Cue::slogan)) e.add(weigh::starts_lead);
        const bool closes = a.shape == Shape::row || z.has(ends_close | ends_digit) || a.last - a.first == 1;
        const auto own = e.sum() > 0 && closes ? w_.cues(w_.tail(a).line) : 0;
        if (own &
            (Cue::byline | Cue::signature | Cue::credit | Cue::jump_to | Cue::folio | Cue::slogan | Cue::salutation))
            e.add(weigh::starts_lead);
        if (own & Cue::caption && a.last - a.first == 1) e.add(weigh::end_shape);
    }
    return e;
}

// A text below a byline begins there.
bool ThreadJoints::below_byline(std::uint32_t j) {
    if (j == 0 || w_.drafts[j - 1].shape != Shape::row) return false;
    const auto above = w_.tail(w_.drafts[j - 1]).line;
    return w_.d.lines[above].frame == 0 && (w_.cues(above) & Cue::byline) != 0;
}

void ThreadJoints::add_joint(Evidence& e, const Draft& a, const Draft& b) {
    const auto left = tail_view(w_, a), right = head_view(w_, b);
    const char32_t l = left.back(), r = right.front();
    if (is(l, cls::digit)) {
        if (units.find(r) != std::u32string_view::npos)
            e.add(weigh::number_unit);
        else if (is(r, cls::digit))
            e.add(weigh::number_number);
    }
    if (!is(l, cls::cjk) || !is(r, cls::cjk)) return;
    const auto seen = grams_.seen(left, right);
    if (seen.pairs > 0) e.add(weigh::pair_seen);
    if (seen.triples > 0) e.add(weigh::triple_seen);
    // The dictionary is asked where it can turn the decision.
    if (e.sum() + weigh::word.weight > 0 && word_across(left, right)) e.add(weigh::word);
}

// A hyphen at the end of one, small letters at the start of the other.
bool ThreadJoints::torn_word(std::uint32_t i, std::uint32_t j) const {
    return w_.tail_facts(w_.drafts[i]).has(ends_hyphen) && w_.head_facts(w_.drafts[j]).has(starts_lower);
}

bool ThreadJoints::from_column_to_column(const Edge& e) const {
    return w_.unhyphenated && columns_.of[e.from] != columns_.of[e.to] && !w_.tail_facts(w_.drafts[e.from]).has(cjk) &&
           !w_.head_facts(w_.drafts[e.to]).has(cjk);
}

float ThreadJoints::passed(const Edge& edge) {
    constexpr std::uint32_t most = 20;
    return static_cast<float>(std::min(most, edge.to > edge.from ? edge.to - edge.from - 1 : edge.from - edge.to));
}

}  // namespace broadsheet::repair_stage
