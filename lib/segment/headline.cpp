#include "segment/headline.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

using language::Cue;

float headline_fitness(const Unit& u) {
    using namespace weights;
    const float chars = static_cast<float>(u.chars) * (u.cjk ? 1.0F : 0.4F);
    float score = std::min(chars, 12.0F) * headline_chars;
    if (u.level) score += headline_marked - static_cast<float>(u.level) * headline_rank;
    if (u.placed()) score += headline_large * std::log2(u.size);
    if (u.leads_in) score += headline_leads_in;
    if (u.cues & Cue::dash_opens) score += headline_dash;
    if (u.column_name) score += headline_column;
    if (u.label) score += headline_label;
    if (u.bracketed && !is(u.first, cls::quote)) score += headline_bracketed;
    if (chars > 24) score += (chars - 24) * headline_long;
    score += headline_pause * static_cast<float>(std::min<std::uint32_t>(u.pauses, 4));
    if (u.closed) score += headline_closed;
    if (u.spaced) score += headline_spaced;
    if (u.capitals) score += headline_capitals;
    return score;
}

std::size_t choose_headline(const std::vector<Unit>& units, const std::vector<std::uint32_t>& heads) {
    std::size_t chosen = 0;
    float best = -1e9F;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        float score = headline_fitness(units[heads[i]]);
        if (i + 1 < heads.size() && heads[i + 1] == heads[i] + 1 && (units[heads[i + 1]].cues & Cue::dash_opens))
            score += weights::headline_before_dash;
        if (score > best) {
            best = score;
            chosen = i;
        }
    }
    return chosen;
}

}  // namespace broadsheet::segment_stage
