// The ways in which a line may be cut into the cells of columns that stand side by side.
#pragma once

#include <vector>

#include "repair/columns_measures.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

struct Cell {
    Run text;
    std::uint32_t strip = 0;
    float room = 0;         // what it lacks of the measure
    float measure = 0;      // which one that is
    float cost = 0;         // of its own: it is wider than any column
    bool joined = false;    // stands right of another one in its line
    bool indented = false;  // as wide as a paragraph's first line
    bool head = false;      // a line too wide for a column that cannot be cut: it runs over several
    Ends ends;
};

// One way to cut a line: cells [first, first + count), left to right.
struct Split {
    std::uint32_t first = 0;
    std::uint8_t count = 0;
    float cost = 0;
};

class Splits {
public:
    Splits(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
           const std::vector<std::vector<Cut>>& cuts, const Measures& measures);

    [[nodiscard]] const Cell& cell(std::uint32_t index) const { return cells_[index]; }
    [[nodiscard]] std::size_t cells() const { return cells_.size(); }
    [[nodiscard]] const std::vector<Split>& of(std::size_t strip) const { return splits_[strip]; }
    // The last way is not to cut it.
    [[nodiscard]] const Split& whole(std::size_t strip) const { return splits_[strip].back(); }
    // Some lines hold several columns.
    [[nodiscard]] bool joins() const { return joins_ > 0; }
    // Many do: the gutter is so narrow that two full lines of one row make one.
    [[nodiscard]] bool narrow() const {
        return static_cast<float>(joins_) >= weight::narrow_gutter * static_cast<float>(splits_.size());
    }

private:
    void add(std::uint32_t strip, float first_measure, float measure, bool short_ends = false);
    [[nodiscard]] const Cut* after_stop(std::uint32_t strip, std::uint32_t from, float measure) const;
    void add_cell(std::uint32_t strip, Split& split, Run text);

    const Document& d_;
    const Widths& widths_;
    const std::vector<Strip>& strips_;
    const std::vector<std::vector<Cut>>& cuts_;
    const Measures& measures_;
    std::vector<Cell> cells_;
    std::vector<std::vector<Split>> splits_;
    std::uint32_t joins_ = 0;
};

}  // namespace broadsheet::repair_stage
