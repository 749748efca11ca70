#include "repair/columns_narrow.hpp"

#include <algorithm>

#include "repair/columns_reading.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

std::vector<Column> untangle(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                             const Pairs& pairs) {
    if (strips.size() < static_cast<std::size_t>(weight::min_split_rows) || !mostly_tight(document, strips)) return {};
    std::vector<std::vector<Cut>> cuts(strips.size());
    for (std::size_t i = 0; i < strips.size(); ++i) find_cuts(document.text.chars, strips[i].text, cuts[i]);
    const Measures measures(document, widths, strips, cuts);
    if (measures.all().empty()) return {};
    const Splits splits(document, widths, strips, cuts, measures);
    Dealing dealing = deal(document, strips, splits, pairs);
    const auto real =
        std::count_if(dealing.stacks.begin(), dealing.stacks.end(), [](const Stack& s) { return !s.alone; });
    if (real < 2 || dealing.cost + weight::min_gain > straight_cost(document, strips.size(), splits, pairs)) return {};
    return in_reading_order(document, splits, pairs, std::move(dealing.stacks));
}

}  // namespace broadsheet::repair_stage
