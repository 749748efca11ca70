// What a row of Markdown is, by itself. All views are without white space at their ends.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::reading {

// Of "## Title": 2. 0 where the row is no heading.
[[nodiscard]] std::uint8_t heading_level(std::u32string_view line);

// The number of # that close a heading.
[[nodiscard]] std::uint32_t closing_hashes(std::u32string_view line);

struct Fence {
    std::uint32_t length = 0;  // of the marks; 0: no fence
    bool named = false;        // says what it holds
    bool literal = false;      // holds something that is not Markdown or text
};
[[nodiscard]] Fence parse_fence(std::u32string_view line);

// Three or more -, * or _ and nothing else.
[[nodiscard]] bool is_rule(std::u32string_view line);

struct ListItem {
    std::uint32_t length = 0;  // of the mark; 0: no item
    bool is_number = false;    // such a mark is text
};
[[nodiscard]] ListItem parse_list_item(std::u32string_view line);

// |---|:--:|
[[nodiscard]] bool is_delimiter_row(std::u32string_view line);

[[nodiscard]] bool starts_comment(std::u32string_view line);

// The inside of a comment that says where a page begins or ends: "page 3", "PageBreak".
[[nodiscard]] bool is_page_comment(std::u32string_view text);

// "primary_language: en"
[[nodiscard]] bool is_yaml_key(std::u32string_view line);

// ... with a string in quotation marks or a list for its value.
[[nodiscard]] bool has_yaml_value(std::u32string_view line);

}  // namespace broadsheet::reading
