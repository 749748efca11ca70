// How good the articles of our own pages are, as `broadsheet eval` measures them, and floors that may only rise.
//
//     broadsheet_tests "[.scores]"    prints the figures of every page, and floors.json as it could be
//
// A page of which no article is right has no floor for them: a floor of 0 defends nothing.
#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "pages_test.hpp"

namespace {

using nlohmann::json;
namespace eval = broadsheet::eval;

constexpr const char* defended[] = {"articles", "heads", "similarity", "blocks", "roles"};

double value_of(const std::vector<eval::Figure>& figures, const std::string& name) {
    const auto at =
        std::find_if(figures.begin(), figures.end(), [&](const auto& figure) { return figure.name == name; });
    REQUIRE(at != figures.end());
    return at->value;
}

struct Result {
    std::string page;
    std::vector<eval::Figure> figures;
};

std::vector<Result> results_of(const std::vector<pages::Page>& set, const std::string& folder) {
    std::vector<Result> out;
    for (const auto& page : set) {
        const std::string stem = page.name.substr(0, page.name.rfind('.'));
        const auto gold = eval::read_gold(pages::contents(folder + "/" + stem + ".gold.json"), stem);
        const auto source = eval::read_page(page.bytes);
        const auto found = eval::prediction_of(broadsheet::process(page.bytes));
        out.push_back({stem, eval::figures(eval::evaluate(gold, found, &source))});
    }
    return out;
}

// The pages of testdata/pages, and those of testdata/layout.
const std::vector<Result>& results(const std::string& folder) {
    static const auto all = results_of(pages::own(), std::string(TESTDATA) + "/pages");
    static const auto layouts = results_of(pages::layouts(), std::string(TESTDATA) + "/layout");
    return folder == "pages" ? all : layouts;
}

}  // namespace

TEST_CASE("the articles of our own pages are as good as they were", "[gold]") {
    const std::string folder = GENERATE("pages", "layout");
    const auto floors = json::parse(pages::contents(std::string(TESTDATA) + "/" + folder + "/floors.json"));
    for (const auto& [page, figures] : results(folder)) {
        INFO(page);
        REQUIRE(floors.contains(page));
        const auto& floor = floors[page];
        for (const std::string name : defended) {
            INFO(name);
            if (name == "articles" && !floor.contains(name)) continue;
            CHECK(floor.at(name).get<double>() > 0);
            CHECK(value_of(figures, name) >= floor.at(name).get<double>());
        }
    }
    CHECK(floors.size() == results(folder).size());
}

TEST_CASE("figures", "[.scores]") {
    const std::string folder = GENERATE("pages", "layout");
    std::ostringstream floors;
    // Two hundredths of room, so that a change elsewhere that moves one block does not fail the test.
    const auto below = [](double x) { return std::floor((x - 0.02) * 100) / 100; };
    const char* next = "{\n";
    for (const auto& [page, figures] : results(folder)) {
        floors << next << " \"" << page << "\": {";
        next = ",\n";
        const char* comma = "";
        std::printf("%-22s", page.c_str());
        for (const std::string name : defended) {
            const double value = value_of(figures, name);
            std::printf("  %s %.3f", name.c_str(), value);
            if (below(value) <= 0) continue;
            floors << comma << '"' << name << "\": " << below(value);
            comma = ", ";
        }
        std::printf("\n");
        floors << "}";
    }
    std::cout << floors.str() << "\n}\n";
}
