// Names of files and issues, made of the input's name, and the one moment that formats ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/write.hpp"

namespace broadsheet::write_detail {

// "a/b/p3.alto.xml" -> "p3"; "-" -> "stdin". Letters, digits, - and _ only.
[[nodiscard]] std::string stem_of(std::string_view path);

// Safe as the name of a file: letters, digits, - and _.
[[nodiscard]] std::string file_name(std::string_view name);

[[nodiscard]] std::string four_digits(std::uint64_t number);

// An issue as impresso names it: GDL-1900-01-02-a.
struct IssueName {
    std::string alias;
    std::string date;  // empty: not known
    std::string edition = "a";

    [[nodiscard]] std::string prefix() const {
        return alias + "-" + (date.empty() ? "0000-00-00" : date) + "-" + edition;
    }
};

// By WriteOptions::source and created, where they are given; otherwise as the name of the input has them.
[[nodiscard]] IssueName issue_name(std::string_view source, const WriteOptions& options);

// The clock is never asked, or the same input would not give the same bytes: WriteOptions::added where it is a day or
// a moment, otherwise the first moment of 1970.
[[nodiscard]] std::string stamp(const WriteOptions& options);

}  // namespace broadsheet::write_detail
