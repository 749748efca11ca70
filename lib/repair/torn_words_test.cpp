#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

const std::string rest =
    " harbour company has ordered a new ferry for the\nislands. It will carry forty cars and three "
    "hundred\npassengers, "
    "and the crossing will take half as long as it\ndoes today, said the head of the company on Monday.\n";

bool has(const Texts& all, std::string_view begin) {
    for (const auto& one : all)
        if (one.starts_with(begin)) return true;
    return false;
}

}  // namespace

TEST_CASE("a drop capital goes before the rest of its word", "[repair][torn]") {
    CHECK(has(blocks("New ferry for the islands\n\nT\nHE" + rest), "THE harbour company"));
    CHECK(has(blocks("New ferry for the islands\n\nT\n\nhe" + rest), "The harbour company"));
    CHECK(has(blocks("New ferry for the islands\n\nT HE" + rest), "THE harbour company"));
}

TEST_CASE("one letter may be a word", "[repair][torn]") {
    CHECK(has(blocks("New ferry for the islands\n\nA SHIP" + rest), "A SHIP harbour company"));
    CHECK(has(blocks("New ferry for the islands\n\nJ SMITH" + rest), "J SMITH harbour company"));
    // The page has the long word, and the short one as often.
    CHECK(has(blocks("New ferry for the islands\n\nA LONG" + rest + "It is a long way along the coast.\n"),
              "A LONG harbour company"));
}

TEST_CASE("a word torn without a hyphen is joined where the page has it twice, and told where once", "[repair][torn]") {
    const auto torn = [](const std::string& text) {
        return repaired(
            "The old harbour is closed. The builders ask for more pay\nand the council wants to see the agree\n"
            "ment before it votes on the new harbour in the spring of\nnext year. " +
            text + "\n");
    };
    const auto sure = torn("An agreement is a good thing, and the agreement holds.");
    CHECK(blocks(sure).back().find("the agreement before") != std::string::npos);
    const auto likely = torn("An agreement is a good thing, and it holds for a year.");
    CHECK(blocks(likely).back().find("the agree ment before") != std::string::npos);
    const auto told = [](const Document& d) {
        for (const auto& note : d.notes)
            if (note.message.find("torn without a hyphen") != std::string::npos) return note.line;
        return 0U;
    };
    CHECK(told(sure) == 2);
    CHECK(told(likely) == 2);
    CHECK(told(torn("Nothing is known of it, and it holds for a year or two.")) == 0);
    // Two words that the page has are no parts of one.
    CHECK(told(torn("They agree on the agreement, and all agree to sign it at noon.")) == 0);
}
