// Hyphens at the ends of lines: join, keep, or leave as it stands.
//
// A hyphen left is repairable, a fused compound is not: in doubt the hyphen is kept.
#pragma once

#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/repair.hpp"
#include "core/evidence.hpp"
#include "language/hyphenation.hpp"
#include "repair/word_counts.hpp"

namespace broadsheet::repair_stage {

// Two texts that meet at a line's end, the first with a hyphen at its end, and the parts of the word in question.
struct Break {
    Break(std::u32string_view before, std::u32string_view after);

    std::u32string_view before, after;
    std::u32string_view left, right;  // letters only; empty where the hyphen stands beside something else

    // The whole word, with all that stands close to it, for messages: (3 | 2).
    [[nodiscard]] std::u32string_view token_before() const;
    [[nodiscard]] std::u32string_view token_after() const;

    // True if a hyphen stands at the end of the text before, close to what it parts: "3-", "US-", but not "he -".
    [[nodiscard]] static bool is(std::u32string_view before, std::u32string_view after);
};

struct HyphenDecision {
    Joint joint = Joint::glue;  // unhyphen: one word; glue: the hyphen is its own; space: short- or long-term
    Evidence evidence;          // above 0: one word
};

// `said`: what the source itself says of the word. The collection and the dictionary of the options are asked where the
// page is silent.
[[nodiscard]] HyphenDecision decide_hyphen(const Break& at, const WordCounts::Seen& page,
                                           const language::Hyphenation& language, const RepairOptions& options = {},
                                           Wrap said = Wrap::unsaid);

}  // namespace broadsheet::repair_stage
