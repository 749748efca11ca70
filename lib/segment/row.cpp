#include "segment/row.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "language/cues.hpp"
#include "language/headings.hpp"
#include "segment/measure.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::size_t near_sisters = 16;     // units between two subheads of one series
constexpr std::ptrdiff_t many_signed = 5;    // texts with a byline or a dateline: the page's habit
constexpr std::ptrdiff_t fewest_marked = 3;  // headings with marks: the source's habit
constexpr std::size_t fewest_near = 5;       // paragraphs without a blank line before: the source's habit

bool opens_text(const Unit& u) { return u.kind == Kind::byline || (u.kind == Kind::body && (u.cues & Cue::lead) != 0); }

}  // namespace

Row::Row(const Document& document, const std::vector<Unit>& units, const PageWords& words)
    : document_(document), words_(words), units_(units) {
    for (auto u = words.first(); u < words.last(); ++u)
        if (units[u].kind != Kind::furniture) items_.push_back(static_cast<std::uint32_t>(u));
    pair_.assign(items_.size(), 0);
    for (std::size_t t = 1; t < items_.size(); ++t)
        if (listable(t) && listable(t - 1))
            pair_[t] = unit(t).kind == Kind::byline       ? weights::pair_byline
                       : unit(t - 1).kind == Kind::byline ? weights::pair_after_byline
                                                          : pair_score(t - 1, t);
    const auto count = [&](const auto& is) {
        return std::count_if(items_.begin(), items_.end(), [&](auto u) { return is(units_[u]); });
    };
    marked_ = count([](const Unit& u) { return u.level > 0; }) >= fewest_marked;
    if (count([](const Unit& u) { return u.kind == Kind::signature || opens_text(u); }) >= many_signed)
        unsigned_cost_ = weights::unsigned_article;
    find_edges();
    find_parted();
    find_gaps();
    find_measures();
    find_briefs();
    find_modules();
    in_order_ = !scanned() && whole_paragraphs();
}

bool Row::scanned() const { return segment_stage::scanned(units_, words_.first(), words_.last()); }

bool Row::opens(std::size_t item) const { return opens_text(unit(item)); }

// Between any two items but two paragraphs that plainly go together.
void Row::find_edges() {
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
            if (words_.cohesion(w, words_.tie(w, before.back()), PageWords::log_of(prior)) > weights::plainly_together)
                edge_[t] = 0;
        }
        std::copy_backward(before.begin(), before.end() - 1, before.end());
        before.front() = w;
        known = std::min(known + 1, before.size());
    }
}

// Between two subheads that are set alike, or two photographs of one article.
void Row::find_parted() {
    parted_.assign(items_.size() + 1, 0);
    for (std::size_t t = 1; t < items_.size(); ++t)
        if (unit(t).kind == Kind::caption && unit(t - 1).kind == Kind::caption) parted_[t] = weights::captions_parted;
    for (std::size_t t = 1; t < items_.size(); ++t)
        if (unit(t).ruled) parted_[t] += weights::rule_parted;
    for (std::size_t a = 0; a < items_.size(); ++a) {
        if (unit(a).kind != Kind::head || unit(a).sisters == 0) continue;
        for (auto b = a + 1; b < std::min(items_.size(), a + near_sisters); ++b)
            if (unit(b).kind == Kind::head && unit(b).shape == unit(a).shape) {
                for (auto t = a + 1; t <= b; ++t)
                    parted_[t] =
                        std::min(parted_[t], unit(a).sisters > 1 ? weights::series_parted : weights::sisters_parted);
                break;
            }
    }
}

// Where the source sets blank lines between blocks of text, not between the paragraphs of one, an article begins behind
// a blank line. (Not in what an OCR engine takes for a block: it knows no articles.)
void Row::find_gaps() {
    if (scanned() || placed()) return;
    const auto last_line = [&](const Unit& u) -> const Line& {
        return document_.lines[document_.pieces[document_.blocks[u.block].last - 1].line];
    };
    std::vector<std::size_t> near, apart;  // paragraphs behind another one
    for (std::size_t t = 1; t < items_.size(); ++t) {
        const Unit &a = unit(t - 1), &b = unit(t);
        if (a.kind != Kind::body || b.kind != Kind::body || a.frame != b.frame || a.page != b.page) continue;
        const Line &x = last_line(a), &y = document_.lines[document_.pieces[document_.blocks[b.block].first].line];
        if (y.number == x.number + y.gap + 1) (y.gap == 0 ? near : apart).push_back(t);
    }
    if (near.size() < fewest_near || near.size() < apart.size()) return;
    for (const auto t : near) parted_[t] += weights::near_parted;
    for (const auto t : apart) parted_[t] += weights::apart_parted;
}

// An article is set in one measure: where the columns below headings have another one than those above, the headings
// are none inside an article.
void Row::find_measures() {
    if (scanned() || !keeps_rows(document_, units_, words_.first(), words_.last())) return;
    std::vector<std::uint32_t> texts;
    float above = 0;
    std::size_t headings = 0;  // the first of those above the texts
    const auto end_texts = [&] {
        const float below = measure_of(document_, units_, texts);
        parted_[headings] += weights::other_measure * measures_apart(above, below, 0.1F, 1.0F);
        if (below > 0 || !texts.empty()) above = below;
        texts.clear();
    };
    for (std::size_t t = 0; t < items_.size(); ++t) {
        if (unit(t).kind == Kind::body) {
            texts.push_back(index(t));
        } else if (unit(t).kind == Kind::head && (t == 0 || unit(t - 1).kind == Kind::body)) {
            end_texts();
            headings = t;
        }
    }
    end_texts();
}

// A page of briefs: each heading stands over a short text or two that have its words, and no text has words of the one
// before. Nothing else would tell them from the subheads of one article.
void Row::find_briefs() {
    constexpr std::size_t fewest = 2, most_texts = 2;
    constexpr std::uint32_t longest_cjk = 200, longest_latin = 500;
    std::vector<std::size_t> heads;
    std::size_t texts = 0, before = 0;  // where those of this heading begin, and those of the one before
    const bool section =
        items_.size() > 1 && unit(1).kind == Kind::head && (unit(0).label || unit(0).column_name) && !unit(0).level;
    for (std::size_t t = section ? 1 : 0; t < items_.size(); before = texts) {
        if (unit(t).kind != Kind::head || unit(t).leads_in) return;
        // Subheads are set alike, and not like the headline; short headlines may all be as long by chance.
        if (unit(t).sisters > 0 && unit(t).shape != unit(section ? 1 : 0).shape) return;
        const auto head = t++;
        bool named = false;
        for (texts = t; t < items_.size() && unit(t).kind == Kind::body; ++t) {
            if (unit(t).chars > (unit(t).cjk ? longest_cjk : longest_latin)) return;
            if (t == texts && before > 0 && words_.shared(word_index(t), word_index(before)) > 0) return;
            named = named || words_.found(word_index(head), word_index(t)) != 0;
        }
        if (!named || t > texts + most_texts) return;
        heads.push_back(head);
    }
    if (heads.size() < fewest) return;
    briefs_ = true;
    // That they are set alike says nothing then.
    for (std::size_t h = 1; h < heads.size(); ++h)
        parted_[heads[h]] = std::max(0.0F, parted_[heads[h]]) + weights::briefs_parted;
}

// On a page with places the columns below one headline are a module.
void Row::find_modules() {
    for (std::size_t t = 1; t < items_.size(); ++t) {
        const Unit &a = unit(t - 1), &b = unit(t);
        if (!a.placed() || !b.placed() || a.page != b.page) continue;
        if (a.frame != b.frame) {
            edge_[t] = 1;
            parted_[t] += weights::module_parted;
        } else if (!b.large() && !(b.centred && b.kind == Kind::head)) {
            parted_[t] += weights::module_cut;
        }
    }
}

bool Row::whole_paragraphs() const {
    for (std::size_t t = 0; t < items_.size(); ++t) {
        const Block& block = document_.blocks[unit(t).block];
        if (unit(t).kind == Kind::body && (unit(t).opens_low || block.ends_open)) return false;
        for (auto p = block.first + 1; p < block.last; ++p) {
            const auto above = document_.lines[document_.pieces[p - 1].line].number;
            const auto below = document_.lines[document_.pieces[p].line].number;
            if (below < above || below > above + 1) return false;
        }
    }
    return true;
}

// Do two neighbouring headings belong to one group?
float Row::pair_score(std::size_t a, std::size_t b) const {
    const Unit &x = unit(a), &y = unit(b);
    std::u32string store_x, store_y;
    const auto tx = text_of(document_, document_.blocks[x.block], store_x);
    const auto ty = text_of(document_, document_.blocks[y.block], store_y);
    const float wrapped = language::wraps(tx, ty, rows_of(x, y), x.last_row, y.first_row);
    float score = weights::pair_prior + std::clamp(wrapped, 0.0F, weights::pair_wrapped);
    if (x.leads_in) score += weights::pair_leads_in;
    if (y.cues & Cue::dash_opens) score += weights::pair_dash;
    if (y.gap == 0) score += weights::pair_adjacent;
    if (x.place || y.place) return weights::pair_place;
    // In one look with its neighbour a short Western row is a row like others.
    const bool labels = x.cjk || y.cjk || x.capitals != y.capitals;
    if (((labels && x.label) || x.column_name) != ((labels && y.label) || y.column_name)) score += weights::pair_label;
    if (x.level != y.level)
        score += weights::pair_rank;
    else if (x.level > 0)
        score += weights::pair_marked;
    if (const auto shared = words_.common(word_index(a), word_index(b)); shared > 0)
        score += std::min(shared, 4.0F) * 0.5F;
    return score;
}

bool Row::alike(std::size_t a, std::size_t b) const {
    const Unit &x = unit(a), &y = unit(b);
    if (x.cjk != y.cjk || x.level != y.level || x.shape == 0 || y.shape == 0) return false;
    if (x.shape == y.shape) return true;
    return x.first == y.first && parallel_wording(document_, x, y);
}

}  // namespace broadsheet::segment_stage
