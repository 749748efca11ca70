// What a Chinese line says of itself, where it stands right above a text: is it a headline?
#pragma once

#include <cstdint>
#include <string_view>

#include "core/chars.hpp"
#include "core/evidence.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "repair/facts.hpp"

namespace broadsheet::repair_stage {

inline constexpr std::uint32_t longest_line_above = 30;  // characters

// Cues of lines that are none.
inline constexpr std::uint32_t no_headline = language::Cue::byline | language::Cue::signature | language::Cue::credit |
                                             language::Cue::caption | language::Cue::folio | language::Cue::item |
                                             language::Cue::note | language::Cue::jump_from | language::Cue::jump_to |
                                             language::Cue::lead;

// Commas, brackets, words that want more.
void add_line_above(Evidence& evidence, const Facts& facts, std::u32string_view line);

// True if a word lies across the joint of two Chinese lines.
[[nodiscard]] bool one_word_across(std::u32string_view left, std::u32string_view right);

}  // namespace broadsheet::repair_stage
