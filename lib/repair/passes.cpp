#include <algorithm>
#include <array>

#include "broadsheet/error.hpp"
#include "broadsheet/repair.hpp"
#include "core/given_up.hpp"
#include "repair/columns.hpp"
#include "repair/given.hpp"
#include "repair/work.hpp"

namespace broadsheet {

namespace {

using repair_stage::Work;

void no_join(Work& work) { repair_stage::one_draft_a_line(work); }

struct Row {
    Pass pass;
    void (*run)(Work&);
    void (*instead)(Work&);  // what must be done where the pass is skipped
};

// To add a pass: write one file with one function, add one row. The order is the running order.
constexpr std::array rows = {
    Row{{"columns", "split columns that stand side by side, put their lines in reading order"},
        repair_stage::columns,
        nullptr},
    Row{{"vertical", "find vertical headlines, one character a line"}, repair_stage::vertical, nullptr},
    Row{{"furniture", "take out folios and running heads"}, repair_stage::furniture, nullptr},
    Row{{"tables", "find rows of figures, which are no wrapped lines"}, repair_stage::tables, nullptr},
    Row{{"join", "join wrapped lines to paragraphs"}, repair_stage::join, no_join},
    Row{{"labels", "set off place labels that stick to a headline"}, repair_stage::labels, nullptr},
    Row{{"duplicates", "take out captions, paragraphs and words that stand twice"}, repair_stage::duplicates, nullptr},
    Row{{"headlines", "join the rows of a headline"}, repair_stage::headlines, nullptr},
    Row{{"threads", "join the parts of a paragraph that a column break tore apart"}, repair_stage::threads, nullptr},
    Row{{"abreast", "set headlines that stand side by side above their texts"},
        repair_stage::headlines_abreast,
        nullptr},
};

constexpr auto table = [] {
    std::array<Pass, rows.size()> out;
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = rows[i].pass;
    return out;
}();

}  // namespace

std::span<const Pass> passes() { return table; }

void repair(Document& d, const RepairOptions& options) {
    for (const auto& name : options.skip)
        if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.pass.name == name; }))
            throw Error(Error::Code::option, {}, "there is no repair pass \"" + name + "\"",
                        "see `broadsheet list passes`");
    const GivenUp given_up;
    Work work(d, options);
    for (const Row& row : rows) {
        const bool skipped = std::find(options.skip.begin(), options.skip.end(), row.pass.name) != options.skip.end();
        work.may_go_on();
        if (!skipped)
            row.run(work);
        else if (row.instead)
            row.instead(work);
        if (row.run == repair_stage::columns) {
            repair_stage::gather_given(work);
            repair_stage::fuse_lines(work);
            work.look_at_lines();
        }
    }
    work.may_go_on();
    repair_stage::part_given(work);
    repair_stage::assemble(work);
    given_up.note(d, "repair");
}

}  // namespace broadsheet
