#include "language/hyphenation.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::language;

TEST_CASE("Parts of words are told from parts of compounds", "[hyphenation]") {
    const Hyphenation german(U"Die Brücke über den Fluss ist seit dem Frühjahr für den Verkehr gesperrt");
    CHECK(german.torn(U"Brü", U"cke"));
    CHECK(german.torn(U"gesper", U"rten"));
    CHECK_FALSE(german.torn(U"deutsch-französisch", U"und"));
    CHECK_FALSE(german.torn(U"steirisch", U"deutschen"));
    const Hyphenation english(U"The bridge over the river has been closed to all traffic since the spring");
    CHECK(english.torn(U"equip", U"ment"));
    CHECK_FALSE(english.torn(U"well", U"known"));
    const Hyphenation french(U"Le pont sur la rivière est fermé depuis le printemps et ne sera pas ouvert");
    CHECK_FALSE(french.torn(U"peut", U"être"));
}
