// The forms in which texts are compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::eval {

// White space as Python has it, so that other scripts can be compared with: not U+FEFF, not U+200B.
[[nodiscard]] bool is_blank(char32_t c);
[[nodiscard]] std::u32string_view stripped(std::u32string_view text);

// NFKC, quotation marks and dashes unified, white space collapsed, and taken out beside wide characters and quotation
// marks.
[[nodiscard]] std::u32string normal(std::u32string_view text);

// Lines put together by the rule of gold: stripped, with a space between two where neither side is Chinese or Japanese.
[[nodiscard]] std::u32string put_together(const std::vector<std::u32string_view>& pieces);

// For order: no white space, no hyphens.
[[nodiscard]] std::u32string squeezed(std::u32string_view text);

// For provenance: no white space, quotation marks unified.
[[nodiscard]] std::u32string bare(std::u32string_view text);

// Words; each wide character is one.
[[nodiscard]] std::vector<std::u32string> words_of(std::u32string_view text);

}  // namespace broadsheet::eval
