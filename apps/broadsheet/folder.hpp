// What lies in a folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::app {

struct FolderEntry {
    enum class Kind { file, folder, other };  // other: devices, sockets, pipes
    std::string name;
    Kind kind = Kind::other;
};

struct FolderList {
    std::vector<FolderEntry> entries;  // sorted by the bytes of their names
    int error = 0;                     // errno, if it could not be read
};

// The path of a name in a folder; an empty folder is none.
[[nodiscard]] std::string below(const std::string& folder, std::string_view name);

// A link to a file counts as a file; a link to a folder is left out (it may lead back); a link to nothing counts as
// a file, so that somebody hears of it.
[[nodiscard]] FolderList list_folder(const std::string& path);

}  // namespace broadsheet::app
