// Columns that stand side by side, as an extractor writes them that reads by the height of baselines: in each round,
// each column has one line, always in the same order.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "broadsheet/document.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

// A column that may go on.
struct Open {
    std::uint32_t cell = none;  // its last one
    std::uint16_t right = 0;    // slots of the columns that some line shows right of it
    std::uint8_t slot = 0;
    std::uint8_t rows = 1;  // its cells, up to a few
    // Bits, since a beam of ways copies some hundred of these for each line.
    bool single : 1 = true;   // it has one cell, and should have more
    bool waits : 1 = false;   // it has had no cell in this round
    bool passed : 1 = false;  // ... and a column that comes behind it has had one
    bool missed : 1 = false;  // it had none in the round before
};

class Rounds {
public:
    [[nodiscard]] std::uint8_t count() const { return count_; }
    [[nodiscard]] const Open& open(std::uint8_t rank) const { return open_[rank]; }
    [[nodiscard]] bool full() const { return count_ == weight::max_open; }
    [[nodiscard]] bool waiting() const;
    // The column of the last cell; null where that stands alone.
    [[nodiscard]] const Open* last() const;
    [[nodiscard]] bool in_row(const Open& column) const { return (in_row_ & bit(column.slot)) != 0; }
    [[nodiscard]] bool right_of(const Open& left, const Open& right) const {
        return (left.right & bit(right.slot)) != 0;
    }
    // It comes before the last cell's column.
    [[nodiscard]] bool before_last(const Open& column) const { return &column < &open_[at_]; }

    // All columns have just begun.
    [[nodiscard]] bool young() const {
        return std::all_of(open_.begin(), open_.begin() + count_,
                           [](const Open& o) { return o.rows <= weight::young_rows; });
    }

    void new_row() { in_row_ = 0; }
    // The cost of going on with a column while others that come before it still wait: they are late, or have ended.
    [[nodiscard]] float passing(std::uint8_t rank, bool late, bool narrow) const;
    // Cell goes on the column; what waits has ended, or is late.
    void go_on(std::uint8_t rank, std::uint32_t cell, bool joined, bool late);
    // Cell begins a column behind the last cell's one; it may be all of it, if it is the tail of a text.
    void begin(std::uint32_t cell, bool joined, bool tail);
    void stand_alone() { last_ = no_slot; }

    [[nodiscard]] std::uint32_t hash() const;
    [[nodiscard]] bool operator==(const Rounds& other) const;

private:
    friend class Passing;
    static constexpr std::uint8_t no_slot = 15;
    static constexpr std::uint16_t bit(std::uint8_t slot) { return static_cast<std::uint16_t>(1U << slot); }
    void add(std::uint8_t rank, std::uint32_t cell);
    void turn(bool joined);
    void put(bool joined, std::uint8_t slot);
    [[nodiscard]] float pass(bool narrow) const { return turned_ && narrow ? weight::passed_again : weight::passed; }

    std::uint16_t in_row_ = 0;  // slots of columns that have a cell in this row
    std::uint8_t count_ = 0;
    std::uint8_t at_ = 0;                        // where in the round the last cell was put
    std::uint8_t last_ = no_slot;                // slot of its column
    bool turned_ = false;                        // a column had its line before one that comes first
    std::array<Open, weight::max_open> open_{};  // in the order in which they come in a round
};

// The cost of passing those that wait, for one column after the other.
class Passing {
public:
    Passing(const Rounds& rounds, bool waiting, bool narrow)
        : rounds_(rounds), waiting_(waiting), narrow_(narrow), pass_(rounds.pass(narrow)) {}

    [[nodiscard]] float cost(bool late) const {
        if (rounds_.open_[rank_].waits) return waiting_before_;
        return waiting_ ? rounds_.passing(rank_, late, narrow_) : before_;
    }
    void next() {
        const Open& o = rounds_.open_[rank_++];
        before_ += pass_;
        if (o.waits && !o.passed) waiting_before_ += pass_;
    }

private:
    const Rounds& rounds_;
    bool waiting_, narrow_;
    float pass_;
    std::uint8_t rank_ = 0;
    float before_ = 0, waiting_before_ = 0;  // what to pass all columns before it costs, and those that wait
};

}  // namespace broadsheet::repair_stage
