#include "repair/columns_narrow.hpp"

#include <algorithm>

#include "language/cues.hpp"
#include "repair/columns_reading.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// One column below the rows of its headline, of which the first one is too wide for it. A short row right above the
// column may be its first line, if the next word did not fit on it.
bool headed(const Document& document, const Splits& splits, const std::vector<Stack>& stacks) {
    if (stacks.size() < 2 || stacks.size() > weight::most_heads || stacks.back().alone) return false;
    if (!std::all_of(stacks.begin(), stacks.end() - 1, [](const Stack& s) { return s.alone; })) return false;
    const Cell& row = splits.cell(stacks[stacks.size() - 2].cells.back());
    const Cell& next = splits.cell(stacks.back().cells.front());
    const float room = row.room - weight::indent;
    const bool named = (language::cues(document.text.view(row.text)) & language::Cue::byline) != 0;
    const bool first_line = !named && room > weight::fit_slack && next.ends.first_unit > room - weight::fit_slack;
    return splits.cell(stacks.front().cells.front()).head && (row.head || !first_line);
}

}  // namespace

std::vector<Column> untangle(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                             const Pairs& pairs) {
    if (strips.size() < static_cast<std::size_t>(weight::min_split_rows) || !mostly_tight(document, strips)) return {};
    std::vector<std::vector<Cut>> cuts(strips.size());
    for (std::size_t i = 0; i < strips.size(); ++i) find_cuts(document.text.chars, strips[i].text, cuts[i]);
    const Measures measures(document, widths, strips, cuts);
    if (measures.all().empty()) return {};
    const Splits splits(document, widths, strips, cuts, measures);
    Dealing dealing = deal(document, strips, splits, pairs);
    if (headed(document, splits, dealing.stacks))
        return in_reading_order(document, splits, pairs, std::move(dealing.stacks));
    const auto real =
        std::count_if(dealing.stacks.begin(), dealing.stacks.end(), [](const Stack& s) { return !s.alone; });
    if (real < 2 || dealing.cost + weight::min_gain > straight_cost(document, strips.size(), splits, pairs)) return {};
    return in_reading_order(document, splits, pairs, std::move(dealing.stacks));
}

}  // namespace broadsheet::repair_stage
