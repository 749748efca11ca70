// On which line of a JSON text something stands, for messages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broadsheet::eval {

// The way to a value: keys of objects and indices of arrays.
using JsonPath = std::vector<std::variant<std::string, std::size_t>>;

// The line (from 1) of the value, or of the last one on the way to it that there is. The text must be valid JSON.
[[nodiscard]] std::size_t line_of(std::string_view json, const JsonPath& path);

// The line of a byte.
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t byte);

}  // namespace broadsheet::eval
