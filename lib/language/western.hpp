// What the cues of all Western languages are made of: names, the news agencies, the desk that took their telegrams.
#pragma once

#include <span>

#include "language/tables.hpp"

// Expressions are literals, so their parts are macros.
// No two ways to read the same line, or else a search runs away: D' is a capital and an apostrophe of the word, a
// hyphen stands in the word.
#define W_WORD "(?:[dl]['’])?\\p{Lu}[\\p{L}.'’-]*"
#define W_PARTICLE \
    "(?:(?:de la|de|du|des|del|della|di|da|la|le|van der|van den|van|von der|von und zu|von|zu|zur|ten|y) )?"
// Two words or more, since one word behind "By" or "Par" is more often none: By Night, Par Toutatis.
#define W_NAME W_WORD "(?: " W_PARTICLE W_WORD "){1,5}"
#define W_PLACE W_WORD "(?:[ /][ /-]?" W_PARTICLE W_WORD "){0,4}"
#define W_AGENCY                                                                                                     \
    "(?:Reuters?|REUTERS?|AP|AFP|UPI|UP|dpa|DPA|APA|sda|SDA|ATS|ats|epd|KNA|sid|AAP|ANSA|EFE|TASS|Tass|Belga|Havas|" \
    "HAVAS|Wolff|WOLFF|WTB|W\\. ?T\\. ?B\\.)"

namespace broadsheet::language {

// Rows of no one language.
[[nodiscard]] std::span<const CueRow> western_cues();

}  // namespace broadsheet::language
