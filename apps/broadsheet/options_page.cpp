// docs/options.md: the tables of options.hpp as Markdown.
#include <fmt/format.h>

#include <broadsheet/broadsheet.hpp>

#include "help.hpp"

namespace broadsheet::app {

namespace {

std::string escaped(std::string_view text, std::string_view marks) {
    std::string out;
    for (const char c : text) {
        if (marks.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

// In a table, as text or between backticks, where nothing but the table's own mark is one.
std::string cell(std::string_view text) { return escaped(text, "|<*_[]"); }
std::string code(std::string_view text) { return "`" + escaped(text, "|") + "`"; }

std::string commands_of(const OptionRow& option) {
    if (option.commands == for_any) return "all";
    std::string out;
    for (const CommandRow& row : commands())
        if (takes(row.command, option)) out.append(out.empty() ? "" : ", ").append(row.name);
    return out;
}

template <typename Rows>
void add_names(std::string& out, std::string_view title, const Rows& rows) {
    out += fmt::format("\n## {}\n\n| name | |\n|---|---|\n", title);
    for (const auto& row : rows) out += fmt::format("| `{}` | {} |\n", row.name, cell(row.summary));
}

}  // namespace

std::string options_page() {
    std::string out =
        "# Commands and options\n\n"
        "Made by `./dev docs` from the program's own tables, as `broadsheet --help`, the manual pages and the "
        "completions are. Do not edit.\n\n## Commands\n\n| command | |\n|---|---|\n";
    for (const CommandRow& row : commands())
        out += fmt::format("| {} | {} |\n", code(fmt::format("broadsheet {} {}", row.name, row.arguments)),
                           cell(row.summary));
    std::string_view group;
    for (const OptionRow& row : option_rows()) {
        if (row.group != group)
            out += fmt::format("\n## {}\n\n| option | | commands |\n|---|---|---|\n", group = row.group);
        out +=
            fmt::format("| {}`--{}{}{}` | {} | {} |\n", row.letter != 0 ? fmt::format("`-{}`, ", row.letter) : "",
                        row.name, row.argument.empty() ? "" : " ", row.argument, cell(row.summary), commands_of(row));
    }
    out += "\n## Exit status\n\n| | |\n|---|---|\n";
    for (const ExitRow& row : exit_codes()) out += fmt::format("| {} | {} |\n", row.code, cell(row.meaning));
    add_names(out, "Readers (--from)", readers());
    add_names(out, "Writers (--to)", writers());
    add_names(out, "Passes (--skip)", passes());
    out += "\n## Languages (--lang)\n\n";
    std::string_view separator;
    for (const auto language : languages()) {
        out += fmt::format("{}`{}`", separator, language);
        separator = ", ";
    }
    out += "\n";
    return out;
}

}  // namespace broadsheet::app
