#include "repair/columns_heights.hpp"

#include <algorithm>
#include <iterator>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// Rows of the file are no measure of height: between the lines of one column stand those of others whose baselines
// differ, and not even in the order of their height where they are near to each other. What is known: cells of a row
// have one height, and a line stands one line below the one above it in its column. Rows are tied together by these
// steps, the shortest ones first, as they are the surest.
class Heights {
public:
    Heights(std::vector<Placed>& cells, const std::vector<std::vector<Placed>>& uprights) : cells_(cells) {
        std::vector<int> written;  // rows that are no blank lines
        written.reserve(cells.size());
        for (const Placed& cell : cells) written.push_back(cell.row);
        for (const auto& column : uprights)
            for (const Placed& cell : column) written.push_back(cell.row);
        std::sort(written.begin(), written.end());
        written.erase(std::unique(written.begin(), written.end()), written.end());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i == 0 || cells[i].row != cells[i - 1].row) {
                tie_.push_back({static_cast<std::uint32_t>(tie_.size()), 0});
                rows_.push_back(cells[i].row);
                written_before_.push_back(
                    static_cast<int>(std::lower_bound(written.begin(), written.end(), cells[i].row) - written.begin()));
            }
            row_of_.push_back(static_cast<std::uint32_t>(tie_.size() - 1));
        }
    }

    void find() {
        take_steps();
        std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.doubt < b.doubt; });
        for (const Step& step : steps_) join(step);
        place();
    }

private:
    struct Tie {
        std::uint32_t to;
        float below;  // how far below that row
    };
    struct Step {
        std::uint32_t above, below;
        int doubt;
    };

    // The root of a row, with the row's tie made short.
    Tie root(std::uint32_t row) {
        Tie tie{row, 0};
        while (tie_[tie.to].to != tie.to) {
            Tie& next = tie_[tie.to];
            const Tie far = tie_[next.to];
            if (far.to != next.to) next = {far.to, next.below + far.below};
            tie = {next.to, tie.below + next.below};
        }
        return tie;
    }

    void join(const Step& step) {
        const Tie a = root(step.above);
        const Tie b = root(step.below);
        if (a.to == b.to) return;
        const float b_below_a = a.below + 1 - b.below;
        if (a.to < b.to)
            tie_[b.to] = {a.to, b_below_a};
        else
            tie_[a.to] = {b.to, -b_below_a};
    }

    void take_steps() {
        constexpr auto reach = static_cast<std::size_t>(weight::most_indent);
        std::vector<std::uint32_t> at;  // by place: the last row in which a cell began there, from 1
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto start = static_cast<std::size_t>(cells_[i].start);
            if (start + reach >= at.size()) at.resize(start + reach + 1);
            std::uint32_t above = 0;
            for (std::size_t x = start >= reach ? start - reach : 0; x <= start + reach; ++x)
                if (at[x] <= row_of_[i]) above = std::max(above, at[x]);
            at[start] = row_of_[i] + 1;

            if (above == 0) continue;
            const int rows = rows_[row_of_[i]] - rows_[above - 1];
            const int blank = blank_between(above - 1, row_of_[i]);
            if (rows > (blank ? weight::most_blank_step : weight::most_step) || blank > weight::most_blank) continue;
            steps_.push_back({above - 1, row_of_[i], rows + blank * weight::most_step});
        }
    }

    int blank_between(std::uint32_t above, std::uint32_t below) const {
        return rows_[below] - rows_[above] - (written_before_[below] - written_before_[above]);
    }

    // Groups of tied rows are hung below each other as they come in the file.
    void place() {
        std::vector<float> height(rows_.size(), 0);
        std::vector<float> of_root(rows_.size(), 0);
        std::vector<bool> hung(rows_.size(), false);
        float lowest = 0;
        for (std::uint32_t r = 0; r < rows_.size(); ++r) {
            const Tie tie = root(r);
            const int blank = r ? blank_between(r - 1, r) : 0;
            if (!hung[tie.to]) {
                hung[tie.to] = true;
                const float top = r == 0  ? 0
                                  : blank ? lowest + weight::least_step + weight::blank_step * static_cast<float>(blank)
                                          : height[r - 1] + weight::least_step;
                of_root[tie.to] = top - tie.below;
            }
            height[r] = of_root[tie.to] + tie.below;
            lowest = r ? std::max(lowest, height[r]) : height[r];
        }
        for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].height = height[row_of_[i]];
    }

    std::vector<Placed>& cells_;
    std::vector<std::uint32_t> row_of_;  // of each cell, index into rows_
    std::vector<int> rows_;              // physical lines
    std::vector<int> written_before_;    // how many rows above each are no blank lines
    std::vector<Tie> tie_;
    std::vector<Step> steps_;
};

}  // namespace

void find_heights(std::vector<Placed>& cells, std::vector<std::vector<Placed>>& uprights) {
    Heights(cells, uprights).find();
    for (auto& column : uprights)
        for (Placed& cell : column) {
            const auto below = std::upper_bound(cells.begin(), cells.end(), cell.row,
                                                [](int row, const Placed& other) { return row < other.row; });
            cell.height = below == cells.begin() ? 0 : std::prev(below)->height;
        }
}

}  // namespace broadsheet::repair_stage
