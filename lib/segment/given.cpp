#include "segment/given.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "segment/page_words.hpp"
#include "segment/row.hpp"
#include "segment/stretch.hpp"
#include "segment/unit_kind.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t looked_at = 300;  // units of an article in which its headline is looked for

const Region* region_of(const Document& d, const Unit& unit) {
    const auto region = d.lines[d.pieces[d.blocks[unit.block].first].line].region;
    return region == none ? nullptr : &d.regions[region];
}

std::vector<Unit> select(const std::vector<Unit>& units, const std::vector<std::uint32_t>& indices) {
    std::vector<Unit> out;
    out.reserve(indices.size());
    for (const auto u : indices) out.push_back(units[u]);
    return out;
}

void rename(Draft& draft, const std::vector<std::uint32_t>& indices) {
    for (auto* list : {&draft.heads, &draft.rest, &draft.sections, &draft.moved})
        for (auto& u : *list) u = indices[u];
}

std::vector<std::uint32_t> units_of(const Draft& draft) {
    std::vector<std::uint32_t> out;
    for (const auto* list : {&draft.heads, &draft.rest, &draft.sections})
        out.insert(out.end(), list->begin(), list->end());
    std::sort(out.begin(), out.end());
    return out;
}

// All of these units as one article, with the headline that fits best.
Draft one_article(const Document& d, const std::vector<Unit>& units, const std::vector<std::uint32_t>& indices) {
    std::vector<std::uint32_t> front(
        indices.begin(), indices.begin() + static_cast<std::ptrdiff_t>(std::min(indices.size(), looked_at)));
    const auto part = select(units, front);
    const PageWords words(d, part, 0, part.size());
    const Row row(d, part, words);
    Draft draft;
    if (row.size() > 0) {
        Stretch stretch(row, 0);
        for (std::size_t t = 0; t < row.size(); ++t) stretch.add(t);
        const auto& order = row.placed() || row.scanned() ? weights::order_scanned : weights::order_before;
        draft = draft_of(row, 0, row.size(), stretch.evaluate(order));
    }
    rename(draft, indices);
    for (auto i = front.size(); i < indices.size(); ++i) draft.rest.push_back(indices[i]);
    return draft;
}

// A source that has parted nearly all of its text into articles has seen the rest as well: it left it out.
bool leaves_furniture(Document& d, const std::vector<Unit>& units, const std::vector<std::uint32_t>& others) {
    constexpr std::uint64_t share = 10;
    std::uint64_t all = 0, rest = 0, blocks = 0;
    for (const auto& u : units) all += u.chars;
    for (const auto u : others) {
        rest += units[u].chars;
        blocks += units[u].kind == Kind::furniture ? 0 : 1;
    }
    if (rest * share >= all) return false;
    if (blocks > 0)
        d.notes.push_back(
            {Severity::info, "segment", 0, 0,
             fmt::format("the source names the articles of nearly all the text; what stands in none of them ({} "
                         "block{}) is dropped as furniture (--articles detect looks for articles there)",
                         blocks, blocks == 1 ? "" : "s")});
    return true;
}

}  // namespace

std::vector<Draft> follow_given(Document& d, std::vector<Unit>& units, const FindArticles& find) {
    std::set<std::vector<std::uint32_t>> detected;
    for (const auto& draft : find(d, units)) detected.insert(units_of(draft));

    std::vector<std::vector<std::uint32_t>> members(d.given.size());
    std::vector<std::uint32_t> others;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        const Region* region = region_of(d, units[u]);
        if (!region || region->article == none) {
            others.push_back(u);
            continue;
        }
        members[region->article].push_back(u);
        // What the source calls a heading is one, unless it is as long as a text.
        Unit& unit = units[u];
        if (region->kind == RegionKind::heading && unit.kind == Kind::body && !unit.item &&
            !d.blocks[unit.block].starts_open && unit.chars <= (unit.cjk ? longest_head_cjk : longest_head_latin))
            unit.kind = Kind::head;
        // What looks like furniture is text where the source says so.
        if (unit.kind == Kind::furniture && unit.chars > 0) unit.kind = Kind::body;
    }

    std::vector<Draft> out;
    std::uint32_t named = 0, differ = 0;
    for (std::uint32_t a = 0; a < members.size(); ++a) {
        auto& list = members[a];
        // As the source has them, whatever the passes of repair have moved.
        const auto place = [&](auto u) {
            return std::pair(region_of(d, units[u])->order, d.pieces[d.blocks[units[u].block].first].text.begin);
        };
        std::sort(list.begin(), list.end(), [&](auto x, auto y) { return place(x) < place(y); });
        if (std::none_of(list.begin(), list.end(), [&](auto u) { return units[u].kind != Kind::furniture; })) continue;
        Draft draft = one_article(d, units, list);
        draft.given = a;
        std::copy_if(list.begin(), list.end(), std::back_inserter(draft.order),
                     [&](auto u) { return units[u].kind != Kind::furniture; });
        ++named;
        differ += detected.contains(units_of(draft)) ? 0 : 1;
        out.push_back(std::move(draft));
    }
    if (differ > 0)
        d.notes.push_back({Severity::info, "segment", 0, 0,
                           fmt::format("the source names {} articles, which are followed; by its text and places alone "
                                       "{} of them would have been parted in another way (--articles detect shows how)",
                                       named, differ)});

    if (leaves_furniture(d, units, others)) {
        for (const auto u : others) units[u].kind = Kind::furniture;
        return out;
    }
    // The others before the first given article of a later page.
    const auto page_of = [&](const Draft& draft) {
        std::uint32_t page = none;
        for (const auto u : units_of(draft)) page = std::min(page, units[u].page);
        return page;
    };
    auto found = find(d, select(units, others));
    std::size_t at = 0;
    for (auto& draft : found) {
        rename(draft, others);
        const auto page = page_of(draft);
        while (at < out.size() && (out[at].given == none || page_of(out[at]) <= page)) ++at;
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), std::move(draft));
    }
    return out;
}

bool names_issue(const Document& d) {
    const auto is_mets = [](const Source& source) { return source.format == "mets"; };
    return !d.given.empty() && (is_mets(d.source) || std::any_of(d.files.begin(), d.files.end(), is_mets));
}

}  // namespace broadsheet::segment_stage
