// Figures of several pages as one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadsheet/eval.hpp"

namespace broadsheet::eval {

// The mean of each figure over the pages that have it, in the order in which people read them.
[[nodiscard]] std::vector<Figure> means(const std::vector<const Scored*>& scored);

// The sum of each count.
[[nodiscard]] std::vector<Figure> sums(const std::vector<const Scored*>& scored);

[[nodiscard]] std::vector<const Scored*> pointers(const std::vector<Scored>& scored);
[[nodiscard]] std::map<std::string, std::vector<const Scored*>> by_kind(const std::vector<Scored>& scored);

}  // namespace broadsheet::eval
