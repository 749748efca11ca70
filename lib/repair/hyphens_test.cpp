#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("a hyphen behind capitals stays before a word", "[repair][hyphen]") {
    const auto text = [](std::string_view page) {
        std::string all;
        for (const auto& block : blocks(page)) all += block + "\n";
        return all;
    };
    const std::string start = "Im Rathaus von Holm wurde am Montag lange über den Plan der XYZ-\n";
    const std::string rest =
        " beraten, die den alten Hafen\nwieder öffnen will, und erst spät am Abend wurde abgestimmt.\n";
    CHECK(text(start + "Fraktion" + rest).find("XYZ-Fraktion") != std::string::npos);
    // Both parts are capitals: one word, broken.
    CHECK(text("NEUE FÄHRE FÜR DIE BEWOHNER DER INSEL GENEH-\nMIGT UND BESTELLT\n").find("GENEHMIGT") !=
          std::string::npos);
}
