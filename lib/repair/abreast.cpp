// Headlines of texts that stand side by side: an extractor that reads by height writes all of these headlines first and
// then the texts. Each is set above the text that is its own.
#include <algorithm>
#include <vector>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/shared_words.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::abreast;
using language::Cue;

constexpr std::size_t most_heads = 4;      // side by side
constexpr std::size_t most_heads_cjk = 2;  // more are a list, or kicker, headline and deck
constexpr std::size_t most_openings = 7;   // texts below them among which theirs are sought
constexpr std::uint32_t foreign =
    Cue::folio | Cue::credit | Cue::caption | Cue::item | Cue::note | Cue::slogan | Cue::jump_from | Cue::jump_to;

enum class Part : std::uint8_t { none, head, byline, text, other };

// A place where a text may begin.
struct Opening {
    std::uint32_t draft;
    bool bound;  // the headline before it stands right above it
    Evidence evidence;
};

class Abreast {
public:
    explicit Abreast(Work& work) : w_(work) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        std::vector<std::uint32_t> order;
        order.reserve(count);
        bool moved = false;
        for (std::uint32_t i = 0; i < count;) {
            const auto begin = i;
            const bool found = part(i) == Part::head && sets_off(i) && find_heads(i);
            if (found && heads_.size() > 1) find_openings(i, count);
            if (!found || heads_.size() < 2 || openings_.size() < 2 || !assign()) {
                i = std::max(i, begin + 1);
                for (auto k = begin; k < i; ++k) order.push_back(k);
                continue;
            }
            moved = true;
            emit(begin, i, order);
            i = end_;
        }
        if (moved) reorder(w_, order);
    }

private:
    [[nodiscard]] Part part(std::uint32_t i) {
        const Draft& d = w_.drafts[i];
        if (d.dropped || d.previous != none) return Part::none;
        const Facts& f = w_.head_facts(d);
        // Where the layout is kept, a headline stands in its place.
        if (d.shape == Shape::vertical || d.shape == Shape::marked || w_.heading[w_.head(d).line]) return Part::other;
        if (d.shape == Shape::text) return Part::text;
        const auto cues = w_.cues(w_.head(d).line);
        if (cues & Cue::byline || (f.has(cjk) && f.has(starts_dash))) return Part::byline;
        return cues & foreign ? Part::other : Part::head;
    }

    // Does white space stand above it?
    [[nodiscard]] bool sets_off(std::uint32_t i) const {
        const auto line = w_.head(w_.drafts[i]).line;
        if (line == 0) return true;
        const Line &x = w_.d.lines[line - 1], &y = w_.d.lines[line];
        return y.gap > 0 || x.page != y.page || x.frame != y.frame;
    }

    // The headlines that follow each other from draft i on, which becomes the one behind them.
    bool find_heads(std::uint32_t& i) {
        heads_.clear();
        lone_byline_ = none;
        const auto page = w_.d.lines[w_.head(w_.drafts[i]).line].page;
        std::uint32_t behind = 0;  // the line behind the last one
        for (; i < w_.drafts.size() && w_.d.lines[w_.head(w_.drafts[i]).line].page == page; ++i) {
            const auto p = part(i);
            if (p != Part::head && p != Part::byline) break;
            // Side by side: nothing stands between them in the source.
            const auto line = w_.head(w_.drafts[i]).line;
            if (!heads_.empty() && line != behind) break;
            behind = w_.tail(w_.drafts[i]).line + 1;
            if (p == Part::byline && sets_off(i)) {
                // Right above its text it would be one with it.
                if (i + 1 < w_.drafts.size() && !sets_off(i + 1)) break;
                if (lone_byline_ != none) break;
                lone_byline_ = i;
            } else if (sets_off(i) && lone_byline_ == none) {
                heads_.push_back({i, i + 1});
            } else if (lone_byline_ == none) {
                heads_.back().last = i + 1;
            } else {
                break;
            }
        }
        const bool wide = w_.head_facts(w_.drafts[heads_.front().first]).has(cjk);
        return heads_.size() > 1 && heads_.size() <= (wide ? most_heads_cjk : most_heads);
    }

    // Does a text of the page have no headline above it, up to draft i? Then headlines stand below their texts, or
    // anywhere.
    [[nodiscard]] bool bare_before(std::uint32_t i) {
        auto at = around(w_, {i, i + 1}).first;
        std::uint32_t heads = 0;  // whose text has not come yet
        bool headed = false;
        // Far behind the page's beginning?
        bool begun =
            at > 0 && w_.d.lines[w_.head(w_.drafts[at - 1]).line].page == w_.d.lines[w_.head(w_.drafts[i]).line].page;
        for (; at < i; ++at) {
            const auto p = part(at);
            if (p == Part::head) {
                heads += sets_off(at) ? 1 : 0;
                headed = true;
            } else if (p == Part::text) {
                const Draft& d = w_.drafts[at];
                const bool opens = headed || (!begun && !d.starts_open) ||
                                   (sets_off(at) && (w_.cues(w_.head(d).line) & Cue::lead) != 0);
                if (opens && heads-- == 0) return true;
                headed = false;
                begun = true;
            }
        }
        return false;
    }

    // The places in the stretch from draft i to the next headline where a text may begin.
    void find_openings(std::uint32_t i, std::uint32_t count) {
        openings_.clear();
        const auto page = w_.d.lines[w_.head(w_.drafts[i - 1]).line].page;
        for (end_ = i; end_ < count; ++end_) {
            const Draft& d = w_.drafts[end_];
            if (w_.d.lines[w_.head(d).line].page != page) break;
            const auto p = part(end_);
            if (p == Part::other || (p == Part::head && sets_off(end_))) break;
            if (p == Part::text || p == Part::byline) add_opening(end_, i);
        }
    }

    void add_opening(std::uint32_t i, std::uint32_t first) {
        const bool bound = i == first && !sets_off(i);
        if (openings_.size() == most_openings || (!sets_off(i) && !bound)) return;
        auto text = i;
        const bool by = part(i) == Part::byline;
        if (by && (++text >= w_.drafts.size() || part(text) != Part::text)) return;
        const Draft& d = w_.drafts[text];
        const auto line = w_.head(d).line;
        // Of the width of a Chinese line one headline above it says more.
        const bool open = d.starts_open && !(w_.facts[line].has(cjk) && i == first);
        if (!w_.measure[line] || open || w_.facts[line].has(starts_lower | starts_close)) return;
        Opening opening{i, bound, Evidence(w_.options.explain)};
        if (by || w_.cues(line) & (Cue::lead | Cue::byline))
            opening.evidence.add(weight::opens);
        else
            opening.evidence.add(weight::plain);
        if (!openings_.empty()) {
            const auto before = w_.measure[w_.head(w_.drafts[i - 1]).line], own = w_.measure[line];
            if (before && own && (own > before ? own - before > own / 12 : before - own > before / 12))
                opening.evidence.add(weight::other_measure);
        }
        openings_.push_back(std::move(opening));
    }

    // --- which text is whose

    // Looks for the best way to give each headline a text; false if it is likelier that they go with one text.
    bool assign() {
        std::vector<std::uint32_t> begins;
        for (const Opening& opening : openings_) begins.push_back(opening.draft);
        begins.push_back(end_);
        words_ = SharedWords(w_, heads_, begins);
        bare_ = bare_before(heads_.front().first);
        best_ = {};
        best_score_ = weight::least;
        chosen_.assign(heads_.size(), 0);
        taken_.assign(openings_.size(), 0);
        choose(0);
        if (best_.empty()) return false;
        if (w_.options.explain)
            for (std::size_t h = 0; h < heads_.size(); ++h)
                w_.explain(w_.head(w_.drafts[heads_[h].first]).line,
                           "headline of line " +
                               std::to_string(w_.d.lines[w_.head(w_.drafts[openings_[best_[h]].draft]).line].number) +
                               ", beside others: " + openings_[best_[h]].evidence.why());
        return true;
    }

    void choose(std::size_t h) {
        if (h == heads_.size()) {
            // What follows the headlines is the text of one of them.
            if (!taken_.front()) return;
            const float sum = score();
            if (sum <= best_score_) return;
            best_score_ = sum;
            best_ = chosen_;
            return;
        }
        for (std::size_t o = 0; o < openings_.size(); ++o) {
            if (taken_[o] || (openings_[o].bound && h + 1 != heads_.size())) continue;
            if (openings_.front().bound && h + 1 == heads_.size() && o > 0) continue;
            taken_[o] = 1;
            chosen_[h] = o;
            choose(h + 1);
            taken_[o] = 0;
        }
    }

    [[nodiscard]] float score() const {
        float sum = bare_ ? weight::bare_before : 0.0F;
        const auto end_of = [this](std::size_t o) {
            do ++o;
            while (o < openings_.size() && !taken_[o]);
            return o;
        };
        const auto others = static_cast<float>(heads_.size() - 1);
        for (std::size_t h = 0; h < heads_.size(); ++h) {
            const auto own = chosen_[h];
            float other = 0;
            for (std::size_t k = 0; k < heads_.size(); ++k) {
                if (k != h) other += words_.likeness(h, chosen_[k], end_of(chosen_[k]));
                if (k < h && chosen_[k] > own && lone_byline_ == none && !openings_.front().bound)
                    sum += weight::crossed;
            }
            const float same = words_.likeness(h, own, end_of(own));
            sum += weight::likeness * (same - other / others);
            if (same <= 0) sum += weight::nothing_shared;
            if (own > 0) sum += openings_[own].evidence.sum();
        }
        for (std::size_t o = 1; o < openings_.size(); ++o)
            if (!taken_[o] && openings_[o].evidence.sum() > 0) sum -= openings_[o].evidence.sum();
        return sum;
    }

    // Drafts [begin, end_) with each headline above its text; the texts begin at `texts`.
    void emit(std::uint32_t begin, std::uint32_t texts, std::vector<std::uint32_t>& order) {
        for (auto i = begin; i < heads_.front().first; ++i) order.push_back(i);
        // Above a text that begins below its neighbour: the byline pushed it down.
        std::vector<std::size_t> sorted = best_;
        std::sort(sorted.begin(), sorted.end());
        for (auto i = texts; i < end_; ++i) {
            for (std::size_t h = 0; h < heads_.size(); ++h) {
                if (openings_[best_[h]].draft != i) continue;
                for (auto k = heads_[h].first; k < heads_[h].last; ++k) order.push_back(k);
                if (lone_byline_ != none && best_[h] == sorted[1]) order.push_back(lone_byline_);
            }
            order.push_back(i);
        }
    }

    Work& w_;
    std::vector<Drafts> heads_;
    std::uint32_t lone_byline_ = none;  // between the headlines and the texts
    std::vector<Opening> openings_;
    std::uint32_t end_ = 0;  // the draft behind the texts
    SharedWords words_;
    std::vector<std::size_t> chosen_, best_;  // of each headline: its opening
    std::vector<std::uint8_t> taken_;
    float best_score_ = 0;
    bool bare_ = false;  // a text before the headlines has none
};

}  // namespace

void headlines_abreast(Work& work) {
    part_interleaved(work);
    Abreast(work).run();
}

}  // namespace broadsheet::repair_stage
