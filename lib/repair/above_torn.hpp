// Chinese headlines that stand right on the second part of a torn paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "core/matching.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

// A draft of a headline, and the one that it goes above.
struct Above {
    std::uint32_t head, text;
};

// Cuts these headlines off, where that is likelier than the edges that were chosen, and changes the edges. `ends`: of
// each draft, evidence that it stops in mid-sentence.
[[nodiscard]] std::vector<Above> part_headlines(Work& work, std::vector<Edge>& edges, const std::vector<float>& ends);

// Puts each of them above its text.
void set_above(Work& work, std::vector<Above> above);

}  // namespace broadsheet::repair_stage
