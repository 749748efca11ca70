// Two rows, one below the other: are they of one headline? The evidence, from the rows and from the habits of the page.
#pragma once

#include <vector>

#include "core/evidence.hpp"
#include "repair/grams.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// The rows that a headline has so far.
struct RowsAbove {
    std::uint32_t count = 1;
    std::int32_t widest = 0;  // of all but the last
};

class RowPairs {
public:
    // Drafts each of which may be a row with the next one, in order.
    RowPairs(Work& work, std::vector<std::uint32_t> pairs);

    // Is draft i + 1 a row of the headline that draft i is the last row of?
    [[nodiscard]] bool one_headline(std::uint32_t i, RowsAbove above);

private:
    [[nodiscard]] bool broken_below(std::uint32_t i) const;
    void count_torn();
    void find_lists();
    [[nodiscard]] bool behind_credit(std::uint32_t i);

    Work& w_;
    std::vector<std::uint32_t> pairs_;
    Grams grams_;
    bool stacked_ = false;
    std::vector<std::uint32_t> torn_;  // pairs that surely are rows of one headline with a blank line between
    std::vector<bool> in_list_;        // of each draft: it and the next are rows of a list of headlines
};

}  // namespace broadsheet::repair_stage
