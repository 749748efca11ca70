#include "language/western.hpp"

#include "language/cues.hpp"

namespace broadsheet::language {

namespace {

constexpr CueRow cue_rows[] = {
    // An agency alone on its line stands above a text or at its foot.
    {Cue::byline | Cue::signature, Part::whole, 48,
     "Reuter|REUTER|AP|AFP|UPI|dpa|DPA|sda|SDA|ATS|epd|KNA|ANSA|EFE|TASS|Tass|Belga|Havas|HAVAS|Wolff|WOLFF|"
     "WTB|W. T. B|W.T.B|Press|PRESS|Telegraph|TELEGRAPH",
     "^[\\[(—–]*\\s?(?:(?i:agence|dépêche|agentur|from the|from|by the|by|the) )?(?:" W_AGENCY
     "|(?i:associated press|united press(?: international| association)?|press association|exchange telegraph|"
     "central news|canadian press|agence france-presse))"
     "(?:['’]?[sS])?(?: (?i:special|own|agency|agence|telegrams?|telegraphic|telegraphisches|telegraph|service|company|"
     "bureau|cables?|co\\.|limited))*[.,]?[\\])]*$"},
    {Cue::lead, Part::head, 0,
     "(Reuter|(REUTER|(AP|(AFP|(UPI|(dpa|(DPA|(sda|(SDA|(epd|(KNA|(sid|(ANSA|(EFE|(TASS|(Havas|(Wolff|(WTB|(W. T|[AP]|"
     "[Reuter",
     "^(?:" W_PLACE "(?:, [^()\\[\\]]{2,20})?\\.? ?)?[(\\[]" W_AGENCY "(?:[/-]\\p{L}{2,8})?[)\\]][.:]? ?"
     "(?:[-–—_]{1,2} ?[\\p{L}„“«»\"]|[\\p{Lu}„“«»\"])"},
    // Who took a photograph: the agency and the name, or the right.
    {Cue::credit, Part::whole, 60, "Reuters|REUTERS|AP/|AFP/|EPA|dpa/|/dpa|/AFP|/AP|Getty|GETTY|Keystone",
     "^[\\[(]?(?:Reuters|REUTERS|AP|AFP|EPA|dpa|Keystone)(?: ?/ ?\\p{Lu}[^.!?/]{1,30})+[\\])]?$|"
     "^[\\[(]?(?:\\p{Lu}[\\p{L} .'’-]{1,30} ?/ ?)?(?:(?:AP|AFP|EPA|Reuters)(?= ?/|$|[)]) ?/? ?)?(?:Getty "
     "Images|GETTY IMAGES)(?:/[^.!?]{2,30})?[\\])]?$"},
    {Cue::credit, Part::whole, 60, "©|(c) |(C) ", "^(?:©|\\([cC]\\)) ?(?:\\d{4},? )?(?:by )?\\p{Lu}[^.!?]{1,50}$"},
};

}  // namespace

std::span<const CueRow> western_cues() { return cue_rows; }

}  // namespace broadsheet::language
