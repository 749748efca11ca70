// Who signs a text, and where.
#include "segment/segmented_page.hpp"

using namespace broadsheet;
using namespace broadsheet::segment_stage;

TEST_CASE("A letter is signed at its foot", "[segment]") {
    const auto d = page(
        "桥头的路灯坏了半年\n\n编辑同志：我家住在青石河大桥桥头，路灯从去年十月起就不亮了。\n\n城北读者 马守义\n\n" +
        std::string("山前村柿子丰收\n\n") + orchard);
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline"});
    CHECK(d.articles[0].authors == std::vector<std::string>{"马守义"});
}

TEST_CASE("A name in brackets signs the text before it", "[segment]") {
    const auto d = page(
        "港の灯台に新しい灯\n\n港の灯台がこの春、六十年ぶりに新しい灯に替わった。漁師たちは「遠くからでもよく"
        "見える」と喜んでいる。\n\n灯台の下では子どもたちが点灯を見守った。\n\n【小浜・森田 "
        "岬】\n\n山の図書館に本の寄贈\n\n山の図書館に絵本四百冊が寄贈され、子どもたちが"
        "さっそく手に取った。図書館は「大切に使いたい」としている。\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0).back() == "byline");
    CHECK(d.articles[0].blocks.size() == 4);
}

TEST_CASE("Who writes a letter stands below its farewell, and not above the next letter", "[segment]") {
    const auto d = page(
        "THE NEW BRIDGE\n\n"
        "Sir,—The new bridge over the river has been talked of for\nten years, and not one stone of it has been "
        "laid.\n\n"
        "I am, Sir, your obedient servant,\n\nA RATEPAYER.\n\n"
        "DUST IN MILL STREET\n\n"
        "Sir,—Permit me to call attention to the dust in Mill Street,\nwhich the cart has not visited since Easter.\n\n"
        "Yours, etc.,\n\nONE WHO COUGHS.\n\nCastle Hill, May 4.\n\n"
        "THE BAND\n\n"
        "Sir,—The band plays too late. Working people must rise at\nfive, and cannot sleep.\n\n"
        "Yours faithfully,\nJ. P. ROE\n");
    REQUIRE(d.articles.size() == 3);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline", "byline"});
    CHECK(roles(d, 1) == Roles{"headline", "paragraph", "byline", "byline", "byline"});
    CHECK(roles(d, 2) == Roles{"headline", "paragraph", "byline", "byline"});
    CHECK(text(d, 0, 3) == "A RATEPAYER.");
}

TEST_CASE("A name with its place below a farewell is no headline", "[segment]") {
    const auto d = page(
        "Zu viel Verkehr am Markt\n\n"
        "Ihr Bericht über den Marktplatz hat mir aus dem Herzen\ngesprochen. Wer dort wohnt, schläft schlecht.\n\n"
        "Mit freundlichen Grüßen\n\nAnna Meier, Oberdorf\n\n"
        "Die Linde muss bleiben\n\n"
        "Die alte Linde am Brunnen ist gesund. Das hat der Gärtner\nder Stadt selbst gesagt.\n\n"
        "Hochachtungsvoll\n\nMAX HUBER\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(headline(d, 1) == "Die Linde muss bleiben");
    CHECK(text(d, 0, 3) == "Anna Meier, Oberdorf");
    CHECK(text(d, 1, 3) == "MAX HUBER");
}

TEST_CASE("An agency or initials sign a text at its foot", "[segment]") {
    const auto d = page(
        "LA GRÈVE DU PORT\n\n"
        "La grève est terminée. Les patrons ont accordé les deux sous,\net les hommes reprendront le travail lundi.\n\n"
        "(Havas)\n\n"
        "LES INONDATIONS\n\n"
        "La rivière a monté de deux mètres depuis dimanche, et la\nbasse ville est sous l'eau.\n\n"
        "J. P.\n");
    REQUIRE(d.articles.size() == 2);
    CHECK(roles(d, 0) == Roles{"headline", "paragraph", "byline"});
    CHECK(roles(d, 1) == Roles{"headline", "paragraph", "byline"});
}

TEST_CASE("In a list of headlines a byline goes with the headline before it", "[segment]") {
    const auto d = page(
        "The harbour board voted on Monday to deepen the channel so that larger ships can reach the docks.\n\nDredging "
        "of the channel begins in May, the harbour board said on Monday after the vote.\n\n"
        "Potato prices fell sharply at the Millford market after a week of rain, and the farmers wait.\n\nThe farmers "
        "expect a potato harvest above that of last year in spite of all the rain.\n\n"
        "The school choir sang on Sunday for the old mill, which needs a roof before the winter.\n\nThe choir will "
        "sing "
        "once more for the roof of the mill, the school said on Tuesday.\n\n"
        "Harbour board votes to deepen the channel\n\nBy Ann Lee\n\nPotato prices fall sharply after rain\n\nBy Tom "
        "Roe\n\nSchool choir sings for the old mill\n\nBy Eva Holt\n");
    REQUIRE(d.articles.size() == 3);
    CHECK(headline(d, 1) == "Potato prices fall sharply after rain");
    CHECK(d.articles[0].authors == std::vector<std::string>{"Ann Lee"});
    CHECK(d.articles[2].authors == std::vector<std::string>{"Eva Holt"});
}
