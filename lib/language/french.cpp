#include "language/cues.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

#define FRENCH_ORDINAL                                                                                                   \
    "(?:première|deuxième|seconde|troisième|quatrième|cinquième|sixième|dernière|PREMIÈRE|DEUXIÈME|TROISIÈME|" \
    "QUATRIÈME|DERNIÈRE)"

#define FAREWELL_WORDS "Votre |gréer|gréez|Recevez|alutations|Cordialement|ordialement|Bien à vous"
#define FAREWELL                                                                                                    \
    "(?:Votre (?:très |tout |bien )?(?:dévouée?|obéissant\\p{L}*)(?: serviteur)?|(?:Avec mes )?[Ss]alutations " \
    "\\p{Ll}+|"                                                                                                     \
    "(?:Bien )?[Cc]ordialement|Bien à vous)"

constexpr CueRow cue_rows[] = {
    // Two words or more: Par Toutatis is none.
    {Cue::byline, Part::whole, 90, "Par |PAR |par |avec A|Avec A",
     "^(?:(?:Propos recueillis|Recueilli|Reportage|Traduit) par|Par|PAR|par) " W_NAME
     "(?:(?:,| et| ET) (?:à |À )?" W_NAME "|(?:,| et| à|, à|, À) " W_WORD ")*\\.?$|^" W_NAME
     " \\(avec \\p{Lu}{2,5}\\)$|"
     "^[Aa]vec \\p{Lu}{2,5}$"},
    {Cue::byline, Part::whole, 80,
     "orrespondant|ORRESPONDANT|envoyé|ENVOYÉ|ENVOYE|collaborat|COLLABORAT|rédact|RÉDACT|otre service",
     "^[(\\[]?(?:(?:De|DE|Par|PAR|D['’]) ?)?(?i:(?:notre|nos|l['’]un de nos|un de nos|un) (?:\\p{L}+ "
     ")?(?:correspondante?s?|"
     "envoyée?s?|collaborat(?:eur|rice)s?|rédact(?:eur|rice|ion)s?|service))(?i: "
     "(?:particuliere?|particulière?|spécial[es]*|"
     "spéciaux|permanente?|politique|étranger))*(?: (?:à|À|en|EN|au|AU) " W_PLACE ")?(?:,? " W_NAME ")?[.,]?[)\\]]?$"},
    {Cue::byline, Part::whole, 48, "(Service|(service|élégraph|épêche|EPÊCHE|ERVICE|ÉLÉGRAPH|exte :|exte:",
     "^[(\\[](?i:(?:par )?(?:service|fil|dépêches?|télégraphe|téléphone)(?: (?:spécial|télégraphique|particulier|"
     "particulière|spéciale))*)\\.?[)\\]]$|^Texte ?: " W_NAME "$"},
    {Cue::lead, Part::head, 0, " janv| févr| mars| avr| mai | mai.| mai,| juin| juil| août| sept| oct| nov| déc",
     "^" W_PLACE "(?: \\(\\p{Lu}[^()]{2,24}\\))?, (?:le )?\\d{1,2}(?:er)? "
     "(?:janv(?:ier|\\.)|févr(?:ier|\\.)|mars|avr(?:il|\\.)|mai|juin|juil(?:let|\\.)|août|sept(?:embre|\\.)|oct(?:obre|"
     "\\.)|nov(?:embre|\\.)|déc(?:embre|\\.))(?:, [^.—–]{2,18})?\\.? ?(?:\\([^()]{2,20}\\)\\.?)? ?(?:[-–—]|\\. "
     "?\\p{Lu}|(?<=\\.) "
     "?[\\p{Lu}«]|$)"},
    {Cue::lead, Part::head, 0, " – | — ", "^\\p{Lu}[\\p{L}.'’ -]{1,30}(?: \\(\\p{Lu}[^()]{2,20}\\)\\.?)? [–—] \\p{Lu}"},
    {Cue::lead, Part::head, 0, "di. —|di. –|che. —|che. –|di.—|che.—",
     "^" W_PLACE ", (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir))?\\. ?[–—]"},
    {Cue::credit, Part::whole, 70, "Photo|PHOTO|Crédit|CRÉDIT|Dessin|DESSIN|Infographie|Illustration|Ph. ",
     "^[\\[(]?(?:Photos?|PHOTOS?|Crédits?(?: photos?)?|CRÉDITS?(?: PHOTOS?)?|Dessins?|Infographie|Illustrations?) "
     "?[:/][^.!?]{2,60}[\\])]?$|"
     "^[\\[(]?(?:Photos?|PHOTOS?|Dessins?|DESSINS?|Ph\\.) (?:(?:de |d['’])?(?:" W_NAME
     "|\\p{Lu}{2,6})(?:/\\p{Lu}[^.!?]{1,30})?|d['’]archives|(?:de |d['’])" W_WORD ")[\\])]?$"},
    {Cue::folio, Part::whole, 70, "Page|PAGE|N°|page|undi |ardi |credi |eudi |dredi |amedi |manche ",
     "^[-–—]*\\s?(?:Page|PAGE) "
     "\\d{1,3}\\s?[-–—]*$|^[^.!?]{0,40}(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche) "
     "(?:\\d{1,2}|1er) \\p{L}{3,9} \\d{4}(?:[-–—,. ]*(?:N°|n°|No|Page|PAGE|p\\.|\\d).{0,18}|[-–—,. ]*)$"},
    // Suite à la 3e page; Lire aussi page 3; (Voir la suite en dernière page.)
    {Cue::jump_to, Part::tail, 0, "suite |Suite |SUITE |suivre|Lire |LIRE |Voir |VOIR |→ |Pages ",
     "[\\[(▶►→ ]*(?:(?:(?:La |LA )?(?:[Ss]uite|SUITE)|À suivre|(?:Lire|LIRE|Voir|VOIR)(?: (?:la|LA) "
     "(?:suite|SUITE))?(?: "
     "(?:aussi|AUSSI|également))?)(?: (?:nos informations|notre (?:article|reportage|dossier)|nos articles|(?:de "
     "|d['’]|l['’])[^.0-9]{3,24}))?"
     "(?: (?:en|à|dans|EN|À))?(?: (?:la|LA))? (?:(?:pages?|PAGES?|p\\.) ?\\d{1,3}(?: (?:et|à) \\d{1,3})?|"
     "(?:\\d{1,2}(?:e|me|ème|re)|" FRENCH_ORDINAL ") (?:page|PAGE))|→ ?(?:page|PAGE) \\d{1,3}|"
     "(?<![\\p{L}\\d] )Pages \\d{1,3} (?:et|à) \\d{1,3})[.)\\]▶►→]*$|"
     "^[(\\[]?(?:[AÀ] suivre|La suite (?:au prochain numéro|à demain))\\.?[)\\]]?$"},
    {Cue::jump_from, Part::head, 0, "Suite de|SUITE DE|(Suite",
     "^[\\[(]?(?:Suite de|SUITE DE) (?:la |LA )?(?:(?:\\d{1,2}(?:e|re)|" FRENCH_ORDINAL
     ") (?:page|PAGE)|(?:page|PAGE) (?:\\d{1,3}|une))\\.?[\\])]?|^\\(Suite(?: et fin)?\\.?\\)"},
    {Cue::lead | Cue::salutation, Part::head, 0, "onsieur le |onsieur, |adame, |essieurs, ",
     "^(?:Monsieur|Madame|Messieurs)(?:,? (?:le|la) (?:[Rr]édact\\p{L}+|[Dd]irect\\p{L}+)(?: en chef)?)?, \\p{Lu}"},
    {Cue::lead | Cue::salutation, Part::whole, 60, "onsieur|ONSIEUR|adame|essieurs",
     "^(?:(?:Cher |Chère )?(?:Monsieur|monsieur|Madame|Messieurs|MONSIEUR)(?:,? (?:le|la|Le) "
     "(?:[Rr]édact\\p{L}+|[Dd]irect\\p{L}+)(?: "
     "en chef)?)?(?:, Monsieur)?) ?,$|^[AÀ] Monsieur le (?:directeur|Directeur|rédacteur|Rédacteur)(?: en chef)?(?: "
     "d[ue].{2,30})?[.,:]?$"},
    {Cue::signature | Cue::farewell, Part::whole, 90, FAREWELL_WORDS,
     "^(?:" FAREWELL "|(?:Veuillez agréer|Agréez|Recevez),? (?:Monsieur|Messieurs|Madame|cher)[^.!?]{0,60})[,…]?$"},
    {Cue::signature, Part::whole, 90, FAREWELL_WORDS, "^" FAREWELL ",? \\p{Lu}[\\p{L} .,-]{1,40}$"},
    // The same as a sentence: the last of the letter's text.
    {Cue::farewell, Part::whole, 200, FAREWELL_WORDS,
     "^(?:Veuillez|Agréez|Recevez|Je vous prie "
     "d['’]agréer)[^.!?]{8,150}(?:salutations|sentiments|considération)[^.!?]{0,50}\\.$"},
    {Cue::advert, Part::whole, 48,
     "nnonces|NNONCES|LOUER|louer|VENDRE|vendre|ublicité|UBLICITÉ|ublireportage|Offres d|OFFRES D|emandes d|On "
     "demande|ON DEMANDE|"
     "ponsorisé|CÉDER|ubli-info",
     "^[—–*\\[( -]*(?:(?:Petites |PETITES )?(?:[Aa]nnonces|ANNONCES)|[AÀ] "
     "(?:LOUER|louer|VENDRE|vendre|CÉDER|céder)|(?:Publicité|PUBLICITÉ)|"
     "Publi(?:reportage|-information)|(?:Offres|OFFRES|Demandes|DEMANDES) (?:d['’]emplois?|D['’]EMPLOIS?)|On "
     "demande|ON "
     "DEMANDE|Contenu sponsorisé)[.,:—–*\\]) -]*$"},
    {Cue::advert, Part::head, 0, "LOUER|louer, |VENDRE|vendre, |ON DEMANDE",
     "^[AÀ] (?:LOUER|VENDRE|CÉDER)(?:[,.:;—–-]| (?:une?|de|pour|\\p{Lu}\\p{Ll}))|^[AÀ] (?:louer|vendre), "
     "(?:rue|place|une?|maison|"
     "appartement|terrain)\\b|^ON DEMANDE (?:une?|des|à)\\b"},
    {Cue::letters, Part::whole, 40, "ourrier|OURRIER|ettres|ETTRES|ribune des",
     "^(?i:(?:le )?courrier des lecteurs|lettres (?:de nos|des) lecteurs|tribune des lecteurs)[.:]?$"},
    {Cue::contact, Part::whole, 80, "él|Tel|dresse|ourriel|mail",
     "^(?:Tél(?:éphone|\\.)?|Télécopie|Fax) ?:? ?[+(]?\\d[\\d ()./–-]{4,}$|^Adresse ?: ?.{4,}\\d.*$|"
     "^(?:Courriel|E-?mail) ?: ?\\S+\\.\\p{L}{2,}$"},
    {Cue::notice, Part::whole, 60, "Avis|AVIS|nnonces |NNONCES |emerciements|REMERCIEMENTS|tat civil|Carnet",
     "^[—–*\\[( -]*(?:(?:Avis|AVIS)(?: (?:divers|DIVERS|officiels?|OFFICIELS?|au public|AU PUBLIC|de décès|DE "
     "DÉCÈS|aux créanciers|"
     "d['’]enquête(?: publique)?))?|(?i:annonces (?:légales|judiciaires)(?: et "
     "légales)?)|Remerciements|REMERCIEMENTS|[ÉE]tat "
     "civil|Carnet)[.,:—–*\\]) -]*$"},
    {Cue::notice, Part::head, 0, "AVIS", "^AVIS(?: [\\p{Lu} ]{2,20})?\\. ?[—–-]"},
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
        "Aucun Aucune Chaque Cela Ceux Celui Celle Notre Nos Plusieurs Certains Certaines Puis Enfin Dès "
        "Jamais Pourtant Toutefois Cependant Hier Lors Vers Chez Malgré Votre Mon Ma Mes Vous Je Rien Quelques Ni "
        "Ensuite",
        "billet|éditorial|chronique|tribune|opinions|en bref|courrier des lecteurs|faits divers|"
        "brèves|débats",
        "ment ments tion tions sion sions cription criptions crire crit crite crits traire trait traction signé signés "
        "signée phone phones phonie ième ièmes aine aines ssement ssements sation sations rait raient",
        {"et ou",
         {},
         "après avant arrière vice est là vingt vingts trente quarante cinquante soixante sous pseudo franco anglo "
         "austro germano russo sino italo hispano gréco afro demi "
         "quasi grand grands rendez celui celle ceux celles elles eux",
         "ex mi non",
         "parole paroles verbal verbaux puissant puissante puissants janvier février mars avril mai juin juillet août "
         "septembre octobre novembre décembre deux trois quatre cinq sept huit neuf après tête têtes il elle on ils "
         "elles nous vous moi toi là même mêmes être dessus dessous delà midi dire y t "
         "en",
         "entre sur sous contre par outre long mal bien main tour porte quel",
         {},
         false,
         true},
        false,
        "MM Mme Mmes Mlle Mlles Dr Drs Mgr Ste janv févr avr juil sept oct nov déc",
        {},
        "hier"};
}

}  // namespace broadsheet::language
