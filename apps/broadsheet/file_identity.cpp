#include "file_identity.hpp"

#include <sys/stat.h>

namespace broadsheet::app {

namespace {

std::optional<FileIdentity> identity_in(const struct stat& info) {
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) return std::nullopt;
    return FileIdentity{info.st_dev, info.st_ino};
}

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? identity_in(info) : std::nullopt;
}

std::optional<FileIdentity> identity_of(int descriptor) {
    struct stat info {};
    return ::fstat(descriptor, &info) == 0 ? identity_in(info) : std::nullopt;
}

}  // namespace broadsheet::app
