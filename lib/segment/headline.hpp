// Which of the headings that stand together is the headline, and which are its kickers and decks?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// How fit a heading is to be a headline, by itself: kickers lead in and name columns, decks are long and have commas.
[[nodiscard]] float headline_fitness(const Unit& unit);

// The place in `heads`, units of one article in order, of the headline. Lines of one wrapped headline have been joined
// before.
[[nodiscard]] std::size_t choose_headline(const std::vector<Unit>& units, const std::vector<std::uint32_t>& heads);

}  // namespace broadsheet::segment_stage
