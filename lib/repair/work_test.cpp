#include "repair/work.hpp"

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

TEST_CASE("a line beside columns that leaves a quotation open is a line of text, no headline", "[repair][work]") {
    const auto display = [](std::string_view text) {
        Document d = read(text);
        const RepairOptions options;
        Work work(d, options);
        for (const Line& line : d.lines) work.alone.push_back(line.text.begin);
        work.look_at_lines();
        return work.display;
    };
    CHECK(display("旧粮仓里的“读书人”") == std::vector<bool>{true});
    CHECK(display("馆长说：“开馆七个月，") == std::vector<bool>{false});
    CHECK(display("旧粮仓里“读书\n亮灯到夜里”") == std::vector<bool>{true, true});
}
