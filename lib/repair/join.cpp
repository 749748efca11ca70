// Wrapped lines become paragraphs. Only lines with no blank line between them are joined here; what stands apart
// (column breaks, false blank lines) is the business of the threads.
#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/openers.hpp"
#include "repair/measure.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::join;
using language::Cue;

constexpr std::uint32_t kinds = Cue::byline | Cue::signature | Cue::credit | Cue::folio | Cue::item | Cue::slogan;
constexpr std::int32_t indent_least = 250, indent_most = 2750;

bool same_column(const Work& w, std::uint32_t a, std::uint32_t b) {
    const Line &x = w.d.lines[a], &y = w.d.lines[b];
    return y.gap == 0 && x.frame == y.frame && x.page == y.page;
}

// Indent of a line against the lines around it, where the source shows it.
std::int32_t shown_indent(const Work& w, std::uint32_t line, std::uint32_t other) {
    return static_cast<std::int32_t>(w.d.lines[line].indent) - static_cast<std::int32_t>(w.d.lines[other].indent);
}

class Joiner {
public:
    explicit Joiner(Work& work) : w_(work) {}

    // Does line i + 1 go on where line i stops? `first`: line i begins its paragraph.
    bool joins(std::uint32_t i, bool first, int open_brackets) {
        if (w_.view(i) == w_.view(i + 1)) return false;  // a copy
        const Facts &a = w_.facts[i], &b = w_.facts[i + 1];
        Evidence e(w_.options.explain);
        e.add(weight::base);
        std::int32_t left = room(w_, i, i + 1);
        // Where the line is full, or nearly so, the full stop of an initial ends nothing.
        const bool wants = a.has(ends_short) && (!a.has(ends_sentence) || left < 2 * em);
        const bool sentence = a.has(ends_sentence) && !wants;
        // A first line is indented; where it ends a sentence, only the next line's width tells that it is full.
        if (first && left > indent_least && (!sentence || indented(w_, i + 1) < -1)) left -= 2000;
        float fullness = std::clamp(static_cast<float>(-left) / 750.0F, -1.5F, 1.0F);
        // Where lines were run together, their rests add up: that the last is full says little.
        if (sentence && fullness > 0 && last_row(w_, i) < a.middle()) fullness = 0;
        if (wants) fullness = std::max(fullness, 0.0F);
        if (sentence)
            e.add(weight::ends_sentence);
        else if (a.has(ends_hyphen))
            e.add(weight::ends_hyphen);
        else if (a.has(ends_comma))
            e.add(weight::ends_pause);
        else if (a.has(ends_colon))
            e.add(weight::ends_colon);
        else
            e.add(weight::ends_open);
        if (fullness >= 0)
            e.add(weight::full, fullness);
        else if (!a.has(ends_hyphen))
            e.add(sentence ? weight::short_sentence : weight::short_open,
                  -fullness * (a.has(ends_comma) ? 0.4F : 1.0F));

        if (overlong(w_, i) || overlong(w_, i + 1)) e.add(weight::other_measure);

        add_start(e, i);
        if (b.has(starts_close)) e.add(weight::next_closes);
        if (b.has(starts_lower) && !a.has(cjk)) e.add(weight::next_lower);
        if (b.has(starts_dash) && left > 0) e.add(weight::next_dash);
        if (open_brackets > 0) e.add(weight::brackets);
        if (b.has(starts_upper) && !b.has(cjk) && open_brackets == 0 && language::opens_sentence(w_.view(i + 1)) &&
            !a.has(ends_sentence | ends_colon | ends_dash | ends_close))
            e.add(weight::next_opens);
        if (first && e.sum() < 3 && a.has(ends_close) && w_.cues(i) & Cue::lead) e.add(weight::lead_line);
        // Sir, and Yours faithfully, end with a comma and go on on a new line.
        if (e.sum() > 0 && a.has(ends_comma) && left > 0 && w_.cues(i) & (Cue::salutation | Cue::farewell))
            e.add(weight::other_kind);
        // Words are asked for only where they can turn the decision: a byline ends no sentence, and is a short line.
        if (e.sum() > 0 && !a.has(ends_comma)) {
            const bool doubtful = (first && (left > (a.has(cjk) ? -em : -3 * em) || b.has(starts_dash))) || left > 0;
            if (!sentence && doubtful && (w_.cues(i) & kinds & ~(first ? 0U : std::uint32_t{Cue::item})))
                e.add(weight::other_kind, w_.cues(i) & Cue::item ? 0 : 1);
            const bool short_next = !b.has(ends_sentence) && shortfall(w_, i + 1) > 2 * em;
            if ((sentence || doubtful) && short_next && w_.cues(i + 1) & kinds) e.add(weight::other_kind);
            if (e.sum() > 0 && (sentence ? e.sum() < 1.5F : first && a.has(cjk)) && w_.cues(i + 1) & Cue::lead)
                e.add(weight::next_lead);
        }
        if (w_.options.explain && (e.sum() > -4 && e.sum() < 4))
            w_.explain(i + 1, std::string(e.sum() > 0 ? "joined to" : "set off from") + " the line before: " + e.why());
        return e.sum() > 0;
    }

private:
    // What the next line's own width says: a line that is not full and yet goes on was indented.
    void add_start(Evidence& e, std::uint32_t i) {
        const auto n = i + 1;
        const auto count = static_cast<std::uint32_t>(w_.d.lines.size());
        if (!w_.set.empty() && w_.set[n].indents) {
            e.add(w_.set[n].indented ? weight::next_indented : weight::next_flush);
            return;
        }
        const std::int32_t indent = shown_indent(w_, n, i);
        if (indent >= 2 && indent <= 8) {
            e.add(weight::next_indented);
            return;
        }
        const Facts& b = w_.facts[n];
        const bool followed = n + 1 < count && same_column(w_, n, n + 1) && w_.measure[n + 1] && w_.measure[n];
        const auto left = followed ? room(w_, n, n + 1) : shortfall(w_, n) - em;
        const float odds = indented(w_, n);
        if (!b.has(ends_sentence)) {
            if (left >= indent_most)
                e.add(weight::next_scrap);
            else
                e.add(weight::next_width, odds);
        } else {
            // A last line may be of any width: only a full one says something.
            if (odds < 0) e.add(weight::next_width, odds);
            if (left > indent_least) e.add(weight::next_last);
        }
    }

    Work& w_;
};

bool text_line(const Work& w, std::uint32_t i) {
    const Line& line = w.d.lines[i];
    return (line.mark == Mark::plain || line.mark == Mark::quote) && !w.vertical[i];
}

// Whether the first line of a draft stands for an indent, and whether its last line is full.
void ends_of(Work& w, Draft& draft) {
    const auto a = w.head(draft).line, z = w.tail(draft).line;
    const auto count = static_cast<std::uint32_t>(w.d.lines.size());
    if (w.measure[a] && !w.facts[a].has(long_line)) {
        const float odds = indented(w, a);
        const bool goes_on = draft.last - draft.first > 1 || !w.facts[a].has(ends_sentence);
        if (goes_on ? shortfall(w, a) < 3500 : odds < 0) draft.indent = odds;
    }
    const auto& lines = w.d.lines;
    const std::uint32_t next = draft.last - draft.first > 1 ? w.pieces[draft.first + 1].line : a + 1;
    if (next < count && lines[next].frame == lines[a].frame && lines[next].page == lines[a].page &&
        (draft.last - draft.first > 1)) {
        const auto shown = shown_indent(w, a, next);
        if (shown >= 2 && shown <= 8) draft.shows_indent = true;
    } else if (a > 0 && same_column(w, a - 1, a)) {  // one line: against the text above
        const auto shown = shown_indent(w, a, a - 1);
        if (shown >= 2 && shown <= 8) draft.shows_indent = true;
    }
    if (w.measure[z] && !w.facts[z].has(long_line)) {
        auto lost = shortfall(w, z);
        if (draft.last - draft.first == 1 && draft.indent > 1) lost -= 2000;
        const auto tolerance = w.facts[z].has(cjk) ? 1200 : std::max(1200, static_cast<std::int32_t>(w.measure[z]) / 8);
        draft.tail = lost < tolerance ? 1 : lost > tolerance + 900 ? -1 : 0;
    }
}

// Chinese, short, and none of its sentences states anything.
bool asks(std::u32string_view line) {
    constexpr std::size_t longest = 30;
    return line.size() <= longest && (line.back() == U'？' || line.back() == U'！') &&
           line.find(U'。') == std::u32string_view::npos;
}

// A headline has one comma at most.
bool many_commas(const Work& w, const Draft& draft) {
    if (draft.last - draft.first != 1 || !w.head_facts(draft).has(has_comma)) return false;
    int commas = 0;
    for (const char32_t c : w.view(w.head(draft).line).substr(0, longest_wrapped)) commas += c == U'，' ? 1 : 0;
    return commas > 1;
}

}  // namespace

void describe(Work& w, Draft& draft) {
    const Facts &a = w.head_facts(draft), &z = w.tail_facts(draft);
    const Line& line = w.d.lines[w.head(draft).line];
    draft.size = 0;
    bool stops = z.has(ends_sentence), commas = false;
    for (auto p = draft.first; p < draft.last; ++p) {
        draft.size += w.pieces[p].text.size();
        stops = stops || w.facts[w.pieces[p].line].has(has_stop);
        commas = commas || w.facts[w.pieces[p].line].has(has_comma);
    }
    const auto rows = draft.last - draft.first;
    if (w.vertical[w.head(draft).line]) {
        draft.shape = Shape::vertical;
    } else if (line.mark != Mark::plain && line.mark != Mark::quote) {
        draft.shape = Shape::marked;
    } else if (w.display[w.head(draft).line] || w.one_heading(w.head(draft).line, w.head(draft).line) || line.centred) {
        draft.shape = Shape::row;
    } else {
        const auto head = w.head(draft).line;
        const bool measured = w.measure[head] != 0 && !a.has(long_line);
        // One line between blank lines, as wide as a column by chance: more likely a headline.
        const auto count = static_cast<std::uint32_t>(w.d.lines.size());
        const bool alone = rows == 1 && (line.gap > 0 || head == 0 || !same_column(w, head - 1, head)) &&
                           (head + 1 >= count || !same_column(w, head, head + 1));
        // Few lines that stand apart and stop short without a mark: no text ends like that, and no column breaks there.
        const auto tail = w.tail(draft).line;
        const bool apart = (line.gap > 0 || head == 0 || !same_column(w, head - 1, head)) &&
                           (tail + 1 >= count || !same_column(w, tail, tail + 1));
        const bool rows_apart =
            apart && rows > 1 && rows <= 3 && draft.tail < 0 && !stops && !z.has(ends_comma | ends_colon);
        const std::uint32_t longest_row = a.has(cjk) ? 40 : 90;
        // Wrapped at the column's width, or longer than a headline, or with sentences inside: running text.
        // 下雨了！伞呢？ A line by itself that calls and asks and states nothing.
        const bool calls = alone && a.has(cjk) && a.has(has_stop) && asks(w.view(head));
        const bool running = calls ? false
                             : w.heading[head] && !stops
                                 ? draft.size > 2 * longest_row
                                 : (measured && ((rows > 1 && !rows_apart) ||
                                                 (!alone && draft.tail >= 0 && (commas || draft.indent > -1)) ||
                                                 (alone && commas && draft.tail > 0) || stops)) ||
                                       draft.size > longest_row || many_commas(w, draft) ||
                                       (stops && draft.size > 24 && commas) || z.has(ends_sentence);
        draft.shape = running ? Shape::text : Shape::row;
    }
}

void one_draft_a_line(Work& w) {
    const auto count = static_cast<std::uint32_t>(w.d.lines.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (w.d.lines[i].mark == Mark::hidden || w.taken[i]) continue;
        Draft draft;
        draft.first = static_cast<std::uint32_t>(w.pieces.size());
        w.pieces.push_back({w.d.lines[i].text, i, Joint::glue});
        draft.last = draft.first + 1;
        describe(w, draft);
        w.drafts.push_back(draft);
    }
}

void join(Work& w) {
    const auto count = static_cast<std::uint32_t>(w.d.lines.size());
    find_measures(w);
    find_display(w);
    find_rows_above(w);
    Joiner joiner(w);
    w.pieces.reserve(count + 16);
    for (std::uint32_t i = 0; i < count;) {
        const Line& line = w.d.lines[i];
        if (line.mark == Mark::hidden || w.taken[i]) {
            ++i;
            continue;
        }
        Draft draft;
        draft.first = static_cast<std::uint32_t>(w.pieces.size());
        w.pieces.push_back({line.text, i, Joint::glue});
        auto end = i + 1;
        if (w.vertical[i]) {
            while (end < count && w.vertical[end] == w.vertical[i]) {
                w.pieces.push_back({w.d.lines[end].text, end, Joint::glue});
                ++end;
            }
        } else if (w.one_heading(i, i)) {
            while (end < count && w.one_heading(i, end) && same_column(w, end - 1, end) && !w.taken[end]) {
                w.pieces.push_back({w.d.lines[end].text, end, Joint::glue});
                ++end;
            }
        } else if (text_line(w, i)) {
            int open = w.facts[i].opened - w.facts[i].closed;
            while (end < count && text_line(w, end) && w.d.lines[end].centred == line.centred && !w.display[i] &&
                   !w.display[end] && !w.taken[end] && !(w.heading[end - 1] && w.facts[end - 1].has(cjk)) &&
                   w.d.lines[end].mark == line.mark && same_column(w, end - 1, end) && w.measure[end - 1] &&
                   w.measure[end] && !w.facts[end - 1].has(long_line) && !w.facts[end].has(long_line) &&
                   joiner.joins(end - 1, end - 1 == i, open)) {
                w.pieces.push_back({w.d.lines[end].text, end, Joint::glue});
                open = std::max(0, open - w.facts[end].closed) + w.facts[end].opened;
                ++end;
            }
        }
        // A row indented below an item goes on with it.
        while (line.mark == Mark::list_item && end < count && w.d.lines[end].mark == Mark::plain && !w.taken[end] &&
               same_column(w, end - 1, end) && w.d.lines[end].indent >= 2) {
            w.pieces.push_back({w.d.lines[end].text, end, Joint::glue});
            ++end;
        }
        draft.last = static_cast<std::uint32_t>(w.pieces.size());
        ends_of(w, draft);
        describe(w, draft);
        w.drafts.push_back(draft);
        i = end;
    }
}

}  // namespace broadsheet::repair_stage
