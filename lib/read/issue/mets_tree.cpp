#include "read/issue/mets_tree.hpp"

#include <algorithm>
#include <locale>
#include <sstream>

#include "core/boxes.hpp"

namespace broadsheet::reading {

namespace {

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// How well a file serves as a page's text, by what is said of it.
int rank_of(const std::string& mime, const std::string& use, const std::string& href) {
    const auto has = [](const std::string& text, std::string_view what) {
        return text.find(what) != std::string::npos;
    };
    const auto ends = [&](std::string_view what) { return href.ends_with(what); };
    if (mime.starts_with("image/") || mime.starts_with("audio/") || mime.starts_with("video/") || has(mime, "pdf") ||
        has(mime, "tei") || has(mime, "mods") || has(mime, "zip"))
        return -1;
    const bool markup = ends(".xml") || ends(".alto") || has(mime, "xml") || mime == "text/plain";
    if (has(mime, "alto") || has(mime, "page+xml")) return 6;
    if ((has(use, "alto") || has(href, "alto")) && (markup || mime.empty())) return 6;
    if (has(mime, "hocr") || has(use, "hocr") || ends(".hocr")) return 5;
    if (ends(".xml") || ends(".alto")) return 4;
    if (has(mime, "html") || ends(".html") || ends(".htm") || ends(".xhtml")) return 3;
    if (has(mime, "xml")) return has(use, "text") || has(use, "ocr") ? 4 : 2;
    if (ends(".txt") || ends(".tsv") || ends(".md") || mime.starts_with("text/")) return 1;
    return 0;
}

class TreeReader final : public MarkupHandler {
public:
    TreeReader(MetsTree& tree, const Markup& markup) : t_(tree), markup_(markup) {}

    void start(const Tag& tag) override {
        const auto name = tag.name();
        if (name == "div") {
            if (in_map_) div(tag);
        } else if (name == "fptr" || name == "area") {
            pointer(tag);
        } else if (name == "structMap") {
            const auto type = small(tag.value("TYPE"));
            t_.maps.push_back(type.find("phys") != std::string::npos   ? MetsMap::physical
                              : type.find("logi") != std::string::npos ? MetsMap::logical
                                                                       : MetsMap::unsaid);
            in_map_ = true;
        } else if (name == "file") {
            files_.push_back(static_cast<std::uint32_t>(t_.files.size()));
            by_id_.emplace(tag.value("ID"), files_.back());
            t_.files.push_back({tag.value("ID"), {}, 0});
            mimes_.push_back(small(tag.value("MIMETYPE")));
            uses_of_.push_back(small(tag.value("USE")) + " " + (uses_.empty() ? std::string() : uses_.back()));
        } else if (name == "fileGrp") {
            // What the outer group says holds for the inner ones.
            auto use = small(tag.value("USE")) + " " + small(tag.value("ID"));
            uses_.push_back(uses_.empty() ? use : (use + " " + uses_.back()).substr(0, longest_use));
        } else if (name == "FLocat") {
            if (!files_.empty() && t_.files[files_.back()].href.empty()) {
                MetsFile& file = t_.files[files_.back()];
                file.href = tag.value("href");
                file.rank = rank_of(mimes_[files_.back()], uses_of_[files_.back()], small(file.href));
            }
        } else if (name == "smLinkGrp") {
            locators_.clear();
        } else if (name == "smLocatorLink") {
            locators_[tag.value("label")].push_back(id_in(tag.value("href")));
        } else if (name == "smArcLink") {
            arc(tag.value("from"), tag.value("to"));
        } else if (name == "smLink") {
            link(id_in(tag.value("from")), id_in(tag.value("to")));
        } else if (name == "dmdSec") {
            section_ = tag.value("ID");
        } else if (name == "relatedItem") {
            ++related_;
        } else if (name == "title" && related_ == 0 && !section_.empty()) {
            in_title_ = !t_.titles.contains(section_);
        }
    }

    void end(std::string_view name) override {
        if (name == "div") {
            if (!open_.empty()) open_.pop_back();
        } else if (name == "structMap") {
            in_map_ = false;
            open_.clear();
        } else if (name == "file") {
            if (!files_.empty()) files_.pop_back();
        } else if (name == "fileGrp") {
            if (!uses_.empty()) uses_.pop_back();
        } else if (name == "fptr") {
            fptr_ = none;
        } else if (name == "dmdSec") {
            section_.clear();
            related_ = 0;
        } else if (name == "relatedItem") {
            related_ -= related_ > 0 ? 1 : 0;
        } else if (name == "title") {
            in_title_ = false;
        }
    }

    void text(Slice slice) override {
        if (in_title_ && t_.titles[section_].size() < longest_title) t_.titles[section_] += markup_.value(slice);
    }

private:
    static constexpr std::size_t longest_use = 200, longest_title = 1000, most_links = 1'000'000;

    // The number of the id that a reference names: #x, file.xml#x, x.
    std::uint32_t id_in(std::string href) {
        if (const auto mark = href.rfind('#'); mark != std::string::npos) href.erase(0, mark + 1);
        return t_.names.emplace(std::move(href), static_cast<std::uint32_t>(t_.names.size())).first->second;
    }

    void div(const Tag& tag) {
        MetsDiv div;
        div.id = tag.value("ID");
        div.type = tag.value("TYPE");
        div.label = tag.value("LABEL");
        div.dmd = tag.value("DMDID");
        div.order = std::max(0.0F, tag.number("ORDER"));
        div.parent = open_.empty() ? none : open_.back();
        div.map = static_cast<std::uint32_t>(t_.maps.size()) - 1;
        const auto at = static_cast<std::uint32_t>(t_.divs.size());
        (open_.empty() ? t_.roots : t_.divs[open_.back()].children).push_back(at);
        open_.push_back(at);
        t_.divs.push_back(std::move(div));
    }

    // <fptr FILEID>, or areas in it, which say more.
    void pointer(const Tag& tag) {
        if (open_.empty()) return;
        auto& pointers = t_.divs[open_.back()].pointers;
        const auto found = by_id_.find(tag.value("FILEID"));
        MetsPointer pointer;
        pointer.file = found == by_id_.end() ? none : found->second;
        if (tag.name() == "fptr") {
            fptr_ = pointer.file;
            if (fptr_ != none) pointers.push_back(std::move(pointer));
            return;
        }
        if (pointer.file == none) pointer.file = fptr_;
        if (pointer.file == none) return;
        const auto type = small(tag.raw("BETYPE"));
        if (type.empty() || type == "idref") {
            pointer.begin = tag.value("BEGIN");
            pointer.end = tag.value("END");
        }
        if (pointer.begin.empty()) pointer.rectangle = rectangle(small(tag.raw("SHAPE")), tag.value("COORDS"));
        pointers.push_back(std::move(pointer));
    }

    // SHAPE and COORDS are those of HTML's areas: left, top, right, bottom; a polygon's corners.
    static std::optional<Box> rectangle(const std::string& shape, std::string coords) {
        std::replace(coords.begin(), coords.end(), ',', ' ');
        std::istringstream in(coords);
        in.imbue(std::locale::classic());
        std::vector<float> at;
        for (float value = 0; in >> value;) at.push_back(value);
        if (at.size() < 4 || at.size() % 2 != 0 || (shape != "poly" && at.size() != 4)) return std::nullopt;
        Box box{at[0], at[1], at[0], at[1]};
        for (std::size_t i = 2; i < at.size(); i += 2) include(box, {at[i], at[i + 1], at[i], at[i + 1]});
        return box;
    }

    void arc(const std::string& from, const std::string& to) {
        const auto a = locators_.find(from), b = locators_.find(to);
        if (a == locators_.end() || b == locators_.end()) return;
        for (const auto& x : a->second)
            for (const auto& y : b->second) link(x, y);
    }

    void link(std::uint32_t from, std::uint32_t to) {
        if (t_.links.size() < most_links) t_.links.emplace_back(from, to);
    }

    MetsTree& t_;
    const Markup& markup_;
    bool in_map_ = false, in_title_ = false;
    int related_ = 0;
    std::uint32_t fptr_ = none;
    std::string section_;
    std::vector<std::uint32_t> open_, files_;   // divs and files that are open
    std::vector<std::string> uses_;             // of the groups that are open
    std::vector<std::string> mimes_, uses_of_;  // of each file
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> locators_;  // by label
};

}  // namespace

std::string plain_type(std::string_view type) {
    if (const auto colon = type.rfind(':'); colon != std::string_view::npos) type.remove_prefix(colon + 1);
    return small(type);
}

MetsTree read_mets_tree(const Markup& markup, bool soup) {
    MetsTree tree;
    TreeReader reader(tree, markup);
    tree.fault = soup ? parse_soup(markup, reader) : parse_xml(markup, reader);
    return tree;
}

}  // namespace broadsheet::reading
