// What follows from the settings for the output: where each result goes, and what stands between two of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"
#include "settings.hpp"

namespace broadsheet::app {

// --to html: each result is a page to look at.
[[nodiscard]] bool writes_reports(const Settings& settings);

// The path of each result (an empty one: gold that is there already and kept); none where all goes to standard output.
// Makes the folder of -o.
// @throws UsageError, OutputError
[[nodiscard]] std::vector<std::string> plan(const Settings& settings, const std::vector<Input>& inputs);

// What stands between the results of two inputs on standard output.
[[nodiscard]] std::string_view between(const Settings& settings);

}  // namespace broadsheet::app
