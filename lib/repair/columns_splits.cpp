#include "repair/columns_splits.hpp"

#include <algorithm>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

Splits::Splits(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
               const std::vector<std::vector<Cut>>& cuts, const Measures& measures)
    : d_(document), widths_(widths), strips_(strips), cuts_(cuts), measures_(measures), splits_(strips.size()) {
    cells_.reserve(strips.size() * 2);
    for (std::uint32_t strip = 0; strip < strips.size(); ++strip) {
        for (const float measure : measures.all()) {
            add(strip, measure, measure);
            add(strip, measure - weight::indent, measure);
            add(strip, measure, measure, true);
        }
        add(strip, 0, 0);
        auto& ways = splits_[strip];
        joins_ += ways.size() > 1;
    }
}

void Splits::add_cell(std::uint32_t strip, Split& split, Run text) {
    Cell cell;
    cell.text = text;
    cell.strip = strip;
    cell.joined = split.count > 0;
    cell.ends = ends_of(d_.text.view(text));
    const float width = widths_.of(text);
    cell.room = measures_.room(width);
    cell.measure = width + cell.room;
    cell.indented = !cell.joined && cell.room > weight::indent - weight::indent_under &&
                    cell.room < weight::indent + weight::indent_over;
    cell.head = cell.room < -weight::head_over;
    const float over = -cell.room - cell.ends.hanging - weight::fit_slack;
    if (over > 0) cell.cost = std::min(over * weight::over_measure, weight::over_most);
    cells_.push_back(cell);
    ++split.count;
}

// The cut behind a paragraph's short last line, or null.
const Cut* Splits::after_stop(std::uint32_t strip, std::uint32_t from, float measure) const {
    for (const Cut& cut : cuts_[strip]) {
        if (cut.left_end <= from || !cut.tight) continue;
        if (widths_.of({from, cut.left_end}) >= measure - weight::cut_under) break;
        if (ends_of(d_.text.view({from, cut.left_end})).stops) return &cut;
    }
    return nullptr;
}

// Cuts the line where its parts have the measure, the first one another one; measure 0: not at all.
void Splits::add(std::uint32_t strip, float first_measure, float measure, bool short_ends) {
    const Run text = strips_[strip].text;
    Split split;
    split.first = static_cast<std::uint32_t>(cells_.size());
    std::uint32_t from = text.begin;
    float left = first_measure;
    while (left > 0 && split.count + 1 < weight::max_columns) {
        const Cut* cut = short_ends ? after_stop(strip, from, left) : nullptr;
        if (!cut) cut = best_cut(widths_, cuts_[strip], from, left);
        if (!cut) break;
        if (widths_.of({from, text.end}) <= measure + weight::cut_over && !cut->tight) break;
        split.cost += cut->cost;
        add_cell(strip, split, {from, cut->left_end});
        from = cut->right_begin;
        left = measure;
    }
    if (left > 0 && split.count == 0) return;
    if (left == 0 && !splits_[strip].empty()) split.cost += weight::not_cut;
    add_cell(strip, split, {from, text.end});
    // The left one of two neighbours in one line is full, or a wider space had parted them.
    for (auto c = split.first; c + 1 < cells_.size(); ++c) {
        const float lacks = cells_[c].room - (cells_[c].indented ? weight::indent : 0);
        const float cost = weight::joined_short * (lacks - weight::fit_slack);
        if (lacks > weight::fit_slack) split.cost += cells_[c].ends.stops ? std::min(cost, weight::joined_end) : cost;
    }
    for (const Split& known : splits_[strip]) {
        bool same = known.count == split.count;
        for (std::uint8_t c = 0; same && c < known.count; ++c)
            same = cells_[known.first + c].text.end == cells_[split.first + c].text.end;
        if (!same) continue;
        cells_.resize(split.first);
        return;
    }
    splits_[strip].push_back(split);
}

}  // namespace broadsheet::repair_stage
