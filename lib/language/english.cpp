#include "language/cues.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

#define MONTH                                                                                                      \
    "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|" \
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)"

constexpr CueRow cue_rows[] = {
    {Cue::byline, Part::whole, 90, "By |BY |by ",
     "^(?:Story |Text |Words )?(?:By|BY) (?:the |our |Our |OUR |an? )?[\\p{Lu}][\\p{L}.'’-]*(?:[ "
     ",]+(?:and|AND|of|de|van|von|[\\p{Lu}][\\p{L}.'’-]*,?))*\\.?$"},
    {Cue::byline, Part::whole, 80, "orrespondent|ORRESPONDENT|Reporter|REPORTER|Staff Writer|STAFF WRITER",
     "^[\\[(]?(?:From|FROM|By|BY)? ?(?:our|Our|OUR|a|A)? ?(?:own|Own|OWN|special|Special|SPECIAL)? ?[\\p{L} "
     "]{0,24}(?:orrespondent|ORRESPONDENT|Reporter|REPORTER|Staff Writer|STAFF WRITER)\\.?[\\])]?$"},
    {Cue::lead, Part::head, 0, "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
     "^[\\p{Lu}][\\p{Lu}\\p{L}.'’/ -]{1,34}(?:, ?[\\p{Lu}][\\p{L}.]{1,14}\\.?)?, ?" MONTH
     " \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?[.,:]? ?[-–—]"},
    // Extractors that take out hyphens at line ends take the dash of the dateline with them.
    {Cue::lead, Part::head, 0, "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
     "^[\\p{Lu}][\\p{Lu}.'’/ -]{2,34}(?:, ?[\\p{Lu}][\\p{L}.]{1,14}\\.?)?, ?" MONTH " \\d{1,2} [\\p{Lu}<]"},
    {Cue::lead, Part::head, 0, " – | — | - |(Reuters|(AP|(UPI|.—|.–",
     "^[\\p{Lu}][\\p{Lu}.'’/ ]{2,34}(?:, ?[\\p{L}. ]{2,20})? ?(?:\\((?:Reuters|AP|UPI|AFP|dpa)\\) ?)?(?:\\.)? ?[-–—] "
     "?\\p{L}"},
    {Cue::credit, Part::whole, 70, "Photo|PHOTO|Picture|PICTURE|Illustration|Image|photo",
     "^[\\[(]?(?:Photo(?:graph)?s?|PHOTO(?:GRAPH)?S?|Pictures?|PICTURES?|Illustrations?|Image)(?: (?:by|BY|from)|:| "
     "credit:| courtesy)[^.!?]{2,60}[\\])]?$|^[^.!?]{2,40} [Pp]hoto[\\])]?$"},
    {Cue::folio, Part::whole, 80, "PAGE|Page|page|No.|VOL|Vol",
     "^[\\p{Lu}][\\p{L}'’ .,&-]{2,50},? [\\p{L}]{0,10},? ?" MONTH
     " \\d{1,2}(?:, ?\\d{4})?[.,]?\\s*(?:[-–—]*\\s*(?:PAGE|Page|P\\.)\\s?[\\p{Lu}]{0,2}\\d{0,3})?$|"
     "^[-–—(]*\\s?(?:PAGE|Page) [\\p{Lu}]{0,2}\\d{1,3}(?: of \\d{1,3})?\\s?[-–—)]*$|"
     "^[\\p{Lu}][\\p{L}'’&. -]{3,50} (?:PAGE|Page) \\d{1,3} (?:OF|of) \\d{1,3}$|^(?:VOL|Vol)\\.? "
     "?[\\dIVXLC.]+.{0,50}(?:NO|No)\\.? "
     "?\\d.{0,30}$"},
    {Cue::folio, Part::whole, 80,
     "Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|May|MAY|Jun|JUN|Jul|JUL|Aug|AUG|Sep|SEP|Oct|OCT|Nov|NOV|Dec|DEC",
     "^THE [\\p{Lu}'’ .&-]{3,40},? [\\p{Lu}, "
     "]{0,12}(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER) \\d{1,2}, "
     "?\\d{4}\\.?(?:\\s+PAGE [\\p{Lu}\\d]{1,4})?$"},
    {Cue::jump_to, Part::tail, 0, "ontinued |ONTINUED |ont’d |ont'd |Turn to|TURN TO|See |SEE |age|AGE",
     "[\\[(]?(?:(?:[Cc]ontinued|CONTINUED|[Cc]ont['’]d) (?:on|ON) (?:(?:Page|page|PAGE|p\\.) "
     "?)?[\\p{Lu}]{0,2}-?\\d{0,3}|"
     "(?:Turn to|TURN TO|See|SEE|See also)(?: [\\p{Lu}\\p{Ll}]{3,14},)? (?:Page|page|PAGE|p\\.) "
     "?[\\p{Lu}]{0,2}-?\\d{1,3})"
     "(?:, ?[Cc]ol(?:umn|\\.)? ?\\d)?\\.?[\\])]?$"},
    {Cue::jump_from, Part::head, 0, "ontinued |ONTINUED |ont’d |ont'd |From |FROM ",
     "^[\\[(]?(?:[Cc]ontinued|CONTINUED|[Cc]ont['’]d) (?:from|FROM) (?:(?:Page|page|PAGE|p\\.) "
     "?)?[\\p{Lu}]{0,2}-?\\d{0,3}(?:, ?[Cc]ol(?:umn|\\.)? ?\\d)?\\.?[\\])]?|"
     "^(?:From|FROM) (?:Page|page|PAGE) [\\p{Lu}]{0,2}-?\\d{1,3}\\.?$"},
    {Cue::byline, Part::whole, 50, "Special to|SPECIAL TO|Staff|STAFF",
     "^(?:Special|SPECIAL) (?:to|TO) (?:the|The|THE) [\\p{Lu}][\\p{L} .'’-]{2,30}$|"
     "^(?:By|BY) [\\p{Lu}][\\p{L}.'’ -]{3,40} (?:Staff|STAFF) (?:Reporter|Writer|REPORTER|WRITER)$"},
    {Cue::lead | Cue::salutation, Part::whole, 40, "To the|TO THE|Sir|SIR|Dear",
     "^(?:To the Editor|TO THE EDITOR|Dear Sir|Dear Editor|Sir|SIR|Sirs|Madam)s?[,:.]? ?[-–—]*$"},
    {Cue::lead | Cue::salutation, Part::head, 0, "Sir,|SIR,|Sir:|SIR:", "^(?:Sir|SIR)[,:.] ?[-–—]+"},
    {Cue::item, Part::head, 0, "-|*|•|·|1|2|3|4|5|6|7|8|9|—", "^[-*•·] ?\\S|^\\(?\\d{1,2}[.)] "},
    {Cue::note, Part::whole, 300, "ditor's note|ditor’s note|DITOR",
     "^[\\[(]?(?:[Ee]ditor['’]s [Nn]ote|EDITOR['’]S NOTE)"},
};

}  // namespace

LanguageTable english() {
    return {"en",
            "English",
            cue_rows,
            "the of and to in that is was for it with as his on be at by had not are but from or have an they which",
            "The A An It He She They We You This That These Those There His Her Its Their Our In On At By For "
            "With From As To Of And But Or If When While After Before Since Because Although Though However "
            "Some Many Most Both Each Such Not What Who How Why Where Also Another Other Under Over About "
            "During Among Between Despite Earlier Last",
            "editorial|editorials|opinion|comment|commentary|analysis|letters|news summary|"
            "news in brief|in brief|briefs|briefly|sports|sport|business|obituaries|obituary|weather|"
            "results|review|letters to the editor|news analysis",
            "ment ments mental tion tions tional tioned tioning sion sions sional ing ings ers ors als ble "
            "bly able ably ible ibly ity ities ance ances ence ences ancy ency ture tures ness nesses ous "
            "ously ial ially ical ically cal cally ally tive tives tively sive sively cial cially cian cians "
            "tary tory tories sary ality ility ization ized izing tor tors ter ters der ders ber bers ting "
            "ding teen teens teenth ning ming zing cing ging ped ted ded ned sis",
            {"and or to nor",
             {},
             "*ally *ously *ently *antly *edly non self half quasi all cross ill well vice ultra pseudo second third "
             "fourth fifth two three four five six seven eight nine twenty "
             "thirty forty fifty sixty seventy eighty ninety",
             "wise like based led backed owned elect sponsored related style fashioned minded hearted "
             "heartedly handed headed eyed born made odd old year years free general called largest biggest highest "
             "lowest oldest best president premier governor mayor convict senator",
             "over under out up down some any every no with in news head week fore after back there here "
             "where mean who what them him her it our your my thy house rail road steam work school land "
             "water fire sea ship foot hand book base basket may can not high share stock white black grand",
             "man men woman women holder holders holding holdings paper papers house houses works worker "
             "workers work ship ships ward wards body thing things one where time times land lands way ways "
             "day days field fields yard yards stand standing stands stood side sides book books room rooms "
             "ball self selves ever form forms hood dom mate mates craft light lights keeper keepers writer "
             "writers writing maker makers master masters town water line lines guard guards life hold holds "
             "held take takes taking taken come comes coming going look looks cast less full son sons stone "
             "port ports word words point points mother father"}};
}

}  // namespace broadsheet::language
