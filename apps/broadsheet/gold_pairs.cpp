#include "gold_pairs.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "files.hpp"
#include "folder.hpp"
#include "glob.hpp"
#include "options.hpp"

namespace broadsheet::app {

namespace {

constexpr std::string_view gold_ending = ".gold.json";

bool is_folder(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string_view folder_of(std::string_view path) {
    return path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
}

bool is_json(std::string_view name) { return name.ends_with(".json") || name.ends_with(".jsonl"); }

// A path that is mistyped must not look like one for which there is no gold.
void expect_there(const std::string& argument) {
    struct stat info {};
    if (argument != "-" && !is_glob(argument) && ::stat(argument.c_str(), &info) != 0)
        throw UsageError(unreadable(argument, errno).what());
    if (!is_glob(argument)) return;
    for (const Input& input : find_inputs({argument}, {}).list)
        if (input.path == argument && input.error != 0) throw UsageError(unread(input).what());
}

// JSON that has no articles is something else than a page document. An empty file may be one that was not completed.
bool may_be_page_document(const Input& input, std::uint64_t max_bytes) {
    if (input.error != 0) return true;
    try {
        Buffer buffer;
        const auto bytes = buffer.read(input.path, max_bytes);
        return bytes.empty() || bytes.find("\"articles\"") != std::string_view::npos;
    } catch (const Error&) {
        return true;  // it fails, with its name, when its turn comes
    }
}

// The files below a folder whose names do, in the order of their names; with a stack, for deep folders.
template <typename Wanted>
std::vector<Input> files_below(const std::string& root, Wanted wanted) {
    std::vector<Input> out;
    std::vector<std::pair<std::string, std::string>> open{{root, {}}};
    while (!open.empty()) {
        const auto [path, place] = open.back();
        open.pop_back();
        const FolderList list = list_folder(path);
        if (list.error != 0) out.push_back({path, place, list.error});
        std::vector<std::pair<std::string, std::string>> inner;
        for (const FolderEntry& entry : list.entries) {
            if (entry.name[0] == '.') continue;
            if (entry.kind == FolderEntry::Kind::folder)
                inner.emplace_back(below(path, entry.name), below(place, entry.name));
            else if (entry.kind == FolderEntry::Kind::file && wanted(entry.name))
                out.push_back({below(path, entry.name), below(place, entry.name), 0});
        }
        open.insert(open.end(), inner.rbegin(), inner.rend());
    }
    return out;
}

std::vector<Input> gold_in(const std::string& argument) {
    if (!is_folder(argument)) return find_inputs({argument}, {}).list;
    auto out = files_below(argument, [](std::string_view name) { return name.ends_with(gold_ending); });
    if (out.empty()) out = files_below(argument, is_json);
    if (out.empty())
        throw UsageError(fmt::format("{}: there is no gold in this folder (files *{})", argument, gold_ending));
    return out;
}

std::string stem_of(const Input& gold) {
    auto name = name_of(gold.path);
    if (name.ends_with(gold_ending))
        name.remove_suffix(gold_ending.size());
    else if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0)
        name = name.substr(0, dot);
    return std::string(name);
}

class Pairer {
public:
    explicit Pairer(std::vector<Input> gold) : gold_(std::move(gold)), used_(gold_.size(), false) {
        for (std::size_t i = 0; i < gold_.size(); ++i) {
            by_stem_[stem_of(gold_[i])].push_back(i);
            paths_.insert(gold_[i].path);
        }
    }

    [[nodiscard]] bool is_gold(const std::string& path) const { return paths_.contains(path); }

    // A prediction that is named beside one file of gold: the two go together, whatever their names.
    void add_directly(const Input& input) { add(input, 0, std::string(name_of(input.path))); }

    // Whether there is gold of its name.
    [[nodiscard]] bool has_gold(const Input& input) const {
        for (std::string_view stem = name_of(input.path);; stem = stem.substr(0, stem.rfind('.'))) {
            if (by_stem_.contains(stem)) return true;
            if (stem.find('.') == std::string_view::npos) return false;
        }
    }

    // By its name; false where there is no gold for it.
    bool add_by_name(const Input& input) {
        const std::string_view name = name_of(input.path);
        for (std::string_view stem = name;;) {
            if (const auto at = by_stem_.find(stem); at != by_stem_.end()) {
                const auto chosen = choose(at->second, folder_of(input.relative));
                if (!chosen)
                    throw UsageError(
                        fmt::format("{}: several files of gold are called {}{} (give one folder at a time)", input.path,
                                    stem, gold_ending));
                const auto rest = name.substr(std::min(name.size(), stem.size() + 1));
                add(input, *chosen, std::string(rest.empty() ? name : rest));
                return true;
            }
            const auto dot = stem.rfind('.');
            if (dot == std::string_view::npos) return false;
            stem = stem.substr(0, dot);
        }
    }

    GoldPairs take() {
        for (std::size_t i = 0; i < gold_.size(); ++i)
            if (!used_[i]) pairs_.alone.push_back(gold_[i].path);
        return std::move(pairs_);
    }

private:
    void add(const Input& input, std::size_t gold, std::string kind) {
        pairs_.predicted.push_back(input);
        pairs_.gold.push_back(gold_[gold].path);
        pairs_.kind.push_back(std::move(kind));
        used_[gold] = true;
    }

    [[nodiscard]] std::optional<std::size_t> choose(const std::vector<std::size_t>& golds,
                                                    std::string_view folder) const {
        if (golds.size() == 1) return golds.front();
        for (const std::size_t gold : golds)
            if (folder_of(gold_[gold].relative) == folder) return gold;
        return std::nullopt;
    }

    std::vector<Input> gold_;
    std::vector<bool> used_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_stem_;
    std::set<std::string> paths_;
    GoldPairs pairs_;
};

}  // namespace

GoldPairs pair_with_gold(const std::vector<std::string>& arguments, bool issues, std::uint64_t max_bytes) {
    const std::string& first = arguments.front();
    if (first == "-") throw UsageError("GOLD is a file or a folder, not standard input");
    expect_there(first);
    auto gold = gold_in(first);
    const bool one_file = !is_folder(first) && gold.size() == 1;
    Pairer pairer(std::move(gold));
    std::vector<std::string> warnings;
    for (auto argument = arguments.begin() + 1; argument != arguments.end(); ++argument) {
        const bool directly = one_file && !is_folder(*argument) && !is_glob(*argument);
        if (!directly) expect_there(*argument);
        std::vector<Input> found;
        if (is_folder(*argument) && !issues)
            found = files_below(*argument,
                                [](std::string_view name) { return is_json(name) && !name.ends_with(gold_ending); });
        std::erase_if(found, [&](const Input& input) { return pairer.is_gold(input.path); });
        // Only what is named as gold is: a folder of pages may have other JSON in it, as a list of them.
        std::size_t without = std::erase_if(found, [&](const Input& input) { return !pairer.has_gold(input); });
        if (const auto others =
                std::erase_if(found, [&](const Input& input) { return !may_be_page_document(input, max_bytes); });
            others != 0)
            warnings.push_back(
                fmt::format("{}: files passed over, since they are no page documents: {}", *argument, others));
        if (found.empty()) {
            Inputs pages = find_inputs({*argument}, {}, issues);
            found = std::move(pages.list);
            if (!is_folder(*argument)) warnings.insert(warnings.end(), pages.warnings.begin(), pages.warnings.end());
        }
        for (const Input& input : found) {
            if (directly)
                pairer.add_directly(input);
            else
                without += !pairer.add_by_name(input);
        }
        if (without != 0)
            warnings.push_back(
                fmt::format("{}: files passed over, since there is no gold for them: {}", *argument, without));
    }
    GoldPairs out = pairer.take();
    out.warnings = std::move(warnings);
    return out;
}

}  // namespace broadsheet::app
