// JSON knows no largest number, simdjson does.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::piping {

// The line with each well-formed number that may not fit into 64 bits as a string: its value is of no use to us, but a
// record is not bad because it holds one.
[[nodiscard]] std::string quote_large_numbers(std::string_view line);

}  // namespace broadsheet::piping
