#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completions.hpp"

namespace broadsheet::app {

namespace {

constexpr std::string_view head =
    R"(# Completions of bash for broadsheet, made by the program from its table of options.
_broadsheet_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2"); }
_broadsheet_paths() {  # -f files, -d folders; words that were found stay
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$2")
}

_broadsheet() {
    local cur=${COMP_WORDS[COMP_CWORD]} option='' command=extract i
    ((COMP_CWORD > 1)) && option=${COMP_WORDS[COMP_CWORD - 1]}
    # "--to=json" is three words for bash.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
)";

std::string names_of(const OptionRow& row) {
    return row.letter != 0 ? fmt::format("-{}|--{}", row.letter, row.name) : fmt::format("--{}", row.name);
}

std::string action_of(const Completed& what) {
    std::string out;
    if (!what.words.empty()) out += fmt::format("_broadsheet_words '{}' \"$cur\"; ", fmt::join(what.words, " "));
    if (what.files) out += "_broadsheet_paths -f \"$cur\"; ";
    if (what.folders) out += "_broadsheet_paths -d \"$cur\"; ";
    return out;
}

}  // namespace

std::string bash_completion() {
    std::string out(head), names;
    const auto all = commands();
    for (const CommandRow& row : all) names.append(names.empty() ? "" : "|").append(row.name);
    out += fmt::format(
        "    if ((COMP_CWORD > 1)); then\n        case ${{COMP_WORDS[1]}} in\n"
        "        {}) command=${{COMP_WORDS[1]}} ;;\n        esac\n    fi\n",
        names);
    out +=
        "    for ((i = 1; i < COMP_CWORD; ++i)); do  # behind -- are inputs only\n"
        "        if [[ ${COMP_WORDS[i]} == -- ]]; then _broadsheet_paths -f \"$cur\"; return; fi\n    done\n"
        "    case $option in\n";
    for (const OptionRow& row : option_rows())
        if (!row.argument.empty())
            out += fmt::format("    {}) {}return ;;\n", names_of(row), action_of(completed(row)));
    out += "    esac\n    if [[ $cur == -* ]]; then\n        case $command in\n";
    for (const CommandRow& command : all) {
        std::string options;
        for (const OptionRow& row : option_rows())
            if (takes(command.command, row)) options.append(options.empty() ? "--" : " --").append(row.name);
        out += fmt::format("        {}) _broadsheet_words '{}' \"$cur\" ;;\n", command.name, options);
    }
    out += "        esac\n        return\n    fi\n    case $command in\n";
    for (const CommandRow& command : all)
        out += fmt::format("    {}) {};;\n", command.name, action_of(completed(command)));
    std::string words = names;
    for (char& c : words)
        if (c == '|') c = ' ';
    out +=
        "    esac\n    if ((COMP_CWORD == 1)); then\n"
        "        while IFS= read -r i; do COMPREPLY+=(\"$i\"); done < <(compgen -W '" +
        words + "' -- \"$cur\")\n    fi\n}\ncomplete -F _broadsheet broadsheet\n";
    return out;
}

}  // namespace broadsheet::app
