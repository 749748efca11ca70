#include "language/abbreviations.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::language;

TEST_CASE("Behind a title or the sign for a number a name or a figure must come", "[abbreviations]") {
    for (const auto* text : {U"the speech of Mr.", U"and Messrs.", U"to Gov.", U"(Capt.", U"in No.", U"unter Nr.",
                             U"sagte Dr.", U"dit Mme."})
        CHECK(stop_of(text) == Stop::wanting);
}

TEST_CASE("The full stop of an initial or a German ordinal may end a sentence as well", "[abbreviations]") {
    for (const auto* text : {U"spoken by J. H.", U"said M.", U"sous J.-P.", U"wurde am 5.", U"Im 19.", U"of the U.S."})
        CHECK(stop_of(text) == Stop::doubtful);
}

TEST_CASE("Any other full stop is one", "[abbreviations]") {
    for (const auto* text :
         {U"on Friday.", U"he was 19.", U"in 1905.", U"he said no.", U"Mr", U".", U"ships", U"BERLIN."})
        CHECK(stop_of(text) == Stop::none);
}
