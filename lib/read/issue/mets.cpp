#include "read/issue/mets.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "read/issue/mets_levels.hpp"
#include "read/issue/mets_tree.hpp"

namespace broadsheet::reading {

namespace {

class Reading {
public:
    Reading(MetsTree tree, Mets& out) : t_(std::move(tree)), m_(out) {
        sort_children();
        find_levels();
        find_linked();
        find_texts();
    }

    void run() {
        find_articles();
        find_pages();
        m_.files = std::move(t_.files);
    }

private:
    // ORDER where it is given; what has none follows what it follows in the file.
    void sort_children() {
        const auto sort = [&](std::vector<std::uint32_t>& list) {
            std::vector<std::pair<float, std::uint32_t>> keyed;
            float last = 0;
            for (const auto div : list) {
                if (t_.divs[div].order > 0) last = t_.divs[div].order;
                keyed.emplace_back(last, div);
            }
            std::stable_sort(keyed.begin(), keyed.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (std::size_t i = 0; i < list.size(); ++i) list[i] = keyed[i].second;
        };
        for (auto& div : t_.divs) sort(div.children);
    }

    void find_levels() {
        levels_.reserve(t_.divs.size());
        for (const auto& div : t_.divs) levels_.push_back(mets_level_of(plain_type(div.type)));
        // A div of an unknown type with articles in it holds them. (Children stand behind their parents.)
        std::vector<bool> has_item(t_.divs.size(), false);
        for (auto i = t_.divs.size(); i-- > 0;) {
            if (levels_[i] == MetsLevel::unknown) levels_[i] = has_item[i] ? MetsLevel::holder : MetsLevel::item;
            if (t_.divs[i].parent != none &&
                (has_item[i] || mets_level_of(plain_type(t_.divs[i].type)) == MetsLevel::item))
                has_item[t_.divs[i].parent] = true;
        }
    }

    void find_linked() {
        if (t_.links.empty()) return;
        std::vector<std::uint32_t> div_of(t_.names.size(), none);
        for (std::uint32_t i = 0; i < t_.divs.size(); ++i)
            if (const auto at = t_.names.find(t_.divs[i].id); at != t_.names.end() && !t_.divs[i].id.empty())
                if (div_of[at->second] == none) div_of[at->second] = i;
        linked_.resize(t_.divs.size());
        for (const auto& [from, to] : t_.links) {
            auto a = div_of[from], b = div_of[to];
            if (a == none || b == none) continue;
            // From the logical div to the physical one; the other way round means the same.
            if (map_of(a) == MetsMap::physical && map_of(b) != MetsMap::physical) std::swap(a, b);
            linked_[a].push_back(b);
        }
    }

    [[nodiscard]] MetsMap map_of(std::uint32_t div) const { return t_.maps[t_.divs[div].map]; }

    // Where a div names elements and rectangles, these are the same places, and elements are exact.
    void add_areas(const MetsDiv& div, RegionKind kind, MetsArticle& article) {
        const auto has_elements = [&](const MetsPointer& p) { return !p.begin.empty() && t_.files[p.file].rank >= 0; };
        const bool by_element = std::any_of(div.pointers.begin(), div.pointers.end(), has_elements);
        for (const auto& p : div.pointers) {
            if ((by_element ? !has_elements(p) : !p.rectangle) || budget_ == 0) continue;
            const auto file = t_.files[p.file].rank < 0 ? text_of_[p.file] : p.file;
            if (file == none) continue;
            --budget_;
            article.areas.push_back({file, p.begin, p.end, p.rectangle, kind});
        }
    }

    // The text of the page that an image shows: the two are named together.
    void find_texts() {
        text_of_.assign(t_.files.size(), none);
        for (const auto& div : t_.divs) {
            std::uint32_t best = none;
            for (const auto& p : div.pointers)
                if (p.begin.empty() && !p.rectangle && t_.files[p.file].rank > 0 &&
                    (best == none || t_.files[p.file].rank > t_.files[best].rank))
                    best = p.file;
            for (const auto& p : div.pointers)
                if (t_.files[p.file].rank < 0 && text_of_[p.file] == none) text_of_[p.file] = best;
        }
    }

    // The areas of a div and of the parts below it, its own and those that it is linked with; articles inside it are
    // articles of their own.
    void walk(std::uint32_t root, RegionKind kind, MetsArticle& article) {
        const MetsDiv& div = t_.divs[root];
        add_areas(div, kind, article);
        if (!linked_.empty())
            for (const auto other : linked_[root]) {
                const MetsDiv& x = t_.divs[other];
                const auto said = mets_kind_of(plain_type(x.label));
                add_areas(x, kind == RegionKind::text ? said : kind, article);
                if (is_page(x)) continue;
                for (std::size_t i = 0; i < x.children.size() && budget_ > 0; ++i, --budget_)
                    add_areas(t_.divs[x.children[i]], kind, article);
            }
        for (const auto child : div.children) {
            const auto type = plain_type(t_.divs[child].type);
            if (mets_level_of(type) == MetsLevel::item) continue;
            const auto said = mets_kind_of(type);
            walk(child, said == RegionKind::text ? kind : said, article);
        }
    }

    [[nodiscard]] static bool is_page(const MetsDiv& div) {
        const auto type = plain_type(div.type);
        return type.find("page") != std::string::npos && type.find("area") == std::string::npos;
    }

    [[nodiscard]] std::vector<MetsArticle> articles_of(std::uint32_t map, std::uint32_t& by_page) {
        std::vector<MetsArticle> out;
        std::vector<std::uint32_t> open;
        for (const auto root : t_.roots)
            if (t_.divs[root].map == map) open.push_back(root);
        std::reverse(open.begin(), open.end());
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            const MetsDiv& div = t_.divs[at];
            open.insert(open.end(), div.children.rbegin(), div.children.rend());
            if (levels_[at] != MetsLevel::item) continue;
            if (mets_level_of(plain_type(div.type)) == MetsLevel::unknown && inside_item(at)) continue;
            MetsArticle article;
            walk(at, RegionKind::text, article);
            if (article.areas.empty()) {
                by_page += !div.pointers.empty() || (!linked_.empty() && !linked_[at].empty()) ? 1 : 0;
                continue;
            }
            article.name = {div.id, div.label, div.type};
            if (article.name.title.empty())
                if (const auto title = t_.titles.find(div.dmd); title != t_.titles.end())
                    article.name.title = title->second;
            if (plain_type(div.type).find("advert") != std::string::npos)
                for (auto& area : article.areas)
                    if (area.kind == RegionKind::text) area.kind = RegionKind::advert;
            out.push_back(std::move(article));
        }
        return out;
    }

    [[nodiscard]] bool inside_item(std::uint32_t div) const {
        for (auto up = t_.divs[div].parent; up != none; up = t_.divs[up].parent)
            if (levels_[up] == MetsLevel::item) return true;
        return false;
    }

    // Of several maps the one whose articles name the most areas.
    void find_articles() {
        const bool any_logical = std::count(t_.maps.begin(), t_.maps.end(), MetsMap::logical) > 0;
        std::size_t most = 0;
        constexpr std::size_t most_maps = 16;
        for (std::uint32_t map = 0; map < std::min(t_.maps.size(), most_maps); ++map) {
            if (t_.maps[map] != (any_logical ? MetsMap::logical : MetsMap::unsaid)) continue;
            std::uint32_t by_page = 0;
            auto found = articles_of(map, by_page);
            std::size_t areas = 0;
            for (const auto& article : found) areas += article.areas.size();
            if (areas > 0) ++m_.maps;
            if (areas > most || (most == 0 && by_page > m_.by_page)) {
                m_.articles = std::move(found);
                m_.by_page = by_page;
                most = areas;
            }
        }
        if (m_.maps > 0) --m_.maps;
    }

    // The best file of a page: one that articles name, or ALTO before plain text.
    void find_pages() {
        std::vector<bool> is_named(t_.files.size(), false), taken(t_.files.size(), false);
        for (const auto& article : m_.articles)
            for (const auto& area : article.areas) is_named[area.file] = true;
        const auto take = [&](std::uint32_t file) {
            if (!taken[file]) m_.pages.push_back(file);
            taken[file] = true;
        };
        const auto value = [&](std::uint32_t file) { return t_.files[file].rank + (is_named[file] ? 10 : 0); };
        const auto walk_map = [&](MetsMap kind) {
            // Behind its children: what an issue names as a whole counts only where its pages name nothing.
            std::vector<std::pair<std::uint32_t, std::size_t>> open;
            std::vector<bool> has_page(t_.divs.size(), false);
            for (const auto root : t_.roots) {
                if (map_of(root) != kind) continue;
                open.emplace_back(root, 0);
                while (!open.empty()) {
                    auto& [div, next] = open.back();
                    const MetsDiv& x = t_.divs[div];
                    if (next < x.children.size()) {
                        const auto child = x.children[next++];
                        open.emplace_back(child, 0);
                        continue;
                    }
                    std::uint32_t best = none;
                    for (const auto& p : x.pointers)
                        if (p.begin.empty() && value(p.file) > 0 && (best == none || value(p.file) > value(best)))
                            best = p.file;
                    if (best != none && !has_page[div]) {
                        take(best);
                        has_page[div] = true;
                    }
                    if (x.parent != none && has_page[div]) has_page[x.parent] = true;
                    open.pop_back();
                }
            }
        };
        walk_map(MetsMap::physical);
        if (m_.pages.empty()) walk_map(MetsMap::unsaid);
        for (const auto& article : m_.articles)
            for (const auto& area : article.areas) take(area.file);
        if (!m_.pages.empty()) return;
        // No map of pages: all files of the best kind, as they are listed.
        int best = 1;
        for (const auto& file : t_.files) best = std::max(best, file.rank);
        for (std::uint32_t i = 0; i < t_.files.size(); ++i)
            if (t_.files[i].rank == best) take(i);
    }

    MetsTree t_;
    Mets& m_;
    std::uint32_t budget_ = 1'000'000;                // areas: no issue has so many, and links may multiply them
    std::vector<MetsLevel> levels_;                   // of each div
    std::vector<std::uint32_t> text_of_;              // of each file that is an image: that of its page, or none
    std::vector<std::vector<std::uint32_t>> linked_;  // of each div; empty: no links at all
};

}  // namespace

bool is_mets(std::string_view head) {
    // The first element, whatever its prefix; other files name METS, too.
    for (auto at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
        auto name = head.substr(at + 1);
        if (name.starts_with("!--")) at = std::min(head.find("-->", at), head.size() - 1);
        if (name.starts_with('?') || name.starts_with('!')) continue;
        name = name.substr(0, name.find_first_of(" \t\r\n>/"));
        if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
        return name == "mets";
    }
    return false;
}

Mets read_mets(std::string_view bytes, const std::string& encoding) {
    Mets out;
    MetsTree tree;
    {
        const Markup markup(bytes, encoding, false);
        out.encoding = markup.encoding();
        tree = read_mets_tree(markup, false);
    }
    if (!tree.fault.message.empty()) {
        out.fault = tree.fault.message;
        out.fault_line = tree.fault.line;
        const Markup markup(bytes, encoding, true);
        out.encoding = markup.encoding();
        tree = read_mets_tree(markup, true);
    }
    Reading(std::move(tree), out).run();
    return out;
}

}  // namespace broadsheet::reading
