#include "repair/thread_ends.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "language/damaged_jumps.hpp"
#include "language/openers.hpp"
#include "repair/edges.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weigh = weight::thread;
using language::Cue;

// 当心“有坑”: behind the last full stop a phrase without a comma that closes with a bracket.
bool closed_phrase(std::u32string_view text) {
    const auto last = last_sentence(text);
    return last.size() <= 20 && last.find(U'，') == std::u32string_view::npos;
}

}  // namespace

ThreadEnds::ThreadEnds(Work& work) : w_(work) {
    const auto count = static_cast<std::uint32_t>(w_.drafts.size());
    end_.assign(count, -100);
    start_.assign(count, 0);
    balance_.assign(count, {});
    find_wrapping();
    find_jumps();
    find_whole();
    for (std::uint32_t i = 0; i < count; ++i) {
        const Draft& d = w_.drafts[i];
        if (!eligible(d)) continue;
        balance_[i] = brackets(d);
        end_[i] = open_end(i).sum();
        Evidence start;
        open_start(start, i);
        start_[i] = start.sum();
    }
}

bool ThreadEnds::eligible(const Draft& d) const {
    if (d.dropped || d.shape == Shape::vertical) return false;
    if (const auto line = w_.head(d).line; w_.one_heading(line, line) || w_.d.lines[line].kind == RegionKind::caption)
        return false;
    if (d.shape == Shape::marked || w_.display[w_.head(d).line] || w_.heading[w_.head(d).line]) return false;
    return true;
}

ThreadEnds::Balance ThreadEnds::brackets(const Draft& d) const {
    Balance b;
    for (auto p = d.first; p < d.last; ++p) {
        const Facts& f = w_.facts[w_.pieces[p].line];
        if (f.has(long_line)) return {};
        if (f.closed > b.open) {
            b.closed += f.closed - b.open;
            b.open = 0;
        } else {
            b.open -= f.closed;
        }
        b.open += f.opened;
    }
    return b;
}

// Is the page set in lines that its columns wrapped? Then a line of no column's width is no part of a paragraph.
void ThreadEnds::find_wrapping() {
    std::uint32_t measured = 0, all = 0;
    for (const Draft& d : w_.drafts) {
        if (d.dropped || d.shape != Shape::text) continue;
        ++all;
        if (w_.measure[w_.head(d).line] && d.last - d.first > 1) ++measured;
    }
    wrapped_ = measured > 2 && measured * 2 > all;
}

// Does the page set its blank lines where texts end? Then few of its texts stop in mid-sentence before one.
void ThreadEnds::find_whole() {
    float ended = 1, torn = 1;
    for (const Draft& d : w_.drafts) {
        const auto below = w_.tail(d).line + 1;
        if (d.dropped || d.shape != Shape::text || (below < w_.d.lines.size() && w_.d.lines[below].gap == 0)) continue;
        const Facts& z = w_.tail_facts(d);
        if (z.has(ends_sentence))
            ++ended;
        else if (!z.has(ends_colon | ends_close))
            torn += 8;
    }
    whole_ = std::clamp(std::log(ended / torn), 0.0F, 2.0F);
}

// A text with a jump line behind it goes on on another page; one below a jump line began there.
void ThreadEnds::find_jumps() {
    const auto jumps = [&](std::uint32_t line, bool from) {
        return w_.taken[line] == 1 + static_cast<std::uint8_t>(Reason::jump_line) &&
               language::jump_line(w_.view(line)).from == from;
    };
    leaves_.assign(w_.drafts.size(), false);
    arrives_.assign(w_.drafts.size(), false);
    for (std::uint32_t i = 0; i < w_.drafts.size(); ++i) {
        const auto above = w_.head(w_.drafts[i]).line, below = w_.tail(w_.drafts[i]).line + 1;
        leaves_[i] = (below < w_.d.lines.size() && jumps(below, false)) || ends_with_jump(below - 1);
        arrives_[i] = (above > 0 && jumps(above - 1, true)) || begins_with_jump(above);
    }
}

// "... wait for (Continued on Page 3)": in brackets, or with a page's number or its word at the end. Most lines
// need not be asked.
bool ThreadEnds::ends_with_jump(std::uint32_t line) const {
    const auto text = w_.view(line);
    const char32_t end = text.back(), before = text.size() > 1 ? text[text.size() - 2] : U' ';
    const bool figure = (is(end, cls::digit) || end == U'l') && !is(before, cls::han);
    const bool word = std::u32string_view(U"版面頁页").find(end) != std::u32string_view::npos;
    if (!figure && !word && !is(end, cls::close) && end != U'.') return false;
    const auto jump = language::jump_line(text);
    return !jump.place.empty() && !jump.from && !jump.refers;
}

bool ThreadEnds::begins_with_jump(std::uint32_t line) const {
    const auto text = w_.view(line);
    return is(text.front(), cls::upper | cls::open) && language::damaged_jump_line(text).from;
}

bool ThreadEnds::foreign(const Draft& d) const {
    const auto line = w_.head(d).line;
    return wrapped_ && !w_.measure[line] && !w_.facts[line].has(long_line) && w_.d.lines[line].frame == 0;
}

// Evidence that a draft stops in mid-sentence.
Evidence ThreadEnds::open_end(std::uint32_t i) const {
    const Draft& d = w_.drafts[i];
    const Facts& z = w_.tail_facts(d);
    Evidence e(w_.options.explain);
    if (lead_alone(d)) {
        e.add(weigh::lead_alone);
        return e;
    }
    if (z.has(ends_sentence))
        e.add(d.tail > 0 ? weigh::ends_sentence_full : weigh::ends_sentence);
    else if (z.has(ends_hyphen))
        e.add(weigh::ends_hyphen);
    else if (z.has(ends_comma))
        e.add(weigh::ends_pause);
    else if (z.has(ends_colon))
        e.add(weigh::ends_colon);
    else if (z.has(ends_close) && closed_phrase(tail_view(w_, d)))
        e.add(weigh::ends_close);
    else
        e.add(weigh::ends_open);
    if (!z.has(ends_sentence | ends_comma | ends_colon) && ends_wanting(tail_view(w_, d))) e.add(weigh::ends_wanting);
    // Capitals are no running text: what a row of them wants is the next row of its headline, not a text elsewhere.
    const bool goes_on = !z.has(all_upper) && (z.has(ends_comma | ends_hyphen) || ends_bound(tail_view(w_, d)));
    if (d.tail < 0) e.add(weigh::tail_short, goes_on ? 0.3F : 1.0F);
    if (balance_[i].open > 0) e.add(weigh::end_brackets);
    if (foreign(d)) e.add(weigh::end_foreign);
    if (d.shape == Shape::row) {
        // Short and without a full stop: a heading, or the first line of a torn paragraph.
        const bool quoted = w_.head_facts(d).has(starts_quote) && z.has(ends_close);
        if (z.has(ends_dash)) e.add(weigh::end_leads_in);
        e.add(weigh::end_shape, goes_on                                                    ? 0.3F
                                 : d.last - d.first > 1                                     ? 1.5F
                                 : first_pause(head_view(w_, d)) == Pause::early && !quoted ? 0.2F
                                                                                            : 1.0F);
    }
    return e;
}

// 本报讯（记者 …） in a line by itself says who reports; the report goes on below.
bool ThreadEnds::lead_alone(const Draft& d) const {
    constexpr std::uint32_t longest = 40;
    const auto line = w_.head(d).line;
    return d.last - d.first == 1 && d.size <= longest && w_.facts[line].has(ends_close) && w_.cues(line) & Cue::lead;
}

bool ThreadEnds::whole(const Draft& d) const {
    const Facts& z = w_.tail_facts(d);
    return d.shape == Shape::text && d.size <= (z.has(cjk) ? 32U : 80U) && d.last - d.first == 1 &&
           w_.measure[w_.tail(d).line] == 0 && !z.has(ends_comma | ends_hyphen | ends_colon | ends_sentence) &&
           !ends_wanting(tail_view(w_, d));
}

// Evidence that a draft begins in mid-sentence.
void ThreadEnds::open_start(Evidence& e, std::uint32_t j) const {
    const Draft& d = w_.drafts[j];
    const Facts& a = w_.head_facts(d);
    if (d.shows_indent)
        e.add(weigh::starts_indented);
    else
        e.add(weigh::start_width, d.indent);
    if (foreign(d)) e.add(weigh::start_foreign);
    if (a.has(starts_close)) e.add(weigh::starts_closed);
    if (a.has(starts_lower)) e.add(weigh::starts_lower);
    if (a.has(starts_quote)) e.add(weigh::starts_quote);
    if (a.has(cjk) && d.shape == Shape::text) {
        const auto text = head_view(w_, d);
        if (starts_wanting(text)) e.add(weigh::starts_wanting);
        const auto clause = first_clause(text);
        if (clause <= 1) e.add(weigh::clause_tiny);
    }
    if (d.size < 12 && w_.tail_facts(d).has(ends_sentence)) e.add(weigh::scrap);
    if (d.shape == Shape::row) {
        const bool sentence = w_.tail_facts(d).has(ends_comma) || first_pause(head_view(w_, d)) == Pause::early;
        e.add(weigh::start_shape, sentence ? 0.3F : 1.0F);
    }
}

}  // namespace broadsheet::repair_stage
