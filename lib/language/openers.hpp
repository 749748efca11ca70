// Words that have a capital only where a sentence begins.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace broadsheet::language {

// True if a line opens with such a word, in any Western language of the tables: it goes on with no sentence above it.
[[nodiscard]] bool opens_sentence(std::u32string_view line);

// LONDON (AP) --: an agency in brackets before the dash. With Cue::lead, which a headline with a dash has too, it tells
// a report from that.
[[nodiscard]] bool opens_with_source(std::u32string_view line);

// The words of all languages, in small letters, that bind and open sentences: they tell nothing of what a text is
// about.
[[nodiscard]] std::span<const std::u32string> small_words();

// The same of words that name days and parts of a day: news of all kinds have them.
[[nodiscard]] std::span<const std::u32string> time_words();

}  // namespace broadsheet::language
