// The partition distance between two groupings of the same blocks.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "eval/matching.hpp"
#include "eval/sequence.hpp"

namespace broadsheet::eval {

namespace {

constexpr std::size_t shortest = 12;  // characters; what is shorter may stand in any article

struct Member {
    std::size_t article = 0;
    const std::u32string* text = nullptr;
};

std::vector<Member> members_of(const Grouped& articles) {
    std::vector<Member> out;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (const Labelled& block : articles[i])
            if (block.text.size() >= shortest) out.push_back({i, &block.text});
    return out;
}

struct Seen {
    std::size_t times = 0, article = 0;
};

std::map<std::u32string_view, Seen> seen_in(const std::vector<Member>& members) {
    std::map<std::u32string_view, Seen> out;
    for (const Member& member : members) {
        Seen& seen = out[*member.text];
        ++seen.times;
        seen.article = member.article;
    }
    return out;
}

}  // namespace

Partition partition_of(const Grouped& gold, const Grouped& predicted, double fuzzy) {
    const auto golds = members_of(gold), found = members_of(predicted);
    const auto in_gold = seen_in(golds), in_found = seen_in(found);
    std::vector<Inventory> inventories;
    if (fuzzy < 1)
        for (const Member& member : found) inventories.emplace_back(*member.text);
    std::set<std::pair<std::size_t, std::size_t>> overlaps;
    for (const Member& member : golds) {
        const std::u32string& text = *member.text;
        if (in_gold.at(text).times > 1) continue;
        if (const auto at = in_found.find(text); at != in_found.end() && at->second.times == 1) {
            overlaps.insert({member.article, at->second.article});
            continue;
        }
        if (fuzzy >= 1) continue;
        const Inventory inventory(text);
        std::pair<double, std::size_t> best{0, 0};
        for (std::size_t j = 0; j < found.size(); ++j) {
            const std::u32string& other = *found[j].text;
            const auto less = std::min(text.size(), other.size());
            if (static_cast<double>(2 * less) < fuzzy * static_cast<double>(text.size() + other.size())) continue;
            if (inventory.bound(inventories[j]) < std::max(fuzzy, best.first)) continue;
            best = std::max(best, std::pair(similarity(text, other), found[j].article));
        }
        if (best.first >= fuzzy) overlaps.insert({member.article, best.second});
    }
    std::set<std::size_t> gold_articles, predicted_articles;
    for (const auto& [g, p] : overlaps) {
        gold_articles.insert(g);
        predicted_articles.insert(p);
    }
    return {overlaps.size() - gold_articles.size(), overlaps.size() - predicted_articles.size()};
}

}  // namespace broadsheet::eval
