// What the commands do.
#pragma once

#include "settings.hpp"

namespace broadsheet::app {

// Runs the command and gives the exit code.
// @throws UsageError, OutputError, ClosedPipe
[[nodiscard]] int run(const Settings& settings);

}  // namespace broadsheet::app
