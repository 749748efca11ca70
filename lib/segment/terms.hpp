// What units speak of: the words they share with others of the page.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Terms are pairs of neighbouring Han or Katakana characters and the first letters of words in other scripts (a
// coarse stem). A term counts the more the fewer units have it (inverse document frequency).
class Terms {
public:
    // Reads units [first, last).
    Terms(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last);

    struct Link {
        std::uint32_t before;  // the nearest earlier unit with a term of this one (offset from `first`)
        float weight;          // of the term
    };

    // The terms that unit u (offset from `first`) shares with earlier running text, nearest first.
    [[nodiscard]] const std::vector<Link>& links(std::size_t u) const { return links_[u]; }
    // Sum of the weights of all terms of unit u.
    [[nodiscard]] float weight(std::size_t u) const { return weight_[u]; }
    // Distinct terms of unit u, sorted.
    [[nodiscard]] const std::vector<std::uint32_t>& of(std::size_t u) const { return terms_[u]; }
    [[nodiscard]] float weight_of_term(std::uint32_t term) const { return term_weight_[term]; }

private:
    std::vector<std::vector<Link>> links_;
    std::vector<float> weight_;
    std::vector<std::vector<std::uint32_t>> terms_;
    std::vector<float> term_weight_;
};

}  // namespace broadsheet::segment_stage
