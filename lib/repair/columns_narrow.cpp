#include "repair/columns_narrow.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/chars.hpp"
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
    if (getenv("BS_DEBUG")) {  // DEBUG
        std::vector<std::uint32_t> col(splits.cells(), none);
        for (std::uint32_t i = 0; i < dealing.stacks.size(); ++i)
            for (auto c : dealing.stacks[i].cells) col[c] = i;
        fprintf(stderr, "ZONE cost %.1f straight %.1f measures", dealing.cost,
                straight_cost(document, strips.size(), splits, pairs));
        for (float m : measures.all()) fprintf(stderr, " %.1f", m);
        fprintf(stderr, "\n");
        for (std::uint32_t c = 0; c < splits.cells(); ++c)
            if (col[c] != none) {
                std::uint32_t above = none;
                for (auto x : dealing.stacks[col[c]].cells) {
                    if (x == c) break;
                    above = x;
                }
                fprintf(stderr, "%4u %s%2u%s %5.1f %5.1f %s\n",
                        document.lines[strips[splits.cell(c).strip].line].number, splits.cell(c).joined ? "+" : " ",
                        col[c], dealing.stacks[col[c]].alone ? "*" : " ", splits.cell(c).room,
                        above == none ? 0.F : follow(document, pairs, splits.cell(above), splits.cell(c)),
                        to_utf8(document.text.view(splits.cell(c).text)).c_str());
            }
    }
    const auto real =
        std::count_if(dealing.stacks.begin(), dealing.stacks.end(), [](const Stack& s) { return !s.alone; });
    if (real < 2 || dealing.cost + weight::min_gain > straight_cost(document, strips.size(), splits, pairs)) return {};
    return in_reading_order(document, splits, pairs, std::move(dealing.stacks));
}

}  // namespace broadsheet::repair_stage
