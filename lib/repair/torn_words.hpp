// Words torn without a hyphen: a drop capital that an extractor set apart (T | HE), and a line's end that OCR read
// without its hyphen (pro | sent). Only the page's own words can tell; without them the two parts stay two.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/word_counts.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

class TornWords {
public:
    explicit TornWords(Work& work) : w_(work) {}

    // Drop capitals on lines of their own become the first pieces of their texts. Before anything is asked.
    void link_drop_capitals();
    // Asks for all words that may be torn.
    void ask(WordCounts& counts);
    // When the page is read: sets what is sure, writes notes of what is likely.
    void decide(const WordCounts& counts);

    // True if the piece and the one behind it are one word.
    [[nodiscard]] bool whole_with_next(std::uint32_t piece) const;
    // Spaces inside lines that part a drop capital from its word, in order.
    [[nodiscard]] const std::vector<std::uint32_t>& spaces() const { return spaces_; }

private:
    struct Candidate {
        std::u32string_view left, right;
        std::uint32_t piece = none;  // or, in mid line:
        std::uint32_t space = none;
        bool capital = false;
    };

    void look_at(const Draft& draft);

    Work& w_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> pieces_, spaces_;
};

}  // namespace broadsheet::repair_stage
