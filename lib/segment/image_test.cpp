#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

TEST_CASE("In Markdown the line under an image is its caption, in the article above", "[segment]") {
    const auto d = process(
        "# Harbour board to deepen the channel\n\nThe harbour board voted on Monday to deepen the channel so that "
        "larger "
        "ships can reach the docks of Port Elms.\n\nDredging of the channel would begin in May and cost two "
        "million.\n\n"
        "![A dredger in the channel](dredger.jpg)\n*The dredger waits for the tide. Photo by Ann Lee*\n\n"
        "# Potato prices fall after rain\n\nPotato prices fell sharply at the Millford market after a week of rain, "
        "farmers said.\n\nFarmers expect a potato harvest above that of last year.\n");
    REQUIRE(check(d).empty());
    REQUIRE(d.articles.size() == 2);
    std::vector<std::string> captions;
    for (const auto b : d.articles[0].blocks)
        if (d.blocks[b].role == Role::caption) captions.push_back(render(d, d.blocks[b]));
    CHECK(captions ==
          std::vector<std::string>{"A dredger in the channel", "The dredger waits for the tide. Photo by Ann Lee"});
}
