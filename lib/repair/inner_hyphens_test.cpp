#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {
// Paragraphs that were unwrapped, as they are without their hyphens.
const std::string first =
    "Der Hafen war still, als die ersten Boote am frühen Mor%gen von den Bänken zurückkamen, und nur wenige der "
    "Männer hatten ge%schlafen.";
const std::string second =
    "Auf dem Markt warteten die Händler, und die Preise für den deutsch-dänischen Fang stie%gen, wie sie seit dem "
    "Win%ter nicht mehr gestiegen waren.";
const std::string third =
    "Die Bürger%meisterin sagte am Abend im Gasthaus am Leuchtturm, dass der neue Kai erst im Herbst fer%tig wird, "
    "weil das Geld fehlt.";

std::string with(std::string text, std::string_view hyphen) {
    for (auto at = text.find('%'); at != std::string::npos; at = text.find('%')) text.replace(at, 1, hyphen);
    return text;
}
}  // namespace

TEST_CASE("hyphens that an extractor left in mid line are taken out", "[repair][hyphen]") {
    const auto d = repaired(with(first, "-") + "\n\n" + with(second, "-") + "\n\n" + with(third, "-") + "\n");
    CHECK(blocks(d) == Texts{with(first, ""), with(second, ""), with(third, "")});
    CHECK(dropped(d).size() == 6);
}

TEST_CASE("a source that leaves no hyphens keeps those it has", "[repair][hyphen]") {
    const auto text = with(first, "") + "\n\n" + with(second, "") + "\n\n" + with(third, "") + "\n";
    CHECK(dropped(repaired(text)).empty());
}
