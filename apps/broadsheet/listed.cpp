#include "listed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <broadsheet/broadsheet.hpp>

#include "completions.hpp"
#include "help.hpp"
#include "options.hpp"

namespace broadsheet::app {

namespace {

template <typename Rows>
std::string table_text(const Rows& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row.name.size());
    std::string out;
    for (const auto& row : rows) out += fmt::format("{:<{}}  {}\n", row.name, width, row.summary);
    return out;
}

std::string language_text() {
    std::string out;
    for (const auto language : languages()) out.append(language).append("\n");
    return out;
}

// "man-words" is the manual page of the command words.
const CommandRow* command_in(std::string_view what) {
    if (!what.starts_with("man-")) return nullptr;
    for (const CommandRow& row : commands())
        if (row.name == what.substr(4)) return &row;
    return nullptr;
}

}  // namespace

std::string listed(const std::vector<std::string>& tables) {
    std::string out;
    for (const std::string& what : tables) {
        if (what == "readers")
            out += table_text(readers());
        else if (what == "passes")
            out += table_text(passes());
        else if (what == "writers")
            out += table_text(writers());
        else if (what == "languages")
            out += language_text();
        else if (what == "man")  // for the build, which makes the manual page of it
            out += manual();
        else if (what == "options-page")  // and the page of the documentation
            out += options_page();
        else if (what == "bash-completion")  // and the completions
            out += bash_completion();
        else if (what == "zsh-completion")
            out += zsh_completion();
        else if (what == "fish-completion")
            out += fish_completion();
        else if (const CommandRow* const row = command_in(what))
            out += manual(*row);
        else
            throw UsageError(fmt::format("list: \"{}\" is not known (readers, passes, writers, languages)", what));
    }
    if (tables.empty()) throw UsageError("list: what? (readers, passes, writers, languages)");
    return out;
}

}  // namespace broadsheet::app
