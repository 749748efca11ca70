// Names of persons in a line: what has the shape of one, and which a byline holds.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace broadsheet::language {

// A Chinese name of two characters is set as wide as one of three: 李 明. Without that space, so that one rule reads
// both.
[[nodiscard]] std::u32string close_names(std::u32string_view line);

// Two to four Han characters that begin with a surname, one or more times: 张三; 李四 王小五.
[[nodiscard]] bool looks_like_names(std::u32string_view line);

// Somebody with what they are or where they live, an office, or a Western name: capitals and initials only.
[[nodiscard]] bool looks_like_signer(std::u32string_view line);

// Signs a Western text and nothing else does: R. S.; (jw); mho/dpa; — Ann Lee, Elmsford.
[[nodiscard]] bool looks_like_signature(std::u32string_view line);

// The expressions that names_in() asks, of lines of 120 characters or less: for the test of what they cost.
[[nodiscard]] std::span<const std::string_view> name_expressions();

}  // namespace broadsheet::language
