#include "language/cues.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr CueRow cue_rows[] = {
    {Cue::byline, Part::whole, 90, "Von |VON |Aus |Interview",
     "^(?:Von|VON) (?:unserem |unserer )?[\\p{Lu}][\\p{L}.'’-]*(?: "
     "(?:und|von|van|de|in|aus|[\\p{Lu}][\\p{L}.'’-]*,?))*$"},
    {Cue::byline, Part::whole, 60, "orrespondent|Redaktion|Berichterstatter",
     "^[(\\[]?(?:Von|Aus)? ?[Uu]nser(?:em|er|e)? [\\p{L} "
     "-]{0,30}(?:[Kk]orrespondent(?:en|in)?|Redaktion|Berichterstatter(?:s|in)?)\\.?[)\\]]?$"},
    {Cue::lead, Part::head, 0, "(dpa|(APA|(AFP|(AP|(Reuters|(red|(sda|(epd|(KNA|(sid",
     "^\\p{Lu}[\\p{L}./ -]{1,40} ?\\((?:dpa|APA|AP|AFP|Reuters|red|sda|epd|KNA|sid)(?:[/-]\\p{L}{2,8})?\\)[.:]? "
     "?[–—-]? ?[\\p{L}„»\"]"},
    {Cue::lead, Part::head, 0, " – | — | - |. –|(dpa|(APA",
     "^\\p{Lu}[\\p{L}.]{1,20}(?:[ /-]\\p{Lu}[\\p{L}.]{1,20}){0,4}(?:, ?\\d{1,2}\\. ?\\p{L}{3,9}\\.?)?(?: "
     "?\\((?:dpa|APA|AP|AFP|Reuters|red|sda)\\))?\\.? [–—] ?[\\p{L}„»\"]|^\\p{Lu}[\\p{L} ]{1,24}, ?\\d{1,2}\\. "
     "?(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Febr|Aug|"
     "Sept|Okt|Nov|Dez)\\.? ?[-–—(]"},
    {Cue::credit, Part::whole, 70, "Foto|FOTO|Bild|Quelle",
     "^[\\[(]?(?:Fotos?|FOTOS?|Bild(?:er)?|Quelle)\\s?:[^.!?]{2,60}[\\])]?$"},
    {Cue::folio, Part::whole, 70, "Seite|SEITE|Nr.|Nummer",
     "^(?:[\\p{L} ,.'’·|/-]{2,50},? )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)?,? "
     "?(?:den )?\\d{1,2}\\. ?\\p{L}{3,9} ?\\d{4}.{0,24}$|^[-–—]*\\s?(?:Seite|SEITE) \\d{1,3}(?: von "
     "\\d{1,3})?\\s?[-–—]*$"},
    {Cue::jump_to, Part::tail, 0, "Fortsetzung|Seite|SEITE|S.",
     "[\\[(▶►→]*(?:(?:Fortsetzung(?: folgt)?|Siehe(?: auch)?|Weiter|Mehr|Bericht|Kommentar)(?: auf)?(?: der)? "
     "?(?:(?:nächsten )?(?:Seiten?|SEITE|S\\.) ?\\d{0,3})|"
     "Fortsetzung folgt|Fortsetzung auf der nächsten Seite)\\.?[\\])▶►→]*$"},
    {Cue::jump_from, Part::head, 0, "Fortsetzung",
     "^[\\[(]?Fortsetzung von (?:der )?(?:ersten )?(?:Seite|S\\.) ?\\d{0,3}\\.?[\\])]?"},
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
            "Gegen Ohne Durch Hier Was Wo Kein Keine Mehr Viele Alle Erst Trotz Wegen Und Oder Sein Seine",
            "kommentar|glosse|leitartikel|leserbriefe|leserbrief|kurz gemeldet|kurz notiert|meldungen|"
            "feuilleton|wirtschaft|lokales|politik",
            {},
            {"und oder bis sowie bzw noch", "statt als wie", {}, {}, {}, {}, true},
            true};
}

}  // namespace broadsheet::language
