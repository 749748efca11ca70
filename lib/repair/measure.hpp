// The measure of each line's column: the width that most lines around it share.
#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// Fills Work::measure (0 where it cannot be told) and Work::indent_share.
void find_measures(Work& work);

// How much of the line stays free if the next line's first word had been set on it: below 0 it did not fit.
[[nodiscard]] std::int32_t room(const Work& work, std::uint32_t line, std::uint32_t next);

inline constexpr std::int32_t em = 1000;

}  // namespace broadsheet::repair_stage
