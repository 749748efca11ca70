// Where in an article's text each span of the source stands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::write_detail {

// Code points [start, end) of a text come from bytes [begin, end) of the source.
struct Origin {
    std::uint64_t text_begin = 0;
    std::uint64_t text_end = 0;
    Span span;
};

// One row for each span of the block, in reading order. `rendered` is the text of the block, and `offset` the code
// points that stand before it in the article's text.
//
// Rendering changes white space and the shape of a character, never the number or the order of characters that are
// not white space; so those are counted off on both sides. (Where that should fail, a row names the whole block.)
void append_origins(const Document& document, const Block& block, std::string_view rendered, std::uint64_t offset,
                    std::vector<Origin>& out);

// Code points of well-formed UTF-8.
[[nodiscard]] std::uint64_t count_code_points(std::string_view utf8);

}  // namespace broadsheet::write_detail
