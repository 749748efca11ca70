#include "repair/columns_measures.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

const Cut* best_cut(const Widths& widths, const std::vector<Cut>& cuts, std::uint32_t begin, float measure) {
    const Cut* best = nullptr;
    float best_cost = 0;
    for (const Cut& cut : cuts) {
        if (cut.left_end <= begin) continue;
        const float w = widths.of({begin, cut.left_end});
        if (w < measure - weight::cut_under) continue;
        if (w > measure + weight::cut_over) break;
        const float cost = cut.cost + std::abs(w - measure);
        if (!best || cost < best_cost) best = &cut, best_cost = cost;
    }
    return best;
}

Measures::Measures(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                   const std::vector<std::vector<Cut>>& cuts)
    : d_(document), widths_(widths), strips_(strips), cuts_(cuts) {
    std::size_t places = 0;
    for (const auto& line : cuts_)
        places +=
            static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](const Cut& cut) { return cut.tight; }));
    if (places > weight::most_cuts * strips_.size()) return;
    // Where the rows are known there are none without a space.
    if (!spaced() && (strips_.front().row != 0 || !interleaved())) measures_.clear();
}

bool mostly_tight(const Document& document, const std::vector<Strip>& strips) {
    std::uint32_t tight = 0, all = 0;
    for (const Strip& strip : strips) all += strip.text.size();
    for (const Strip& strip : strips) {
        for (const char32_t c : document.text.view(strip.text)) tight += c >= 0x80 && is_tight(c);
        if (tight * 2 > all) return true;
    }
    return false;
}

// Rows that split at a common measure.
bool Measures::spaced() {
    const auto rows = static_cast<float>(strips_.size());
    std::vector<float> widths;
    int spaced = 0;
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        std::uint32_t from = strips_[i].text.begin;
        const auto before = widths.size();
        for (const Cut& cut : cuts_[i]) {
            if (!cut.tight) continue;
            widths.push_back(widths_.of({from, cut.left_end}));
            from = cut.right_begin;
        }
        spaced += widths.size() > before;
    }
    if (spaced < weight::min_split_rows || static_cast<float>(spaced) < weight::min_split_share * rows) return false;
    auto [mode, number] = commonest(widths);
    if (number < static_cast<std::size_t>(weight::min_split_rows)) {
        // Where few rows are full, those that hold one column tell the measure.
        for (std::size_t i = 0; i < strips_.size(); ++i)
            if (std::none_of(cuts_[i].begin(), cuts_[i].end(), [](const Cut& cut) { return cut.tight; }))
                widths.push_back(widths_.of(strips_[i].text));
        std::tie(mode, number) = commonest(widths);
        if (number < static_cast<std::size_t>(weight::min_full_lines * rows)) return false;
    }
    std::vector<float> tails;
    int split = 0;
    for (std::size_t i = 0; i < strips_.size(); ++i) {
        std::uint32_t from = strips_[i].text.begin;
        int cells = 1;
        const Cut* cut = best_cut(widths_, cuts_[i], from, mode);
        if (!cut) cut = best_cut(widths_, cuts_[i], from, mode - weight::indent);
        for (; cut && cells < weight::max_columns; cut = best_cut(widths_, cuts_[i], from, mode))
            from = cut->right_begin, ++cells;
        split += cells > 1;
        (cells > 1 ? tails : widths).push_back(widths_.of({from, strips_[i].text.end}));
    }
    widths.insert(widths.end(), tails.begin(), tails.end());
    choose(widths, mode);
    const auto full_tails =
        std::count_if(tails.begin(), tails.end(), [&](float w) { return room(w) < weight::nearly_full; });
    const auto share = static_cast<float>(split);
    return split >= weight::min_split_rows && share >= weight::min_mode_share * static_cast<float>(spaced) &&
           static_cast<float>(full_tails) >= weight::min_full_tails * share;
}

// Rows of which every cell stands in a line of its own: no space shows them, but lines do not go on in the next one.
bool Measures::interleaved() {
    // Where paragraphs keep their indents the lines stand as they were set: nothing was torn.
    const auto rows = static_cast<float>(strips_.size());
    const auto shown =
        std::count_if(strips_.begin(), strips_.end(), [&](const Strip& s) { return d_.lines[s.line].indent >= 2; });
    if (shown >= weight::shown_indents && static_cast<float>(shown) >= weight::shown_indent_share * rows) return false;
    std::vector<float> widths;
    for (const Strip& strip : strips_) widths.push_back(widths_.of(strip.text));
    const auto [mode, number] = commonest(widths);
    if (static_cast<float>(number) < weight::min_full_lines * rows || number < weight::least_full_lines) return false;
    choose(widths, mode);
    int odd = 0;
    bool stopped = true;
    Ends next = ends_of(d_.text.view(strips_[0].text));
    for (std::size_t i = 0; i + 1 < strips_.size(); ++i) {
        const Ends ends = next;
        next = ends_of(d_.text.view(strips_[i + 1].text));
        const float lacks = room(widths_.of(strips_[i].text));
        const bool indented = std::abs(lacks - weight::indent) < weight::fit_slack && stopped;
        const bool opens = room(widths_.of(strips_[i + 1].text)) >= weight::indent - next.hanging - weight::fit_slack;
        const bool short_without_end = lacks > next.first_unit + weight::fit_slack && !ends.pauses && !indented;
        const bool end_without_start = lacks - next.first_unit > weight::indent && ends.stops && !opens;
        odd += next.bad_start || short_without_end || end_without_start;
        stopped = ends.pauses;
    }
    return odd >= weight::min_odd_joints;
}

// Articles side by side may differ in measure: takes the first one and, where enough lines have them, others.
void Measures::choose(std::vector<float>& widths, float first) {
    measures_.assign(1, first);
    const auto all = static_cast<float>(widths.size());
    for (float last = first; measures_.size() < weight::most_measures;) {
        const auto near = [&](float w) { return w > last - weight::nearly_full && w < last + weight::nearly_full; };
        widths.erase(std::remove_if(widths.begin(), widths.end(), near), widths.end());
        const auto [next, number] = commonest(widths);
        if (static_cast<float>(number) < weight::second_measure * all ||
            number < static_cast<std::size_t>(weight::min_split_rows))
            break;
        measures_.push_back(last = next);
    }
    std::sort(measures_.begin(), measures_.end());
}

float Measures::room(float w) const {
    float best = measures_.front() - w;
    for (const float measure : measures_)
        if (measure - w > -weight::cut_over && (measure - w < best || best < -weight::cut_over)) best = measure - w;
    return best;
}

}  // namespace broadsheet::repair_stage
