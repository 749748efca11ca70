// How a block ends, and what that makes of it.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

std::vector<std::string> roles(const std::string& text) {
    const auto d = process(text);
    REQUIRE(check(d).empty());
    std::vector<std::string> out;
    for (const auto& a : d.articles)
        for (const auto b : a.blocks) out.emplace_back(name(d.blocks[b].role));
    return out;
}

using Roles = std::vector<std::string>;

}  // namespace

TEST_CASE("A text that names its source in brackets is no headline", "[segment][ends]") {
    for (const auto* text : {"Ferry leaves early\n\nThe ferry left early on Friday. (AP)\n",
                             "Fähre fährt früher\n\nDie Fähre fuhr am Freitag früher als sonst. (dpa)\n",
                             "渡船早开\n\n船工说，渡船从明天起早开半小时。（王小明）\n",
                             "渡し船の朝\n\n船頭は「朝は早く出る」と話した。（松本遥）\n"})
        CHECK(roles(text) == Roles{"headline", "paragraph"});
}

TEST_CASE("A report that names its agency is no headline, full stop or not", "[segment][ends]") {
    CHECK(roles("Ferry leaves early\n\nEASTPORT (AP) -- The ferry left early on Friday with forty people\n\n"
                "Bridge opens late\n\nWESTPORT (AP) -- The bridge was opened late on Friday after the rain\n") ==
          Roles{"headline", "paragraph", "headline", "paragraph"});
}

TEST_CASE("A text that goes on below a credit is not the caption of the photograph", "[segment][ends]") {
    CHECK(roles("FERRY LEAVES EARLY\n\n"
                "The ferry left the old harbour early on Friday with a\n"
                "few of the farmers on board, and the skipper asked the\n"
                "people of the island to be at the quay in time and to re-\n\n"
                "Photo by T. Roe\n\n"
                "member that the boat has room for forty passengers and\n"
                "two carts.\n") == Roles{"headline", "paragraph", "credit"});
}
