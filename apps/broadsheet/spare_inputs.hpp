// A run of `pipe` must not write over what it reads.
#pragma once

#include <vector>

#include "inputs.hpp"
#include "settings.hpp"

namespace broadsheet::app {

// Looks at single files and standard output; what goes below folders is looked at where shards are planned.
// @throws UsageError, broadsheet::Error (io) where an input is standard output
void spare_inputs(const Settings& settings, const std::vector<Input>& inputs);

}  // namespace broadsheet::app
