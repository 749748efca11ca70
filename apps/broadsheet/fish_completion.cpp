#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completions.hpp"

namespace broadsheet::app {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string value_of(const OptionRow& row) {
    if (row.argument.empty()) return {};
    const Completed what = completed(row);
    std::string words = fmt::format("{}", fmt::join(what.words, " "));
    if (what.folders) words += words.empty() ? "(__fish_complete_directories)" : " (__fish_complete_directories)";
    if (what.files) return " -r -F";
    return words.empty() ? " -x" : fmt::format(" -x -a {}", quoted(words));
}

}  // namespace

std::string fish_completion() {
    const auto all = commands();
    std::string names;
    for (const CommandRow& row : all) names.append(" ").append(row.name);
    std::string out = fmt::format(
        "# Completions of fish for broadsheet, made by the program from its table of options.\n"
        "function __broadsheet_command\n    set -l words (commandline -opc)\n"
        "    if set -q words[2]; and contains -- $words[2]{}\n        echo $words[2]\n    else\n"
        "        echo extract\n    end\nend\n"
        "function __broadsheet_is\n    contains -- (__broadsheet_command) $argv\nend\n"
        "function __broadsheet_is_first\n    test (count (commandline -opc)) -eq 1\nend\n",
        names);
    for (const CommandRow& row : all) {
        out += fmt::format("complete -c broadsheet -n __broadsheet_is_first -a {} -d {}\n", row.name,
                           quoted(short_of(row.summary)));
        const Completed what = completed(row);
        if (what.files) continue;
        out += fmt::format("complete -c broadsheet -n '__broadsheet_is {}' -f", row.name);
        if (!what.words.empty()) out += fmt::format(" -a {}", quoted(fmt::format("{}", fmt::join(what.words, " "))));
        out += '\n';
    }
    for (const OptionRow& row : option_rows()) {
        std::string of;
        for (const CommandRow& command : all)
            if (takes(command.command, row)) of.append(" ").append(command.name);
        if (of.empty()) continue;
        out += fmt::format("complete -c broadsheet -n '__broadsheet_is{}'{} -l {}{} -d {}\n", of,
                           row.letter != 0 ? fmt::format(" -s {}", row.letter) : "", row.name, value_of(row),
                           quoted(short_of(row.summary)));
    }
    return out;
}

}  // namespace broadsheet::app
