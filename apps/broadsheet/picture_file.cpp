#include "picture_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "output_file.hpp"

namespace broadsheet::app {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes, format;
};

constexpr Signature signature_table[] = {
    {"%PDF-"sv, "pdf"},
    {"\x89PNG\r\n\x1A\n"sv, "png"},
    {"\xFF\xD8\xFF"sv, "jpeg"},
    {"GIF87a"sv, "gif"},
    {"GIF89a"sv, "gif"},
    {"II*\0"sv, "tiff"},
    {"MM\0*"sv, "tiff"},
    {"\0\0\0\x0CjP  "sv, "jp2"},
    {"\xFF\x4F\xFF\x51"sv, "jp2"},
};

}  // namespace

std::string_view picture_format(std::string_view bytes) {
    for (const Signature& s : signature_table)
        if (bytes.starts_with(s.bytes)) return s.format;
    if (bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size()), 4) == "WEBP") return "webp";
    return {};
}

void put_source(const std::string& folder, const std::string& path, std::string_view bytes) {
    const std::string file = folder + "/source";
    struct stat info {};
    std::error_code failed;
    const bool is_file = path != "-" && ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
    const auto from = std::filesystem::absolute(path, failed).string();
    if (!is_file || failed || ::symlink(from.c_str(), file.c_str()) != 0) write_file(file, bytes);
}

}  // namespace broadsheet::app
