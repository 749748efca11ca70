#include "language/cues.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

#define MONTH                                                                                                      \
    "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|" \
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)"

#define ORDINAL                                                                                                      \
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|next|following|last|back|" \
    "front|opposite|previous|preceding)"

#define FAREWELL_WORDS                                                                                          \
    "Yours|YOURS|yours|incerely|SINCERELY|espectfully|RESPECTFULLY|Your ob|your ob|your most|YOUR OB|I am, |I " \
    "remain|I have the hon"
#define FAREWELL                                                                                                      \
    "(?i:(?:(?:and )?(?:I|we) (?:am|are|remain|have the honou?r to (?:be|remain)),? ?(?:(?:dear "                     \
    ")?(?:sirs?|gentlemen|madam|mr\\.? editor),? ?)?)?"                                                               \
    "(?:yours,? ?(?:(?:very|most|ever) "                                                                              \
    ")?(?:truly|faithfully|sincerely|respectfully|obediently|cordially|&c\\.?|etc\\.?)|"                              \
    "(?:very |most )?(?:sincerely|respectfully|truly|faithfully)(?: yours)?|your (?:most )?(?:obedient|humble)(?:,? " \
    "(?:and "                                                                                                         \
    ")?humble)? servant)(?:,? (?:&c|etc)\\.?)?)"

constexpr CueRow cue_rows[] = {
    // Not: By the Sea, By Order of the Board; BY RAIL TO THE COAST.
    {Cue::byline, Part::whole, 90, "By |BY ",
     "^(?:By|BY) "
     "(?!(?:THE|The|A(?= )|An|AN|Order|ORDER|Royal|ROYAL|Popular|POPULAR|Special|SPECIAL|Electric|ELECTRIC|Authority|"
     "AUTHORITY|"
     "Request|REQUEST|Land|LAND|Sea|SEA|Air|AIR|Rail|RAIL)\\b|[^,]* (?:TO|THE|FOR|FROM|INTO|ON)\\b)"
     "(?:the (?=Rev|Hon|Right|Late|late|Bishop|Author|Editor))?(?:" W_WORD " (?:and|AND|&) )?" W_NAME
     // Something always stands between two words: else initials could be parted in each of 2^n ways.
     "(?:(?:(?:(?:,| \\||;) ?| )(?:in |of |at |for |and |AND |from |with |& |Special to |special to )?|"
     "& |[Ss]pecial to )(?:the |our )?" W_WORD "(?: to " W_WORD ")*)*(?: and agencies)?[.,]?$"},
    {Cue::byline, Part::whole, 80,
     "Story by|Text by|Words by|photos by|pictures by|iewed by|piled by|ritten by|As told to|nterview by",
     "^(?:Story|Text|Words|Interview|Compiled|Reviewed|Written|Text and (?:photos|pictures)|Words and pictures) "
     "by " W_NAME "(?: and " W_NAME ")?\\.?$|^As told to " W_NAME "$"},
    // From our own Correspondent. [By a Staff Reporter.]
    {Cue::byline, Part::whole, 80,
     "orrespondent|ORRESPONDENT|eporter|EPORTER|Editor|EDITOR|epresentative|REPRESENTATIVE|ommissioner|COMMISSIONER",
     "^[\\[(]*(?:(?:From|FROM|By|BY) (?i:our|an?)|(?:Our|OUR) (?i:own|special|\\p{L}+))(?i:(?: [\\p{L}'’-]+){0,3} ?"
     "(?:correspondents?|reporters?|editor|representative|commissioner))(?: (?:in|at|with) " W_PLACE ")?[.,]?[\\])]*$"},
    {Cue::byline, Part::whole, 60,
     "orrespondent|ORRESPONDENT|eporter|EPORTER|riter|WRITER|Editor|EDITOR|Columnist|COLUMNIST|Critic|CRITIC|Bureau",
     "^(?!The |THE )(?:\\p{Lu}[\\p{L}.'’&-]+ ){0,4}(?:Staff|STAFF|Special|SPECIAL) "
     "(?:[Ww]riter|WRITER|[Rr]eporter|REPORTER|[Cc]orrespondent|CORRESPONDENT)$|"
     "^(?!The |THE )(?:\\p{Lu}[\\p{L}.'’&-]+ ){1,3}(?:Correspondent|CORRESPONDENT|Reporter|REPORTER)$|"
     "^(?:\\p{Lu}[\\p{L}.'’&-]+ ){0,2}(?:Political|City|Sports?|Foreign|Business|Science|Education|Health|Religion|"
     "Financial|Diplomatic|Agricultural|Shipping|Music|Drama|Film|Arts|Literary|Food|Features?|National|Metro)(?: "
     "Affairs)? "
     "(?:Writer|Editor|Columnist|Critic)$"},
    // How it came: (By Electric Telegraph.) From wire reports
    {Cue::byline, Part::whole, 60,
     "elegraph|ELEGRAPH|elegram|ELEGRAM|Cable|CABLE|Wireless|WIRELESS|rom wire|rom staff|rom agency|rom combined|and "
     "agencies|Agencies",
     "^[\\[(](?i:(?:by|per|our) (?:our )?(?:own )?(?:special |submarine |electric |private "
     ")?(?:telegraph|cable|wireless|"
     "telegrams?|cablegrams?))[.,]?[\\])]$|^[\\[(]?(?:(?:Compiled )?[Ff]rom (?:wire|agency|staff|staff and "
     "wire|combined wire) (?:reports|services|dispatches)|Staff and (?:agencies|wire reports)|Agencies)[\\])]?$"},
    {Cue::byline, Part::whole, 50, "Special to|SPECIAL TO",
     "^[\\[(]?(?:Special|SPECIAL) (?:to|TO) (?:the|The|THE) [\\p{Lu}][\\p{L} .'’-]{2,30}[\\])]?$"},
    {Cue::lead, Part::head, 0,
     "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC",
     "^[\\p{Lu}][\\p{Lu}\\p{L}.'’/ -]{1,34}(?:, ?[\\p{Lu}][\\p{L}.]{1,14}\\.?)?, ?(?i:" MONTH
     "|\\d{1,2}(?:st|nd|rd|th)?(?: of)? " MONTH ")(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:, \\d{4})?(?:[.,:] ?\\d{1,2} "
     "?[ap]\\.?m)?[.,:]? ?(?:\\[[^\\]]{2,20}\\]\\.?)? ?[-–—]"},
    // The dash is often left out, or is lost with the hyphens at line ends.
    {Cue::lead, Part::head, 0,
     "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC",
     "^[\\p{Lu}][\\p{Lu}.'’/ -]{2,34}(?:, ?[\\p{Lu}][\\p{L}.]{1,14}\\.?)?, ?(?:(?i:" MONTH
     ") \\d{1,2}(?:st|nd|rd|th)?[.]?|\\d{1,2}(?:st|nd|rd|th) (?i:" MONTH
     ")[.,]?)(?:, \\d{4}\\.?$|(?:, \\d{4}\\.?)? [\\p{Lu}<])"},
    // Mill Street, May 4.
    {Cue::lead, Part::whole, 40, "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
     "^(?!The )" W_PLACE ", (?:" MONTH " \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? " MONTH
     ")(?:, \\d{4})?\\.$"},
    // PARIS, Friday Night.—
    {Cue::lead, Part::head, 0,
     "day.|day,|day—|day –|DAY.|DAY,|DAY—|Day.|Night.|NIGHT.|Morning.|MORNING.|Evening.|EVENING.",
     "^[\\p{Lu}][\\p{Lu}\\p{L}.'’-]{2,24}(?: [\\p{Lu}][\\p{L}.]{2,16})?, "
     "(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|this "
     "day|to-?day)(?i: (?:night|morning|evening|afternoon))?(?:, (?i:" MONTH
     ") \\d{1,2})?(?:, \\d{1,2} [ap]\\.m)?(?:[.:,]? ?[-–—]|(?<=\\p{Ll})\\.$)"},
    {Cue::lead, Part::head, 0, " – | — | - | -- |.—|.–",
     "^[\\p{Lu}][\\p{Lu}.'’/ ]{2,34}(?:, ?[\\p{L}. ]{2,20})?\\.? ?[-–—]{1,2} ?\\p{L}"},
    {Cue::credit, Part::whole, 70,
     "Photo|PHOTO|Picture|PICTURE|Illustration|Image|photo|Graphic|Cartoon|Drawing|ourtesy|COURTESY",
     "^[\\[(]?(?:Photo(?:graph)?s?|PHOTO(?:GRAPH)?S?|Pictures?|PICTURES?|Illustrations?|Image|Graphic|Cartoon|Drawing)"
     "(?: (?:by|BY|from) (?:the )?(?=\\p{Lu})| ?:| [Cc]redit:| courtesy)(?:[^.!?]|(?<=\\b\\p{Lu})\\.){2,60}[\\])]?$|"
     "^[\\[(]?(?:\\p{Lu}[\\p{L}.'’&-]*[ /]){1,4}(?:[Pp]hoto|PHOTO)s?(?:(?:/| by | BY )\\p{Lu}[^.!?]{2,40})?[\\])]?$|"
     "^(?:Courtesy|COURTESY)(?: of| OF)? (?:the )?\\p{Lu}[^.!?]{2,50}$"},
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
     "?\\d{4}\\.?(?:\\s+(?:PAGE [\\p{Lu}\\d]{1,4}|\\d{1,3}))?$"},
    // (Continued on Fourth Page.) Cont'd on A4
    {Cue::jump_to, Part::tail, 0, "ontinued |ONTINUED |ont’d |ont'd |Cont. |CONT. |oncluded |ONCLUDED ",
     "[\\[(>»▶►→ ]*(?:[Cc]ontinued|CONTINUED|[Cc]ont['’]d|CONT['’]D|Cont\\.|CONT\\.|[Cc]oncluded|CONCLUDED) "
     "(?i:(?:on|in|to) (?:the )?(?:(?:page|p\\.) ?)?(?:[A-Z]{0,2}-?\\d{1,3}|page "
     "(?:one|two|three|four|five|six|seven|eight|"
     "nine|ten|eleven|twelve)|" ORDINAL " page)|overleaf)(?:, ?(?i:col(?:umn|\\.)? ?\\d))?[.\\])▶►→ ]*$"},
    {Cue::jump_to, Part::tail, 0,
     "Turn to|TURN TO|(turn to|(see |lease turn|lease see |See |SEE |ore on p|ore on P|MORE ON|tory, p|tory on p|tory "
     "on P|TORY ON|etails on p|eport on p|eport, p|ditorial, p",
     "(?:[\\[(>»▶►→] ?(?i:(?:please )?(?:turn to|see)(?: also)?)|"
     "(?:Please (?:turn to|see)|Turn to|See)(?: also)?|TURN TO|SEE|More|MORE|(?:Full |Related "
     ")?(?:[Ss]tory|[Rr]eport)|Stories|"
     "STORY|Details|Editorial)(?: \\p{Lu}[\\p{L}'’ -]{2,24},)?(?i:,?(?: on| in| at)?) (?:(?:[Pp]ages?|PAGES?|[Pp]\\.) "
     "?[\\p{Lu}]{0,2}-?\\d{1,3}(?:(?:,| and| &|-) ?\\d{1,3})?|[A-H]\\d{1,2})(?:, ?[Cc]ol(?:umn|\\.)? ?\\d)?[.\\])]*$"},
    {Cue::jump_from, Part::head, 0, "ontinued |ONTINUED |ont’d |ont'd |Cont. |CONT. |From |FROM ",
     "^[\\[(]?(?:[Cc]ontinued|CONTINUED|[Cc]ont['’]d|CONT['’]D|Cont\\.|CONT\\.) (?i:from (?:the )?(?:(?:page|p\\.) "
     "?)?(?:[A-Z]{0,2}-?\\d{1,3}|page (?:one|two|three|four|five|six)|" ORDINAL
     " page))(?:, ?[Cc]ol(?:umn|\\.)? ?\\d)?\\.?[\\])]?|"
     "^(?:From|FROM) (?:Page|page|PAGE) [\\p{Lu}]{0,2}-?\\d{1,3}\\.?$"},
    // The slug that the first part gave: FERRY, from Page A1
    {Cue::jump_from, Part::whole, 48, "from page |from Page |FROM PAGE |From Page ",
     "^\\p{Lu}[\\p{L}'’ -]{2,24},? ?(?:[-–—] ?)?(?:[Cc]ontinued |CONTINUED )?(?:from|From|FROM) (?:page|Page|PAGE) "
     "?[A-Z]{0,2}-?\\d{1,3}\\.?$"},
    {Cue::lead | Cue::salutation, Part::whole, 60, "To the|TO THE|Sir|SIR|Dear|Editor|Madam|MADAM|Gentlemen|GENTLEMEN",
     "^(?:To the Editors?|TO THE EDITORS?)(?:(?: of| OF) (?:the|The|THE) \\p{Lu}[\\p{L}'’ -]{2,30})?[.,:]? ?[-–—]*$|"
     "^(?:Dear (?:Sirs?|Madam|Editor)|Sirs?|SIRS?|Madam|MADAM|Gentlemen|GENTLEMEN|Mr\\.? Editor)[,.:]? ?[-–—]*$|"
     "^Editor,? (?:of )?(?:the|The) \\p{Lu}[\\p{L}'’ -]{2,30}:$"},
    {Cue::lead | Cue::salutation, Part::head, 0, "Sir,|SIR,|Sir:|SIR:|Sirs,|SIRS,|Sir.|SIR.",
     "^(?:Sirs?|SIRS?)(?:[,.:] ?[-–—]+|: \\p{Lu})"},
    {Cue::lead | Cue::salutation, Part::head, 0, "To the Editor|TO THE EDITOR",
     "^(?:To the Editor|TO THE EDITOR)[^.:]{0,34}[.:] ?[—–-]* ?\\p{Lu}"},
    // I am, Sir, your obedient servant, and who signs below it; Yours, etc., A RATEPAYER
    {Cue::signature | Cue::farewell, Part::whole, 80, FAREWELL_WORDS,
     "^" FAREWELL
     "[,.]?$|^(?:I|We) (?:am|are|remain|have the honou?r to (?:be|remain)),? (?:[Ss]irs?|SIR|[Gg]entlemen),?$"},
    {Cue::signature, Part::whole, 80, FAREWELL_WORDS, "^" FAREWELL "[ ,—–-]+\\p{Lu}.{0,40}$"},
    {Cue::advert, Part::whole, 48,
     "dvert|DVERT|ponsored|PONSORED|lassified|LASSIFIED|TO LET|To Let|TO BE|FOR |For "
     "|WANTED|Wanted|ITUATIONS|ituations|"
     "AUCTION|LOST|Lost and|Business C|BUSINESS C|Paid for|Promoted|PROMOTED",
     "^[—–*\\[( -]*(?:(?:Paid |PAID )?(?:Advertis(?:ement|ing)s?|ADVERTIS(?:EMENT|ING)S?|Advertorial|ADVERTORIAL)|"
     "(?i:sponsored(?: content| by .{2,30})?|promoted content|paid content)|Paid for by .{2,30}|"
     "(?:New |NEW )?(?i:classified(?:s| advertisements?| ads)?)|TO (?:BE )?LET|To Let|"
     "FOR (?:SALE|RENT|HIRE)|For (?:Sale|Rent|Hire)|TO BE SOLD|(?:HELP )?WANTED|(?:Help )?Wanted|(?i:situations "
     "(?:vacant|wanted))|"
     "(?:SALES? BY )?AUCTION(?: SALES?)?|LOST(?: AND FOUND)?|Lost and Found|(?i:business cards?))[.,:—–*\\]) -]*$"},
    {Cue::advert, Part::head, 0, "WANTED|TO LET|TO BE |FOR SALE|FOR RENT|LOST|FOUND|STOLEN|STRAYED",
     "^(?:WANTED|TO (?:BE )?LET|TO BE SOLD|FOR (?:SALE|RENT)|LOST|FOUND|STOLEN|STRAYED)(?:[,.:;—–-]+ ?\\S| "
     "(?:a|an|by|the|at|in|on|for|"
     "with|from|good|two|three|smart|strong|experienced)\\b)"},
    {Cue::notice, Part::whole, 60,
     "otice|OTICE|BIRTHS|Births|MARRIAGE|Marriages|DEATHS|Deaths|EMORIAM|emoriam|OF THANKS|of "
     "Thanks|TENDERS|Tenders|BY ORDER",
     "^[—–*\\[( -]*(?:(?i:(?:public|legal|official|municipal|government|general|special|death|funeral|shipping) "
     "notices?)|"
     "NOTICES?(?: (?:TO (?:CREDITORS|THE PUBLIC|SHAREHOLDERS|MARINERS|CONTRACTORS)|OF (?:\\p{L}+ "
     ")?(?:MEETING|SALE|ELECTION)|IS "
     "HEREBY GIVEN))?|Notices?|BIRTHS?(?:, MARRIAGES,? (?:AND|&) DEATHS)?|Births(?:, Marriages,? (?:and|&) Deaths)?|"
     "MARRIAGES?|DEATHS?|IN MEMORIAM|In Memoriam|(?i:cards? of thanks)|(?:INVITATION (?:FOR|TO) )?TENDERS?|"
     "BY ORDER OF [\\p{Lu} ]{4,40})[.,:—–*\\]) -]*$"},
    {Cue::notice, Part::head, 0, "hereby|HEREBY|NOTICE",
     "^(?:PUBLIC )?(?:NOTICE|Notice) (?i:is hereby given)|^NOTICE(?:\\.|:| ?[—–])"},
    {Cue::item, Part::head, 0, "-|*|•|·|1|2|3|4|5|6|7|8|9|—|a) |b) |c) |d) |ii|iv|(i) ",
     "^[-*•·] ?\\S|^\\(?\\d{1,2}[.)] |^\\(?(?:[a-h]|[ivx]{1,4})\\) "},
    {Cue::letters, Part::whole, 40, "etters|ETTERS|orrespondence|CORRESPONDENCE|ailbag|MAILBAG",
     "^(?i:(?:readers['’]? )?letters(?: to the editors?| from (?:our )?readers)?|correspondence|(?:the "
     ")?mailbag)[.:]?$"},
    {Cue::contact, Part::whole, 80, "el|EL|hone|HONE|ail|AIL|ax|AX|ddress|DDRESS|ebsite|eb:",
     "^(?i:(?:tel(?:ephone|\\.)?|phone|fax)(?: no\\.?| number)?) ?[.:]? ?[+(]?\\d[\\d ()/–-]{4,}\\.?$|"
     "^(?i:e-?mail|web(?:site)?)(?: address)? ?: ?\\S+\\.\\p{L}{2,}$|^(?i:address) ?: ?.{4,}\\d.*$"},
    {Cue::note, Part::whole, 300, "ditor's note|ditor’s note|DITOR|ditor's Note|ditor’s Note|[Ed|(Ed",
     "^[\\[(]?(?:[Ee]ditor['’]s [Nn]ote|EDITOR['’]S NOTE)|^[\\[(]Ed\\.? ?[—–:-]"},
    {Cue::note, Part::whole, 300, "Correction|CORRECTION", "^(?:Corrections?(?:$|[:.] )|CORRECTIONS?(?:$|[:.]))"},
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
            "ding teen teens teenth ning ming zing cing ging ped ted ded ned sis ly phone phile",
            {"and *or *to nor",
             {},
             "*ally *ously *ently *antly *edly non self half quasi all cross ill well vice ultra pseudo second third "
             "fourth fifth first working anglo franco austro sino indo afro two three four five six seven eight nine "
             "twenty "
             "thirty forty fifty sixty seventy eighty ninety",
             "ex co",
             "class stained wise like based led backed owned elect sponsored related style fashioned minded hearted "
             "heartedly handed headed eyed born made odd old year years free general called largest biggest highest "
             "lowest oldest best president premier governor mayor convict senator",
             "over under out down some any every with news head week fore after back there here "
             "where mean who what them him her it our your my thy house rail road steam work school land "
             "water fire sea ship foot hand book base basket may can not high share stock white black grand",
             "man men woman women holder holders holding holdings paper papers house houses works worker "
             "workers work ship ships ward wards body thing things one where time times land lands way ways "
             "day days field fields yard yards stand standing stands stood side sides book books room rooms "
             "ball self selves ever form forms hood dom mate mates craft light lights keeper keepers writer "
             "writers writing maker makers master masters town water line lines guard guards life hold holds "
             "held take takes taking taken come comes coming going look looks cast less full son sons stone "
             "port ports word words point points mother father"},
            false,
            "Mr Mrs Ms Messrs Dr Drs Prof Rev Hon Gov Sen Sens Rep Reps Pres Gen Col Maj Capt Lt Sgt Cpl Pvt Adm Cmdr "
            "Supt Atty Det Insp No Nos Mt Ft Vol vs viz Jan Feb Aug Sept Oct Nov Dec",
            {},
            "yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday"};
}

}  // namespace broadsheet::language
