#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "repair/columns_zone.hpp"

namespace broadsheet::repair_stage::grid {

// The cut that leaves a column's measure left of it, or null.
const Cut* Zone::best_cut(const std::vector<Cut>& cuts, std::uint32_t begin, float measure) const {
    const Cut* best = nullptr;
    float best_cost = 0;
    for (const Cut& cut : cuts) {
        if (cut.left_end <= begin) continue;
        const float w = width(begin, cut.left_end);
        if (w < measure - weight::cut_under) continue;
        if (w > measure + weight::cut_over) break;
        const float cost = cut.cost + std::abs(w - measure);
        if (!best || cost < best_cost) best = &cut, best_cost = cost;
    }
    return best;
}

// True where most characters are wide. Between the words of other scripts a space says nothing, and a line's
// estimated width too little.
bool Zone::chinese() const {
    std::uint32_t tight = 0, all = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
        for (const char32_t c : d_.text.view(strips_[i].text)) tight += is_tight(c);
        all += strips_[i].text.size();
    }
    return tight * 2 > all;
}

// Finds the measure of the columns and how many there may be; false where the lines are no rows of columns.
bool Zone::measure() {
    const auto rows = static_cast<float>(count_);
    if (!chinese()) return false;
    std::vector<float> widths;
    int spaced = 0;
    for (std::uint32_t i = 0; i < count_; ++i) {
        std::uint32_t from = strips_[i].text.begin;
        const auto before = widths.size();
        for (const Cut& cut : cuts_[i]) {
            if (!cut.tight) continue;
            widths.push_back(width(from, cut.left_end));
            from = cut.right_begin;
        }
        spaced += widths.size() > before;
    }
    const auto [mode, number] = commonest(widths);
    int split = 0;
    if (spaced >= weight::min_split_rows && static_cast<float>(spaced) >= weight::min_split_share * rows &&
        number >= static_cast<std::size_t>(weight::min_split_rows)) {
        std::vector<float> tails;
        for (std::uint32_t i = 0; i < count_; ++i) {
            const auto& cuts = cuts_[i];
            std::uint32_t from = strips_[i].text.begin;
            int cells = 1;
            const Cut* cut = best_cut(cuts, from, mode);
            if (!cut) cut = best_cut(cuts, from, mode - weight::indent);
            for (; cut && cells < most; cut = best_cut(cuts, from, mode)) from = cut->right_begin, ++cells;
            split += cells > 1;
            (cells > 1 ? tails : widths).push_back(width(from, strips_[i].text.end));
        }
        widths.insert(widths.end(), tails.begin(), tails.end());
        add_measures(mode, widths);
        const auto full_tails =
            std::count_if(tails.begin(), tails.end(), [&](float w) { return room(w) < weight::nearly_full; });
        const auto share = static_cast<float>(split);
        if (split >= weight::min_split_rows && share >= weight::min_mode_share * static_cast<float>(spaced) &&
            static_cast<float>(full_tails) >= weight::min_full_tails * share) {
            parted_ = share < weight::narrow_gutter * rows ? 0 : weight::parted_full;
            return true;
        }
    }
    // Where the rows are known there are none without a space.
    return strips_.front().row == 0 && interleaved();
}

// Rows of which every cell stands in a line of its own: no space shows them, but lines do not go on in the next one.
bool Zone::interleaved() {
    std::vector<float> widths;
    for (std::uint32_t i = 0; i < count_; ++i) widths.push_back(width(strips_[i].text));
    const auto [mode, number] = commonest(widths);
    const auto rows = static_cast<float>(count_);
    if (static_cast<float>(number) < weight::min_full_lines * rows) return false;
    add_measures(mode, widths);
    int odd = 0;
    Ends next = ends_of(d_.text.view(strips_[0].text));
    for (std::uint32_t i = 0; i + 1 < count_; ++i) {
        const Ends ends = next;
        next = ends_of(d_.text.view(strips_[i + 1].text));
        const float lacks = room(width(strips_[i].text));
        const bool indented = std::abs(lacks - weight::indent) < weight::fit_slack && stops_before(i);
        const bool opens = room(width(strips_[i + 1].text)) >= weight::indent - next.hanging - weight::fit_slack;
        const bool short_without_end = lacks > next.first_unit + weight::fit_slack && !ends.pauses && !indented;
        const bool end_without_start = lacks - next.first_unit > weight::indent && ends.stops && !opens;
        odd += next.bad_start || short_without_end || end_without_start;
    }
    if (odd < weight::min_odd_joints || static_cast<float>(odd) < weight::min_odd_share * rows) return false;
    return true;
}

// Articles side by side may differ in measure: takes the first one and, where enough lines have it, a second one.
void Zone::add_measures(float first, std::vector<float>& widths) {
    measures_.assign(1, first);
    const auto all = widths.size();
    const auto near = [&](float w) { return w > first - weight::nearly_full && w < first + weight::nearly_full; };
    widths.erase(std::remove_if(widths.begin(), widths.end(), near), widths.end());
    const auto [second, number] = commonest(widths);
    if (static_cast<float>(number) >= weight::second_measure * static_cast<float>(all) &&
        number >= static_cast<std::size_t>(weight::min_split_rows))
        measures_.push_back(second);
    std::sort(measures_.begin(), measures_.end());
}

bool Zone::stops_before(std::uint32_t line) const {
    return line == 0 || ends_of(d_.text.view(strips_[line - 1].text)).pauses;
}

// What a text of this width lacks of its column's measure: the nearest one that it does not pass.
float Zone::room(float w) const {
    float best = measures_.front() - w;
    for (const float measure : measures_)
        if (measure - w > -weight::cut_over && (measure - w < best || best < -weight::cut_over)) best = measure - w;
    return best;
}

}  // namespace broadsheet::repair_stage::grid
