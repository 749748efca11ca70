// Likeness and distance of two sequences, bit-parallel: 64 places of one are compared with a place of the other at
// once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::eval {

// Length of the longest common subsequence (Hyyro 2004).
[[nodiscard]] std::size_t common_length(std::u32string_view a, std::u32string_view b);

// 2 * longest common subsequence / length of both; 1 for two that are empty.
[[nodiscard]] double similarity(std::u32string_view a, std::u32string_view b);

// Insertions, deletions and substitutions that make one of the other (Levenshtein 1966; Myers 1999, Hyyro 2003).
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);
[[nodiscard]] std::size_t edit_distance(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b);

// How often each character stands in a text: two texts are never more similar than their characters.
class Inventory {
public:
    explicit Inventory(std::u32string_view text);
    // No less than similarity() of the two texts.
    [[nodiscard]] double bound(const Inventory& other) const;

private:
    std::size_t size_;
    std::vector<std::pair<char32_t, std::uint32_t>> counts_;  // sorted
};

}  // namespace broadsheet::eval
