#include "glob.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <unordered_set>

#include "folder.hpp"

namespace broadsheet::app {

namespace {

// Takes one character off the front.
std::string_view take(std::string_view& text) {
    std::size_t n = 1;
    if (static_cast<unsigned char>(text[0]) >= 0xC0)
        while (n < text.size() && n < 4 && (static_cast<unsigned char>(text[n]) & 0xC0U) == 0x80U) ++n;
    const auto out = text.substr(0, n);
    text.remove_prefix(n);
    return out;
}

// Takes a set "[...]" off the front of the pattern and says whether c is in it. Within one length, bytes of UTF-8
// sort as code points do, and a longer character has the higher code point.
bool take_set(std::string_view& pattern, std::string_view c) {
    const auto up_to = [](std::string_view a, std::string_view b) {
        return a.size() != b.size() ? a.size() < b.size() : a <= b;
    };
    auto rest = pattern.substr(1);
    const bool negated = !rest.empty() && (rest[0] == '!' || rest[0] == '^');
    if (negated) rest.remove_prefix(1);
    bool found = false;
    for (bool first = true; !rest.empty() && (first || rest[0] != ']'); first = false) {
        const auto low = take(rest);
        auto high = low;
        if (rest.size() >= 2 && rest[0] == '-' && rest[1] != ']') {
            rest.remove_prefix(1);
            high = take(rest);
        }
        found = found || (up_to(low, c) && up_to(c, high));
    }
    if (rest.empty()) {  // no closing bracket: an ordinary one
        pattern.remove_prefix(1);
        return c == "[";
    }
    pattern = rest.substr(1);
    return found != negated;
}

// Takes one element (not *) off the pattern and says whether it matches c.
bool take_element(std::string_view& pattern, std::string_view c) {
    if (pattern[0] == '[') return take_set(pattern, c);
    if (pattern[0] == '?') {
        pattern.remove_prefix(1);
        return true;
    }
    if (pattern[0] == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
    return take(pattern) == c;
}

std::vector<std::string_view> components(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        const auto part = path.substr(0, path.find('/'));
        if (!part.empty()) out.push_back(part);
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return out;
}

std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        out += text[i];
    }
    return out;
}

bool exists(const std::string& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0;
}

}  // namespace

bool is_glob(std::string_view text) { return text.find_first_of("*?[") != std::string_view::npos; }

bool matches(std::string_view pattern, std::string_view name) {
    // Only the last * has to be tried again: time is bounded by the product of the lengths.
    std::string_view after_star, name_at_star;
    bool star = false;
    while (!name.empty()) {
        if (!pattern.empty() && pattern[0] == '*') {
            pattern.remove_prefix(1);
            star = true;
            after_star = pattern;
            name_at_star = name;
            continue;
        }
        if (!pattern.empty()) {
            auto rest = pattern;
            auto name_rest = name;
            if (take_element(rest, take(name_rest))) {
                pattern = rest;
                name = name_rest;
                continue;
            }
        }
        if (!star) return false;
        take(name_at_star);
        name = name_at_star;
        pattern = after_star;
    }
    return pattern.find_first_not_of('*') == std::string_view::npos;
}

std::string_view fixed_part(std::string_view pattern) {
    const auto wild = pattern.find_first_of("*?[");
    if (wild == std::string_view::npos) return pattern;
    const auto slash = pattern.rfind('/', wild);
    return slash == std::string_view::npos ? std::string_view() : pattern.substr(0, slash + 1);
}

GlobResult expand_glob(std::string_view pattern) {
    const auto parts = components(pattern);
    struct Step {
        std::string path;
        std::size_t part;
    };
    std::vector<Step> steps{{pattern.starts_with('/') ? "/" : "", 0}};
    std::unordered_set<std::string> seen;  // a place may be reached in several ways with **
    GlobResult out;
    auto& found = out.paths;
    while (!steps.empty()) {
        const auto [path, at] = std::move(steps.back());
        steps.pop_back();
        if (!seen.insert(path + '\0' + std::to_string(at)).second) continue;
        if (at == parts.size()) {
            found.push_back(path);
            continue;
        }
        const auto part = parts[at];
        if (!is_glob(part)) {
            if (const auto next = below(path, without_escapes(part)); exists(next)) steps.push_back({next, at + 1});
            continue;
        }
        const bool any_depth = part == "**";
        if (any_depth && at + 1 < parts.size()) steps.push_back({path, at + 1});
        const FolderList list = list_folder(path.empty() ? "." : path);
        // A file is no folder to look into; any other reason hides what may match.
        if (list.error != 0 && list.error != ENOTDIR) out.closed.emplace_back(path.empty() ? "." : path, list.error);
        for (const FolderEntry& entry : list.entries) {
            if (entry.name[0] == '.' && part[0] != '.') continue;
            const bool folder = entry.kind == FolderEntry::Kind::folder;
            const auto next = below(path, entry.name);
            if (any_depth) {
                if (folder) steps.push_back({next, at});
                if (at + 1 == parts.size() && !folder) found.push_back(next);
            } else if (matches(part, entry.name)) {
                steps.push_back({next, at + 1});
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::sort(out.closed.begin(), out.closed.end());
    out.closed.erase(std::unique(out.closed.begin(), out.closed.end()), out.closed.end());
    return out;
}

}  // namespace broadsheet::app
