#include "output.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::app;

TEST_CASE("Every input gets a path of its own", "[output]") {
    const auto plan = [](const std::vector<std::string>& places) {
        std::vector<Input> inputs;
        for (const auto& place : places) inputs.push_back({place, place, 0});
        return plan_outputs("out", inputs, ".json");
    };
    using Paths = std::vector<std::string>;
    CHECK(plan({"a.txt", "b/c.md", "d"}) == Paths{"out/a.json", "out/b/c.json", "out/d.json"});
    CHECK(plan({"a.txt", "a.md"}) == Paths{"out/a.txt.json", "out/a.md.json"});
    CHECK(plan({"a.txt", "a.txt"}) == Paths{"out/a.txt.json", "out/a.txt-2.json"});
    CHECK(plan({"a.txt", "a.json/b.txt"}) == Paths{"out/a-2.json", "out/a.json/b.json"});
    // A name that is kept for something else.
    const Input index{"index.txt", "index.txt", 0}, below{"b/index.txt", "b/index.txt", 0};
    CHECK(plan_outputs("out", {index, below}, ".html", "index.html") == Paths{"out/index-2.html", "out/b/index.html"});
    CHECK(plan({"issue.1931.05", ".txt"}) == Paths{"out/issue.1931.05.json", "out/.txt.json"});
}
