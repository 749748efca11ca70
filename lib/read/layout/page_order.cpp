#include "read/layout/page_order.hpp"

#include <algorithm>
#include <utility>

#include "read/layout/page_custom.hpp"

namespace broadsheet::reading {

std::uint32_t PageOrder::add(const Tag& tag) {
    Node node;
    node.region = tag.value("regionRef");
    node.index = tag.number("index", -1);
    const auto at = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(std::move(node));
    (open_.empty() ? roots_ : nodes_[open_.back()].children).push_back(at);
    return at;
}

void PageOrder::open(const Tag& tag) {
    const auto custom = custom_of(tag.value("custom"));
    const bool is_article = custom.is_article || tag.raw("type") == "article";
    const auto of_outer = open_.empty() ? none : nodes_[open_.back()].article;
    const auto at = add(tag);
    nodes_[at].article =
        is_article ? article(custom.article.empty() ? tag.value("id") : custom.article, tag.value("caption"), "article")
                   : of_outer;
    open_.push_back(at);
}

void PageOrder::close() {
    if (!open_.empty()) open_.pop_back();
}

void PageOrder::ref(const Tag& tag) {
    const auto of_group = open_.empty() ? none : nodes_[open_.back()].article;
    nodes_[add(tag)].article = of_group;
}

void PageOrder::region(std::uint32_t region, std::uint32_t parent, float index) {
    places_.resize(region + 1);
    places_[region].parent = parent;
    places_[region].index = index;
    if (parent != none) places_[parent].children.push_back(region);
}

std::uint32_t PageOrder::article(const std::string& id, std::string title, std::string type) {
    const auto [at, is_new] = articles_.emplace(id, static_cast<std::uint32_t>(d_.given.size()));
    if (is_new || id.empty()) {
        at->second = static_cast<std::uint32_t>(d_.given.size());
        d_.given.push_back({id, std::move(title), std::move(type)});
    }
    return at->second;
}

// What has no index keeps its place behind what has one.
void PageOrder::sort_by_index(std::vector<std::uint32_t>& nodes) const {
    std::stable_sort(nodes.begin(), nodes.end(), [&](auto a, auto b) {
        const float x = nodes_[a].index, y = nodes_[b].index;
        return x >= 0 && (y < 0 || x < y);
    });
}

std::vector<std::uint32_t> PageOrder::sorted(std::vector<std::uint32_t> regions) const {
    std::stable_sort(regions.begin(), regions.end(), [&](auto a, auto b) {
        const float x = places_[a].index, y = places_[b].index;
        return x >= 0 && (y < 0 || x < y);
    });
    return regions;
}

// A region and, behind it, those in it.
void PageOrder::give(std::uint32_t region, std::uint32_t article, std::vector<std::uint32_t>& out) {
    if (article != none && d_.regions[region].article == none) d_.regions[region].article = article;
    out.push_back(region);
}

void PageOrder::by_groups(std::vector<std::uint32_t>& out) {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (std::uint32_t i = 0; i < d_.regions.size(); ++i) by_id.emplace(d_.regions[i].id, i);
    // Deep groups must not deepen the stack of calls.
    std::vector<std::uint32_t> todo(roots_.rbegin(), roots_.rend());
    while (!todo.empty()) {
        const Node& node = nodes_[todo.back()];
        todo.pop_back();
        if (const auto at = by_id.find(node.region); at != by_id.end()) give(at->second, node.article, out);
        auto children = node.children;
        sort_by_index(children);
        todo.insert(todo.end(), children.rbegin(), children.rend());
    }
}

void PageOrder::by_custom(std::vector<std::uint32_t>& out) const {
    std::vector<std::uint32_t> top;
    for (std::uint32_t i = 0; i < places_.size(); ++i)
        if (places_[i].parent == none && places_[i].index >= 0) top.push_back(i);
    // Pages stand one behind the other, each with indices of its own.
    out = sorted(std::move(top));
    std::stable_sort(out.begin(), out.end(), [&](auto a, auto b) { return d_.regions[a].page < d_.regions[b].page; });
}

void PageOrder::finish() {
    places_.resize(d_.regions.size());
    std::vector<std::uint32_t> named;
    by_groups(named);
    if (named.empty()) by_custom(named);
    std::vector<bool> is_named(d_.regions.size(), false);
    for (const auto region : named) is_named[region] = true;
    std::uint32_t place = 0;
    std::vector<std::uint32_t> todo(named.rbegin(), named.rend());
    while (!todo.empty()) {
        const auto region = todo.back();
        todo.pop_back();
        if (d_.regions[region].order != none) continue;
        d_.regions[region].order = place++;
        auto inner = sorted(places_[region].children);
        std::reverse(inner.begin(), inner.end());
        for (const auto i : inner) {
            if (is_named[i]) continue;
            if (d_.regions[i].article == none) d_.regions[i].article = d_.regions[region].article;
            todo.push_back(i);
        }
    }
}

}  // namespace broadsheet::reading
