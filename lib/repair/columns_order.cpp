#include "repair/columns_order.hpp"

#include <algorithm>
#include <limits>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

using Cells = std::vector<Placed>;

bool by_row(const Placed& a, const Placed& b) { return a.row != b.row ? a.row < b.row : a.start < b.start; }

// Rows of the file are no measure of height: between the lines of one column stand those of others whose baselines
// differ, and not even in the order of their height where they are near to each other. What is known: cells of a row
// have one height, and a line stands one line below the one above it in its column. Rows are tied together by these
// steps, the shortest ones first, as they are the surest.
class Heights {
public:
    explicit Heights(Cells& cells) : cells_(cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i == 0 || cells[i].row != cells[i - 1].row) {
                tie_.push_back({static_cast<std::uint32_t>(tie_.size()), 0});
                rows_.push_back(cells[i].row);
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
        std::vector<std::uint32_t> at;  // by place: the last row in which a cell began there, from 1
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto start = static_cast<std::size_t>(cells_[i].start);
            if (start + weight::most_indent >= at.size()) at.resize(start + weight::most_indent + 1);
            std::uint32_t above = 0;
            for (std::size_t x = start >= weight::most_indent ? start - weight::most_indent : 0;
                 x <= start + weight::most_indent; ++x)
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
        return rows_[below] - rows_[above] - static_cast<int>(below - above);
    }

    // Groups of tied rows are hung below each other as they come in the file.
    void place() {
        std::vector<float> height(rows_.size(), 0);
        std::vector<float> of_root(rows_.size(), 0);
        std::vector<bool> hung(rows_.size(), false);
        float lowest = 0;
        for (std::uint32_t r = 0; r < rows_.size(); ++r) {
            const Tie tie = root(r);
            const int blank = r ? rows_[r] - rows_[r - 1] - 1 : 0;
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

    Cells& cells_;
    std::vector<std::uint32_t> row_of_;  // of each cell, index into rows_
    std::vector<int> rows_;              // physical lines
    std::vector<Tie> tie_;
    std::vector<Step> steps_;
};

// Groups of cells with white space between them from the top of the region to its foot.
std::vector<Cells> side_by_side(const Cells& cells) {
    Cells sorted = cells;
    std::sort(sorted.begin(), sorted.end(), [](const Placed& a, const Placed& b) { return a.start < b.start; });
    std::vector<Cells> groups;
    int end = std::numeric_limits<int>::min();
    for (const Placed& cell : sorted) {
        if (groups.empty() || cell.start > end) groups.emplace_back();
        groups.back().push_back(cell);
        end = std::max(end, cell.end);
    }
    for (Cells& group : groups) std::sort(group.begin(), group.end(), by_row);
    return groups;
}

// Bands of cells with more white space between them than between lines.
std::vector<Cells> one_below_other(const Cells& cells) {
    Cells sorted = cells;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Placed& a, const Placed& b) { return a.height < b.height; });
    std::vector<Cells> bands;
    float height = 0;
    for (const Placed& cell : sorted) {
        if (bands.empty() || cell.height - height > weight::tier_gap) bands.emplace_back();
        bands.back().push_back(cell);
        height = cell.height;
    }
    for (Cells& band : bands) std::sort(band.begin(), band.end(), by_row);
    return bands;
}

int rows_of(const Cells& cells) {
    int n = 0;
    int row = std::numeric_limits<int>::min();
    for (const Placed& cell : cells) n += cell.row != row, row = cell.row;
    return n;
}

// Splits a region (sorted by row) into bands of rows that cross a gutter and of rows that do not.
std::vector<Cells> at_gutter(const Cells& cells, int gutter) {
    std::vector<Cells> bands;
    int kind = -1;
    for (std::size_t i = 0, j = 0; i < cells.size(); i = j) {
        bool over = false;
        for (j = i; j < cells.size() && cells[j].row == cells[i].row; ++j)
            over = over || (cells[j].start <= gutter && cells[j].end > gutter);
        if (kind != static_cast<int>(over)) bands.emplace_back();
        kind = over;
        bands.back().insert(bands.back().end(), cells.begin() + static_cast<std::ptrdiff_t>(i),
                            cells.begin() + static_cast<std::ptrdiff_t>(j));
    }
    return bands;
}

// The gutter that the fewest rows cross: those rows are headlines over several columns. Splits the region into bands
// above, of and below them; empty where there is no such gutter.
std::vector<Cells> at_headlines(const Cells& cells) {
    int left = std::numeric_limits<int>::max();
    int right = 0;
    for (const Placed& cell : cells) left = std::min(left, cell.start), right = std::max(right, cell.end);
    if (right <= left || right - left > weight::widest_page) return {};
    const auto width = static_cast<std::size_t>(right - left);
    std::vector<int> crossed(width + 1, 0), begun(width + 1, 0);
    for (const Placed& cell : cells) {
        for (int x = cell.start; x < cell.end; ++x) ++crossed[static_cast<std::size_t>(x - left)];
        ++begun[static_cast<std::size_t>(cell.start - left)];
    }
    const int rows = rows_of(cells);
    std::vector<Cells> best;
    int least = std::numeric_limits<int>::max();
    for (std::size_t x = 1; x < width; ++x) {
        const int over = crossed[x - 1];
        if (begun[x] < weight::min_column_rows || over == 0 || over >= least) continue;
        if (static_cast<float>(over) > weight::most_crossed * static_cast<float>(rows)) continue;
        auto bands = at_gutter(cells, left + static_cast<int>(x) - 1);
        if (bands.size() < 2 || bands.size() > static_cast<std::size_t>(weight::most_head_bands)) continue;
        best.swap(bands);
        least = over;
    }
    return best;
}

// The blank line that leaves the most columns above and below it: where columns of a tier end at different heights no
// white space runs through the page. Empty where it shows no more columns than there were.
std::vector<Cells> at_blank_line(const Cells& cells) {
    std::vector<Cells> best;
    std::size_t most = 2;
    int tries = weight::most_blank_lines;
    for (std::size_t i = 1; i < cells.size() && tries > 0; ++i) {
        if (cells[i].row - cells[i - 1].row < 2) continue;
        --tries;
        Cells above(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(i));
        Cells below(cells.begin() + static_cast<std::ptrdiff_t>(i), cells.end());
        const auto columns = side_by_side(above).size() + side_by_side(below).size();
        if (columns <= most) continue;
        most = columns;
        best = {std::move(above), std::move(below)};
    }
    return best;
}

// True where white space runs through both regions at one height, with text above and below it in each: they are parts
// of the same tiers.
bool share_tiers(const Cells& a, const Cells& b) {
    Cells both = a;
    both.insert(both.end(), b.begin(), b.end());
    std::sort(both.begin(), both.end(), by_row);
    const auto bands = one_below_other(both);
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
        float height = 0;
        for (const Placed& cell : bands[i]) height = std::max(height, cell.height);
        const auto parted = [height](const Cells& c) {
            bool above = false;
            bool below = false;
            for (const Placed& cell : c) (cell.height <= height ? above : below) = true;
            return above && below;
        };
        if (parted(a) && parted(b)) return true;
    }
    return false;
}

void order(const Cells& cells, int depth, const Untangle& untangle, std::vector<Cells>& out) {
    if (cells.empty()) return;
    if (depth == 0 || cells.size() == 1) {
        out.push_back(cells);
        return;
    }
    const auto columns = side_by_side(cells);
    auto bands = one_below_other(cells);
    // Headlines side by side belong to what stands below them.
    for (std::size_t b = 0; b + 1 < bands.size();) {
        bool heads = rows_of(bands[b]) <= weight::head_rows && side_by_side(bands[b]).size() > 1;
        if (heads) {
            Cells both = bands[b];
            both.insert(both.end(), bands[b + 1].begin(), bands[b + 1].end());
            heads = side_by_side(both).size() > 1;
            if (heads) bands[b + 1].swap(both);
        }
        if (heads)
            bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(b));
        else
            ++b;
    }
    if (bands.size() > 1) {
        for (const Cells& band : bands) order(band, depth - 1, untangle, out);
        return;
    }
    if (columns.size() > 1) {
        std::vector<Cells> regions;
        for (const Cells& column : columns) {
            if (!regions.empty() && share_tiers(regions.back(), column)) {
                regions.back().insert(regions.back().end(), column.begin(), column.end());
                std::sort(regions.back().begin(), regions.back().end(), by_row);
            } else {
                regions.push_back(column);
            }
        }
        // All of them sharing their tiers, but not one white line through the page: no help.
        for (const Cells& region : regions.size() > 1 ? regions : columns) order(region, depth - 1, untangle, out);
        return;
    }
    if (auto found = untangle(cells); !found.empty()) {
        out.insert(out.end(), found.begin(), found.end());
        return;
    }
    auto parts = at_headlines(cells);
    if (parts.empty()) parts = at_blank_line(cells);
    if (!parts.empty()) {
        for (const Cells& part : parts) order(part, depth - 1, untangle, out);
        return;
    }
    out.push_back(cells);
}

}  // namespace

std::vector<std::vector<Placed>> reading_order(std::vector<Placed> cells, const Untangle& untangle) {
    std::sort(cells.begin(), cells.end(), by_row);
    Heights(cells).find();
    std::vector<Cells> out;
    order(cells, weight::most_depth, untangle, out);
    return out;
}

}  // namespace broadsheet::repair_stage
