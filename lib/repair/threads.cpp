// Threads: a column break, a caption or a false blank line tears a paragraph into fragments. The ends that are open
// are matched with the starts that are open, over the page, by the sum of the evidence.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/chars.hpp"
#include "core/matching.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "language/damaged_jumps.hpp"
#include "language/openers.hpp"
#include "repair/above_torn.hpp"
#include "repair/column_words.hpp"
#include "repair/draft_columns.hpp"
#include "repair/edges.hpp"
#include "repair/grams.hpp"
#include "repair/weights.hpp"
#include "repair/word_counts.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::thread;
using language::Cue;

// Evidence on which what stands below a second half follows it; Chinese has no capitals to tell a beginning.
constexpr float sure = 6.5F, sure_cjk = 13;
constexpr float sure_top = 5.8F;     // at the head of a column
constexpr std::uint32_t ahead = 60;  // drafts within which a fragment's other half is sought
constexpr std::uint32_t behind = 30;
constexpr std::uint32_t texts = 6;  // running texts among them
constexpr std::uint32_t starters =
    Cue::lead | Cue::byline | Cue::signature | Cue::credit | Cue::caption | Cue::folio | Cue::note | Cue::jump_from;
constexpr std::u32string_view units =
    U"年月日时时点分秒个人名元万亿千百十余多度号版届次家户项种条件位岁倍吨米里層层%％℃°角円時個億萬歲頁页";

std::u32string_view head_view(const Work& w, const Draft& d) { return w.d.text.view(w.head(d).text); }
std::u32string_view tail_view(const Work& w, const Draft& d) { return w.d.text.view(w.tail(d).text); }

class Threads {
public:
    explicit Threads(Work& work) : w_(work) {}

    // Drafts of headlines that stood right on the second part of a paragraph.
    [[nodiscard]] std::vector<Above> run() {
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
        std::vector<bool> texts_run(count);
        for (std::uint32_t i = 0; i < count; ++i) texts_run[i] = running(i);
        columns_ = columns_of_drafts(w_, texts_run);
        find_edges();
        if (std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return from_column_to_column(e); }))
            column_words_ = ColumnWords(w_, columns_.of);
        for (auto& edge : edges_) {
            const Evidence e = judge(edge);
            edge.score = e.sum();
            if (w_.options.explain && edge.score > -4 && edge.score <= 0)
                w_.explain(w_.head(w_.drafts[edge.to]).line,
                           "does not go on from line " + line_of(edge) + ": " + e.why());
        }
        edges_.erase(std::remove_if(edges_.begin(), edges_.end(), [](const Edge& e) { return e.score <= 0; }),
                     edges_.end());
        auto chosen = best_matching(std::move(edges_), count);
        auto above = part_headlines(w_, chosen, end_);
        heads_.resize(count);
        std::iota(heads_.begin(), heads_.end(), 0U);
        for (const auto& edge : chosen) link(edge);
        for (std::uint32_t i = 0; i < count; ++i) flag(i);
        return above;
    }

private:
    struct Balance {
        std::uint32_t open = 0;    // left open at the end
        std::uint32_t closed = 0;  // closed and not opened
    };

    [[nodiscard]] bool eligible(const Draft& d) const {
        if (d.dropped || d.shape == Shape::vertical) return false;
        if (const auto line = w_.head(d).line;
            w_.one_heading(line, line) || w_.d.lines[line].kind == RegionKind::caption)
            return false;
        if (d.shape == Shape::marked || w_.display[w_.head(d).line] || w_.heading[w_.head(d).line]) return false;
        return true;
    }

    [[nodiscard]] Balance brackets(const Draft& d) const {
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
    void find_wrapping() {
        std::uint32_t measured = 0, all = 0;
        for (const Draft& d : w_.drafts) {
            if (d.dropped || d.shape != Shape::text) continue;
            ++all;
            if (w_.measure[w_.head(d).line] && d.last - d.first > 1) ++measured;
        }
        wrapped_ = measured > 2 && measured * 2 > all;
    }

    // Does the page set its blank lines where texts end? Then few of its texts stop in mid-sentence before one.
    void find_whole() {
        float ended = 1, torn = 1;
        for (const Draft& d : w_.drafts) {
            const auto below = w_.tail(d).line + 1;
            if (d.dropped || d.shape != Shape::text || (below < w_.d.lines.size() && w_.d.lines[below].gap == 0))
                continue;
            const Facts& z = w_.tail_facts(d);
            if (z.has(ends_sentence))
                ++ended;
            else if (!z.has(ends_colon | ends_close))
                torn += 8;
        }
        whole_ = std::clamp(std::log(ended / torn), 0.0F, 2.0F);
    }

    // A text with a jump line behind it goes on on another page; one below a jump line began there.
    void find_jumps() {
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
    [[nodiscard]] bool ends_with_jump(std::uint32_t line) const {
        const auto text = w_.view(line);
        const char32_t end = text.back(), before = text.size() > 1 ? text[text.size() - 2] : U' ';
        const bool figure = (is(end, cls::digit) || end == U'l') && !is(before, cls::han);
        const bool word = std::u32string_view(U"版面頁页").find(end) != std::u32string_view::npos;
        if (!figure && !word && !is(end, cls::close) && end != U'.') return false;
        const auto jump = language::jump_line(text);
        return !jump.place.empty() && !jump.from && !jump.refers;
    }

    [[nodiscard]] bool begins_with_jump(std::uint32_t line) const {
        const auto text = w_.view(line);
        return is(text.front(), cls::upper | cls::open) && language::damaged_jump_line(text).from;
    }

    [[nodiscard]] bool foreign(const Draft& d) const {
        const auto line = w_.head(d).line;
        return wrapped_ && !w_.measure[line] && !w_.facts[line].has(long_line) && w_.d.lines[line].frame == 0;
    }

    // Evidence that a draft stops in mid-sentence.
    Evidence open_end(std::uint32_t i) {
        const Draft& d = w_.drafts[i];
        const Facts& z = w_.tail_facts(d);
        Evidence e(w_.options.explain);
        if (lead_alone(d)) {
            e.add(weight::lead_alone);
            return e;
        }
        if (z.has(ends_sentence))
            e.add(d.tail > 0 ? weight::ends_sentence_full : weight::ends_sentence);
        else if (z.has(ends_hyphen))
            e.add(weight::ends_hyphen);
        else if (z.has(ends_comma))
            e.add(weight::ends_pause);
        else if (z.has(ends_colon))
            e.add(weight::ends_colon);
        else if (z.has(ends_close) && closed_phrase(tail_view(w_, d)))
            e.add(weight::ends_close);
        else
            e.add(weight::ends_open);
        if (!z.has(ends_sentence | ends_comma | ends_colon) && ends_wanting(tail_view(w_, d)))
            e.add(weight::ends_wanting);
        // Capitals are no running text: what a row of them wants is the next row of its headline, not a text elsewhere.
        const bool goes_on = !z.has(all_upper) && (z.has(ends_comma | ends_hyphen) || ends_bound(tail_view(w_, d)));
        if (d.tail < 0) e.add(weight::tail_short, goes_on ? 0.3F : 1.0F);
        if (balance_[i].open > 0) e.add(weight::end_brackets);
        if (foreign(d)) e.add(weight::end_foreign);
        if (d.shape == Shape::row) {
            // Short and without a full stop: a heading, or the first line of a torn paragraph.
            const bool quoted = w_.head_facts(d).has(starts_quote) && z.has(ends_close);
            if (z.has(ends_dash)) e.add(weight::end_leads_in);
            e.add(weight::end_shape, goes_on                                                    ? 0.3F
                                     : d.last - d.first > 1                                     ? 1.5F
                                     : first_pause(head_view(w_, d)) == Pause::early && !quoted ? 0.2F
                                                                                                : 1.0F);
        }
        return e;
    }

    // 本报讯（记者 …） in a line by itself says who reports; the report goes on below.
    [[nodiscard]] bool lead_alone(const Draft& d) const {
        constexpr std::uint32_t longest = 40;
        const auto line = w_.head(d).line;
        return d.last - d.first == 1 && d.size <= longest && w_.facts[line].has(ends_close) &&
               w_.cues(line) & Cue::lead;
    }

    // 当心“有坑”: behind the last full stop a phrase without a comma that closes with a bracket.
    static bool closed_phrase(std::u32string_view text) {
        const auto last = last_sentence(text);
        return last.size() <= 20 && last.find(U'，') == std::u32string_view::npos;
    }

    // A short text that no column wrapped is whole, as captions and briefs without a full stop are; only a comma or a
    // word says that more comes. A longer one may be what a column break left.
    [[nodiscard]] bool whole(const Draft& d) const {
        const Facts& z = w_.tail_facts(d);
        return d.shape == Shape::text && d.size <= (z.has(cjk) ? 32U : 80U) && d.last - d.first == 1 &&
               w_.measure[w_.tail(d).line] == 0 && !z.has(ends_comma | ends_hyphen | ends_colon | ends_sentence) &&
               !ends_wanting(tail_view(w_, d));
    }

    // Evidence that a draft begins in mid-sentence.
    void open_start(Evidence& e, std::uint32_t j) {
        const Draft& d = w_.drafts[j];
        const Facts& a = w_.head_facts(d);
        if (d.shows_indent)
            e.add(weight::starts_indented);
        else
            e.add(weight::start_width, d.indent);
        if (foreign(d)) e.add(weight::start_foreign);
        if (a.has(starts_close)) e.add(weight::starts_closed);
        if (a.has(starts_lower)) e.add(weight::starts_lower);
        if (a.has(starts_quote)) e.add(weight::starts_quote);
        if (a.has(cjk) && d.shape == Shape::text) {
            const auto text = head_view(w_, d);
            if (starts_wanting(text)) e.add(weight::starts_wanting);
            const auto clause = first_clause(text);
            if (clause <= 1) e.add(weight::clause_tiny);
        }
        if (d.size < 12 && w_.tail_facts(d).has(ends_sentence)) e.add(weight::scrap);
        if (d.shape == Shape::row) {
            const bool sentence = w_.tail_facts(d).has(ends_comma) || first_pause(head_view(w_, d)) == Pause::early;
            e.add(weight::start_shape, sentence ? 0.3F : 1.0F);
        }
    }

    [[nodiscard]] bool running(std::uint32_t i) {
        return eligible(w_.drafts[i]) && w_.drafts[i].shape == Shape::text && !is_caption(i);
    }

    void find_edges() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        constexpr float least = -3;  // no joint can make up for more
        for (std::uint32_t i = 0; i < count; ++i) {
            if (end_[i] < least) continue;
            std::uint32_t skipped = 0;
            for (std::uint32_t j = i + 1; j < count && j - i <= ahead; ++j) {
                if (!eligible(w_.drafts[j])) continue;
                if (!ask(i, j, skipped)) break;
                if (running(j)) ++skipped;
            }
            if (end_[i] < 1.5F) continue;
            skipped = 0;
            for (std::uint32_t j = i; j-- > 0 && i - j <= behind;) {
                if (!eligible(w_.drafts[j]) || w_.drafts[j].shape == Shape::row) continue;
                if (!ask(i, j, skipped++)) break;
            }
        }
        if (grams_.nothing_asked() && words_.nothing_asked()) return;
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i) {
            if (w_.d.lines[i].mark == Mark::hidden) continue;
            if (!grams_.nothing_asked()) grams_.read(w_.view(i));
            if (!words_.nothing_asked()) words_.read(w_.view(i));
        }
    }

    // A hyphen at the end of one, small letters at the start of the other.
    [[nodiscard]] bool torn_word(std::uint32_t i, std::uint32_t j) const {
        return w_.tail_facts(w_.drafts[i]).has(ends_hyphen) && w_.head_facts(w_.drafts[j]).has(starts_lower);
    }

    // Is it Western text, wrapped at a column's width?
    [[nodiscard]] bool in_column(std::uint32_t i) const {
        return w_.measure[w_.head(w_.drafts[i]).line] != 0 && !w_.head_facts(w_.drafts[i]).has(cjk);
    }

    // Of Western text.
    // Only extractors that take out the hyphens at line ends are known to tear columns out of their articles, too.
    [[nodiscard]] bool from_column_to_column(const Edge& e) const {
        return w_.unhyphenated && columns_.of[e.from] != columns_.of[e.to] &&
               !w_.tail_facts(w_.drafts[e.from]).has(cjk) && !w_.head_facts(w_.drafts[e.to]).has(cjk);
    }

    // Does a column begin with it?
    [[nodiscard]] bool tops_column(std::uint32_t i) const {
        const auto line = w_.head(w_.drafts[i]).line;
        if (line == 0) return true;
        const Line &x = w_.d.lines[line - 1], &y = w_.d.lines[line];
        return y.gap > 0 || y.frame != x.frame || y.page != x.page;
    }

    // What stands in a column and is no part of its text.
    bool is_caption(std::uint32_t j) {
        const Draft& d = w_.drafts[j];
        constexpr std::uint32_t longest = 80;
        return d.size <= longest && d.last - d.first < 4 &&
               (w_.cues(w_.head(d).line) & (Cue::caption | Cue::credit) || w_.cues(w_.tail(d).line) & Cue::credit);
    }

    // False if nothing farther away is to be asked for.
    bool ask(std::uint32_t i, std::uint32_t j, std::uint32_t skipped) {
        const bool on = j > i && columns_.foot[i];  // to the top of a column farther on
        if (on && columns_.top[j] && columns_.of[j] > columns_.of[i])
            skipped = std::min(skipped, columns_.of[j] - columns_.of[i] - 1);
        if (skipped >= texts) return on;
        offer(i, j, skipped);
        return true;
    }

    void offer(std::uint32_t i, std::uint32_t j, std::uint32_t skipped) {
        // Is there hope, should all that is not known yet speak for it? A joint says little where a sentence ends.
        const float hope = end_[i] + start_[j] + weight::skipped.weight * static_cast<float>(skipped) +
                           (j < i ? weight::backward.weight : 0);
        const float best =
            end_[i] < 0 && w_.tail_facts(w_.drafts[i]).has(ends_sentence) && balance_[i].open == 0 ? 1.0F : 7.0F;
        if (hope + best <= 0) return;
        const Edge edge{i, j, 0, static_cast<float>(skipped)};
        const auto left = tail_view(w_, w_.drafts[i]), right = head_view(w_, w_.drafts[j]);
        const bool characters = is(left.back(), cls::cjk) && is(right.front(), cls::cjk);
        if (!w_.options.explain) {
            // The same once more with all that is known without a look at the page's words.
            constexpr float most = weight::pair_seen.weight + weight::triple_seen.weight + weight::word.weight;
            constexpr float rounding = 0.01F;
            constexpr float same_words =
                weight::same_words.weight * (weight::most_share - weight::usual_share) + weight::number_unit.weight;
            Evidence e(end_[i] + start_[j]);
            add_places(e, edge);
            add_brackets(e, edge);
            if (e.sum() + (characters ? most : same_words) + rounding <= 0) return;
        }
        edges_.push_back(edge);
        if (characters) grams_.ask(left, right);
        if (torn_word(i, j)) words_.ask(first_letters(right));
    }

    static float passed(const Edge& edge) {
        constexpr std::uint32_t most = 20;
        return static_cast<float>(std::min(most, edge.to > edge.from ? edge.to - edge.from - 1 : edge.from - edge.to));
    }

    // What the shapes and places of the two fragments say.
    void add_places(Evidence& e, const Edge& edge) const {
        const auto i = edge.from, j = edge.to;
        const Draft &a = w_.drafts[i], &b = w_.drafts[j];
        const Facts &z = w_.tail_facts(a), &s = w_.head_facts(b);
        if (a.shape == Shape::row && !z.has(has_comma) && b.size < 12) e.add(weight::scrap_of_row);
        e.add(weight::skipped, edge.skipped);
        e.add(weight::passed, passed(edge));
        if (j < i) e.add(weight::backward);
        if (j != i + 1 && !w_.set.empty() && w_.set[w_.tail(a).line].in_order) e.add(weight::out_of_order);
        if (whole(a) && !s.has(starts_close | starts_lower) && j > i + 1 && w_.drafts[i + 1].shape == Shape::row)
            e.add(weight::whole_paragraph);
        const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
        if (x.page != y.page) e.add(weight::other_page);
        if (leaves_[i] || arrives_[j]) e.add(weight::jump_line);
        if (j == i + 1 && y.gap <= 1) e.add(weight::near);
        if (z.has(ends_sentence) && y.gap > 0) e.add(weight::whole_texts, whole_);
        if (z.has(cjk) != s.has(cjk) && !z.has(no_letter) && !s.has(no_letter)) e.add(weight::other_script);
        if (w_.measure[w_.tail(a).line] && w_.measure[w_.head(b).line]) {
            const auto m = w_.measure[w_.tail(a).line], n = w_.measure[w_.head(b).line];
            const auto wider = std::max(m, n);
            const float off = static_cast<float>(wider - std::min(m, n)) / static_cast<float>(wider);
            if (off < 1.0F / 16)
                e.add(weight::same_measure);
            else if (!z.has(cjk) && !s.has(cjk))
                e.add(weight::other_measure, std::min(1.0F, (off - 1.0F / 16) * 16));
        }
    }

    void add_brackets(Evidence& e, const Edge& edge) const {
        const Facts &z = w_.tail_facts(w_.drafts[edge.from]), &s = w_.head_facts(w_.drafts[edge.to]);
        if (balance_[edge.from].open > 0 && balance_[edge.to].closed > 0)
            e.add(weight::brackets_close);
        else if (balance_[edge.to].closed > 0 && !s.has(long_line) && !z.has(long_line))
            e.add(weight::brackets_alone);
    }

    Evidence judge(const Edge& edge) {
        const auto i = edge.from, j = edge.to;
        const Draft &a = w_.drafts[i], &b = w_.drafts[j];
        const Facts &z = w_.tail_facts(a), &s = w_.head_facts(b);
        Evidence e = w_.options.explain ? open_end(i) : Evidence(end_[i] + start_[j]);
        if (w_.options.explain) open_start(e, j);
        add_places(e, edge);
        add_joint(e, a, b);
        add_brackets(e, edge);
        if (from_column_to_column(edge)) {
            const auto share = column_words_.share(columns_.of[i], columns_.of[j]);
            e.add(weight::same_words, std::min(share, weight::most_share) - weight::usual_share);
        }
        if (torn_word(i, j))
            e.add(words_.times(first_letters(head_view(w_, b))) > 1 ? weight::whole_word : weight::word_part);
        // What goes on with a small letter went on elsewhere. (Behind the full stop of an abbreviation it may.)
        if (z.has(ends_sentence) && !z.has(ends_short | ends_close | cjk) && s.has(starts_lower))
            e.add(weight::sentence_ended);
        if (s.has(starts_upper) && !s.has(cjk) && balance_[i].open == 0 &&
            !z.has(ends_sentence | ends_colon | ends_dash | ends_close) && language::opens_sentence(head_view(w_, b)))
            e.add(weight::starts_sentence);
        // What the words say is asked for last.
        if (e.sum() > 0) {
            const auto cues = w_.cues(w_.head(b).line);
            if (cues & starters) e.add(weight::starts_lead);
            if (cues & Cue::item) e.add(weight::starts_item);
            if (below_byline(j)) e.add(column_breaks(w_, j) ? weight::below_byline : weight::starts_report);
            if (b.shape == Shape::row && cues & (Cue::bare_name | Cue::slogan)) e.add(weight::starts_lead);
            const bool closes = a.shape == Shape::row || z.has(ends_close | ends_digit) || a.last - a.first == 1;
            const auto own = e.sum() > 0 && closes ? w_.cues(w_.tail(a).line) : 0;
            if (own & (Cue::byline | Cue::signature | Cue::credit | Cue::jump_to | Cue::folio | Cue::slogan |
                       Cue::salutation))
                e.add(weight::starts_lead);
            if (own & Cue::caption && a.last - a.first == 1) e.add(weight::end_shape);
        }
        return e;
    }

    // A text below a byline begins there.
    [[nodiscard]] bool below_byline(std::uint32_t j) {
        if (j == 0 || w_.drafts[j - 1].shape != Shape::row) return false;
        const auto above = w_.tail(w_.drafts[j - 1]).line;
        return w_.d.lines[above].frame == 0 && (w_.cues(above) & Cue::byline) != 0;
    }

    void add_joint(Evidence& e, const Draft& a, const Draft& b) {
        const auto left = tail_view(w_, a), right = head_view(w_, b);
        const char32_t l = left.back(), r = right.front();
        if (is(l, cls::digit)) {
            if (units.find(r) != std::u32string_view::npos)
                e.add(weight::number_unit);
            else if (is(r, cls::digit))
                e.add(weight::number_number);
        }
        if (!is(l, cls::cjk) || !is(r, cls::cjk)) return;
        const auto seen = grams_.seen(left, right);
        if (seen.pairs > 0) e.add(weight::pair_seen);
        if (seen.triples > 0) e.add(weight::triple_seen);
        // The dictionary is asked where it can turn the decision.
        if (e.sum() + weight::word.weight > 0 && word_across(left, right)) e.add(weight::word);
    }

    [[nodiscard]] std::string line_of(const Edge& edge) const {
        return std::to_string(w_.d.lines[w_.tail(w_.drafts[edge.from]).line].number);
    }

    void link(const Edge& edge) {
        // Never a circle: the chain that ends here must not begin there.
        auto head = edge.from;
        for (; heads_[head] != head; head = heads_[head]) heads_[head] = heads_[heads_[head]];
        if (head == edge.to) return;
        heads_[edge.to] = head;
        w_.drafts[edge.from].next = edge.to;
        w_.drafts[edge.to].previous = edge.from;
        // Once it is chosen, how far it stands says nothing more.
        const auto first = w_.head(w_.drafts[edge.to]).line;
        float evidence = edge.score - weight::skipped.weight * edge.skipped;
        const bool top = in_column(edge.to) && tops_column(edge.to);
        if (top) evidence -= weight::passed.weight * passed(edge);
        const float needed = w_.facts[first].has(cjk) ? sure_cjk : top ? sure_top : sure;
        w_.drafts[edge.to].leads = evidence > needed && w_.d.lines[first].frame == 0;
        if (w_.options.explain) {
            w_.explain(w_.head(w_.drafts[edge.to]).line,
                       "goes on from line " + line_of(edge) + ": " + judge(edge).why());
        }
    }

    void flag(std::uint32_t i) {
        Draft& d = w_.drafts[i];
        if (!eligible(d) || d.shape != Shape::text) return;
        if (d.next == none && end_[i] > 2) d.ends_open = true;
        if (d.previous != none) return;
        const Facts& a = w_.head_facts(d);
        d.starts_open = a.has(starts_close) || (a.has(starts_lower) && !a.has(cjk)) || start_[i] > 1.4F;
    }

    Work& w_;
    std::vector<float> end_;              // of each draft: evidence that it stops in mid-sentence
    std::vector<float> start_;            // ... that it begins in one
    std::vector<bool> leaves_, arrives_;  // a jump line stands behind it, or before it
    std::vector<Balance> balance_;
    DraftColumns columns_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> heads_;  // of each draft: one before it in its chain, or itself
    Grams grams_;
    WordCounts words_;
    ColumnWords column_words_;
    bool wrapped_ = false;
    float whole_ = 0;  // log-odds that a text before a blank line is whole
};

}  // namespace

void threads(Work& work) {
    set_above(work, Threads(work).run());
    follow_threads(work);
}

}  // namespace broadsheet::repair_stage
