#include "repair/hyphens.hpp"

#include <array>

#include "core/chars.hpp"
#include "repair/joints.hpp"
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

struct Case {
    std::u32string_view before, after;
    Joint joint;
};

constexpr auto join = Joint::unhyphen, keep = Joint::glue, leave = Joint::space;

// A text of each language, as a page that knows some of the words.
constexpr std::u32string_view english =
    U"The harbour board of Elmsford met on Monday and heard that the bridge over the river is not safe, and that the "
    U"repair of its largest arch will take a year. A well-known builder from the town said that the work is half done "
    U"and that the price of stone and timber has risen since the winter. The second report of the board was read "
    U"again, and the members asked when the first train would cross. There was no answer, but the newspaper of the "
    U"town has learned that it will be in the spring. Most people who were at the meeting were from the north side.";
constexpr std::u32string_view german =
    U"Der Rat der Stadt hat am Montag über die neue Brücke beraten, die über den Fluss führen soll. Die Arbeiten sind "
    U"nicht so weit, wie es der Plan vorsieht, und das Geld ist knapp. Viele Bürger sind gegen den Bau, weil er den "
    U"alten Hafen verdeckt. Der Bürgermeister sagte, dass die Stadt im Herbst noch einmal mit dem Land reden wird. "
    U"Eine deutsch-dänische Firma hat den Auftrag, und die Fähre fährt bis zum Ende des Jahres weiter wie bisher.";
constexpr std::u32string_view french =
    U"Le conseil de la ville a parlé lundi du nouveau pont qui doit passer sur la rivière. Les travaux ne sont pas "
    U"aussi avancés que le plan le veut, et les habitants se plaignent du bruit. Le maire a dit que la ville demandera "
    U"une aide à la région et que le bac restera en service pendant une année. Une partie du quai est fermée depuis le "
    U"mois de mars, et personne ne sait quand les bateaux pourront y revenir avec leurs passagers.";

void check_all(std::u32string_view page, std::span<const Case> cases) {
    WordCounts counts;
    for (const Case& c : cases) {
        const Break at(c.before, c.after);
        counts.ask(at.left, at.right);
    }
    counts.read(page);
    const language::Hyphenation language(page);
    RepairOptions options;
    options.explain = true;
    for (const Case& c : cases) {
        INFO(to_utf8(c.before) << " | " << to_utf8(c.after));
        REQUIRE(Break::is(c.before, c.after));
        const Break at(c.before, c.after);
        const auto decision = decide_hyphen(at, counts.seen(at.left, at.right), language, options);
        INFO(decision.evidence.why());
        CHECK(decision.joint == c.joint);
        CHECK_FALSE(decision.evidence.why().empty());
    }
}

}  // namespace

TEST_CASE("English hyphens: one word, a compound, a suspended one", "[repair][hyphen]") {
    constexpr std::array cases = {
        Case{U"the news-", U"paper said", join},
        Case{U"a govern-", U"ment office", join},
        Case{U"it was re-", U"ported that", join},
        Case{U"the ex-", U"change rose", join},
        Case{U"the chair-", U"man spoke", join},
        Case{U"they over-", U"look it", join},
        Case{U"his Ham-", U"burg office", join},
        Case{U"the begin-", U"ning of", join},
        Case{U"an all-", U"eged theft", keep},  // in doubt it stays
        Case{U"a well-", U"known man", keep},
        Case{U"their half-", U"hearted vote", keep},
        Case{U"the second-", U"largest town", keep},
        Case{U"a non-", U"stop train", keep},
        Case{U"the Anglo-", U"American treaty", keep},
        Case{U"a profit-", U"wise view", keep},
        Case{U"twenty-", U"five men", keep},
        Case{U"an X-", U"ray of", keep},
        Case{U"the year-on-", U"year figure", keep},
        Case{U"a world-", U"famous singer", join},  // nothing tells it from one word
        Case{U"the 13-", U"member board", keep},
        Case{U"the years 1881-", U"1884 were", keep},
        Case{U"a potentially-", U"dangerous bend", keep},
        Case{U"see www.elms-", U"ford.example for", keep},
        Case{U"short-", U"or long-term loans", leave},
        Case{U"two-", U"and three-storey houses", leave},
        Case{U"pre-", U"and post-war prices", leave},
        Case{U"3-", U"to 5-year loans", leave},
        Case{U"an invest-", U"or who", join},
        Case{U"THE GOVERN-", U"MENT OFFICE", join},
        Case{U"the up-", U"to-date plan", keep},
        Case{U"an out-", U"of-date plan", keep},
        Case{U"his son-in-", U"law said", keep},
        Case{U"the commander-in-", U"chief said", keep},
        Case{U"THE ANGLO-", U"AMERICAN BANK", keep},
        Case{U"an ex-", U"builder said", keep},  // the page has the word behind it
        Case{U"the ex-", U"ports fell", join},   // and not here
        Case{U"a first-", U"rate view", keep},
        Case{U"the lower- and middle-", U"class towns", keep},
        Case{U"medium- and long-", U"term loans", keep},
        Case{U"a price of £3,000-", U"£4,000 for", keep},
        Case{U"at example.com/harbour-", U"plan and", keep},
    };
    check_all(english, cases);
}

TEST_CASE("German hyphens", "[repair][hyphen]") {
    constexpr std::array cases = {
        Case{U"der Bürger-", U"meister sagte", join},
        Case{U"die Versamm-", U"lung war", join},
        Case{U"das Zuk-", U"kerrohr", join},  // as it is printed: no letter is changed
        Case{U"die Schiffahrts-", U"gesellschaft", join},
        Case{U"der Innen-", U"Minister", keep},
        Case{U"die US-", U"amerikanische Firma", keep},
        Case{U"die EU-", U"weite Regel", keep},
        Case{U"der 28-", U"Jährige sagte", keep},
        Case{U"sein 100-", U"jähriges Jubiläum", keep},
        Case{U"die CSU-", U"Fraktion", keep},
        Case{U"der serbisch-", U"kroatische Rat", keep},
        Case{U"eine deutsch-", U"dänische Firma", keep},
        Case{U"die E-", U"Mail an", keep},
        Case{U"Achtziger- und Neunzi-", U"gerjahre waren", join},
        Case{U"Obst-", U"bzw. Gemüse", leave},
        Case{U"Ein-", U"und Ausgang", leave},
        Case{U"Vor-", U"oder Nachteile", leave},
        Case{U"zwei-", U"bis dreimal", leave},
        Case{U"Teil-", U"statt Vollzeit", leave},
        Case{U"in der Werk-", U"statt stand", join},
        Case{U"die Zei\u00AD", U"tung war", join},
        Case{U"die Zei¬", U"tung war", join},
        Case{U"die Zei⸗", U"tung war", join},
        Case{U"die Zei=", U"tung war", join},
        Case{U"nach Nord⸗", U"Amerika", keep},
        Case{U"die Zei\u2011", U"tung", keep},
    };
    check_all(german, cases);
}

TEST_CASE("French hyphens", "[repair][hyphen]") {
    constexpr std::array cases = {
        Case{U"le gouver-", U"nement a", join},
        Case{U"une nou-", U"velle loi", join},
        Case{U"le minis-", U"tre a dit", join},
        Case{U"l'é-", U"tat du pont", join},
        Case{U"une sous-", U"cription", join},
        Case{U"un ex-", U"cellent pont", join},
        Case{U"y a-", U"t-il un pont", keep},
        Case{U"dit-", U"il lundi", keep},
        Case{U"dira-t-", U"on demain", keep},
        Case{U"peut-", U"être lundi", keep},
        Case{U"Jésus-", U"Christ", keep},
        Case{U"l'après-", U"midi du", keep},
        Case{U"un demi-", U"siècle", keep},
        Case{U"un sous-", U"préfet", keep},
        Case{U"est-", U"ce un pont", keep},
        Case{U"là-", U"bas lundi", keep},
        Case{U"vingt-", U"deux bateaux", keep},
        Case{U"un porte-", U"parole a dit", keep},
        Case{U"l'e\u0301le\u0300-", U"ve du quai", join},
        Case{U"celui-", U"là même", keep},
        Case{U"demi-", U"ou plein tarif", leave},
        Case{U"avant-", U"et arrière-port", leave},
    };
    check_all(french, cases);
}

TEST_CASE("A dash set close to its word is close to the next one", "[repair][join]") {
    CHECK(joint_between(U"the old man--", U"the one we met") == Joint::glue);
    CHECK(joint_between(U"the old man --", U"the one we met") == Joint::space);
}

TEST_CASE("What is no hyphen of a word's", "[repair][hyphen]") {
    CHECK_FALSE(Break::is(U"he said -", U"and left"));
    CHECK_FALSE(Break::is(U"he said –", U"and left"));
    CHECK_FALSE(Break::is(U"he said --", U"and left"));
    CHECK_FALSE(Break::is(U"them-", U"'roes"));
    CHECK_FALSE(Break::is(U"东-", U"西"));
    CHECK(Break::is(U"den „Merkur“-", U"Chef"));
}

TEST_CASE("The page is the dictionary, and OCR does not poison it", "[repair][hyphen]") {
    const auto decided = [](std::u32string_view page) {
        const Break at(U"the co-", U"operation of");
        WordCounts counts;
        counts.ask(at.left, at.right);
        for (std::size_t begin = 0; begin < page.size();) {
            const auto end = std::min(page.find(U'\n', begin), page.size());
            counts.read(page.substr(begin, end - begin));
            begin = end + 1;
        }
        return decide_hyphen(at, counts.seen(at.left, at.right), language::Hyphenation(english)).joint;
    };
    CHECK(decided(U"without cooperation nothing") == join);
    CHECK(decided(U"their co-operation was") == keep);
    CHECK(decided(U"their co-operation was good, CO-OPERATION is, once misread cooperation") == keep);
    CHECK(decided(U"two cooperations were") == join);  // in another number
    // Torn at a line's end it tells nothing.
    CHECK(decided(U"their co-\noperation, our co-\noperation") == decided(U"nothing"));
}

TEST_CASE("A collection and a dictionary speak where the page is silent", "[repair][hyphen]") {
    const Break at(U"a world-", U"famous singer");
    WordCounts counts;
    counts.ask(at.left, at.right);
    const language::Hyphenation language(english);
    RepairOptions options;
    CHECK(decide_hyphen(at, counts.seen(at.left, at.right), language, options).joint == join);
    auto lexicon = std::make_shared<Lexicon>();
    lexicon->add("the world-famous singer and the world-famous bridge");
    options.lexicon = lexicon;
    CHECK(decide_hyphen(at, counts.seen(at.left, at.right), language, options).joint == keep);
    const Break doubtful(U"an all-", U"eged theft");
    CHECK(decide_hyphen(doubtful, {}, language, options).joint == keep);
    lexicon->add("the alleged theft and the alleged thief");
    CHECK(decide_hyphen(doubtful, {}, language, options).joint == join);
    options.lexicon.reset();
    std::string asked;
    options.spells = [&](std::string_view tag, std::string_view word) -> std::optional<bool> {
        asked += std::string(tag) + ':' + std::string(word) + ' ';
        return word != "worldfamous";
    };
    CHECK(decide_hyphen(at, counts.seen(at.left, at.right), language, options).joint == keep);
    CHECK(asked == "en:worldfamous en:world en:famous ");
    options.spells = [](std::string_view, std::string_view) { return std::optional<bool>(); };
    CHECK(decide_hyphen(at, counts.seen(at.left, at.right), language, options).joint == join);
}

TEST_CASE("Each piece of evidence is heard", "[repair][hyphen]") {
    struct Heard {
        std::u32string_view page, before, after;
        std::string_view name;
    };
    constexpr std::array cases = {
        Heard{english, U"they over-", U"look it", "such words are written as one"},
        Heard{english, U"the river-", U"bridge is", "both parts are words"},
        Heard{english, U"an X-", U"ray of", "one letter before it"},
        Heard{english, U"the St-", U"ephen church", "no syllable ends there"},
        Heard{english, U"a govern-", U"ment office", "the second part ends words"},
        Heard{english, U"the year-on-", U"year figure", "a compound of more parts"},
        Heard{english, U"the greet-", U"ing of", "the page has the letters around it in other words"},
        Heard{english, U"a zinc-", U"vein of", "both parts are words"},
        Heard{english, U"the mid-", U"dle pier", "one consonant before and behind"},
        Heard{english, U"at half-", U"done works", "the page has it as two words"},
        Heard{english, U"their half-", U"hearted vote", "the first part keeps its hyphen"},
        Heard{english, U"a profit-", U"wise view", "the second part keeps its hyphen"},
        Heard{german, U"eine deutsch-", U"dänische Firma", "the page has it with its hyphen"},
        Heard{german, U"der Bürger-", U"meister sagte", "the page has it as one word"},
    };
    for (const Heard& c : cases) {
        const Break at(c.before, c.after);
        WordCounts counts;
        counts.ask(at.left, at.right);
        counts.read(c.page);
        counts.read(U"The zinc of the vein is said to be poor.");
        RepairOptions options;
        options.explain = true;
        const auto why =
            decide_hyphen(at, counts.seen(at.left, at.right), language::Hyphenation(c.page), options).evidence.why();
        INFO(to_utf8(c.before) << to_utf8(c.after) << ": " << why);
        CHECK(why.find(c.name) != std::string::npos);
    }
}

TEST_CASE("Letters that no word of a page has speak for a hyphen", "[repair][hyphen]") {
    const Break at(U"a tax-", U"free port");
    std::u32string page;
    for (int i = 0; i < 4; ++i) page.append(english).append(U" ");
    WordCounts counts;
    counts.ask(at.left, at.right);
    counts.read(page);
    RepairOptions options;
    options.explain = true;
    const auto decision = decide_hyphen(at, counts.seen(at.left, at.right), language::Hyphenation(english), options);
    CHECK(decision.evidence.why().find("the letters around it in no word") != std::string::npos);
}
