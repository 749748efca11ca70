/// @file
/// Names that options take, in tables: readers(), passes(), spacing_names ... The command line, the C interface and
/// Python spell a value as its table does.
#pragma once

#include <iterator>
#include <string_view>

namespace broadsheet {

/// One row of such a table: a value of an option and its name.
template <typename Value>
struct Named {
    std::string_view name;
    Value value;
};

/// The name in a row of any table of names.
[[nodiscard]] constexpr std::string_view row_name(std::string_view row) { return row; }

template <typename Row>
requires requires(const Row& row) { row.name; }
[[nodiscard]] constexpr std::string_view row_name(const Row& row) { return row.name; }

/// The row of that name, or nullptr.
template <typename Table>
[[nodiscard]] constexpr auto find_named(const Table& table, std::string_view name) -> decltype(&*std::begin(table)) {
    for (const auto& row : table)
        if (row_name(row) == name) return &row;
    return nullptr;
}

}  // namespace broadsheet
