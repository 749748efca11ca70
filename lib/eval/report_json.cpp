// The report for programs.
#include <nlohmann/json.hpp>

#include "eval/means.hpp"

namespace broadsheet::eval {

namespace {

using nlohmann::ordered_json;

ordered_json json_of(const std::vector<Figure>& figures) {
    auto out = ordered_json::object();
    for (const Figure& figure : figures) {
        if (figure.is_count)
            out[figure.name] = static_cast<std::uint64_t>(figure.value);
        else
            out[figure.name] = figure.value;
    }
    return out;
}

ordered_json json_of(const Hits& hits) {
    return {{"right", hits.right},           {"predicted", hits.predicted}, {"gold", hits.gold},
            {"precision", hits.precision()}, {"recall", hits.recall()},     {"f1", hits.f1()}};
}

ordered_json json_of(const Share& share) { return {{"part", share.part}, {"of", share.whole}}; }

ordered_json counts_of(const Scores& s) {
    ordered_json out = {{"articles", json_of(s.articles)}, {"blocks", json_of(s.blocks)}, {"roles", json_of(s.roles)},
                        {"heads", json_of(s.heads)},       {"order", json_of(s.order)},   {"aligned", s.aligned},
                        {"cer", json_of(s.characters)},    {"wer", json_of(s.words)}};
    if (s.joins) {
        out["near_joins"] = json_of(s.joins->near);
        out["far_joins"] = json_of(s.joins->far);
    }
    if (s.hyphens) {
        out["hyphens"] = json_of(s.hyphens->right);
        out["hyphens_lost"] = json_of(s.hyphens->lost);
        out["hyphens_unfound"] = s.hyphens->unfound;
    }
    if (s.provenance) out["faithful"] = json_of(s.provenance->faithful);
    return out;
}

ordered_json json_of(const Scored& page) {
    const Scores& s = page.scores;
    auto roles = ordered_json::object();
    for (const RoleHits& row : s.by_role) roles[row.role] = json_of(row.hits);
    auto articles = ordered_json::array();
    for (std::size_t i = 0; i < s.matches.size(); ++i) {
        ordered_json row = {{"gold", page.gold_ids.at(i)}, {"similarity", s.matches[i].similarity}};
        if (s.matches[i].predicted) row["predicted"] = page.predicted_ids.at(*s.matches[i].predicted);
        articles.push_back(std::move(row));
    }
    return {{"gold", page.gold},
            {"predicted", page.predicted},
            {"kind", page.kind},
            {"gold_articles", s.gold_articles},
            {"predicted_articles", s.predicted_articles},
            {"figures", json_of(figures(s))},
            {"counts", counts_of(s)},
            {"roles", std::move(roles)},
            {"articles", std::move(articles)}};
}

}  // namespace

std::string report_json(const std::vector<Scored>& scored, bool pretty) {
    auto pages = ordered_json::array();
    for (const Scored& page : scored) pages.push_back(json_of(page));
    auto kinds = ordered_json::object();
    for (const auto& [kind, rows] : by_kind(scored)) {
        kinds[kind] = json_of(means(rows));
        kinds[kind]["pages"] = rows.size();
    }
    const auto all = pointers(scored);
    const ordered_json out = {{"schema", "broadsheet/evaluation/1"},
                              {"pages", std::move(pages)},
                              {"kinds", std::move(kinds)},
                              {"mean", json_of(means(all))},
                              {"sum", json_of(sums(all))}};
    return out.dump(pretty ? 1 : -1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet::eval
