// Texts made from the tables of options.hpp.
#pragma once

#include <string>
#include <string_view>

#include "options.hpp"

namespace broadsheet::app {

// What --help prints for a command.
[[nodiscard]] std::string help(Command command);

// Where the help is that somebody wants who got the command wrong that begins with `word`.
[[nodiscard]] std::string help_hint(std::string_view word);

// The manual page broadsheet(1), as roff.
[[nodiscard]] std::string manual();
// That of one command: broadsheet-words(1).
[[nodiscard]] std::string manual(const CommandRow& row);

// docs/options.md.
[[nodiscard]] std::string options_page();

[[nodiscard]] std::string version_line();

}  // namespace broadsheet::app
