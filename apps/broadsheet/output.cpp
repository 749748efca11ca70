#include "output.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace broadsheet::app {

namespace {

constexpr std::string_view replaced_endings[] = {".txt", ".text", ".md", ".markdown", ".mkd", ".ocr", ".asc"};

std::string_view without_ending(std::string_view path) {
    for (const auto ending : replaced_endings)
        if (path.size() > ending.size() && path.ends_with(ending) && path[path.size() - ending.size() - 1] != '/')
            return path.substr(0, path.size() - ending.size());
    return path;
}

// The path with `extension`, or, where that is taken, with a number before it.
std::string free_name(const std::string& stem, std::string_view extension, std::unordered_set<std::string>& taken) {
    std::string out = stem + std::string(extension);
    for (unsigned n = 2; !taken.insert(out).second; ++n) out = stem + "-" + std::to_string(n) + std::string(extension);
    return out;
}

}  // namespace

std::vector<std::string> plan_outputs(const std::string& folder, const std::vector<Input>& inputs,
                                      std::string_view extension) {
    std::unordered_map<std::string_view, unsigned> users;
    for (const Input& input : inputs) ++users[without_ending(input.relative)];
    std::unordered_set<std::string> taken;
    std::vector<std::string> out;
    out.reserve(inputs.size());
    std::string root = folder;
    if (!root.ends_with('/')) root += '/';
    for (const Input& input : inputs) {
        const auto stem = without_ending(input.relative);
        const bool meets = users[stem] > 1;
        out.push_back(free_name(root + std::string(meets ? std::string_view(input.relative) : stem), extension, taken));
    }
    return out;
}

std::string overwritten_input(const std::vector<std::string>& paths, const std::vector<Input>& inputs) {
    using Identity = std::pair<dev_t, ino_t>;
    std::vector<std::pair<std::string, Identity>> there;
    for (const std::string& path : paths) {
        struct stat info {};
        if (::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode))
            there.emplace_back(path, Identity{info.st_dev, info.st_ino});
    }
    if (there.empty()) return {};
    std::set<Identity> sources;
    for (const Input& input : inputs) {
        struct stat info {};
        if (::stat(input.path.c_str(), &info) == 0) sources.insert({info.st_dev, info.st_ino});
    }
    const auto found =
        std::find_if(there.begin(), there.end(), [&](const auto& e) { return sources.contains(e.second); });
    return found == there.end() ? std::string() : found->first;
}

std::string article_file_name(std::string_view id, std::string_view extension) {
    std::string out;
    for (const char c : id) {
        const bool safe =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        out += safe ? c : '_';
    }
    if (out.empty()) out = "article";
    out += extension;
    return out;
}

}  // namespace broadsheet::app
