// Lines that say what they are, in the languages of the West, and lines that only look like them.
#include <catch2/catch.hpp>

#include "core/chars.hpp"
#include "language/cues.hpp"

using namespace broadsheet;
using namespace broadsheet::language;

namespace {
// Lines parted by "|".
void check(std::uint32_t cue, std::u32string_view lines, bool expected) {
    for (std::size_t begin = 0; begin < lines.size();) {
        const auto end = std::min(lines.find(U'|', begin), lines.size());
        const auto line = lines.substr(begin, end - begin);
        INFO(to_utf8(line));
        CHECK(((cues(line) & cue) != 0) == expected);
        begin = end + 1;
    }
}
}  // namespace

TEST_CASE("Western bylines", "[cues]") {
    check(
        Cue::byline,
        U"By Ann Lee|BY A. B. SMITH AND TOM ROE|By Ann Lee, Staff Writer|By ANN LEE Staff Writer|By Ann Lee in "
        U"Geneva|By Ann Lee, Associated Press|By ANN LEE in Geneva and TOM ROE in Paris|By Jean-Paul d’Arcy|By Maria "
        U"de la Cruz|By Dr. Ann Lee|By the Rev. Thomas Roe|By Our Own Correspondent|By Our Political Editor|BY OUR "
        U"SPECIAL CORRESPONDENT.|From Our Own Correspondent|From our own Correspondent.|(FROM OUR OWN "
        U"CORRESPONDENT.)|[From a Correspondent.]|FROM OUR LONDON CORRESPONDENT|(By Our Shipping Reporter)|By a Staff "
        U"Reporter|Staff Reporter|Herald Staff Writer|Staff Writer|Staff writer|Chief Political Correspondent|City "
        U"Editor|By The "
        U"Associated Press|The Associated Press|Associated Press|(Reuter’s Telegrams.)|REUTER’S TELEGRAMS.|[Reuter's "
        U"Special Service.]|(By Special Cable.)|(BY TELEGRAPH.)|(By Electric Telegraph)|[BY CABLE.]|(Exchange "
        U"Telegraph Company.)|(PRESS ASSOCIATION TELEGRAM.)|(United Press Association.)|From wire reports|Compiled "
        U"from wire reports|Staff and agencies|Special to The Ledger|Story by Ann Lee|Text and photos by Ann "
        U"Lee|Reviewed by Ann Lee|Compiled by Ann Lee|As told to Ann Lee|Interview by Tom Roe|Reuters|AFP|AP|United "
        U"Press International|By Ann Lee and agencies|Von Anna Meier|VON ANNA MEIER|Von unserem Korrespondenten|Von "
        U"unserem Berliner Korrespondenten Hans Maier|Von unserem Redaktionsmitglied Anna Meier|Von unserer "
        U"Mitarbeiterin Anna Meier|Von A. B.|Von Anna Meier, Wien|Von Anna Meier und Max Huber|Von Anna Meier (Text) "
        U"und Max Huber (Fotos)|Von Ludwig van der Heide|Text: Anna Meier|Text und Foto: Anna Meier|Interview: Anna "
        U"Meier|Das Gespräch führte Anna Meier|Das Interview führte Max Huber.|Die Fragen stellte Anna "
        U"Meier|Aufgezeichnet von Anna Meier|(Originalbericht.)|(Eig. Bericht)|(Eigener "
        U"Bericht.)|Eigenbericht|[Orig.-Korr.]|(Original-Correspondenz.)|Vom Correspondenten|(Von unserem "
        U"Correspondenten.)|(Von unserem Spezialkorrespondenten.)|(Privattelegramm.)|(Priv.-Tel.)|(Telegramm unseres "
        U"Korrespondenten.)|(Wolffs Telegraphisches Bureau.)|W. T. B.|dpa|(Reuter)|Ein Gastbeitrag von Anna "
        U"Meier|Gastkommentar von Max Huber|Aus dem Französischen von Anna Meier|Von Dr. Anna Meier|Von Prof. Dr. Max "
        U"Huber|Von unserem Korrespondenten in Rom|Von unserer Redaktion|Par Jeanne Petit|PAR J. PETIT|par Jeanne "
        U"Petit|De notre correspondant|(De notre correspondant)|De notre correspondant particulier|De notre envoyé "
        U"spécial|De notre correspondant à Rome|(De notre correspondant particulier.)|DE NOTRE ENVOYÉE SPÉCIALE|Notre "
        U"correspondant|De nos correspondants|Propos recueillis par Jeanne Petit|Recueilli par Jeanne Petit|Texte : "
        U"Jeanne Petit|(Service spécial)|(Par télégraphe)|(Par dépêche.)|(Havas)|(Agence Havas.)|(Havas.)|De notre "
        U"correspondante Jeanne Petit|Par Jeanne Petit et Louis Roche|Par Jean d’Aubigné|Par notre correspondant Louis "
        U"Roche|PAR JEANNE PETIT, À ROME|D’un correspondant|Jeanne Petit (avec AFP)|Avec AFP",
        true);
    check(Cue::byline,
          U"By the end of the year prices had fallen|By the Sea|BY THE SEA|By Order of the Board|By Land and Sea|By "
          U"Train and Bus|By George|By Royal Command|By rail to the coast|By Night|Death of a Reporter|Tribute to a "
          U"war correspondent|Letter from a correspondent abroad stirs the town|Reporter|From wire to fibre|Cable from "
          U"the islands|The Editor|Editor resigns|By Election|By Design|By Popular Demand|From our own gardens|Special "
          U"to All|Von der Stadt|Von Wien nach Graz|Von Haus aus|Von Natur aus|Von Anfang an|Aus Protest|Von Kopf bis "
          U"Fuß|Vom Regen in die Traufe|Von Wien|Von Juli an gilt ein neuer Tarif|Text und Bild im Wandel|Interview "
          U"mit dem Minister|Von Rom lernen|Eigener Bericht liegt vor|Telegramm aus Rom|Par exemple|Par ailleurs|Par "
          U"Toutatis|De notre temps|De nos jours|De nos jours, on vit mieux|Par Monts et par Vaux|Par la force|Par "
          U"Saint-Denis|De notre côté|Texte de loi",
          false);
}

TEST_CASE("Western datelines", "[cues]") {
    check(Cue::lead,
          U"LONDON, March 3.—The|LONDON, MARCH 3.—The House met|London, Mar. 3.—The|PARIS, Friday.—The Chamber|PARIS, "
          U"FRIDAY NIGHT.—The Chamber|BERLIN, Tuesday, March 3.—It is|BERLIN, March 3 (Reuters) — The|NEW YORK (AP) — "
          U"The|NEW YORK (AP) _ The|WASHINGTON -- The|Washington, D.C., March 3—The|LONDON, 3rd March.—The|LONDON, 3rd "
          U"March. The|LONDON, Feb. 21, 1885.|MELBOURNE, This Day.—The|SYDNEY, Thursday.|LONDON, FEB. 3.—The|CAIRO, "
          U"Wednesday, 7 p.m.—Two|CANTON, Mass., March 26 - The firm|GENEVA, March 3 [AP].—The|GENEVA (AFP) - "
          U"The|(Reuters) - The bank|ROME, May 4th.—The Pope|Wien, 3. März. (Priv.-Tel.) Der|Wien, 3. März. Der "
          U"Rat|Berlin, 3. März (WTB). Der|Berlin, 3. d. M. Der|Berlin (dpa) – Der|Berlin (dpa/lno) - Der|Berlin/Wien. "
          U"– Der|Wien – Der Rat|Paris, den 3. März. Die|PELLTAL (dpa). Der|Wien (APA) Der|Wien, 3. Jänner. Der|W. T. "
          U"B. Berlin, 3. März. Der|Rom, 4. Mai. Der Papst|Paris, 3 mars.|Paris, 3 mars. — Le|Paris, 3 mars (Havas). — "
          U"Le|PARIS (AFP) — Le|Londres, le 3 mars. — Le|Berlin, mardi. — Le|LYON. — Le maire|Lyon (Rhône). — Le|Rome, "
          U"1er mars. — Le|Paris, 3 mars. Le ministre|Rome, 4 août. — Le|PARIS (Reuters) - Le|Genève, 3 mars. Le "
          U"conseil|Marseille, 12 décembre, 4 heures. — Le",
          true);
    check(Cue::lead,
          U"The rest of the day - and|NOTE: The office is closed|May 4 was a Friday - and cold|Smith, Friday "
          U"said|ANALYSIS: The budget|UPDATE: The road|WARNING: The ice is thin|Der Rat - und die Stadt|Der 3. März. "
          U"Ein Tag|Ende. Der Vorhang fällt|Le 3 mars. — Un jour",
          false);
}

TEST_CASE("Western credits", "[cues]") {
    check(Cue::credit,
          U"Photo: Ann Lee|Photo by Ann Lee|PHOTO BY ANN LEE|Photos: Ann Lee/AP|(Photo by Ann Lee)|AP Photo|(AP "
          U"Photo/Ann Lee)|AP/Ann Lee Photo|Photo courtesy of the Museum|Photograph by Tom Roe|Ledger photo by Tom "
          U"Roe|REUTERS/Ann Lee|© Ann Lee|© 2011 Ann Lee|Illustration: Tom Roe|Getty Images|AFP/Getty Images|Graphic: "
          U"Tom Roe|Picture: TOM ROE|Courtesy of the Museum|Image credit: Ann Lee|Foto: dpa|FOTO: DPA/MEIER|Fotos: "
          U"Anna Meier|Bild: Keystone|Archivbild|Symbolbild|Symbolbild: dpa|Archivfoto: Meier|© Anna Meier|Grafik: "
          U"Meier|Aufnahme: Meier|Illustration: Anna Meier|(Foto: Meier)|Quelle: dpa|Foto Anna Meier|Bild: "
          U"Meier/Keystone|Karikatur: Huber|Zeichnung: Huber|Photo: AFP|Photo AFP|PHOTO AFP|Photo : Jeanne Petit|Photo "
          U"Jeanne Petit|(Photo J. Petit)|Crédit photo : AFP|© Jeanne Petit|Dessin de Roche|Photos : AFP|Infographie : "
          U"Roche|Illustration : Roche|Ph. J. Petit|Photo d’archives|Photo DR",
          true);
    check(Cue::credit,
          U"Photo finish in the harbour race|Picture this: a town without cars|Photographs by night draw crowds to the "
          U"pier, says the mayor. They come late.|Image of a town in decline|Courtesy of the road|Bild der Lage|Foto "
          U"des Jahres gekürt|Quelle des Lebens|Grafik und Kunst|Photo de famille au sommet, et après|Dessin animé en "
          U"salle|Photo finish|Crédit agricole en hausse",
          false);
}

TEST_CASE("Western jump lines", "[cues]") {
    check(
        Cue::jump_to,
        U"Continued on page 4|Continued on Page A3|(Continued on Fourth Page.)|[Continued on second page.]|CONTINUED "
        U"ON NINTH PAGE|Concluded on page 3|Cont’d on A4|Cont'd on A4|Cont. on page 4|See HARBOUR, Page 6|See HARBOUR "
        U"BRIDGE, Page A6|Please turn to page 4|Please see HARBOUR, Page A6|Turn to Page 3, Col. 2|More on page 4|Full "
        U"story, page 3|Story on Page 3|Details on page 2|(See page 4.)|Continued on next page|Continued on Page "
        U"Six|Continued on back page|Continued overleaf|Continued on Page 4, Column 1|>> Continued on page 4|Turn to "
        U"BRIDGE, A4|Fortsetzung auf Seite 3|(Fortsetzung auf Seite 3.)|Fortsetzung im Hauptblatte|(Fortsetzung in der "
        U"Beilage.)|(Fortsetzung auf der 2. Seite)|Fortsetzung Seite 3|Schluß auf Seite 4|Schluss auf Seite 4|Siehe "
        U"Seite 3|Siehe auch Seite 3|s. Seite 3|Bericht Seite 3|Mehr dazu auf Seite 3|Lesen Sie weiter auf Seite "
        U"3|Weiter auf Seite 3|Kommentar Seite 2|Kommentar auf Seite 2|Fortsetzung folgt|Seiten 3 und 4|Fortsetzung "
        U"nächste Seite|(Fortsetzung auf der dritten Seite.)|Fortsetzung in der ersten Beilage|Berichte Seiten 2 und "
        U"3|Mehr auf Seite 3|Suite page 2|(Suite page 3)|Suite à la 3e page|(Suite à la page 3)|(La suite à la 3e "
        U"page)|(Voir la suite en 2e page)|Voir page 3|Lire page 3|Lire aussi page 3|Lire en page 3|LIRE PAGE 3|Suite "
        U"en page 4|SUITE EN DERNIÈRE PAGE|(Suite en troisième page.)|Lire nos informations page 12|Pages 2 et 3|À "
        U"suivre|(A suivre.)|La suite au prochain numéro|Lire pages 2 et 3|Lire la suite page 4|Voir aussi page 3|Lire "
        U"la suite de notre reportage en page 4|→ PAGE 4|Suite en deuxième page|Suite de l’article en page 2",
        true);
    check(
        Cue::jump_to,
        U"See page boys|He turned to page|Turn to the right page|The story continued on|See Naples and die|Page boys "
        U"at the palace|Turn to prayer|Auf der anderen Seite|Seite an Seite|Bericht zur Lage|Siehe da|Fortsetzung der "
        U"Arbeiten|Suite et fin|Voir Naples|La page est tournée|Lire la page|Suite royale|Il faut tourner la page",
        false);
}

TEST_CASE("Western jump lines, from", "[cues]") {
    check(Cue::jump_from,
          U"Continued from page 1|Continued from Page One|(Continued from First Page.)|CONTINUED FROM PREVIOUS "
          U"PAGE|From Page 1|From Page A1|Continued from front page|Cont. from page 1|Fortsetzung von Seite "
          U"1|(Fortsetzung von der ersten Seite.)|Fortsetzung aus dem Hauptblatte|(Fortsetzung aus dem "
          U"Hauptblatt.)|(Fortsetzung.)|Fortsetzung der Seite 1|(Schluß.)|Suite de la première page|(Suite de la page "
          U"1)|SUITE DE LA PREMIÈRE PAGE|Suite de la page une|(Suite.)|(Suite et fin.)|Suite de la 1re page",
          true);
    check(Cue::jump_from, U"From Page to Stage|From page one to the last|Suite de la grève|Suite de cartes", false);
}

TEST_CASE("Western salutations", "[cues]") {
    check(Cue::salutation,
          U"To the Editor:|TO THE EDITOR OF THE LEDGER.|TO THE EDITOR OF THE TIMES|To the Editor of the "
          U"Ledger|Sir,—|Sir,|SIR,—Your report|Dear Sir,|Dear Editor,|Editor, The Ledger:|Mr. Editor:|Sir: Your "
          U"report|Dear Madam|Sirs,—The|Gentlemen:|An die Redaktion|Sehr geehrte Redaktion|Sehr geehrter Herr "
          U"Redakteur!|Sehr geehrte Damen und Herren|Geehrter Herr Redacteur!|Herr Redakteur!|Löbliche "
          U"Redaktion!|Monsieur le Rédacteur,|Monsieur le directeur,|Monsieur,|Monsieur le Rédacteur en chef,|À "
          U"Monsieur le directeur du Journal|Madame, Monsieur,",
          true);
    check(Cue::salutation,
          U"Sir Walter|Sir Walter Roe dies at 80|Sir, said the captain, you are late|Dear bread|To the Editorial Board "
          U"goes|Gentlemen of the jury|Sehr geehrt|An die Arbeit|Monsieur le maire répond|Monsieur Propre",
          false);
}

TEST_CASE("Western farewells", "[cues]") {
    check(Cue::farewell,
          U"I am, Sir, your obedient servant,|I remain, Sir, yours faithfully,|Yours faithfully,|Yours "
          U"truly,|Sincerely,|Respectfully,|I have the honour to be, Sir,|YOURS FAITHFULLY,|Respectfully yours,|Mit "
          U"freundlichen Grüßen|Mit freundlichem Gruß|Hochachtungsvoll|Hochachtungsvoll,|Mit vorzüglicher "
          U"Hochachtung|Ergebenst|Ihr ergebenster|Mit vorzüglicher Hochachtung ergebenst|Votre dévoué|Votre bien "
          U"dévoué,|Agréez, Monsieur…|Agréez, Monsieur, mes salutations|Veuillez agréer, Monsieur, mes salutations "
          U"empressées|Recevez, Monsieur, mes salutations|Salutations distinguées|Bien à vous|Cordialement,",
          true);
    check(Cue::farewell,
          U"Yours is the choice|I am the king of the road|Sincerely meant but badly made|Yours to keep|I am, therefore "
          U"I vote|Respectfully refused: the mayor says no|Mit freundlichen Worten|Hochachtung für alle|Ergebenst "
          U"bittet der Verein|Votre argent|Agréez ou refusez|Recevez le journal",
          false);
}

TEST_CASE("Western signatures", "[cues]") {
    check(
        Cue::signature,
        U"Yours, etc., A RATEPAYER|Yours, &c., A RATEPAYER.|I am, Sir, yours, &c., R. S.|Yours sincerely, Ann Lee|Your "
        U"obedient servant, A. B.|— Jane Doe, Elmsford|—Jane Doe|— Reuters|—AP|R. S.|A. B. C.|(R. "
        U"S.)|X.Y.Z.|(AP)|(Reuter.)|— JANE DOE|Mit besten Grüßen Anna Meier|(jw)|(dpa)|mho/dpa|dpa/afp|(mho/dpa)|jw|— "
        U"Anna Meier, Wien|(Reuters)|[sda]|Votre dévoué, J. Petit|J. P.|(J. P.)|— Jeanne Petit, Lyon|L. R.|(AFP)|— AFP",
        true);
    check(Cue::signature,
          U"— and so it went on|— Is it true?|U. S.|A. M.|P. M.|— Bonjour, Monsieur.|U.S.A.|N. Y.|und|der|(und)|(1)",
          false);
}

TEST_CASE("Western advertisements", "[cues]") {
    check(Cue::advert,
          U"ADVERTISEMENT|Advertisement|PAID ADVERTISEMENT|Sponsored "
          U"content|SPONSORED|Advertorial|CLASSIFIEDS|Classified Advertisements|TO LET|TO LET.|TO BE LET|FOR SALE|For "
          U"Sale|FOR RENT|WANTED|HELP WANTED|SITUATIONS VACANT|SITUATIONS WANTED|SALES BY AUCTION|AUCTION SALES.|LOST "
          U"AND FOUND|WANTED, a good Cook|TO LET, a House in Mill Street|TO BE SOLD, by private contract|FOR "
          U"SALE—Piano|LOST, on Friday|Business Cards|TO BE LET, with immediate possession, that house|WANTED—A "
          U"boy|WANTED a smart lad|Anzeige|ANZEIGE|Anzeigen|Inserate|Werbung|Zu vermieten|Zu verkaufen|ZU "
          U"VERMIETEN|Gesucht|Stellengesuche|Offene Stellen|Stellenangebote|Kleinanzeigen|Publireportage|Sponsored "
          U"Content|Advertorial|Sonderveröffentlichung|Zu verkaufen:|Kaufgesuche|Zu vermieten ein Zimmer|Gesucht wird "
          U"ein Knecht|Bezahlter Inhalt|Verloren|– Anzeige –|Annonces|ANNONCES|Petites annonces|A LOUER|À LOUER|A "
          U"louer|À VENDRE|A VENDRE|A VENDRE une maison|À louer, rue du Port|On demande|ON DEMANDE une "
          U"bonne|Publicité|PUBLICITÉ|Publireportage|Offres d’emploi|Demandes d’emploi|Contenu sponsorisé|A "
          U"CÉDER|Publi-information",
          true);
    check(Cue::advert,
          U"Wanted man caught at the harbour|WANTED MAN CAUGHT|For sale signs go up|Advertisements for bread "
          U"stopped|LOST AT SEA|To let or not to let|FOR SALE SIGNS GO UP|Lost, on the way home, was the match|Found: "
          U"a way out|Sponsored walk raises funds|Anzeige gegen Minister|Gesucht und gefunden|Anzeigen nehmen "
          U"zu|Werbung wirkt|Gesucht wird der Täter|Verloren im Nebel|Annonces en rafale|A louer ou à vendre, il faut "
          U"choisir|On demande des comptes|Publicité : le marché recule|À vendre son âme",
          false);
}

TEST_CASE("Western notices", "[cues]") {
    check(Cue::notice,
          U"PUBLIC NOTICE|PUBLIC NOTICES|NOTICE|NOTICE.|LEGAL NOTICES|OFFICIAL NOTICE|NOTICE TO CREDITORS|NOTICE is "
          U"hereby given that|NOTICE IS HEREBY GIVEN|Notice is hereby given|BIRTHS|DEATHS.|BIRTHS, MARRIAGES AND "
          U"DEATHS|IN MEMORIAM|CARD OF THANKS|TENDERS|Death Notices|BY ORDER OF THE BOARD|NOTICE OF MEETING|Public "
          U"Notices|Bekanntmachung|Bekanntmachungen|Amtliche Bekanntmachung|AMTLICHE BEKANNTMACHUNGEN|Öffentliche "
          U"Bekanntmachung|Kundmachung|Kundmachung.|Edikt.|Todesanzeigen|Todes-Anzeige.|Danksagung|Zwangsversteigerung|"
          U"Öffentliche Ausschreibung|Aufgebot|Familiennachrichten|Edictal-Ladung|Steckbrief|Avis|AVIS|AVIS.|Avis "
          U"divers|AVIS DIVERS|Annonces légales|ANNONCES JUDICIAIRES ET LÉGALES|Avis de décès|Avis au public|AVIS AU "
          U"PUBLIC|Remerciements|Carnet|État civil|AVIS. — Le public est prévenu|Avis officiels",
          true);
    check(Cue::notice,
          U"Notice how the light falls|Deaths rise on the coast road|NOTICE TO QUIT FOR MINISTER|Births down "
          U"again|Notice to quit|Bekanntmachung sorgt für Ärger|Steckbrief eines Lesers|Avis partagés|Avis de "
          U"tempête|Avis de tempête sur la côte",
          false);
}

TEST_CASE("Western list items", "[cues]") {
    check(Cue::item, U"1. Wash the rice|- Bread|• Bread|(a) the first|a) the first|(iv) the fourth", true);
}

TEST_CASE("Western notes", "[cues]") {
    check(Cue::note,
          U"Editor’s note: This is|EDITOR'S NOTE:|[Ed.—We have|Correction|CORRECTION:|Corrections|Editor’s Note", true);
    check(Cue::note, U"Correction officers strike|Corrections chief resigns", false);
}

TEST_CASE("Western signers", "[cues]") {
    check(Cue::signer, U"J. Petit|J. PETIT|UN ABONNÉ|Ein Abonnent|Mehrere Anwohner|A Ratepayer", true);
}

TEST_CASE("Western names", "[cues]") {
    using Names = std::vector<std::u32string>;
    for (const auto* line :
         {U"By Ann Lee", U"By Ann Lee, Staff Writer", U"By Ann Lee in Geneva", U"By Ann Lee and agencies",
          U"Text and photos by Ann Lee", U"By Ann Lee, Associated Press", U"As told to Ann Lee", U"Von Ann Lee, Wien",
          U"Von unserem Korrespondenten Ann Lee", U"Text: Ann Lee", U"Das Interview führte Ann Lee.", U"Par Ann Lee",
          U"De notre correspondante Ann Lee", U"Ann Lee (avec AFP)", U"— Ann Lee, Elmsford"}) {
        INFO(to_utf8(line));
        CHECK(names_in(line) == Names{U"Ann Lee"});
    }
    CHECK(names_in(U"By ANN LEE in Geneva and TOM ROE in Paris") == Names{U"ANN LEE", U"TOM ROE"});
    CHECK(names_in(U"Von Anna Meier (Text) und Max Huber (Fotos)") == Names{U"Anna Meier", U"Max Huber"});
    CHECK(names_in(U"Par Jeanne Petit et Louis Roche") == Names{U"Jeanne Petit", U"Louis Roche"});
    CHECK(names_in(U"By the Rev. Thomas Roe, D.D.") == Names{U"Rev. Thomas Roe"});
    for (const auto* line : {U"From Our Own Correspondent", U"Von unserem Korrespondenten", U"(Havas)", U"Staff Writer",
                             U"Mit freundlichen Grüßen", U"De notre correspondant à Rome"})
        CHECK(names_in(line).empty());
}

TEST_CASE("Pages in words", "[cues]") {
    CHECK(jump_line(U"(Continued on Fourth Page.)").page == 4);
    CHECK(jump_line(U"Continued from Page One").page == 1);
    CHECK(jump_line(U"(Fortsetzung von der ersten Seite.)").page == 1);
    CHECK(jump_line(U"(Suite en troisième page.)").page == 3);
    CHECK(jump_line(U"Fortsetzung im Hauptblatte").page == 0);
}
