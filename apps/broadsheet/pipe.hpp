// The command `pipe`: JSON lines in, JSON lines out.
#pragma once

#include "settings.hpp"

namespace broadsheet::app {

// Gives the exit code.
// @throws UsageError, OutputError, ClosedPipe
[[nodiscard]] int run_pipe(Settings given);

}  // namespace broadsheet::app
