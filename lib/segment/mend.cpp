#include "segment/mend.hpp"

#include <algorithm>

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

}  // namespace

void mend(const std::vector<Unit>& units, const PageWords& words, std::vector<Draft>& drafts) {
    std::vector<TextOf> texts;
    texts.reserve(drafts.size());
    for (const auto& d : drafts) texts.push_back(text_of_draft(units, words, d));
    for (std::size_t x = 0; x < drafts.size(); ++x) {
        // A heading can leave an article that keeps another one, or that has no text.
        for (std::size_t i = 0; i < drafts[x].heads.size(); ++i) {
            if (drafts[x].heads.size() < 2 && !texts[x].units.empty()) break;
            const std::vector<std::uint32_t> heading{drafts[x].heads[i]};
            if (units[heading[0]].label || units[heading[0]].column_name) continue;
            const float here = texts[x].units.empty() ? weights::lone_head : std::max(0.0F, likeness(words, heading, texts[x]));
            std::size_t best = x;
            float most = weights::far_gain;
            for (std::size_t y = 0; y < drafts.size(); ++y) {
                if (y == x || texts[y].units.empty()) continue;
                float gain = likeness(words, heading, texts[y]) - here + weights::far_head;
                // What heads that text now becomes a subhead or a kicker.
                gain += drafts[y].heads.empty() ? -weights::lost_head : weights::subhead - weights::head_first;
                if (gain > most) {
                    most = gain;
                    best = y;
                }
            }
            if (best == x) continue;
            Draft& to = drafts[best];
            // The old headline stays where it stood, if it stood among the paragraphs.
            if (!to.heads.empty() && !to.rest.empty() && to.heads.front() > to.rest.front() && to.heads.back() < to.rest.back() &&
                std::find(to.moved.begin(), to.moved.end(), to.heads.front()) == to.moved.end()) {
                to.rest.insert(std::upper_bound(to.rest.begin(), to.rest.end(), to.heads.front()), to.heads.begin(), to.heads.end());
                to.heads.clear();
            }
            to.heads.insert(std::upper_bound(to.heads.begin(), to.heads.end(), heading[0]), heading[0]);
            to.moved.push_back(heading[0]);
            drafts[x].heads.erase(drafts[x].heads.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
        }
    }
    std::erase_if(drafts, [](const Draft& d) { return d.heads.empty() && d.rest.empty(); });
}

}  // namespace broadsheet::segment_stage
