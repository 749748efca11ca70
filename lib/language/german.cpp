#include "language/cues.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

#define GERMAN_MONTHS                                                                                                 \
    "Januar|Jänner|Febr|Feber|März|Maerz|April|Mai|Juni|Juli|August|Septem|Oktober|October|Novem|Dezem|Decem|Jan.|" \
    "Aug.|Sept.|Okt.|Oct.|Nov.|Dez.|Dec."
#define GERMAN_ORDINAL                                                                                                   \
    "(?:ersten?|zweiten?|dritten?|vierten?|fünften?|sechsten?|siebenten?|achten?|neunten?|zehnten?|nächsten?|letzten?" \
    "|"                                                                                                                  \
    "folgenden?)"

#define FAREWELL_WORDS "Mit |Hochachtung|ochachtend|Achtungsvoll|rgebenst|Freundliche G|Herzlich"
#define FAREWELL                                                                                          \
    "(?:Mit (?:den )?(?:freundlich|best|herzlich|vorzüglich|ausgezeichnet|kollegial|vollkommen)\\p{L}* " \
    "(?:Gr(?:ü(?:ß|ss)en?|u(?:ß|ss))|Hochachtung|Empfehlung(?:en)?)(?: ergebenst| zeichnet)?|"         \
    "Hochachtungsvoll(?:st)?(?: ergebenst)?|Hochachtend|Achtungsvoll|Ergebenst|Ihre? (?:sehr |ganz "      \
    ")?ergeben(?:st)?e?r?|"                                                                               \
    "(?:Freundliche|Herzliche) Grü(?:ß|ss)e|Herzlichst)"

constexpr CueRow cue_rows[] = {
    // Two words or more: Von Wien, Von Herzen are none.
    {Cue::byline, Part::whole, 90, "Von |VON |astbeitrag von|ommentar von|ezeichnet von|schen von",
     "^(?:(?:Ein )?Gast(?:beitrag|kommentar) von|Aufgezeichnet von|Aus dem \\p{Lu}\\p{L}+schen von|Von|VON) " W_NAME
     "(?: \\(\\p{L}+\\))?(?:(?:,| und| UND| &|;) " W_WORD "(?: " W_PARTICLE W_WORD ")*(?: \\(\\p{L}+\\))?)*[.,]?$"},
    // (Von unserem Berliner Correspondenten.) Vom Correspondenten
    {Cue::byline, Part::whole, 80, "orrespondent|Redaktion|Redaction|Berichterstatter|Mitarbeiter|Reporter",
     "^[(\\[]?(?:(?:Von|Aus) )?[Uu]nser(?:em|er|e|es|n)? (?:[\\p{L}-]+ ){0,3}(?:[\\p{L}-]*[Kk]orrespondent(?:en|in)?|"
     "[\\p{L}-]*[Cc]orrespondent(?:en)?|Redakt\\p{L}+|Berichterstatter(?:s|in)?|Mitarbeiter(?:s|in)?|Reporter(?:s|in)?)"
     "(?: (?:in )?" W_WORD "(?: " W_WORD ")*)?\\.?[)\\]]?$|"
     "^[(\\[]?Vo[nm] (?:\\p{L}+ )?[\\p{L}-]*[CcKk]orrespondenten(?: " W_NAME ")?\\.?[)\\]]?$"},
    // (Eig. Bericht.) (Priv.-Tel.) [Orig.-Korr.]
    {Cue::byline, Part::whole, 48, "ericht.|ericht)|Eigenbericht|Orig|Priv|elegramm|Drahtb",
     "^Eigenbericht\\.?$|^[(\\[](?:(?i:eig(?:ener|\\.) "
     "(?:draht)?ber(?:icht|\\.)|originalbericht|(?:orig\\.?-?|original-?)"
     "(?:korr\\.?|corr\\.?|[kc]orrespondenz|ber\\.?)|priv(?:at|\\.)?[ -]?tel(?:egramm|\\.)|drahtbericht|telegramm)"
     "(?: (?:unseres|des|der) [^()]{3,30})?)\\.?[)\\]]$"},
    {Cue::byline, Part::whole, 70, "Text:|Text :|Foto:|Fotos:|Interview:|führte|stellte",
     "^(?:Text|Interview|Text und (?:Fotos?|Bild(?:er)?)) ?: ?" W_NAME "(?:(?:,| und) " W_NAME ")*$|"
     "^(?:Das (?:Gespräch|Interview) führten?|Die Fragen stellten?) " W_NAME "(?: und " W_NAME ")?\\.?$"},
    {Cue::lead, Part::head, 0, " – | — |. –|. —",
     "^\\p{Lu}[\\p{L}.]{1,20}(?:[ /-]\\p{Lu}[\\p{L}.]{1,20}){0,4}(?:, ?\\d{1,2}\\. ?\\p{L}{3,9}\\.?)?\\.? [–—] "
     "?[\\p{L}„»\"]"},
    // A short dash between two names may be that of a match; a sentence goes on in small letters.
    {Cue::lead, Part::head, 0, " - ",
     "^\\p{Lu}[\\p{L}.]{1,20}(?:[ /]\\p{Lu}[\\p{L}.]{1,20}){0,3} - [„»\"]?\\p{Lu}\\p{L}* \\p{Ll}"},
    // Wien, 3. März. (Priv.-Tel.) Der
    {Cue::lead, Part::head, 0, GERMAN_MONTHS "|d. M|d. Mts",
     "^(?:W\\. ?T\\. ?B\\. )?" W_PLACE
     ", (?:den |am )?\\d{1,2}\\. ?(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|"
     "August|September|O[kc]tober|November|De[zc]ember|Jan|Febr?|Aug|Sept|O[kc]t|Nov|De[zc]|d\\. ?M(?:ts)?)\\.? ?"
     "(?:\\([^()]{2,30}\\)\\.? ?)?(?:[-–—(]|[\\p{Lu}„»\"]|$)"},
    {Cue::credit, Part::whole, 70,
     "Foto|FOTO|Bild|BILD|Quelle|Grafik|Aufnahme|Illustration|Karikatur|Zeichnung|rchivbild|rchivfoto|ymbolbild|"
     "ymbolfoto|tomontage|Montage|Collage",
     "^[\\[(]?(?:Fotos?|FOTOS?|Bild(?:er)?|BILD(?:ER)?|Quellen?|Grafik(?:en)?|Aufnahmen?|Illustration(?:en)?|Karikatur|"
     "Zeichnung(?:en)?|(?:Archiv|Symbol)(?:bild|foto)|Fotomontage|Montage|Collage) ?[:/][^.!?]{2,60}[\\])]?$|"
     "^[(\\[]?(?:Archiv|Symbol)(?:bild|foto)[)\\]]?$|^Fotos? " W_NAME "$"},
    {Cue::folio, Part::whole, 70, "Seite|SEITE|Nr.|Nummer",
     "^(?:[\\p{L} ,.'’·|/-]{2,50},? )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)?,? "
     "?(?:den )?\\d{1,2}\\. ?\\p{L}{3,9} ?\\d{4}.{0,24}$|"
     // Seite 5, what the page holds, Nr. 112; or the other way about, with the date between.
     "^(?:Seite|SEITE) \\d{1,3}\\s[^.!?]{2,40}\\sN(?:r|R)\\. ?\\d{1,4}$|^N(?:r|R)\\. "
     "?\\d{1,4}\\s.{2,56}\\s(?:Seite|SEITE) "
     "\\d{1,3}$|^[-–—]*\\s?(?:Seite|SEITE) \\d{1,3}(?: von "
     "\\d{1,3})?\\s?[-–—]*$"},
    // Fortsetzung auf Seite 3; im Hauptblatte; Lesen Sie mehr auf Seite 3
    {Cue::jump_to, Part::tail, 0, "Fortsetzung|Schluß|Schluss|Seite |SEITE |Seiten |auf S.",
     "[\\[(▶►→» ]*(?:(?:Fortsetzung|FORTSETZUNG|Schlu(?:ß|ss)|Siehe(?: auch)?|siehe(?: auch)?|s\\.|Weiter|Mehr(?: "
     "dazu)?|Berichte?|"
     "Kommentare?|Lesen Sie (?:weiter|mehr)(?: dazu)?|Lesen Sie dazu(?: auch)?)"
     "(?:(?: auf)?(?: der)?(?: (?:\\d{1,2}\\.|" GERMAN_ORDINAL "))? ?(?:Seiten?|SEITEN?|S\\.) ?\\d{1,3}"
     "(?: (?:und|bis|u\\.) \\d{1,3})?|(?: auf)?(?: der)? (?:\\d{1,2}\\.|" GERMAN_ORDINAL ") (?:Seite|Spalte)|"
     "(?: im| in der| auf dem)(?: " GERMAN_ORDINAL ")? (?:Hauptblatte?|Beilage|Beiblatte?|Blatte?|Innern|Innenteil))|"
     "(?:Fortsetzung|Schlu(?:ß|ss)) folgt|(?<![\\p{L}\\d] )Seiten \\d{1,3} (?:und|bis) \\d{1,3})[.)\\]▶►→]*$"},
    {Cue::jump_from, Part::head, 0, "Fortsetzung|(Schlu",
     "^[\\[(]?Fortsetzung (?:von|der) (?:der )?(?:" GERMAN_ORDINAL " )?(?:Seite|S\\.) ?\\d{0,3}\\.?[\\])]?|"
     "^[\\[(]?Fortsetzung aus (?:dem|der) (?:" GERMAN_ORDINAL
     " )?(?:Hauptblatte?|Beilage|Blatte?)\\.?[\\])]?|^\\((?:Fortsetzung|Schlu(?:ß|ss))\\.?\\)"},
    {Cue::lead | Cue::salutation, Part::whole, 60, "An die|eehrte|eschätzte|Redakt|Redact|Löbliche|Werte R",
     "^(?:An die (?:Redaktion|Redaction)(?: de[rs] .{2,30})?|(?:(?:Sehr "
     "|Hoch)?[Gg]eehrter?|Geschätzter?|Werter?|Löbliche|"
     "Verehrliche|Liebe) (?:Redaktion|Redaction|Herr |Frau |Damen und Herren|Leser)[^.?]{0,30}|Herr "
     "Reda[kc]te?u?r)[!,:.]?$"},
    {Cue::lead | Cue::salutation, Part::head, 0, "eehrte",
     "^(?:Sehr g|G|Hochg)eehrter? \\p{L}+(?: \\p{Lu}\\p{L}+| und Herren)*[,!] ?\\p{L}"},
    {Cue::signature | Cue::farewell, Part::whole, 70, FAREWELL_WORDS, "^" FAREWELL "[,.!]?$"},
    {Cue::signature, Part::whole, 70, FAREWELL_WORDS, "^" FAREWELL ",? \\p{Lu}[\\p{L} .,-]{2,40}$"},
    {Cue::advert, Part::whole, 48,
     "nzeige|NZEIGE|nserat|NSERAT|Werbung|WERBUNG|Zu ver|ZU "
     "VER|Gesucht|GESUCHT|Stellen|STELLEN|ufgesuche|ublireportage|ponsored|"
     "dvertorial|veröffentlichung|Bezahlter|Verloren|VERLOREN",
     "^[—–*\\[( -]*(?:Anzeigen?|ANZEIGEN?|Kleinanzeigen?|KLEINANZEIGEN?|Inserate?|INSERATE?|Werbung|WERBUNG|"
     "Zu (?:vermieten|verkaufen|verpachten)|ZU "
     "(?:VERMIETEN|VERKAUFEN|VERPACHTEN)|Gesucht|GESUCHT|Stellen(?:gesuche|angebote|markt)|"
     "STELLEN(?:GESUCHE|ANGEBOTE|MARKT)|Offene Stellen|Kaufgesuche|Publireportage|Sponsored Content|Advertorial|"
     "(?:Anzeigen-)?Sonderveröffentlichung|Bezahlter Inhalt|Verloren|VERLOREN)[.,:—–*\\]) -]*$"},
    {Cue::advert, Part::head, 0, "Zu ver|ZU VER|Gesucht w|Gesucht e",
     "^(?:Zu|ZU) (?:vermieten|verkaufen|verpachten|VERMIETEN|VERKAUFEN|VERPACHTEN)"
     "(?:[,.:;—–-]| (?:ist|sind|ein|eine|schöne?[sr]?|[12]|\\p{Lu}))|^Gesucht (?:wird|werden|eine?) (?:eine? "
     ")?(?:[a-zäöü]\\p{L}+ "
     ")?(?:Knecht|Magd|Köchin|Lehrling|Dienstmädchen|Gehilfe|Stelle|Wohnung|Zimmer)"},
    {Cue::letters, Part::whole, 40, "eser|LESER|uschriften",
     "^(?i:leser(?:briefe?|zuschriften|forum|post|stimmen)|zuschriften(?: an die redaktion)?|briefe an die redaktion)"
     "[.:]?$"},
    {Cue::contact, Part::whole, 80, "el|EL|nschrift|dresse|Mail|mail|ax",
     "^(?:Telefon|Tel\\.|Telefax|Fax|Fernruf)(?:nummer)? ?:? ?[+(]?\\d[\\d ()/–-]{3,}\\.?$|^(?:Anschrift|Adresse) ?: "
     "?.{4,}\\d.*$|"
     "^E-?Mail ?: ?\\S+\\.\\p{L}{2,}$"},
    {Cue::notice, Part::whole, 60,
     "ekanntmachung|EKANNTMACHUNG|undmachung|UNDMACHUNG|Edikt|Edict|Todes|TODES|Danksagung|DANKSAGUNG|ersteigerung|"
     "Ausschreibung|Aufgebot|"
     "Familienn|Steckbrief",
     "^[—–*\\[( -]*(?:(?i:(?:(?:amtliche|öffentliche|gerichtliche|oeffentliche)[rn]? "
     ")?bekanntmachung(?:en)?|kundmachung(?:en)?|"
     "todes-?anzeigen?|danksagung(?:en)?|zwangsversteigerung(?:en)?)|Edi[ck]t(?:e|al-Ladung(?:en)?)?|Öffentliche "
     "(?:Ausschreibung|Versteigerung|Zustellung)|Aufgebote?|Familiennachrichten|Steckbriefe?)[.,:—–*\\]) -]*$"},
};

}  // namespace

LanguageTable german() {
    return {"de",
            "German",
            cue_rows,
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
            "hat dass",
            "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Es Er Wir Ich Man In Im An Am Auf Aus Bei "
            "Beim Mit Nach Von Vom Zu Zum Zur Für Um Über Unter Vor Seit Bis Wie Wer Wenn Weil Als Ob Dass "
            "Doch Aber Auch Denn Dabei Dafür Damit Danach Dann Da Dazu Daher Diese Dieser Dieses Jetzt Nun "
            "Noch Nicht Nur Schon So Sowie Während Zwar Zudem Zuletzt Zuvor Allerdings Außerdem Bereits Laut "
            "Gegen Ohne Durch Hier Was Wo Kein Keine Mehr Viele Alle Erst Trotz Wegen Und Oder Sein Seine Nachdem "
            "Obwohl Sobald Solange Bevor Falls Indem Jedoch Dennoch Trotzdem Deshalb Davon Darauf Dadurch Zwischen "
            "Neben Innerhalb Jede Jeder Jedes Einige Manche Dort Heute Gestern Schließlich Gleichzeitig Insgesamt "
            "Derzeit Statt",
            "kommentar|glosse|leitartikel|leserbriefe|leserbrief|kurz gemeldet|kurz notiert|meldungen|"
            "feuilleton|wirtschaft|lokales|politik",
            {},
            {"und oder bis sowie bzw noch", "statt als wie", {}, "ex", {}, {}, {}, true},
            true,
            "Nr Dr Prof Hr Hrn Frl Dipl Ing Abs Bd Jän Febr Aug Sept Okt Nov Dez bzw ca geb gest gen sog vgl "
            "Ziff Kgl Kais Geh Exz z d",
            "am im vom zum beim ab seit bis der des dem den die das Am Im Vom Zum Beim Ab Seit Bis Der Des Dem Den Die "
            "Das",
            "gestern heute vorgestern montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"};
}

}  // namespace broadsheet::language
