// Whether one draft goes on where another stops: what shapes, places, words and characters of the two say.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/matching.hpp"
#include "repair/column_words.hpp"
#include "repair/draft_columns.hpp"
#include "repair/grams.hpp"
#include "repair/thread_ends.hpp"
#include "repair/word_counts.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

class ThreadJoints {
public:
    ThreadJoints(Work& work, const ThreadEnds& ends, const DraftColumns& columns)
        : w_(work), ends_(ends), columns_(columns) {}

    // Says that this pair will be judged: what is to be counted on the page.
    void ask(std::uint32_t i, std::uint32_t j);
    void count_on_page();
    void count_in_columns() { column_words_ = ColumnWords(w_, columns_.of); }

    // No more than judge() will say, quickly told.
    [[nodiscard]] float most(const Edge& edge) const;
    [[nodiscard]] Evidence judge(const Edge& edge);

    // Of Western text.
    // Only extractors that take out the hyphens at line ends are known to tear columns out of their articles, too.
    [[nodiscard]] bool from_column_to_column(const Edge& e) const;

    // Drafts between the two.
    [[nodiscard]] static float passed(const Edge& edge);

private:
    void add_places(Evidence& e, const Edge& edge) const;
    void add_brackets(Evidence& e, const Edge& edge) const;
    void add_joint(Evidence& e, const Draft& a, const Draft& b);
    [[nodiscard]] bool below_byline(std::uint32_t j);
    [[nodiscard]] bool torn_word(std::uint32_t i, std::uint32_t j) const;

    Work& w_;
    const ThreadEnds& ends_;
    const DraftColumns& columns_;
    Grams grams_;
    WordCounts words_;
    ColumnWords column_words_;
};

}  // namespace broadsheet::repair_stage
