#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

Texts blocks_of(std::string_view text, std::string_view from) {
    ReadOptions as;
    as.from = from;
    Document d = read(text, as);
    repair(d);
    CHECK(check(d) == "");
    return blocks(d);
}

}  // namespace

TEST_CASE("marks inside a line do not cut it", "[repair][fuse]") {
    CHECK(blocks_of("# Harbour\n\nThe bridge was **opened** on *Monday*; see [the plan](http://example.org/p) and "
                    "<b>wait</b>.\n",
                    "markdown") == Texts{"Harbour", "The bridge was opened on Monday; see the plan and wait."});
    CHECK(blocks_of("# 河边\n\n新桥**今天**通车，\\*两岸\\*居民从此不用坐船。\n", "markdown") ==
          Texts{"河边", "新桥今天通车，*两岸*居民从此不用坐船。"});
}

TEST_CASE("noise inside a line does not cut it", "[repair][fuse]") {
    using namespace std::string_literals;
    CHECK(blocks_of("The first boats came in\0to the\x01 harbour, and the rest followed them at noon.\n"s, "text") ==
          Texts{"The first boats came into the harbour, and the rest followed them at noon."});
}

TEST_CASE("cells of a table keep apart", "[repair][fuse]") {
    CHECK(blocks_of("<table><tr><th>Town</th><th>High</th></tr><tr><td>Arden</td><td>12</td></tr></table>\n",
                    "markdown") == Texts{"Town High", "Arden 12"});
}
