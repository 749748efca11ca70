// The measure of a text whose source keeps its rows: how long the lines of its column are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Does the source keep the rows of Western columns? Blank lines stand where a run of text ends, and not between all
// paragraphs.
[[nodiscard]] bool keeps_rows(const Document& document, const std::vector<Unit>& units, std::size_t first,
                              std::size_t last);

// The middle of the full rows' lengths, in characters; 0: not known.
[[nodiscard]] float measure_of(const Document& document, const std::vector<Unit>& units,
                               std::span<const std::uint32_t> texts);

// How far two measures differ, in shares of `unit` and `most` at most; 0 if one of them is not known.
[[nodiscard]] float measures_apart(float a, float b, float unit, float most);

}  // namespace broadsheet::segment_stage
