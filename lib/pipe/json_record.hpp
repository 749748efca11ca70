// What a line of JSON says of a record.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broadsheet::piping {

struct Page {
    std::string id;  // its own; may be empty
    std::string text;
};

struct InputRecord {
    std::string id;
    std::string source, created;  // empty where it has none
    bool is_list = false;         // else it has one page
    std::vector<Page> pages;
};

// Why a line is no record.
struct Fault {
    std::string id;         // where it could be read
    std::string_view code;  // encoding, json, field
    std::string message;
};

// @param id_field may be empty: then InputRecord::id is
[[nodiscard]] std::variant<InputRecord, Fault> parse_record(std::string_view line, std::string_view text_field,
                                                            std::string_view id_field);

}  // namespace broadsheet::piping
