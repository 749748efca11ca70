// Pages that gold and page documents name. What they name is opened only where that can do no harm: files of strangers
// must not lead to pipes that never end, or to files elsewhere whose text is then shown.
#pragma once

#include <string>

namespace broadsheet::app {

// A file itself, or by links: no folder, pipe or device. It is not opened.
[[nodiscard]] bool is_regular_file(const std::string& path);

[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

// Whether a file lies in a folder or below it, once links are followed.
// @param folder empty: the one that the program runs in
[[nodiscard]] bool lies_below(const std::string& folder, const std::string& path);

// "gold/p.json" is "gold", "p.json" is "".
[[nodiscard]] std::string folder_of(const std::string& path);

// The file `name` as `path` names it: in the same folder, unless it begins with "/".
[[nodiscard]] std::string beside(const std::string& path, const std::string& name);

// The page that gold names, in its folder or below; empty where there is none.
// @throws Error (option) for a name that leads elsewhere, or to what is no file
[[nodiscard]] std::string page_named_by_gold(const std::string& gold, const std::string& source);

}  // namespace broadsheet::app
