#include "issue.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "archive.hpp"
#include "file_names.hpp"
#include "files.hpp"
#include "folder.hpp"

namespace broadsheet::app {

namespace {

namespace fs = std::filesystem;

bool is_regular(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

// The path of `path` below `root`, both without links to folders; empty where it is not below.
std::string place_below(const fs::path& root, const std::string& path) {
    std::error_code error;
    const auto folder = fs::canonical(fs::path(path).parent_path(), error);
    if (error) return {};
    const auto relative = folder.lexically_relative(root);
    if (relative.empty() || *relative.begin() == "..") return {};
    return (relative / fs::path(path).filename()).lexically_normal().string();
}

constexpr std::size_t most_files = 100000;

void add_files(const std::string& root, std::vector<std::string>& out) {
    std::vector<std::string> open{""};
    while (!open.empty()) {
        const std::string at = std::move(open.back());
        open.pop_back();
        const FolderList list = list_folder(at.empty() ? root : below(root, at));
        if (list.error != 0 && at.empty()) throw unreadable(root, list.error);
        for (const FolderEntry& entry : list.entries) {
            if (entry.name[0] == '.') continue;
            const std::string path = at.empty() ? entry.name : below(at, entry.name);
            if (entry.kind == FolderEntry::Kind::folder)
                open.push_back(path);
            else if (entry.kind == FolderEntry::Kind::file && may_be_page(entry.name))
                out.push_back(path);
            if (out.size() > most_files)
                throw Error(Error::Code::limit, root, fmt::format("has more than {} files", most_files),
                            "give folders that hold one issue each");
        }
    }
}

}  // namespace

OpenFile open_below(const std::string& folder, std::uint64_t max_bytes) {
    std::error_code error;
    const auto root = fs::canonical(folder.empty() ? "." : folder, error);
    if (error) return [](std::string_view) { return std::optional<IssueFile>(); };
    return [folder, root, max_bytes](std::string_view path) -> std::optional<IssueFile> {
        const std::string full = path.starts_with('/') ? std::string(path) : (root / path).string();
        const std::string place = place_below(root, full);
        if (place.empty() || !is_regular(full)) return std::nullopt;
        Buffer buffer;
        try {
            return IssueFile{folder.empty() ? place : below(folder, place), std::string(buffer.read(full, max_bytes))};
        } catch (const Error&) {
            return std::nullopt;
        }
    };
}

OpenFile open_beside(const std::string& mets, std::uint64_t max_bytes) {
    if (mets == "-") return nullptr;
    const auto slash = mets.rfind('/');
    return open_below(slash == std::string::npos ? "" : mets.substr(0, slash + 1), max_bytes);
}

Document read_file(std::string_view bytes, ReadOptions options) {
    auto archive = options.from.empty() ? unpack(bytes, options.max_bytes) : std::nullopt;
    if (!archive) {
        if (!options.open) options.open = open_beside(options.name, options.max_bytes);
        return read(bytes, options);
    }
    std::vector<std::string> names;
    for (const auto& [name, data] : archive->members) names.push_back(name);
    const std::string whole = options.name;
    options.open = [&](std::string_view path) -> std::optional<IssueFile> {
        const auto at = archive->members.find(std::string(path));
        if (at == archive->members.end()) return std::nullopt;
        return IssueFile{fmt::format("{}!{}", whole, at->first), at->second};
    };
    Document d = read_issue(archive->format, bytes, std::move(names), options);
    if (!archive->fault.empty())
        d.notes.push_back(
            {Severity::warning, "read", 0, 0, fmt::format("not all of this archive was read: {}", archive->fault)});
    return d;
}

Document read_folder(const std::string& path, ReadOptions options) {
    std::vector<std::string> names;
    add_files(path, names);
    options.open = open_below(path, options.max_bytes);
    return read_issue("folder", {}, std::move(names), options);
}

std::string repair_issue_text(Document document, const Options& options, const RenderOptions& render) {
    repair(document, options.repair);
    Options again = options;
    again.read.encoding = "UTF-8";
    again.read.from.clear();
    return repair_text(write_paragraphs(document, render), again, render);
}

bool holds_mets(const std::string& path) {
    if (!is_regular(path)) return false;
    std::array<char, 4096> head{};
    std::ifstream in(path, std::ios::binary);
    in.read(head.data(), head.size());
    const std::string_view text(head.data(), static_cast<std::size_t>(in.gcount()));
    // The element, not a namespace's prefix.
    for (auto at = text.find("mets"); at != std::string_view::npos; at = text.find("mets", at + 1)) {
        const auto behind = text.substr(at + 4, 1);
        if (at == 0 || behind.find_first_of(" \t\r\n>") != 0) continue;
        auto from = at;
        while (from > 0 && text[from - 1] != '<' && text[from - 1] != ' ' && text[from - 1] != '"') --from;
        if (from > 0 && text[from - 1] == '<' && (from == at || text[at - 1] == ':')) return true;
    }
    return false;
}

}  // namespace broadsheet::app
