// The measure of each line's column: the width that most lines around it share.
#pragma once

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

inline constexpr std::int32_t em = 1000;

// Fills Work::measure (0 where it cannot be told) and Work::indents.
void find_measures(Work& work);

// How much of the line stays free if the next line's first word had been set on it: below 0 it did not fit.
[[nodiscard]] std::int32_t room(const Work& work, std::uint32_t line, std::uint32_t next);

// The width of what a line has in the last of the column's rows: extractors that take out the hyphens at line ends run
// two or more lines together.
[[nodiscard]] std::int32_t last_row(const Work& work, std::uint32_t line, std::uint32_t measure);
[[nodiscard]] std::int32_t last_row(const Work& work, std::uint32_t line);

// Is the line longer than its column?
[[nodiscard]] bool overlong(const Work& work, std::uint32_t line);

// By how much the line is shorter than its column.
[[nodiscard]] std::int32_t shortfall(const Work& work, std::uint32_t line);

// Log-odds that a line that goes on in the next one begins a paragraph, by its width alone.
[[nodiscard]] float indented(const Work& work, std::uint32_t line);

}  // namespace broadsheet::repair_stage
