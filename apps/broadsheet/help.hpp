// Texts made from the tables of options.hpp.
#pragma once

#include <string>

#include "settings.hpp"

namespace broadsheet::app {

// What --help prints for a command.
[[nodiscard]] std::string help(Command command);

// The manual page broadsheet(1), as roff.
[[nodiscard]] std::string manual();

[[nodiscard]] std::string version_line();

}  // namespace broadsheet::app
