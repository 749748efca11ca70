// All measures of a page.
#include <algorithm>
#include <map>

#include "eval/error_rates.hpp"
#include "eval/hyphens.hpp"
#include "eval/joins.hpp"
#include "eval/matching.hpp"
#include "eval/order.hpp"
#include "eval/provenance.hpp"
#include "eval/sequence.hpp"
#include "eval/texts.hpp"

namespace broadsheet::eval {

namespace {

// Of those gold articles that have a headline: which have one of theirs, as headline, in the article matched.
Share heads(const Grouped& gold, const Grouped& predicted, const std::vector<ArticleMatch>& matches, double fuzzy) {
    const auto is_headline = [](const Labelled& block) { return block.role == "headline"; };
    Share out;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if (std::none_of(gold[i].begin(), gold[i].end(), is_headline)) continue;
        ++out.whole;
        if (!matches[i].predicted) continue;
        const auto& other = predicted[*matches[i].predicted];
        out.part += std::any_of(gold[i].begin(), gold[i].end(), [&](const Labelled& mine) {
            return is_headline(mine) && std::any_of(other.begin(), other.end(), [&](const Labelled& theirs) {
                       return is_headline(theirs) &&
                              (mine.text == theirs.text || (fuzzy < 1 && similarity(mine.text, theirs.text) >= fuzzy));
                   });
        });
    }
    return out;
}

std::vector<Labelled> flat(const Grouped& articles, bool with_role) {
    std::vector<Labelled> out;
    for (const auto& article : articles)
        for (const Labelled& block : article) out.push_back({with_role ? block.role : std::string(), block.text});
    return out;
}

// Only blocks of one role are matched, so the hits of a role are those of its own.
std::vector<RoleHits> by_role(const std::vector<Labelled>& gold, const std::vector<Labelled>& predicted,
                              const std::vector<Labelled>& missing) {
    std::map<std::string, Hits> hits;
    for (const Labelled& block : gold) ++hits[block.role].gold, ++hits[block.role].right;
    for (const Labelled& block : missing) --hits[block.role].right;
    for (const Labelled& block : predicted) ++hits[block.role].predicted;
    std::vector<RoleHits> out;
    out.reserve(hits.size());
    for (const auto& [role, of_role] : hits) out.push_back({role, of_role});
    return out;
}

void add_articles(Scores& out, const Grouped& gold, const Grouped& predicted, double fuzzy) {
    const auto golds = wholes_of(gold);
    out.matches = match_articles(golds, wholes_of(predicted));
    out.articles = {0, predicted.size(), gold.size()};
    std::size_t size = 0;
    double similar = 0;
    for (std::size_t i = 0; i < golds.size(); ++i) {
        out.articles.right += out.matches[i].predicted && out.matches[i].similarity >= 0.95 * fuzzy;
        similar += out.matches[i].similarity * static_cast<double>(golds[i].size());
        size += golds[i].size();
    }
    out.similarity = similar / static_cast<double>(std::max<std::size_t>(1, size));
    out.heads = heads(gold, predicted, out.matches, fuzzy);
    const Partition groups = partition_of(gold, predicted, fuzzy);
    out.splits = groups.splits;
    out.merges = groups.merges;
    const ErrorRates errors = error_rates(gold, predicted, out.matches);
    out.aligned = errors.aligned;
    out.characters = errors.characters;
    out.words = errors.words;
}

}  // namespace

double Hits::precision() const {
    return predicted == 0 ? static_cast<double>(gold == 0)
                          : static_cast<double>(right) / static_cast<double>(predicted);
}

double Hits::recall() const {
    return gold == 0 ? static_cast<double>(predicted == 0) : static_cast<double>(right) / static_cast<double>(gold);
}

double Hits::f1() const {
    const double p = precision(), r = recall();
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

Scores evaluate(const Gold& gold, const Prediction& prediction, const SourcePage* page, const EvalOptions& options) {
    const Grouped golds = texts_of(gold, page), predicted = texts_of(prediction);
    Scores out;
    out.gold_articles = golds.size();
    out.predicted_articles = predicted.size();
    out.blocks = match_blocks(flat(golds, false), flat(predicted, false), options.fuzzy).hits;
    const auto with_roles = flat(golds, true), found = flat(predicted, true);
    const BlockMatch matched = match_blocks(with_roles, found, options.fuzzy);
    out.roles = matched.hits;
    out.by_role = by_role(with_roles, found, matched.missing);
    add_articles(out, golds, predicted, options.fuzzy);
    out.order = order(golds, predicted);
    if (page == nullptr) return out;
    if (!page->lines.empty() && gold.has_spans()) out.joins = joins(gold, *page, predicted);
    out.hyphens = hyphens(golds, *page, predicted);
    if (out.hyphens->right.whole == 0) out.hyphens.reset();
    out.provenance = provenance(prediction, *page);
    return out;
}

std::vector<Figure> figures(const Scores& s) {
    std::vector<Figure> out;
    const auto count = [](std::size_t n) { return static_cast<double>(n); };
    out.push_back({"articles", s.articles.f1()});
    out.push_back({"precision", s.articles.precision()});
    out.push_back({"recall", s.articles.recall()});
    out.push_back({"heads", s.heads.value()});
    out.push_back({"similarity", s.similarity});
    out.push_back({"blocks", s.blocks.f1()});
    out.push_back({"roles", s.roles.f1()});
    for (const char* role : {"headline", "byline", "caption", "subhead"})
        for (const RoleHits& row : s.by_role)
            if (row.role == role) out.push_back({role, row.hits.f1()});
    out.push_back({"splits", count(s.splits), true});
    out.push_back({"merges", count(s.merges), true});
    out.push_back({"partition", count(s.splits + s.merges), true});
    out.push_back({"order", s.order.value()});
    if (s.characters.whole > 0) out.push_back({"cer", s.characters.value()});
    if (s.words.whole > 0) out.push_back({"wer", s.words.value()});
    if (s.joins) {
        out.push_back({"near_joins", s.joins->near.value()});
        out.push_back({"far_joins", s.joins->far.value()});
        out.push_back({"false_joins", count(s.joins->false_ones), true});
    }
    if (s.hyphens) {
        out.push_back({"hyphens", s.hyphens->right.value()});
        out.push_back({"hyphens_lost", count(s.hyphens->lost.part), true});
    }
    if (s.provenance) {
        out.push_back({"faithful", s.provenance->faithful.value()});
        out.push_back({"uncovered", count(s.provenance->uncovered), true});
        out.push_back({"twice", count(s.provenance->twice), true});
    }
    return out;
}

}  // namespace broadsheet::eval
