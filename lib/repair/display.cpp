// Display lines: the rows of headlines. Western ones may stand on their text with no blank line between, or between two
// halves of a column; Chinese ones stand apart, headline, kicker and deck in one heap. Case, measure, marks, and what
// stands around them tell them from running text.
#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/openers.hpp"
#include "repair/edges.hpp"
#include "repair/measure.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::display;
using language::Cue;

constexpr std::uint32_t most_rows = 4;       // of one headline
constexpr std::uint32_t longest_head = 160;  // characters of all of them
constexpr std::uint32_t most_heaped = 7;     // rows of a Chinese headline with its kicker and deck
constexpr std::uint32_t reach = 3;           // chunks in which one without a measure looks for it
constexpr float few_words = 100;             // that tell no habit
constexpr float german = 0.37F;              // share of words with a capital where nouns have one
constexpr std::int32_t clear = 5 * em / 2;   // that much free room is no accident of hyphenation
constexpr std::uint32_t kinds = Cue::byline | Cue::signature | Cue::credit | Cue::caption | Cue::folio | Cue::item |
                                Cue::note | Cue::jump_from | Cue::jump_to;

struct Chunk {
    std::uint32_t first, last;
};

class Display {
public:
    explicit Display(Work& work) : w_(work) {}

    void run() {
        find_chunks();
        find_capitals();
        find_lists();
        for (std::size_t k = 0; k < chunks_.size(); ++k) {
            const Chunk& c = chunks_[k];
            if ((c.last - c.first <= most_rows || listed_[k]) && lone(k)) continue;
            if (c.last - c.first <= most_heaped) heap(k);
            rows_above(c);
            rows_inside(c);
            closed_ = closed(c.last - 1);
        }
    }

private:
    void find_chunks() {
        const auto count = static_cast<std::uint32_t>(w_.d.lines.size());
        for (std::uint32_t i = 0; i < count;) {
            if (!plain(i)) {
                ++i;
                continue;
            }
            auto end = i + 1;
            while (end < count && plain(end) && w_.d.lines[end].gap == 0 &&
                   w_.d.lines[end].frame == w_.d.lines[i].frame && w_.d.lines[end].page == w_.d.lines[i].page)
                ++end;
            chunks_.push_back({i, end});
            i = end;
        }
    }

    // How rare words with a capital are inside the page's lines: nouns have one in German.
    void find_capitals() {
        float words = 1, capitals = 0.5F;
        for (const Chunk& c : chunks_)
            for (auto i = c.first; i < c.last; ++i) {
                if (w_.facts[i].has(cjk | all_upper | long_line)) continue;
                const auto line = w_.view(i);
                for (std::size_t n = 1; n + 1 < line.size(); ++n) {
                    if (line[n - 1] != U' ' || !is(line[n], cls::letter)) continue;
                    ++words;
                    if (is(line[n], cls::upper)) ++capitals;
                }
            }
        rare_ = words < few_words ? 0 : std::max(0.0F, std::log(german / (capitals / words)));
    }

    // Headlines in a row, apart from their texts: few lines each, and none of them ends like a sentence.
    void find_lists() {
        constexpr std::size_t shortest = 3;           // chunks
        constexpr std::uint32_t two = 2 * most_rows;  // one may hold two headlines
        listed_.assign(chunks_.size(), false);
        const auto headings = [&](std::size_t k) {
            const Chunk& c = chunks_[k];
            return c.last - c.first <= two && possible(c.first, c.last, 2 * longest_head) &&
                   !w_.facts[c.last - 1].has(ends_sentence);
        };
        for (std::size_t k = 0; k < chunks_.size();) {
            auto end = k;
            while (end < chunks_.size() && headings(end)) ++end;
            if (end - k >= shortest) std::fill_n(listed_.begin() + static_cast<std::ptrdiff_t>(k), end - k, true);
            k = std::max(end, k + 1);
        }
    }

    [[nodiscard]] bool plain(std::uint32_t i) const {
        return w_.d.lines[i].mark == Mark::plain && !w_.vertical[i] && !w_.taken[i];
    }

    // May these lines be rows of a headline at all?
    [[nodiscard]] bool possible(std::uint32_t first, std::uint32_t last, std::uint32_t longest = longest_head) {
        std::uint32_t size = 0;
        for (auto i = first; i < last; ++i) {
            const Facts& f = w_.facts[i];
            if (f.has(cjk | no_letter | long_line | has_stop)) return false;
            // Capitals may end with a full stop, as they did once.
            if (f.has(ends_sentence) && w_.view(i).back() == U'.' && !f.has(all_upper)) return false;
            size += w_.d.lines[i].text.size();
        }
        const Facts &a = w_.facts[first], &z = w_.facts[last - 1];
        if (size > longest || a.has(starts_lower | starts_close | starts_dash)) return false;
        return !z.has(ends_comma | ends_hyphen) && !ends_bound(w_.view(last - 1));
    }

    // A chunk of few lines with blank lines around it.
    bool lone(std::size_t k) {
        const Chunk& c = chunks_[k];
        if (!listed_[k] && !possible(c.first, c.last)) return false;
        if (w_.facts[c.last - 1].has(ends_colon | ends_dash)) return false;
        Evidence e(w_.options.explain);
        e.add(weight::lone);
        if (listed_[k]) e.add(weight::listed);
        auto measure = measure_near(k);
        // The text is not wrapped: there is nothing to measure it by. (In a list it may be as wide as a column.)
        if (!measure && c.last - c.first == 1 && !(listed_[k] && w_.measure[c.first])) return false;
        if (listed_[k]) measure = 0;  // it stands in no column
        if (measure)
            for (auto i = c.first; i + 1 < c.last; ++i) add_row(e, weight::rows_alone, i, measure, i + 1);
        if (measure) {
            const auto left = static_cast<std::int32_t>(measure) - w_.facts[c.last - 1].middle();
            if (left > clear)
                e.add(weight::ends_short);
            else if (left < em && left > -em)
                e.add(weight::ends_full);
        }
        if (capitals(c)) e.add(weight::lone_capitals);
        // The column around it is cut in mid sentence, and goes on below.
        const bool cut = k > 0 && k + 1 < chunks_.size() && open_end(chunks_[k - 1].last - 1) &&
                         w_.facts[chunks_[k + 1].first].has(starts_lower);
        if (cut) e.add(weight::cut_around);
        if (k + 1 < chunks_.size()) {
            const auto below = chunks_[k + 1].first;
            if (w_.facts[below].has(starts_lower) && !cut) e.add(weight::low_below);
            if (w_.cues(below) & (Cue::lead | Cue::byline))
                e.add(closed_ ? weight::next_lead : weight::lead_below);
            else if (chunks_[k + 1].last - below <= most_rows && possible(below, chunks_[k + 1].last))
                e.add(weight::lines_below);
        }
        return decide(e, c.first, c.last);
    }

    // Chinese or Japanese lines between blank lines. Text has commas, ends its sentences, and is torn by a column's end
    // only where its last line is full.
    void heap(std::size_t k) {
        const Chunk& c = chunks_[k];
        if (c.last - c.first < 2) return;
        std::uint32_t wide = 0;
        for (auto i = c.first; i < c.last; ++i) {
            const Facts& f = w_.facts[i];
            if (f.has(long_line | no_letter | has_stop | starts_close) || w_.view(i).back() == U'。') return;
            wide += f.has(cjk);
        }
        const Facts& z = w_.facts[c.last - 1];
        if (wide * 2 <= c.last - c.first || z.has(ends_comma | ends_colon)) return;
        Evidence e(w_.options.explain);
        e.add(weight::heap);
        std::uint32_t commas = 0, quotations = 0;
        for (auto i = c.first; i < c.last; ++i)
            if (is_quotation(w_.view(i)))
                ++quotations;
            else
                for (const char32_t x : w_.view(i)) commas += x == U'，' || x == U',' || x == U'、';
        if (quotations > 0) e.add(weight::quotation);
        if (commas == 0)
            e.add(weight::no_comma);
        else
            e.add(weight::comma, static_cast<float>(std::min(commas, 3U)));
        if (const auto measure = static_cast<std::int32_t>(measure_near(k))) {
            const auto room = [&](std::uint32_t i) { return measure - w_.facts[i].middle(); };
            for (auto i = c.first; i + 1 < c.last; ++i) {
                if (room(i) < -3 * em / 2)
                    e.add(weight::rows_alone.overlong);
                else if (room(i) > clear && !(i == c.first && room(i) < clear + em))
                    e.add(weight::rows_alone.not_full);
            }
            if (room(c.last - 1) > clear) e.add(weight::stops_short);
        }
        if (e.sum() <= 0) return;
        constexpr std::uint32_t others = (kinds | Cue::lead) & ~(Cue::byline | Cue::signature);
        for (auto i = c.first; i < c.last; ++i)
            if (w_.cues(i) & others) return;
        for (auto i = c.first; i < c.last; ++i) w_.display[i] = (w_.cues(i) & kinds) == 0;
        if (w_.options.explain) w_.explain(c.first, "rows of headlines: " + e.why());
    }

    // The first lines of a chunk, above a text that begins.
    void rows_above(const Chunk& c, std::uint32_t above = 0) {
        Evidence best(w_.options.explain);
        std::uint32_t rows = 0;
        for (std::uint32_t n = 1; above + n <= most_rows && c.first + n < c.last; ++n) {
            if (!possible(c.first, c.first + n)) continue;
            Evidence e = judge(c.first, c.first + n);
            if (e.sum() > (rows ? best.sum() : 0.0F)) {
                best = e;
                rows = n;
            }
        }
        // Below a kicker or a section's name may stand the headline.
        if (rows && decide(best, c.first, c.first + rows) && above + rows < most_rows)
            rows_above({c.first + rows, c.last}, above + rows);
    }

    // Capitals in the middle of a column, behind the end of a text and above the beginning of another one: pages that
    // set no blank line between articles.
    void rows_inside(const Chunk& c) {
        for (auto i = c.first + 1; i + 1 < c.last; ++i) {
            if (!w_.facts[i].has(all_upper) || w_.facts[i - 1].has(all_upper) || w_.display[i]) continue;
            auto end = i + 1;
            while (end < c.last && w_.facts[end].has(all_upper)) ++end;
            closed_ = closed(i - 1);
            if (!closed_ || end == c.last || end - i > most_rows || !possible(i, end)) continue;
            if (w_.view(i).find(U' ') == std::u32string_view::npos) continue;  // one word may end a paragraph
            decide(judge(i, end), i, end);
        }
    }

    Evidence judge(std::uint32_t first, std::uint32_t text) {
        Evidence e(w_.options.explain);
        e.add(weight::above);
        if (!closed_) e.add(weight::after_cut);
        const Facts& t = w_.facts[text];
        const bool upper = capitals({first, text}) && !t.has(all_upper);
        if (upper) e.add(weight::capitals);
        if (t.has(starts_lower | starts_close)) e.add(weight::next_low);
        if (!w_.facts[text - 1].has(ends_sentence | ends_colon)) {
            if (language::opens_sentence(w_.view(text)))
                e.add(weight::next_opens);
            else if (t.has(starts_upper) && !ends_wanting(w_.view(text - 1)))
                e.add(weight::next_upper, rare_);
        }
        if (const auto measure = w_.measure[text]; measure && !upper) {
            for (auto i = first; i < text; ++i) add_row(e, weight::rows_above, i, measure, i + 1);
            e.add(weight::next_indented, indented(w_, text));
        }
        if (w_.cues(text) & (Cue::lead | Cue::byline)) e.add(weight::next_lead);
        if (e.sum() > 0 && w_.cues(first) & Cue::lead) e.add(weight::is_lead);
        return e;
    }

    // Was the line broken where the column's measure was full?
    void add_row(Evidence& e, const weight::Rows& rows, std::uint32_t i, std::uint32_t measure,
                 std::uint32_t next) const {
        const Facts& f = w_.facts[i];
        const auto m = static_cast<std::int32_t>(measure);
        const auto last = last_row(w_, i, measure);
        const std::int32_t left = m - last - 250 - static_cast<std::int32_t>(w_.facts[next].token);
        if (last == f.middle() ? last > m + 3 * em / 2 : last < m - m / 4)
            e.add(rows.overlong);
        else if (left > clear)
            e.add(rows.not_full);
        else if (left < 0 && last == f.middle())
            e.add(rows.full);
    }

    [[nodiscard]] bool capitals(const Chunk& c) const {
        for (auto i = c.first; i < c.last; ++i)
            if (!w_.facts[i].has(all_upper)) return false;
        return true;
    }

    [[nodiscard]] bool closed(std::uint32_t i) const {
        return w_.facts[i].has(ends_sentence) && !w_.facts[i].has(ends_comma | ends_hyphen);
    }

    [[nodiscard]] bool open_end(std::uint32_t i) const { return !w_.facts[i].has(ends_sentence | ends_colon); }

    // The measure of the nearest column, its own first.
    [[nodiscard]] std::uint32_t measure_near(std::size_t k) const {
        for (std::size_t far = 1; far <= reach; ++far) {
            if (far <= k && chunks_[k - far].last - chunks_[k - far].first > most_rows)
                if (const auto m = w_.measure[chunks_[k - far].last - 1]) return m;
            if (k + far < chunks_.size() && chunks_[k + far].last - chunks_[k + far].first > most_rows)
                if (const auto m = w_.measure[chunks_[k + far].last - 1]) return m;
        }
        return 0;
    }

    bool decide(const Evidence& e, std::uint32_t first, std::uint32_t last) {
        if (e.sum() <= 0) return false;
        for (auto i = first; i < last; ++i)
            if (w_.cues(i) & kinds) return false;
        for (auto i = first; i < last; ++i) w_.display[i] = true;
        if (w_.options.explain) w_.explain(first, "rows of a headline: " + e.why());
        return true;
    }

    Work& w_;
    std::vector<Chunk> chunks_;
    std::vector<bool> listed_;  // of each chunk: it stands in a list of headlines
    bool closed_ = true;        // the text above ends a sentence
    float rare_ = 0;            // words with a capital: how much rarer than in German
};

}  // namespace

void find_display(Work& work) { Display(work).run(); }

}  // namespace broadsheet::repair_stage
