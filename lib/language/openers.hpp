// Words that have a capital only where a sentence begins.
#pragma once

#include <string_view>

namespace broadsheet::language {

// True if a line opens with such a word, in any Western language of the tables: it goes on with no sentence above it.
[[nodiscard]] bool opens_sentence(std::u32string_view line);

}  // namespace broadsheet::language
