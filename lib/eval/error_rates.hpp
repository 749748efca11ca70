// Character and word errors of the articles that were found.
#pragma once

#include "eval/texts.hpp"

namespace broadsheet::eval {

struct ErrorRates {
    std::size_t aligned = 0;  // gold articles that the errors are counted in
    Share characters, words;
};

// Over the gold articles whose match is at least half like them; the others are lost, which other figures say.
[[nodiscard]] ErrorRates error_rates(const Grouped& gold, const Grouped& predicted,
                                     const std::vector<ArticleMatch>& matches);

}  // namespace broadsheet::eval
