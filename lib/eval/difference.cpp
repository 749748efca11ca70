// For people: what became of each block of gold.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/chars.hpp"
#include "eval/diff.hpp"
#include "eval/joins.hpp"
#include "eval/matching.hpp"
#include "eval/sequence.hpp"
#include "eval/texts.hpp"

namespace broadsheet::eval {

namespace {

constexpr double alike = 0.5;  // texts that are less alike are not shown as one that was changed

struct Item {
    std::size_t article = 0;
    const Labelled* block = nullptr;
    std::optional<std::size_t> other;  // the item of the other side
};

std::vector<Item> items_of(const Grouped& articles) {
    std::vector<Item> out;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (const Labelled& block : articles[i]) out.push_back({i, &block, {}});
    return out;
}

// Pairs blocks of gold and prediction: the same text, best in the article matched and with the same role, then texts
// that are alike.
class Pairing {
public:
    Pairing(const Grouped& golds, const Grouped& others, const std::vector<ArticleMatch>& matches)
        : gold(items_of(golds)), predicted(items_of(others)), matches_(matches) {
        for (const auto& [same_article, same_role] :
             {std::pair(true, true), {true, false}, {false, true}, {false, false}})
            pair_same(same_article, same_role);
        pair_alike();
    }

    std::vector<Item> gold, predicted;

private:
    void pair(std::size_t g, std::size_t p) {
        gold[g].other = p;
        predicted[p].other = g;
    }

    void pair_same(bool same_article, bool same_role) {
        std::multimap<std::u32string_view, std::size_t> by_text;
        for (std::size_t p = 0; p < predicted.size(); ++p)
            if (!predicted[p].other) by_text.emplace(predicted[p].block->text, p);
        for (std::size_t g = 0; g < gold.size(); ++g) {
            if (gold[g].other) continue;
            const auto [first, last] = by_text.equal_range(gold[g].block->text);
            const auto at = std::find_if(first, last, [&](const auto& row) {
                const Item& item = predicted[row.second];
                return (!same_article || matches_[gold[g].article].predicted == item.article) &&
                       (!same_role || gold[g].block->role == item.block->role);
            });
            if (at == last) continue;
            pair(g, at->second);
            by_text.erase(at);
        }
    }

    void pair_alike() {
        std::vector<std::size_t> golds, others;
        for (std::size_t g = 0; g < gold.size(); ++g)
            if (!gold[g].other) golds.push_back(g);
        for (std::size_t p = 0; p < predicted.size(); ++p)
            if (!predicted[p].other) others.push_back(p);
        std::vector<Inventory> inventories;
        inventories.reserve(others.size());
        for (const auto p : others) inventories.emplace_back(predicted[p].block->text);
        std::vector<Offer> offers;
        for (std::size_t i = 0; i < golds.size(); ++i) {
            const Inventory mine(gold[golds[i]].block->text);
            for (std::size_t j = 0; j < others.size(); ++j)
                if (const double bound = mine.bound(inventories[j]); bound >= alike) offers.push_back({bound, i, j});
        }
        for (const Offer& offer :
             match_greedily(std::move(offers), golds.size(), others.size(), alike, [&](std::size_t i, std::size_t j) {
                 return similarity(gold[golds[i]].block->text, predicted[others[j]].block->text);
             }))
            pair(golds[offer.gold], others[offer.predicted]);
    }

    const std::vector<ArticleMatch>& matches_;
};

std::string short_text(std::u32string_view text) {
    constexpr std::size_t most = 120;
    return text.size() <= most ? to_utf8(text)
                               : fmt::format("{} … ({} characters)", to_utf8(text.substr(0, most)), text.size());
}

std::string title_of(const std::vector<Labelled>& article) {
    constexpr std::size_t most = 40;
    if (article.empty()) return "empty";
    const auto headline =
        std::find_if(article.begin(), article.end(), [](const Labelled& block) { return block.role == "headline"; });
    const auto& text = (headline == article.end() ? article.front() : *headline).text;
    return text.size() <= most ? to_utf8(text) : to_utf8(std::u32string_view(text).substr(0, most)) + "…";
}

std::string roles(const Labelled& gold, const Labelled& predicted) {
    return gold.role == predicted.role ? gold.role : gold.role + " -> " + predicted.role;
}

}  // namespace

std::string difference(const Gold& gold, const Prediction& prediction, const SourcePage* page,
                       const EvalOptions& options) {
    const Grouped golds = texts_of(gold, page), predicted = texts_of(prediction);
    const auto matches = match_articles(wholes_of(golds), wholes_of(predicted));
    const Pairing pairing(golds, predicted, matches);
    const auto id_of = [&](std::size_t article) {
        const std::string& id = prediction.articles[article].id;
        return id.empty() ? fmt::format("#{}", article + 1) : id;
    };

    std::string out;
    std::vector<bool> is_matched(predicted.size(), false);
    const auto tell_extra = [&](std::size_t article) {
        for (const Item& item : pairing.predicted)
            if (item.article == article && !item.other)
                out += fmt::format("  + [{}] {}\n", item.block->role, short_text(item.block->text));
    };
    for (std::size_t i = 0; i < golds.size(); ++i) {
        const ArticleMatch& match = matches[i];
        out += fmt::format(
            "{} \"{}\": {}\n", gold.articles[i].id, title_of(golds[i]),
            match.predicted ? fmt::format("{:.3f} like {}", match.similarity, id_of(*match.predicted)) : "not found");
        for (const Item& item : pairing.gold) {
            if (item.article != i) continue;
            const Labelled& mine = *item.block;
            if (!item.other) {
                out += fmt::format("  - [{}] {}\n", mine.role, short_text(mine.text));
                continue;
            }
            const Item& other = pairing.predicted[*item.other];
            const Labelled& theirs = *other.block;
            const bool same = mine.text == theirs.text;
            const bool here = match.predicted == other.article;
            if (mine.role == theirs.role && here &&
                (same || (options.fuzzy < 1 && similarity(mine.text, theirs.text) >= options.fuzzy)))
                continue;
            out += fmt::format("  ~ [{}]{} {}\n", roles(mine, theirs),
                               here ? std::string() : fmt::format(" in {}:", id_of(other.article)),
                               same ? short_text(mine.text) : to_utf8(marked_difference(mine.text, theirs.text)));
        }
        if (!match.predicted) continue;
        is_matched[*match.predicted] = true;
        tell_extra(*match.predicted);
    }
    for (std::size_t j = 0; j < predicted.size(); ++j) {
        if (is_matched[j]) continue;
        out += fmt::format("{} \"{}\": no article of gold\n", id_of(j), title_of(predicted[j]));
        tell_extra(j);
    }
    if (page != nullptr && !page->lines.empty() && gold.has_spans()) {
        const JoinScores scores = joins(gold, *page, predicted);
        for (const auto& join : scores.missed) out += fmt::format("- join {}\n", join);
        for (const auto& join : scores.wrong) out += fmt::format("+ join {}\n", join);
    }
    return out;
}

}  // namespace broadsheet::eval
