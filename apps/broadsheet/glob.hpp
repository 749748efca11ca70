// Globs that the shell did not expand: * ? [a-z] [!a-z] \* and ** for any number of folders. The shell's own
// glob(3) knows no ** and reads names as the locale says.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::app {

[[nodiscard]] bool is_glob(std::string_view text);

// Does a name (no slash in it) match a pattern? Names are UTF-8; a byte that is part of no character counts as one.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view name);

// The part of a pattern that stands before the first component with a wildcard: "a/b/" of "a/b/*.txt".
[[nodiscard]] std::string_view fixed_part(std::string_view pattern);

struct GlobResult {
    std::vector<std::string> paths;                   // files and folders that match, sorted by bytes, each once
    std::vector<std::pair<std::string, int>> closed;  // folders that had to be looked into and could not: errno
};

// Names that begin with a dot only match a pattern that does.
[[nodiscard]] GlobResult expand_glob(std::string_view pattern);

}  // namespace broadsheet::app
