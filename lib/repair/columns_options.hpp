// The ways to put a cell into one of the columns that stand open, the cheapest ones first.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

enum class Move : std::uint8_t { go_on, go_on_end, begin, alone };

// A way to put a cell, as one number: the cheaper one is less; of two of the same cost, that of the earlier state.
class Option {
public:
    Option() = default;
    Option(float cost, std::size_t state, Move move, std::uint8_t rank)
        : key_(static_cast<std::uint64_t>(ordered(cost)) << 32U | static_cast<std::uint64_t>(state) << 16U |
               static_cast<std::uint64_t>(move) << 8U | rank) {}

    [[nodiscard]] float cost() const {
        const auto bits = static_cast<std::uint32_t>(key_ >> 32U);
        return std::bit_cast<float>(bits & sign ? bits & ~sign : ~bits);
    }
    [[nodiscard]] std::size_t state() const { return key_ >> 16U & 0xFFFFU; }
    [[nodiscard]] Move move() const { return static_cast<Move>(key_ >> 8U & 0xFFU); }
    [[nodiscard]] std::uint8_t rank() const { return static_cast<std::uint8_t>(key_ & 0xFFU); }
    friend bool operator<(const Option& a, const Option& b) { return a.key_ < b.key_; }

private:
    static constexpr std::uint32_t sign = 0x80000000U;
    // The bits of a number, so that they are in order as numbers are.
    static std::uint32_t ordered(float cost) {
        const auto bits = std::bit_cast<std::uint32_t>(cost + 0.0F);  // there is but one zero
        return bits & sign ? ~bits : bits | sign;
    }

    std::uint64_t key_ = 0;
};

// Options from the cheapest one on, no dearer than the beam is wide. They are dealt to bins by their cost, and a bin is
// sorted when it is come to: most are never asked for.
class Sorter {
public:
    void start(const std::vector<Option>& options, float least);
    // The next one; null behind the last.
    [[nodiscard]] const Option* next();

private:
    static constexpr std::size_t bins = 64;
    static constexpr float per_cost = static_cast<float>(bins) / weight::beam_width;

    std::array<std::uint32_t, bins + 1> ends_{};  // of the bins; the last one is for what is too dear
    std::vector<std::uint8_t> bin_of_;
    std::vector<Option> sorted_;
    std::size_t bin_ = 0;
    std::uint32_t at_ = 0, sorted_until_ = 0;
};

}  // namespace broadsheet::repair_stage
