// Hyphens that an extractor left in mid line when it unwrapped a column: Brü-cke, equip-ment.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Where they stand in the text, in order. Empty for a source that keeps its lines, or leaves no such hyphens.
[[nodiscard]] std::vector<std::uint32_t> inner_hyphens(const Work& work);

}  // namespace broadsheet::repair_stage
