#include "read/issue/issue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "broadsheet/error.hpp"
#include "broadsheet/issue.hpp"
#include "core/digest.hpp"

namespace broadsheet {

namespace reading {

namespace {

constexpr std::size_t most_tries = 16;  // folders in front of a name

// METS are made on one machine and kept on another: where a path leads nowhere, the same path without the folders in
// front of it may.
std::optional<IssueFile> open_near(const OpenFile& open, std::string_view path) {
    if (path.empty() || !open) return std::nullopt;
    for (std::size_t i = 0; i < most_tries; ++i) {
        if (auto file = open(path)) return file;
        const auto slash = path.find('/');
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
        if (path.empty()) break;
    }
    return std::nullopt;
}

class IssueReader {
public:
    IssueReader(Document& document, const ReadOptions& options) : d_(document), o_(options) {}

    // A page of one file; false where it cannot be read.
    bool add(const std::string& path, const std::vector<GivenArea>& areas) {
        auto file = open_near(o_.open, path);
        if (!file) return lost("cannot be opened");
        return add(std::move(*file), areas);
    }

    bool add(IssueFile file, const std::vector<GivenArea>& areas) {
        if (file.bytes.size() > o_.max_bytes - std::min(o_.max_bytes, bytes_)) return lost("is more than may be read");
        bytes_ += file.bytes.size();
        ReadOptions options = o_;
        options.name = file.name;
        options.from.clear();
        options.open = nullptr;
        if (layout_is_mets(file.bytes)) return lost("is a METS, not a page");
        Document page;
        try {
            page = read(file.bytes, options);
        } catch (const Stopped&) {
            throw;
        } catch (const Error& error) {
            why_ = error.what();
            return false;
        }
        for (Note& note : page.notes)
            if (note.severity == Severity::warning) note.message = fmt::format("{}: {}", file.name, note.message);
        const auto regions = d_.regions.size();
        auto followed = follow_areas(page, file.bytes, options, areas);
        if (followed.lost > 0)
            page.notes.push_back(
                {Severity::warning, "read", 1, 0,
                 fmt::format("{}: {} part{} of articles not found in it (the first is \"{}\")", file.name,
                             followed.lost, followed.lost == 1 ? "" : "s", followed.first_lost)});
        append(d_, std::move(page));
        for (std::size_t i = 0; i < followed.articles.size(); ++i)
            if (followed.articles[i] != none) d_.regions[regions + i].article = followed.articles[i];
        return true;
    }

    [[nodiscard]] const std::string& why() const { return why_; }

private:
    static bool layout_is_mets(std::string_view bytes) { return is_mets(bytes.substr(0, 4096)); }

    bool lost(std::string_view why) {
        why_ = why;
        return false;
    }

    Document& d_;
    const ReadOptions& o_;
    std::uint64_t bytes_ = 0;
    std::string why_;
};

void warn(Document& d, std::uint32_t page, std::string message) {
    d.notes.push_back({Severity::warning, "read", page, 0, std::move(message)});
}

void finish(Document& d) {
    if (d.text.at.empty()) d.text.at.push_back(0);
    if (d.pages.empty()) d.pages.emplace_back();
    if (d.lines.empty()) warn(d, 0, fmt::format("there is no text in this {}", d.source.format));
}

void read_pages(Document& d, const Mets& mets, const ReadOptions& options) {
    const bool follow = options.articles == Articles::source;
    std::vector<std::vector<GivenArea>> areas(mets.files.size());
    if (follow) {
        std::uint32_t order = 0;
        for (std::uint32_t a = 0; a < mets.articles.size(); ++a) {
            d.given.push_back(mets.articles[a].name);
            for (const MetsArea& area : mets.articles[a].areas) areas[area.file].push_back({a, order++, &area});
        }
    }
    // Several entries may name one file.
    std::unordered_map<std::string, std::uint32_t> first;
    std::vector<std::uint32_t> pages;
    for (const auto file : mets.pages) {
        const auto [at, is_new] = first.emplace(path_of(mets.files[file].href), file);
        if (is_new)
            pages.push_back(file);
        else
            areas[at->second].insert(areas[at->second].end(), areas[file].begin(), areas[file].end());
    }
    IssueReader reader(d, options);
    for (const auto file : pages) {
        if (reader.add(path_of(mets.files[file].href), areas[file])) continue;
        // Its place is kept: pages name each other by number.
        Page page;
        page.number = static_cast<std::uint32_t>(d.pages.size()) + 1;
        d.pages.push_back(page);
        if (options.open)
            warn(d, page.number, fmt::format("this page is missing: {} ({})", mets.files[file].href, reader.why()));
    }
    if (!options.open && !pages.empty())
        warn(d, 0, fmt::format("its {} pages are in other files, which cannot be opened from here", pages.size()));
}

}  // namespace

Document read_mets_issue(std::string_view bytes, const ReadOptions& options) {
    const Mets mets = read_mets(bytes, options.encoding);
    Document d;
    d.source = {options.name, "mets", mets.encoding, bytes.size(), digest(bytes)};
    if (!mets.fault.empty())
        d.notes.push_back({Severity::warning, "read", 0, 0,
                           fmt::format("this METS is not well-formed (line {} of the file: {}); it was read as far as "
                                       "it goes",
                                       mets.fault_line, mets.fault)});
    read_pages(d, mets, options);
    if (mets.pages.empty()) warn(d, 0, "this METS names no pages with text");
    if (options.articles == Articles::source) {
        if (mets.by_page > 0)
            d.notes.push_back({Severity::info, "read", 0, 0,
                               fmt::format("of {} articles this METS says no more than their page: they are found as "
                                           "in any other source",
                                           mets.by_page)});
        if (mets.maps > 0)
            d.notes.push_back(
                {Severity::info, "read", 0, 0,
                 fmt::format("{} more logical maps name articles: the one that names most is followed", mets.maps)});
    }
    finish(d);
    return d;
}

}  // namespace reading

Document read_issue(const std::string& format, std::string_view bytes, std::vector<std::string> names,
                    const ReadOptions& options) {
    using namespace reading;
    Source source{options.name, format, {}, bytes.size(), bytes.empty() ? std::string() : digest(bytes)};
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return natural_less(a, b); });
    Document d;
    // Nearest to the top, of several.
    std::vector<std::string> mets;
    for (const auto& name : names)
        if (name.ends_with(".xml") || name.ends_with(".XML") || name.ends_with(".mets"))
            if (const auto file = options.open(name); file && is_mets(file->bytes.substr(0, 4096)))
                mets.push_back(name);
    const auto depth = [](const std::string& name) { return std::count(name.begin(), name.end(), '/'); };
    const auto top =
        std::min_element(mets.begin(), mets.end(), [&](const auto& a, const auto& b) { return depth(a) < depth(b); });
    if (top != mets.end()) {
        const auto file = options.open(*top);
        const std::string folder = top->substr(0, top->rfind('/') == std::string::npos ? 0 : top->rfind('/') + 1);
        ReadOptions within = options;
        within.name = file->name;
        within.from.clear();
        within.open = [&](std::string_view path) -> std::optional<IssueFile> {
            const auto at = plain_path(folder, path);
            if (!std::binary_search(names.begin(), names.end(), at,
                                    [](const auto& a, const auto& b) { return natural_less(a, b); }))
                return std::nullopt;
            return options.open(at);
        };
        d = read_mets_issue(file->bytes, within);
        // The METS is one of the files; its own place is the first.
        d.files.insert(d.files.begin(), std::move(d.source));
        for (Page& page : d.pages)
            if (page.file > 0) ++page.file;
        d.source = std::move(source);
        if (mets.size() > 1)
            warn(
                d, 0,
                fmt::format("of {} METS files in it {} is followed; give the others by themselves", mets.size(), *top));
        return d;
    }
    d.source = std::move(source);
    IssueReader reader(d, options);
    std::uint32_t passed = 0;
    std::string first;
    for (const auto& name : names) {
        auto file = options.open(name);
        const bool is_there = file.has_value();
        if (is_there && reader.add(std::move(*file), {})) continue;
        if (passed++ == 0) first = fmt::format("{}: {}", name, is_there ? reader.why() : "cannot be opened");
    }
    if (passed > 0) warn(d, 0, fmt::format("{} file{} passed over ({})", passed, passed == 1 ? " is" : "s are", first));
    finish(d);
    return d;
}

}  // namespace broadsheet
