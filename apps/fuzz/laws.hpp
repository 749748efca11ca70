// The laws that hold for every input, as checks that end the process. What the fuzz targets ask.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

// Ends the process, with the message on standard error, if the law does not hold.
void require(bool holds, std::string_view law, std::string_view detail = "");
void require(bool holds, std::string_view law, std::size_t at);

// The bytes of the input and the options for them. The last byte picks the encoding; that of an ordinary text, a
// line feed, leaves it to be found by content.
struct Input {
    std::string_view bytes;
    broadsheet::Options options;
};
[[nodiscard]] Input input_of(const std::uint8_t* data, std::size_t size);

// read(), or nothing where it refuses the input in the way it says it may.
[[nodiscard]] std::optional<broadsheet::Document> read(const Input& input);

// Every character that is not white space is in a line or dropped, and in no two lines; places grow.
void check_lines(const broadsheet::Document& document, std::string_view bytes);

// check() has nothing to say, and spans of blocks name the bytes of their text, none twice.
void check_blocks(const broadsheet::Document& document, std::string_view bytes);

[[nodiscard]] bool is_utf8(std::string_view text);

// Of UTF-8; bytes that are none are left out.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

// The same characters but for white space; of texts with forms that output does not keep nothing is said.
[[nodiscard]] bool is_same_text(std::string_view a, std::string_view b);

// One or more well-formed files of XML, one behind the other, as expat sees it.
[[nodiscard]] bool is_xml(std::string_view text);

}  // namespace fuzz
