#include "repair/columns_rounds.hpp"

#include <algorithm>

namespace broadsheet::repair_stage {

bool Rounds::waiting() const {
    return std::any_of(open_.begin(), open_.begin() + count_, [](const Open& o) { return o.waits; });
}

const Open* Rounds::last() const {
    if (last_ == no_slot) return nullptr;
    const auto* const end = open_.data() + count_;
    const auto* const found = std::find_if(open_.data(), end, [this](const Open& o) { return o.slot == last_; });
    return found == end ? nullptr : found;
}

float Rounds::passing(std::uint8_t rank, bool late, bool narrow) const {
    const float pass = this->pass(narrow);
    float cost = 0;
    if (open_[rank].waits) {
        for (std::uint8_t q = 0; q < rank; ++q)
            if (open_[q].waits && !open_[q].passed) cost += pass;
        return cost;
    }
    // A new round.
    bool ends = false;
    for (std::uint8_t q = 0; q < count_; ++q) {
        const Open& other = open_[q];
        if (q == rank) continue;
        if (other.waits) {
            if (late && !other.missed) {
                cost += weight::missed;
            } else {
                cost += (ends ? weight::more_end : weight::column_ends) + (other.single ? weight::single_cell : 0);
                ends = true;
                continue;
            }
        }
        if (q < rank) cost += pass;
    }
    return cost;
}

void Rounds::begin(std::uint32_t cell, bool joined, bool tail) {
    std::uint16_t taken = 0;
    for (std::uint8_t i = 0; i < count_; ++i) taken |= bit(open_[i].slot);
    std::uint8_t slot = 0;
    while (taken & bit(slot)) ++slot;
    const std::uint8_t to = count_ ? at_ + 1 : 0;
    for (std::uint8_t i = count_++; i > to; --i) open_[i] = open_[i - 1];
    open_[to] = {cell, 0, slot, 1, !tail};
    at_ = to;
    put(joined, slot);
}

void Rounds::go_on(std::uint8_t rank, std::uint32_t cell, bool joined, bool late) {
    const auto mine = open_[rank].slot;
    const bool round = !open_[rank].waits;
    if (!round) {  // all stay where they are
        for (std::uint8_t i = 0; i < rank; ++i)
            if (open_[i].waits) {
                turned_ = turned_ || !open_[i].passed;
                open_[i].passed = true;
            }
        add(rank, cell);
        turn(joined);
        put(joined, mine);
        return;
    }
    std::uint8_t to = 0;
    std::uint16_t ended = 0;
    for (std::uint8_t i = 0; i < count_; ++i) {
        Open column = open_[i];
        if (column.slot != mine) {
            if (column.waits && (column.missed || !late)) {
                ended |= bit(column.slot);
                continue;
            }
            column.missed = column.waits;
            column.waits = true;
            column.passed = i < rank;
            turned_ = turned_ || column.passed;
        }
        open_[to] = column;
        if (column.slot == mine) add(to, cell);
        ++to;
    }
    count_ = to;
    turn(joined);
    for (std::uint8_t i = 0; ended && i < count_; ++i) open_[i].right &= static_cast<std::uint16_t>(~ended);
    put(joined, mine);
}

void Rounds::add(std::uint8_t rank, std::uint32_t cell) {
    Open& column = open_[rank];
    column.cell = cell;
    if (column.rows <= weight::young_rows) ++column.rows;
    column.single = column.waits = column.passed = column.missed = false;
    at_ = rank;
}

// The right one of two in a line comes behind the left one.
void Rounds::turn(bool joined) {
    if (!joined || last_ == no_slot) return;
    for (std::uint8_t i = count_; i-- > at_ + 1;)
        if (open_[i].slot == last_) {
            std::rotate(open_.begin() + at_, open_.begin() + at_ + 1, open_.begin() + i + 1);
            at_ = i;
            break;
        }
}

void Rounds::put(bool joined, std::uint8_t slot) {
    if (joined && last_ != no_slot && last_ != slot)
        for (std::uint8_t i = 0; i < count_; ++i)
            if (open_[i].slot == last_ || open_[i].right & bit(last_)) open_[i].right |= bit(slot);
    last_ = slot;
    in_row_ |= bit(slot);
}

std::uint32_t Rounds::hash() const {
    std::uint32_t h = 0;
    for (std::uint8_t i = 0; i < count_; ++i)
        h = (h ^ open_[i].cell) * 0x01000193U + (open_[i].waits ? 2U : 0U) + open_[i].missed;
    return h;
}

bool Rounds::operator==(const Rounds& other) const {
    return count_ == other.count_ && std::equal(open_.begin(), open_.begin() + count_, other.open_.begin(),
                                                [](const Open& a, const Open& b) { return a.cell == b.cell; });
}

}  // namespace broadsheet::repair_stage
