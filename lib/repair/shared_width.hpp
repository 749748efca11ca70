// The width that most lines share.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/measure.hpp"

namespace broadsheet::repair_stage {

inline constexpr std::int32_t loose = 3 * em / 2;  // a line may be that much longer than its column is

// The rows that stand in a line before its last one, where rows were run together, at this measure.
[[nodiscard]] std::int32_t rows_before(std::int32_t width, std::int32_t measure);

// The width that most of the values share, 0 if there is none. Sorts them.
[[nodiscard]] std::uint32_t shared_width(std::vector<std::int32_t>& values, bool cjk_text, bool run_together);

}  // namespace broadsheet::repair_stage
