#include "repair/line_above.hpp"

#include <algorithm>

#include "repair/edges.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

void add_line_above(Evidence& e, const Facts& facts, std::u32string_view line) {
    const auto commas = std::count(line.begin(), line.end(), U'，') + std::count(line.begin(), line.end(), U'、');
    if (commas > 0) e.add(weight::line_above::comma, static_cast<float>(commas));
    if (facts.opened + facts.closed > 0) e.add(weight::line_above::brackets);
    if (starts_wanting(line) || ends_wanting(line)) e.add(weight::line_above::wanting);
}

bool one_word_across(std::u32string_view left, std::u32string_view right) {
    return is(left.back(), cls::cjk) && is(right.front(), cls::cjk) && word_across(left, right);
}

}  // namespace broadsheet::repair_stage
