#include "output.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "file_identity.hpp"
#include "options.hpp"

namespace broadsheet::app {

namespace {

constexpr std::string_view replaced_endings[] = {".txt", ".text", ".md", ".markdown", ".mkd", ".ocr", ".asc"};

std::string_view without_ending(std::string_view path) {
    for (const auto ending : replaced_endings)
        if (path.size() > ending.size() && path.ends_with(ending) && path[path.size() - ending.size() - 1] != '/')
            return path.substr(0, path.size() - ending.size());
    return path;
}

using Names = std::unordered_set<std::string>;

// The path with `extension`, or, where that is taken or the name of a folder, with a number before it.
std::string free_name(const std::string& stem, std::string_view extension, const Names& folders, Names& taken) {
    std::string out = stem + std::string(extension);
    for (unsigned n = 2; folders.contains(out) || !taken.insert(out).second; ++n)
        out = stem + "-" + std::to_string(n) + std::string(extension);
    return out;
}

// The folders that files are written into; those that stand for an input may hold others.
Names folders_of(const std::string& root, const std::vector<Input>& inputs, std::string_view extension) {
    Names out;
    if (extension.empty()) return out;
    for (const Input& input : inputs)
        for (auto end = input.relative.rfind('/'); end != std::string::npos && end != 0;
             end = input.relative.rfind('/', end - 1))
            if (!out.insert(root + input.relative.substr(0, end)).second) break;
    return out;
}

}  // namespace

std::vector<std::string> plan_outputs(const std::string& folder, const std::vector<Input>& inputs,
                                      std::string_view extension, std::string_view reserved) {
    std::unordered_map<std::string_view, unsigned> users;
    for (const Input& input : inputs) ++users[without_ending(input.relative)];
    std::string root = folder;
    if (!root.ends_with('/')) root += '/';
    const Names folders = folders_of(root, inputs, extension);
    Names taken;
    if (!reserved.empty()) taken.insert(root + std::string(reserved));
    std::vector<std::string> out;
    out.reserve(inputs.size());
    for (const Input& input : inputs) {
        const auto stem = without_ending(input.relative);
        const bool meets = users[stem] > 1;
        const std::string_view name = meets ? std::string_view(input.relative) : stem;
        out.push_back(free_name(root + std::string(name), extension, folders, taken));
    }
    return out;
}

std::vector<std::string> plan_gold(const std::string& folder, std::vector<Input> inputs, bool only_one) {
    // p3.json is the page document of p3.txt.
    for (Input& input : inputs)
        if (input.relative.ends_with(".json"))
            input.relative.resize(input.relative.size() - std::string_view(".json").size());
    auto out = plan_outputs(folder, inputs, ".gold.json");
    for (std::string& path : out) {
        struct stat info {};
        if (::lstat(path.c_str(), &info) != 0) continue;
        if (only_one)
            throw UsageError(fmt::format(
                "{}: is there already, and gold is not written over (remove it, or name another folder)", path));
        path.clear();
    }
    return out;
}

std::string overwritten_input(const std::vector<std::string>& paths, const std::vector<Input>& inputs) {
    std::set<FileIdentity> there;
    for (const std::string& path : paths)
        if (const auto identity = identity_of(path)) there.insert(*identity);
    if (there.empty()) return {};
    // An input is one of the files, or lies in one of the folders that articles are put in.
    const auto is_there = [&](const std::string& path) {
        const auto identity = identity_of(path);
        return identity && there.contains(*identity);
    };
    std::unordered_map<std::string, bool> folders;  // many inputs lie in one
    for (const Input& input : inputs) {
        if (input.path == "-") {
            const auto identity = identity_of(STDIN_FILENO);
            if (identity && there.contains(*identity)) return "standard input";
            continue;
        }
        if (is_there(input.path)) return input.path;
        const auto slash = input.path.rfind('/');
        const std::string folder = slash == std::string::npos ? "." : input.path.substr(0, slash + 1);
        const auto [at, is_new] = folders.try_emplace(folder);
        if (is_new) at->second = is_there(folder);
        if (at->second) return input.path;
    }
    return {};
}

}  // namespace broadsheet::app
