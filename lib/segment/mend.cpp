#include "segment/mend.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "segment/columns.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

// The words of an article's text, as far as questions about headings need them.
struct TextOf {
    std::vector<std::size_t> units;  // counted from words.first()
    float prior = 0;
};

TextOf text_of_draft(const std::vector<Unit>& units, const PageWords& words, const Draft& draft) {
    TextOf t;
    for (const auto u : draft.rest)
        if (units[u].kind == Kind::body) t.units.push_back(u - words.first());
    if (t.units.empty())  // a photograph
        for (const auto u : draft.rest)
            if (units[u].kind == Kind::caption) t.units.push_back(u - words.first());
    for (const auto u : t.units) t.prior += std::max(0.0F, words.own(u) - words.shared(u, t.units.front()));
    return t;
}

float likeness(const PageWords& words, const std::vector<std::uint32_t>& heads, const TextOf& text) {
    float own = 0, shared = 0;
    for (const auto h : heads) {
        const auto row = h - words.first();
        std::uint64_t found = 0;
        for (const auto u : text.units) found |= words.found(row, u);
        own += words.own(row);
        shared += words.weight(row, found);
    }
    return PageWords::headline(words.match(shared, own), words.weigh(text.prior), shared > 0);
}

using Texts = std::vector<TextOf>;

void move_headings(const std::vector<Unit>& units, const PageWords& words, std::vector<Draft>& drafts,
                   const Texts& texts) {
    for (std::size_t x = 0; x < drafts.size(); ++x) {
        // A heading can leave an article that keeps another one, or that has no text.
        for (std::size_t i = 0; i < drafts[x].heads.size(); ++i) {
            if (drafts[x].heads.size() < 2 && !texts[x].units.empty()) break;
            const std::vector<std::uint32_t> heading{drafts[x].heads[i]};
            if (units[heading[0]].kind != Kind::head || units[heading[0]].label || units[heading[0]].column_name)
                continue;
            // One that stands before its text is at its place.
            if (!texts[x].units.empty() && heading[0] < texts[x].units.back() + words.first()) continue;
            const float here =
                texts[x].units.empty() ? weights::lone_head : std::max(0.0F, likeness(words, heading, texts[x]));
            std::size_t best = x;
            float most = weights::far_gain;
            for (std::size_t y = 0; y < drafts.size(); ++y) {
                if (y == x || texts[y].units.empty()) continue;
                const float like = likeness(words, heading, texts[y]);
                float gain = like - here + weights::far_head;
                if (like < 0) continue;  // nothing speaks for a place so far away
                // What heads that text now becomes a subhead or a kicker.
                gain += drafts[y].heads.empty() ? -weights::lost_head : weights::subhead - weights::order_mixed.first;
                if (gain > most) {
                    most = gain;
                    best = y;
                }
            }
            if (best == x) continue;
            Draft& to = drafts[best];
            // The old headline stays where it stood, if it stood among the paragraphs.
            if (!to.heads.empty() && !to.rest.empty() && to.heads.front() > to.rest.front() &&
                to.heads.back() < to.rest.back() &&
                std::find(to.moved.begin(), to.moved.end(), to.heads.front()) == to.moved.end()) {
                to.rest.insert(std::upper_bound(to.rest.begin(), to.rest.end(), to.heads.front()), to.heads.begin(),
                               to.heads.end());
                to.heads.clear();
            }
            to.heads.insert(std::upper_bound(to.heads.begin(), to.heads.end(), heading[0]), heading[0]);
            to.moved.push_back(heading[0]);
            drafts[x].heads.erase(drafts[x].heads.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
        }
    }
}

std::size_t count_of(const Document& document, const Draft& draft, const std::vector<Unit>& units,
                     std::u32string_view name) {
    std::size_t n = 0;
    std::u32string store;
    for (const auto u : draft.rest) {
        if (units[u].kind != Kind::body && units[u].kind != Kind::signature) continue;
        const auto text = text_of(document, document.blocks[units[u].block], store);
        for (auto at = text.find(name); at != std::u32string_view::npos; at = text.find(name, at + 1)) ++n;
    }
    return n;
}

// The name of a place goes to the text that has it most often.
void place_labels(const Document& document, const std::vector<Unit>& units, std::vector<Draft>& drafts) {
    struct Label {
        std::uint32_t unit;
        std::size_t from, to;
    };
    std::vector<Label> labels;
    std::u32string store;
    for (std::size_t x = 0; x < drafts.size(); ++x)
        for (const auto* list : {&drafts[x].heads, &drafts[x].rest})
            for (const auto u : *list) {
                if (!units[u].place || units[u].kind != Kind::head) continue;
                const std::u32string name(text_of(document, document.blocks[units[u].block], store));
                std::size_t best = x, most = 0;
                for (std::size_t y = 0; y < drafts.size(); ++y)
                    if (const auto n = count_of(document, drafts[y], units, name); n > most) {
                        most = n;
                        best = y;
                    }
                labels.push_back({u, x, best});
            }
    for (const auto& l : labels) {
        std::erase(drafts[l.from].heads, l.unit);
        std::erase(drafts[l.from].rest, l.unit);
        drafts[l.to].sections.push_back(l.unit);
    }
}

// An advertisement or a notice, which stands in one place.
bool offers(const std::vector<Unit>& units, const Draft& draft) {
    const auto opens = [&](auto u) { return (units[u].cues & (language::Cue::advert | language::Cue::notice)) != 0; };
    return std::any_of(draft.heads.begin(), draft.heads.end(), opens) ||
           std::any_of(draft.rest.begin(), draft.rest.end(), opens);
}

// Two pieces of one article with others between them: the second piece has no headline but a subhead's, speaks of the
// same, and is signed while the first is not.
// The signature at an article's foot, or an empty text.
std::u32string signature_of(const Document& document, const std::vector<Unit>& units, const Draft& draft) {
    std::u32string store;
    for (const auto u : draft.rest)
        if (units[u].kind == Kind::signature || units[u].kind == Kind::byline)
            return std::u32string(trimmed(text_of(document, document.blocks[units[u].block], store)));
    return {};
}

void join_far_texts(const Document& document, const std::vector<Unit>& units, const PageWords& words,
                    std::vector<Draft>& drafts, Texts& texts) {
    const auto only_subheads = [&](const Draft& d) {
        if (d.heads.empty()) return true;
        if (d.heads.size() > 1) return false;
        return std::any_of(d.rest.begin(), d.rest.end(), [&](auto u) {
            return units[u].kind == Kind::head && units[u].cjk &&
                   parallel_wording(document, units[d.heads[0]], units[u]);
        });
    };
    std::vector<std::u32string> signatures;
    std::size_t articles = 0, signed_articles = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        signatures.push_back(signature_of(document, units, drafts[i]));
        articles += !texts[i].units.empty();
        signed_articles += !signatures.back().empty();
    }
    const bool page_signs = signed_articles * 2 >= articles;
    for (std::size_t y = 0; y < drafts.size(); ++y) {
        if (texts[y].units.empty() || !only_subheads(drafts[y])) continue;
        std::size_t best = y;
        float most = weights::far_gain;
        for (std::size_t x = 0; x < drafts.size(); ++x) {
            if (x == y || texts[x].units.empty() || drafts[x].heads.empty() || only_subheads(drafts[x])) continue;
            if (!signatures[x].empty() && !signatures[y].empty()) continue;
            if (offers(units, drafts[x]) || offers(units, drafts[y])) continue;
            float gain =
                weights::far_text + words.cohesion_of(texts[y].units, texts[x].units) / weights::cohesion_share;
            if (page_signs && signatures[x].empty() && !signatures[y].empty()) {
                gain += weights::far_unsigned;
                const auto place = signatures[y].substr(0, 2);
                if (is_place(document, place) && count_of(document, drafts[x], units, place) > 0)
                    gain += weights::far_place;
            }
            if (gain > most) {
                most = gain;
                best = x;
            }
        }
        if (best == y) continue;
        Draft &to = drafts[best], &from = drafts[y];
        // The piece beside the headline begins the article; the signed one ends it.
        to.rest.insert(to.rest.end(), from.heads.begin(), from.heads.end());
        to.rest.insert(to.rest.end(), from.rest.begin(), from.rest.end());
        to.sections.insert(to.sections.end(), from.sections.begin(), from.sections.end());
        texts[best].units.insert(texts[best].units.end(), texts[y].units.begin(), texts[y].units.end());
        signatures[best] = signatures[y];
        from = {};
        texts[y] = {};
    }
}

}  // namespace

void mend(const Document& document, const std::vector<Unit>& units, const PageWords& words,
          std::vector<Draft>& drafts) {
    return_columns(document, units, words, drafts);
    Texts texts;
    texts.reserve(drafts.size());
    for (const auto& d : drafts) texts.push_back(text_of_draft(units, words, d));
    if (!scanned(units, words.first(), words.last())) move_headings(units, words, drafts, texts);
    join_far_texts(document, units, words, drafts, texts);
    place_labels(document, units, drafts);
    std::erase_if(drafts, [](const Draft& d) { return d.heads.empty() && d.rest.empty() && d.sections.empty(); });
}

}  // namespace broadsheet::segment_stage
