#include "broadsheet/error.hpp"
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("any pass may be skipped, one that does not exist is an error", "[repair]") {
    const std::string text =
        "2021年3月28日 星期日 "
        "第2版\n\n春天到了，河边的柳树长出了\n嫩芽，孩子们在草地上放风筝。\n\n河\n上\n新\n桥\n\n主办 "
        "河边镇人民政府河边镇人民政府\n";
    for (const auto& pass : passes()) CHECK_FALSE(repaired(text, {std::string(pass.name)}).blocks.empty());
    Document d = read(text);
    RepairOptions wrong;
    wrong.skip = {"no such pass"};
    CHECK_THROWS_AS(repair(d, wrong), Error);
}

TEST_CASE("nothing and white space give no block", "[repair]") {
    CHECK(repaired("").blocks.empty());
    CHECK(repaired("\n \n\t\n\f\n").blocks.empty());
}

TEST_CASE("decisions are explained on demand", "[repair]") {
    const std::string text =
        "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，说起\n\n往年的收成，也说起今年的雨水。\n";
    Document d = read(text);
    RepairOptions options;
    options.explain = true;
    repair(d, options);
    REQUIRE_FALSE(d.notes.empty());
    CHECK(d.notes.back().line == 3);
    CHECK(d.notes.back().message.find("goes on from line 1: no mark at the end") == 0);
    Document silent = read(text);
    repair(silent);
    CHECK(silent.notes.empty());
}
