// The tables of commands and of exit codes.
#include <algorithm>

#include "options.hpp"

namespace broadsheet::app {

namespace {

constexpr CommandRow command_table[] = {
    {Command::extract, "extract", "INPUT...", "the articles of each page (the command may be left out)"},
    {Command::repair, "repair", "INPUT...", "the page's text, its lines repaired, not segmented"},
    {Command::explain, "explain", "INPUT...", "each decision with its place and its evidence"},
    {Command::words, "words", "INPUT...",
     "the words of the pages with their counts, for --words; merges files of words"},
    {Command::pipe, "pipe", "[INPUT...]",
     "for data pipelines: JSON lines in, a record a page or an issue; JSON lines out, a record an article"},
    {Command::eval, "eval", "GOLD PREDICTED...",
     "scores: GOLD is annotated by hand, PREDICTED a page document (--to json) or a page, which is extracted first"},
    {Command::annotate, "annotate", "INPUT...", "gold for eval, to be corrected by hand, of a page or a page document"},
    {Command::list, "list", "readers|passes|writers|languages", "what this version knows"},
};

constexpr ExitRow exit_table[] = {
    {0, "all is well"},
    {1, "a fatal error: the output cannot be written, a file of --words cannot be read, or there is no memory left"},
    {2, "wrong usage"},
    {3,
     "finished, but some inputs failed, each named in one line on standard error; the others are complete (pipe: or "
     "some records are bad)"},
};

}  // namespace

std::span<const CommandRow> commands() { return command_table; }
std::span<const ExitRow> exit_codes() { return exit_table; }

const CommandRow& row_of(Command command) {
    return *std::find_if(std::begin(command_table), std::end(command_table),
                         [&](const CommandRow& row) { return row.command == command; });
}

bool takes(Command command, const OptionRow& option) {
    switch (command) {
        case Command::extract:
            return (option.commands & for_extract) != 0;
        case Command::repair:
            return (option.commands & for_repair) != 0;
        case Command::explain:
            return (option.commands & for_explain) != 0;
        case Command::words:
            return (option.commands & for_words) != 0;
        case Command::list:
            return (option.commands & for_list) != 0;
        case Command::pipe:
            return (option.commands & for_pipe) != 0;
        case Command::eval:
            return (option.commands & for_eval) != 0;
        case Command::annotate:
            return (option.commands & for_annotate) != 0;
    }
    return false;
}

}  // namespace broadsheet::app
