#include "file_names.hpp"

#include <algorithm>
#include <iterator>

#include "archive.hpp"

namespace broadsheet::app {

namespace {

// Endings of files that hold no page (or in formats that later versions read). Such a file is read when it is
// named, and passed over in a folder.
constexpr std::string_view passed_over[] = {
    ".bin",  ".bmp",   ".bz2",    ".css", ".csv", ".djvu", ".doc", ".docx",  ".epub", ".exe",  ".gif", ".gz",  ".js",
    ".json", ".jsonl", ".layers", ".odt", ".py",  ".svg",  ".tar", ".words", ".xz",   ".yaml", ".yml", ".zip", ".zst"};

// Endings of what must be recognised first: in a folder only where the text of the page does not stand beside it.
constexpr std::string_view pictures[] = {".jp2", ".jpeg", ".jpg", ".pdf", ".png", ".tif", ".tiff", ".webp"};

}  // namespace

std::string ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    std::string out(name.substr(dot));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_passed_over(const std::string& ending) {
    return std::find(std::begin(passed_over), std::end(passed_over), ending) != std::end(passed_over);
}

bool is_picture(const std::string& ending) {
    return std::find(std::begin(pictures), std::end(pictures), ending) != std::end(pictures);
}

bool holds_records(std::string_view name) {
    bool packed = false;
    for (const std::string_view ending : {".gz", ".zst"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size()), packed = true;
    return name.ends_with(".jsonl") || name.ends_with(".ndjson") || (packed && name.ends_with(".json"));
}

std::string_view page_stem_of(std::string_view name) { return name.substr(0, name.find('.', 1)); }

bool is_archive(const std::string& ending, std::string_view name) {
    return reads_archives() &&
           (ending == ".zip" || ending == ".tar" || ending == ".tgz" || (ending == ".gz" && name.ends_with(".tar.gz")));
}

bool may_be_page(std::string_view name) {
    const auto ending = ending_of(name.substr(name.rfind('/') + 1));
    return !is_passed_over(ending) && !is_picture(ending);
}

}  // namespace broadsheet::app
