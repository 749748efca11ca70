// The measures of columns that stand side by side in the same lines, and whether lines look like that at all.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_cells.hpp"

namespace broadsheet::repair_stage {

// A line, or what stands of it between two wide gaps.
struct Strip {
    Run text;
    std::uint32_t line = 0;  // index into Document::lines
    int row = 0;             // of the page, where it is known; else 0
};

// True where most characters are wide. Between the words of other scripts a space says nothing, and a line's
// estimated width too little.
[[nodiscard]] bool mostly_tight(const Document& document, const std::vector<Strip>& strips);

// The widths of the columns of these lines, narrow ones first; none where the lines are no rows of columns.
class Measures {
public:
    Measures(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
             const std::vector<std::vector<Cut>>& cuts);

    [[nodiscard]] const std::vector<float>& all() const { return measures_; }
    // What a text of this width lacks of its column's measure: the nearest one that it does not pass.
    [[nodiscard]] float room(float width) const;

private:
    [[nodiscard]] bool spaced();
    [[nodiscard]] bool interleaved();
    void choose(std::vector<float>& widths, float first);

    const Document& d_;
    const Widths& widths_;
    const std::vector<Strip>& strips_;
    const std::vector<std::vector<Cut>>& cuts_;
    std::vector<float> measures_;
};

// The cut that leaves a column's measure left of it, or null.
[[nodiscard]] const Cut* best_cut(const Widths& widths, const std::vector<Cut>& cuts, std::uint32_t begin,
                                  float measure);

}  // namespace broadsheet::repair_stage
