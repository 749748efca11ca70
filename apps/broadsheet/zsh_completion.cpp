#include <fmt/format.h>
#include <fmt/ranges.h>

#include "completions.hpp"

namespace broadsheet::app {

namespace {

// Inside single quotes and brackets.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == '\\' || c == ':') out += '\\';
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out;
}

std::string action_of(const Completed& what) {
    if (what.words.empty()) return what.folders ? "_files -/" : what.files ? "_files" : "";
    std::string words = fmt::format("({})", fmt::join(what.words, " "));
    if (!what.folders && !what.files) return words;
    return fmt::format("{{_alternative \"words\\:word\\:{}\" \"files\\:file\\:_files{}\"}}", words,
                       what.folders ? " -/" : "");
}

std::string spec_of(const OptionRow& row) {
    const std::string about = fmt::format("[{}]", quoted(short_of(row.summary)));
    const bool again = row.summary.find("given again") != std::string_view::npos;
    const std::string value =
        row.argument.empty() ? "" : fmt::format(":{}:{}", row.argument, action_of(completed(row)));
    const std::string_view equals = row.argument.empty() ? "" : "=";
    if (row.letter == 0) return fmt::format("'{}--{}{}{}{}'", again ? "*" : "", row.name, equals, about, value);
    return fmt::format("'(-{0} --{1})'{{-{0},--{1}{2}}}'{3}{4}'", row.letter, row.name, equals, about, value);
}

}  // namespace

std::string zsh_completion() {
    std::string out =
        "#compdef broadsheet\n# Completions of zsh for broadsheet, made by the program from its table of options.\n"
        "_broadsheet() {\n    local command=extract\n    local -a options commands\n    commands=(\n";
    const auto all = commands();
    for (const CommandRow& row : all) out += fmt::format("        '{}:{}'\n", row.name, quoted(short_of(row.summary)));
    out +=
        "    )\n    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
        "        _describe -t commands command commands\n        _files\n        return\n    fi\n"
        "    if (( ${commands[(I)$words[2]:*]} )); then\n"
        "        command=$words[2]\n        shift words\n        (( CURRENT-- ))\n    fi\n    case $command in\n";
    for (const CommandRow& command : all) {
        out += fmt::format("    {})\n        options=(\n", command.name);
        for (const OptionRow& row : option_rows())
            if (takes(command.command, row)) out += fmt::format("            {}\n", spec_of(row));
        const auto rest = action_of(completed(command));
        if (!rest.empty()) out += fmt::format("            '*:{}:{}'\n", rest == "_files" ? "input" : "table", rest);
        out += "        ) ;;\n";
    }
    out += "    esac\n    _arguments -S $options\n}\n_broadsheet \"$@\"\n";
    return out;
}

}  // namespace broadsheet::app
