// Lines that may be rows of columns, and the search for the columns. Its parts: columns_measure.cpp finds out how wide
// columns are and whether there are any, columns_rows.cpp cuts lines into cells and weighs rows, columns_search.cpp
// finds the best rows, columns_narrow.cpp strings their cells into columns.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_narrow.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage::grid {

inline constexpr int most = weight::max_columns;
// What two cells that follow each other can gain at most.
inline constexpr float best_follow = weight::known_pair + weight::quotes_closed;

struct Cell {
    Run text;
    std::uint32_t line = 0;
    float width = 0;
    float room = 0;         // what it lacks of the measure
    float measure = 0;      // which one that is
    bool joined = false;    // stands right of another one in its line
    bool indented = false;  // as wide as a paragraph's first line
    Ends ends;
};

inline constexpr std::uint8_t row_cells = most;

// In which order a row's lines stand in the file: columns are written as the page's author drew them.
enum class Order : std::uint8_t { left_to_right, right_to_left, last_first, first_last };
inline constexpr int orders = 4;

// A way to read lines [begin, begin + lines) as one row of the page.
struct Row {
    std::uint32_t begin = 0;
    std::uint8_t lines = 0, count = 0;
    std::uint8_t heads = 0;                        // of these lines so many at the beginning run over several columns
    bool head = false;                             // all of them do
    float cost = 0;                                // of the row in itself
    float best = 0;                                // of the best way to here, this row included
    std::uint32_t from = none;                     // the row before it, index into Zone::rows_
    std::array<std::uint32_t, row_cells> cells{};  // left to right, indices into Zone::cells_
};

// The cost of so many new columns in one row.
inline float begin_cost(int columns) {
    return columns < 1 ? 0 : weight::column_begins + weight::more_begin * static_cast<float>(columns - 1);
}

class Zone {
public:
    Zone(const Document& d, const Widths& widths, const std::vector<Strip>& strips, const Pairs& pairs)
        : d_(d), widths_(widths), strips_(strips), pairs_(pairs), count_(static_cast<std::uint32_t>(strips.size())) {
        cuts_.resize(count_);
        for (std::uint32_t i = 0; i < count_; ++i) find_cuts(d.text.chars, strips[i].text, cuts_[i]);
    }

    bool measure();
    bool search();
    [[nodiscard]] float straight() const;
    [[nodiscard]] std::vector<Column> columns() const;

private:
    using Columns = std::vector<std::vector<std::uint32_t>>;  // cells from head to foot, columns from left to right

    bool interleaved();
    void add_measures(float first, std::vector<float>& widths);
    [[nodiscard]] bool chinese() const;
    [[nodiscard]] bool stops_before(std::uint32_t line) const;
    [[nodiscard]] float width(std::uint32_t b, std::uint32_t e) const { return widths_.of({b, e}); }
    [[nodiscard]] float width(Run r) const { return widths_.of(r); }
    [[nodiscard]] float room(float w) const;
    [[nodiscard]] const Cut* best_cut(const std::vector<Cut>& cuts, std::uint32_t begin, float measure) const;
    void split(std::uint32_t line);
    void add_split(std::uint32_t line, float first_measure, float measure);
    void add_rows(std::uint32_t begin, Order order);
    void add_row(std::uint32_t begin, int lines, Order order, std::array<std::uint8_t, row_cells> choice);
    [[nodiscard]] float cost_of(const Row& row) const;
    [[nodiscard]] float follow(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] float follow_cost(std::uint32_t a, std::uint32_t b) const;
    float align(const Row& above, const Row& below, std::vector<std::pair<int, int>>* pairs = nullptr) const;
    float best_way(Order order);
    [[nodiscard]] std::vector<Columns> columns_of_way() const;
    void settle_order(Columns& columns) const;

    // The cells of a line: one way to cut it.
    struct Split {
        std::uint32_t first = 0;  // cells [first, first + count)
        std::uint8_t count = 0;
        float cost = 0;
    };

    const Document& d_;
    const Widths& widths_;
    const std::vector<Strip>& strips_;
    const Pairs& pairs_;
    std::uint32_t count_;  // of strips
    std::vector<std::vector<Cut>> cuts_;
    std::vector<float> measures_;
    float parted_ = 0;    // cost of neighbours in separate lines: none where the gutter is so wide that all are
    bool joins_ = false;  // some lines hold several columns
    std::vector<Cell> cells_;
    std::vector<std::vector<Split>> splits_;  // of each line
    std::vector<std::uint32_t> whole_;        // of each line: the cell that is all of it
    std::vector<Row> rows_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starting_;  // rows that begin at each line
    std::vector<std::uint32_t> way_;
    mutable std::vector<float> known_;  // follow() of each cell with those shortly before it
};

}  // namespace broadsheet::repair_stage::grid
