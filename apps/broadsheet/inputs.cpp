#include "inputs.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "file_identity.hpp"
#include "file_names.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "glob.hpp"
#include "issue.hpp"

namespace broadsheet::app {

namespace {

// What the pages of a folder are called whose text is there.
std::set<std::string, std::less<>> stems_of(const std::vector<FolderEntry>& entries) {
    std::set<std::string, std::less<>> out;
    for (const FolderEntry& entry : entries)
        if (const auto ending = ending_of(entry.name);
            entry.kind == FolderEntry::Kind::file && !is_picture(ending) && !is_passed_over(ending))
            out.emplace(page_stem_of(entry.name));
    return out;
}

// A path without "." and doubled slashes; nothing where it is absolute or leads upwards.
std::optional<std::string> plain_relative(std::string_view path) {
    if (path.starts_with('/')) return std::nullopt;
    std::string out;
    while (!path.empty()) {
        const auto part = path.substr(0, path.find('/'));
        if (part == "..") return std::nullopt;
        if (!part.empty() && part != ".") out = below(out, part);
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return out;
}

// The path from the root, without "." and "..", and without a slash at its end.
std::string from_root(const std::string& path) {
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    std::string out = (error ? std::filesystem::path("/" + path) : absolute).lexically_normal().string();
    while (out.size() > 1 && out.back() == '/') out.pop_back();
    return out;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

std::optional<struct stat> look_at(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return std::nullopt;
    return info;
}

class Finder {
public:
    enum class Take : std::uint8_t { pages, issues, records };

    Finder(std::size_t arguments, const std::vector<std::string>& outputs, Take take)
        : only_one_(arguments == 1), take_(take) {
        for (const std::string& output : outputs)
            if (const auto identity = identity_of(output)) outputs_.push_back(*identity);
    }

    void add(const std::string& argument) {
        if (argument == "-") return found_.list.push_back({"-", take_ == Take::records ? "stdin.jsonl" : "stdin", 0});
        const auto info = look_at(argument);
        // What is not there (or not to be seen) fails when it is read, unless it is a glob.
        if (!info && is_glob(argument)) return add_glob(argument);
        if (!info || !S_ISDIR(info->st_mode)) return found_.list.push_back({argument, place_of(argument), 0});
        if (take_ == Take::issues) return found_.list.push_back({argument, issue_place(argument), 0, true});
        const std::size_t before = found_.list.size();
        add_folder(argument, only_one_ ? std::string() : place_of(argument));
        if (take_ == Take::records && found_.list.size() == before) found_.list.push_back({argument, {}, no_records});
    }

    Inputs take() {
        // Paths from the root become relative to the deepest folder that holds all of them.
        for (Input& input : found_.list)
            if (input.relative.starts_with('/')) input.relative.erase(0, root_->size() + 1);
        return std::move(found_);
    }

private:
    // The place of an argument: as it is given, or from the root until all are known.
    std::string place_of(const std::string& argument) {
        if (auto relative = plain_relative(argument)) return *std::move(relative);
        std::string out = from_root(argument);
        widen_root(folder_of(out));
        return out;
    }

    // A folder that is one input has a file of its own below that of -o.
    std::string issue_place(const std::string& argument) {
        const auto place = place_of(argument);
        const auto root = from_root(argument);
        return place.empty() ? root.substr(root.rfind('/') + 1) : place;
    }

    void widen_root(std::string_view folder) {
        if (folder == "/") folder = {};
        if (!root_) root_ = folder;
        const auto holds = [&] {
            return folder.starts_with(*root_) && (folder.size() == root_->size() || folder[root_->size()] == '/');
        };
        while (!holds()) root_->resize(folder_of(*root_).size());
    }

    void add_glob(const std::string& pattern) {
        const GlobResult result = expand_glob(pattern);
        for (const auto& [path, error] : result.closed) found_.list.push_back({path, {}, error});
        if (result.paths.empty() && result.closed.empty()) found_.list.push_back({pattern, {}, ENOENT});
        const bool relative = plain_relative(pattern).has_value();
        if (!relative)
            widen_root(from_root(std::string(pattern.starts_with('/') ? "" : "./").append(fixed_part(pattern))));
        const std::size_t before = found_.list.size();
        for (const std::string& path : result.paths) {
            const auto info = look_at(path);
            const std::string place = relative ? *plain_relative(path) : from_root(path);
            if (info && S_ISDIR(info->st_mode) && take_ == Take::issues)
                found_.list.push_back({path, place, 0, true});
            else if (info && S_ISDIR(info->st_mode))
                add_folder(path, place);
            else if (!info || S_ISREG(info->st_mode))  // a pipe or a device is read when it is named
                found_.list.push_back({path, place, 0});
        }
        // One folder of many may be empty, but not all of them.
        if (take_ == Take::records && !result.paths.empty() && found_.list.size() == before)
            found_.list.push_back({pattern, {}, no_records});
    }

    // Depth first, in the order of names; with a stack of its own, since nobody knows how deep folders lie.
    void add_folder(const std::string& root, const std::string& place) {
        struct Open {
            std::string path, place;
            std::vector<FolderEntry> entries;
            std::size_t next = 0;
            bool issue = false;  // a METS is here, or above
            std::optional<std::set<std::string, std::less<>>> stems = {};
        };
        std::vector<Open> open;
        std::set<std::string> endings;
        std::size_t passed = 0, scans = 0;
        const std::size_t before = found_.list.size();
        const auto enter = [&](const std::string& path, const std::string& at) {
            if (path != root && is_output(path)) return;  // what an earlier run wrote is no input
            FolderList list = list_folder(path);
            if (list.error != 0) found_.list.push_back({path, at, list.error});
            const bool issue =
                take_ != Take::records && ((!open.empty() && open.back().issue) || has_mets(path, list.entries));
            open.push_back({path, at, std::move(list.entries), 0, issue});
        };
        const auto has_text = [](Open& folder, std::string_view name) {
            if (!folder.stems) folder.stems = stems_of(folder.entries);
            return folder.stems->count(page_stem_of(name)) > 0;
        };
        enter(root, place);
        while (!open.empty()) {
            if (open.back().next == open.back().entries.size()) {
                open.pop_back();
                continue;
            }
            const FolderEntry entry = open.back().entries[open.back().next++];
            if (entry.name[0] == '.' || entry.kind == FolderEntry::Kind::other) continue;
            const std::string path = below(open.back().path, entry.name);
            const std::string at = below(open.back().place, entry.name);
            if (entry.kind == FolderEntry::Kind::folder) {
                enter(path, at);
            } else if (take_ == Take::records) {
                if (holds_records(entry.name)) {
                    found_.list.push_back({path, at, 0});
                } else {
                    ++passed;
                    endings.insert(ending_of(entry.name));
                }
            } else if (open.back().issue) {
                if (is_mets(path, entry)) found_.list.push_back({path, at, 0});
            } else if (auto ending = ending_of(entry.name); is_passed_over(ending) && !is_archive(ending, entry.name)) {
                ++passed;
                endings.insert(std::move(ending));
            } else if (is_picture(ending) && has_text(open.back(), entry.name)) {
                ++scans;
            } else {
                found_.list.push_back({path, at, 0});
            }
        }
        if (scans != 0)
            found_.warnings.push_back(fmt::format(
                "{}: scans passed over, since the text of their pages is beside them: {} (name them to read them)",
                root, scans));
        if (passed != 0)
            found_.warnings.push_back(fmt::format("{}: files passed over, since they hold no {}: {} ({})", root,
                                                  take_ == Take::records ? "records" : "page", passed,
                                                  fmt::join(endings, " ")));
        else if (take_ != Take::records && scans == 0 && found_.list.size() == before)
            found_.warnings.push_back(fmt::format("{}: no files in this folder", root));
    }

    bool is_output(const std::string& path) const {
        const auto identity = identity_of(path);
        return identity && std::find(outputs_.begin(), outputs_.end(), *identity) != outputs_.end();
    }

    static bool is_mets(const std::string& path, const FolderEntry& entry) {
        const auto ending = ending_of(entry.name);
        return entry.kind == FolderEntry::Kind::file && (ending == ".xml" || ending == ".mets") && holds_mets(path);
    }

    static bool has_mets(const std::string& folder, const std::vector<FolderEntry>& entries) {
        return std::any_of(entries.begin(), entries.end(), [&](const FolderEntry& entry) {
            return entry.name[0] != '.' && is_mets(below(folder, entry.name), entry);
        });
    }

    Inputs found_;
    bool only_one_;
    Take take_;
    std::vector<FileIdentity> outputs_;
    std::optional<std::string> root_;  // holds all arguments whose paths are not plain and relative; "" is /
};

Inputs find(const std::vector<std::string>& arguments, const std::vector<std::string>& outputs, Finder::Take take) {
    Finder finder(arguments.size(), outputs, take);
    for (const std::string& argument : arguments) finder.add(argument);
    return finder.take();
}

}  // namespace

Error unread(const Input& input) {
    if (input.error == ENOENT) return {Error::Code::io, input.path, "no file matches", "check the pattern"};
    if (input.error == no_records)
        return {Error::Code::io, input.path, "no file of records is there",
                "names must end in .jsonl or .ndjson, with .gz or .zst also in .json; or name the files"};
    return unreadable(input.path, input.error);
}

Inputs find_inputs(const std::vector<std::string>& arguments, const std::string& output, bool issues) {
    return find(arguments, {output}, issues ? Finder::Take::issues : Finder::Take::pages);
}

Inputs find_records(const std::vector<std::string>& arguments, const std::vector<std::string>& outputs) {
    return find(arguments, outputs, Finder::Take::records);
}

}  // namespace broadsheet::app
