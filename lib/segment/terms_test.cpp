#include "segment/terms.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/broadsheet.hpp"
#include "segment/page_words.hpp"
#include "segment/unit.hpp"

using namespace broadsheet;
using namespace broadsheet::segment_stage;

namespace {

// Do the heading and the text below it share words?
bool share(const std::string& heading, const std::string& text) {
    ReadOptions markdown;
    markdown.from = "markdown";
    auto d = read("# " + heading + "\n\n" + text + "\n", markdown);
    repair(d, {});
    const auto units = make_units(d);
    REQUIRE(units.size() == 2);
    return PageWords(d, units, 0, units.size()).found(0, 1) != 0;
}

}  // namespace

TEST_CASE("Words that bind sentences are no topic", "[segment]") {
    CHECK_FALSE(share("Wie nach dem Regen", "Der Markt war voll, und nach dem Mittag kam auch, wie immer, die Musik."));
    CHECK(share("Wie nach dem Regen", "Auf dem Markt kam am Mittag der Regen, und die Musik hörte auf zu spielen."));
}

TEST_CASE("Parts of compounds are words", "[segment]") {
    CHECK(share("Seevogelzählung", "Im Mai begann auf der Insel die Zählung, zu der viele Helfer gekommen waren."));
    CHECK(share("Brücken am Fluss", "Die Eisenbahnbrücken der Stadt sind alt, und bald soll jemand sie anstreichen."));
    CHECK_FALSE(share("Seevogelzählung", "Im Mai begann auf der Insel das Fest, zu dem viele Helfer gekommen waren."));
}
