// What the inputs on the command line are.
#pragma once

#include <string>
#include <vector>

#include "settings.hpp"

namespace broadsheet::app {

// @throws UsageError where there are none and standard input is a terminal, or where one is no input
[[nodiscard]] std::vector<std::string> arguments_or_standard_input(const Settings& settings);

// A word that is no file and looks like a command is not read as an input.
// @throws UsageError
void expect_no_misspelt_command(const Settings& settings);

}  // namespace broadsheet::app
