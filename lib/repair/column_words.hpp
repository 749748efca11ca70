// The words of each column of text: what two columns speak of tells whether they are of one article.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

class ColumnWords {
public:
    ColumnWords() = default;
    // By the column of each draft, in rising order.
    ColumnWords(const Work& work, const std::vector<std::uint32_t>& column_of);

    // What two columns share of the words of the one that has fewer, 0 to 1: little if these are few. A word counts for
    // more the fewer columns have it.
    [[nodiscard]] float share(std::uint32_t a, std::uint32_t b) const;

private:
    struct Word {
        std::uint32_t stem;
        float worth;
    };
    struct Column {
        std::vector<Word> words;  // sorted
        float worth = 0;          // of them all
    };
    std::vector<Column> columns_;
};

}  // namespace broadsheet::repair_stage
