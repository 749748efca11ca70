#include "language/cues.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr CueRow cue_rows[] = {
    {Cue::byline, Part::whole, 90, "Par |PAR |De notre|DE NOTRE|envoyé",
     "^(?:Par|PAR) (?:notre )?\\p{Lu}[\\p{L}.'’-]*(?: "
     "(?:et|de|du|la|le|d['’]\\p{L}+|\\p{Lu}[\\p{L}.'’-]*,?))*$|^[(\\[]?(?:De|DE) (?:notre|nos|NOTRE|NOS) [\\p{L} "
     ",'’-]{3,50}\\.?[)\\]]?$"},
    {Cue::lead, Part::head, 0, "janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc",
     "^\\p{Lu}[\\p{L}.'’ -]{1,30}, (?:le )?\\d{1,2}(?:er)? "
     "(?:janv(?:ier|\\.)|févr(?:ier|\\.)|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)|août|sept(?:embre|\\.)|oct(?:obre|"
     "\\.)|nov(?:embre|\\.)|déc(?:embre|\\.))\\.? ?(?:\\((?:AFP|Reuters|Havas)\\))? ?[-–—]"},
    {Cue::lead, Part::head, 0, "(AFP|(Havas|(Reuters| – | — ",
     "^\\p{Lu}[\\p{L}.'’ -]{1,30} (?:\\((?:AFP|Reuters|Havas)\\) ?)?[–—] \\p{Lu}"},
    {Cue::credit, Part::whole, 70, "Photo|PHOTO|Crédit|Dessin",
     "^[\\[(]?(?:Photos?|PHOTOS?|Crédits?|Dessin)(?: de| d['’]| :|:|/)[^.!?]{2,60}[\\])]?$"},
    {Cue::folio, Part::whole, 70, "Page|PAGE|N°|page",
     "^[-–—]*\\s?(?:Page|PAGE) \\d{1,3}\\s?[-–—]*$|^.{0,40}(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche) "
     "\\d{1,2} \\p{L}{3,9} \\d{4}.{0,20}$"},
    {Cue::jump_to, Part::tail, 0, "Suite|suite|SUITE|suivre|Lire|LIRE",
     "[\\[(▶►→]*(?:Suite|SUITE|À suivre|Lire la suite|LIRE LA SUITE|Voir la suite|Lire|LIRE|Lire aussi)(?: nos "
     "informations)? (?:en |à la |de la |la )?(?:pages?|PAGES?|p\\.) ?\\d{0,3}\\.?[\\])▶►→]*$"},
    {Cue::jump_from, Part::head, 0, "Suite de|SUITE DE",
     "^[\\[(]?(?:Suite de|SUITE DE) (?:la |LA )?(?:première |PREMIÈRE )?(?:page|PAGE) ?\\d{0,3}\\.?[\\])]?"},
};

}  // namespace

LanguageTable french() {
    return {
        "fr",
        "French",
        cue_rows,
        "de la le et les des en un une du dans que est pour qui au par sur pas plus ce il ne se avec sont",
        "Il Elle Ils Elles On Nous Ce Cet Cette Ces Un Une Dans Pour Selon Mais Après Avant Depuis Sur "
        "Avec Par Au Aux En Et Ou Où Si Les Du Son Sa Ses Leur Leurs Quand Lorsque Comme Car Donc Alors "
        "Ainsi Entre Sans Sous Pendant Plus Tout Tous Deux Qui Que Comment Pourquoi Quel Quelle Quels Quelles "
        "Aucun Aucune Chaque Cela Ceux Celui Celle Notre Nos Plusieurs Certains Certaines Puis Enfin Dès",
        "billet|éditorial|chronique|tribune|opinions|en bref|courrier des lecteurs|faits divers|"
        "brèves|débats",
        "ment ments tion tions sion sions cription criptions crire crit crite crits traire trait traction signé signés "
        "signée ssement ssements sation sations rait raient",
        {"et ou",
         {},
         "après avant arrière vice sous pseudo demi quasi grand grands rendez celui celle ceux celles elles eux",
         "après tête têtes il elle on ils elles nous vous moi toi là même mêmes être dessus dessous delà midi dire y t "
         "en",
         "entre sur sous contre par outre long mal bien main tour porte mi long quel",
         {},
         false,
         true}};
}

}  // namespace broadsheet::language
