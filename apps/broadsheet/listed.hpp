// What `broadsheet list` prints.
#pragma once

#include <string>
#include <vector>

namespace broadsheet::app {

// @throws UsageError for a table that does not exist, or none
[[nodiscard]] std::string listed(const std::vector<std::string>& tables);

}  // namespace broadsheet::app
