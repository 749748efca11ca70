#include "folder.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string_view>

namespace broadsheet::app {

namespace {

FolderEntry::Kind kind_of_mode(mode_t mode) {
    if (S_ISREG(mode)) return FolderEntry::Kind::file;
    if (S_ISDIR(mode)) return FolderEntry::Kind::folder;
    return FolderEntry::Kind::other;
}

FolderEntry::Kind kind_of(const std::string& folder, const dirent& entry) {
    if (entry.d_type == DT_REG) return FolderEntry::Kind::file;
    if (entry.d_type == DT_DIR) return FolderEntry::Kind::folder;
    const std::string path = folder + "/" + entry.d_name;
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return FolderEntry::Kind::file;
    if (!S_ISLNK(info.st_mode)) return kind_of_mode(info.st_mode);
    if (::stat(path.c_str(), &info) != 0) return FolderEntry::Kind::file;
    return S_ISDIR(info.st_mode) ? FolderEntry::Kind::other : kind_of_mode(info.st_mode);
}

}  // namespace

std::string below(const std::string& folder, std::string_view name) {
    if (folder.empty() || folder.back() == '/') return folder + std::string(name);
    return folder + "/" + std::string(name);
}

FolderList list_folder(const std::string& path) {
    FolderList out;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
    if (!folder) {
        out.error = errno;
        return out;
    }
    while (true) {
        errno = 0;
        const dirent* entry = ::readdir(folder.get());
        if (entry == nullptr) break;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") out.entries.push_back({std::string(name), kind_of(path, *entry)});
    }
    out.error = errno;
    std::sort(out.entries.begin(), out.entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    return out;
}

}  // namespace broadsheet::app
