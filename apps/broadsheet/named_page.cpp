#include "named_page.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <broadsheet/error.hpp>
#include <filesystem>
#include <system_error>

#include "folder.hpp"

namespace broadsheet::app {

namespace fs = std::filesystem;

bool is_regular_file(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return a == b || fs::equivalent(a, b, error);
}

bool lies_below(const std::string& folder, const std::string& path) {
    std::error_code error;
    const auto root = fs::canonical(folder.empty() ? "." : folder, error);
    if (error) return false;
    const auto file = fs::canonical(path, error);
    if (error) return false;
    const auto relative = file.lexically_relative(root);
    return !relative.empty() && *relative.begin() != "..";
}

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

std::string beside(const std::string& path, const std::string& name) {
    const auto folder = folder_of(path);
    return name.starts_with('/') || folder.empty() ? name : below(folder, name);
}

std::string page_named_by_gold(const std::string& gold, const std::string& source) {
    if (source.empty()) return {};
    const auto refuse = [&](const char* why) {
        throw Error(Error::Code::option, gold, fmt::format("its source \"{}\" {}", source, why),
                    "--page PATH names the page");
    };
    constexpr auto elsewhere = "is not in the folder of the gold or below";
    const fs::path name(source);
    if (name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end()) refuse(elsewhere);
    std::string path = beside(gold, source);
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    if (!lies_below(folder_of(gold), path)) refuse(elsewhere);
    if (!is_regular_file(path)) refuse("is no regular file");
    return path;
}

}  // namespace broadsheet::app
