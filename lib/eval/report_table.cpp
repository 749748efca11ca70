// The report for people.
#include <fmt/format.h>

#include <algorithm>

#include "core/chars.hpp"
#include "eval/means.hpp"

namespace broadsheet::eval {

namespace {

std::string number(const Figure& figure) {
    return figure.is_count ? fmt::format("{:.0f}", figure.value) : fmt::format("{:.3f}", figure.value);
}

std::string share(const Share& share, std::string_view what) {
    return fmt::format("{} of {} {}", share.part, share.whole, what);
}

std::string hits(const Hits& hits, std::string_view what) {
    return fmt::format("{} right of {} {} in gold, {} predicted", hits.right, hits.gold, what, hits.predicted);
}

// What a figure of one page says.
std::string meaning(const std::string& name, const Scores& s) {
    if (name == "articles") return hits(s.articles, "articles");
    if (name == "precision") return "right articles of those predicted";
    if (name == "recall") return "right articles of those in gold";
    if (name == "heads") return share(s.heads, "articles have their own headline");
    if (name == "similarity") return "of gold articles to those matched, by length";
    if (name == "blocks") return hits(s.blocks, "texts");
    if (name == "roles") return hits(s.roles, "texts with their roles");
    if (name == "splits") return "gold articles torn: parts too many";
    if (name == "merges") return "gold articles mixed: articles too few";
    if (name == "partition") return "splits and merges: the partition distance";
    if (name == "order") return share(s.order, "neighbouring blocks follow each other");
    if (name == "cer") return share(s.characters, fmt::format("characters wrong in {} articles", s.aligned));
    if (name == "wer") return share(s.words, fmt::format("words wrong in {} articles", s.aligned));
    if (name == "near_joins") return share(s.joins->near, "joins of neighbouring lines");
    if (name == "far_joins") return share(s.joins->far, "joins of pieces that stand apart");
    if (name == "false_joins") return "neighbouring lines run together that do not belong together";
    if (name == "hyphens") return share(s.hyphens->right, "line-end hyphens as in gold");
    if (name == "hyphens_lost") return share(s.hyphens->lost, "true hyphens taken out");
    if (name == "faithful") return share(s.provenance->faithful, "texts are the bytes they name");
    if (name == "uncovered") return "characters of the page that stand nowhere";
    if (name == "twice") return "characters of the page that stand twice";
    for (const RoleHits& row : s.by_role)
        if (row.role == name) return hits(row.hits, name + "s");
    return {};
}

std::string one_page(const Scored& page) {
    std::string out = fmt::format("{} against {}\n", page.predicted, page.gold);
    for (const Figure& figure : figures(page.scores))
        out += fmt::format("  {:<13}{:>7}  {}\n", figure.name, number(figure), meaning(figure.name, page.scores));
    return out;
}

using Row = std::pair<std::string, std::vector<Figure>>;

// Means of counts have decimals.
std::string table(const std::vector<Row>& rows) {
    // Of the rest the JSON tells.
    constexpr std::string_view columns[] = {"articles",   "heads",     "similarity",  "blocks",  "roles",
                                            "splits",     "merges",    "order",       "cer",     "wer",
                                            "near_joins", "far_joins", "false_joins", "hyphens", "faithful"};
    const auto find = [](const Row& row, std::string_view name) {
        return std::find_if(row.second.begin(), row.second.end(), [&](const Figure& f) { return f.name == name; });
    };
    std::size_t width = 4;
    for (const Row& row : rows) width = std::max(width, to_utf32(row.first).size());
    const auto first = [&](const std::string& text) {
        return text + std::string(width - std::min(width, to_utf32(text).size()), ' ');
    };
    std::string head = first("page");
    std::vector<std::string> lines;
    lines.reserve(rows.size());
    for (const Row& row : rows) lines.push_back(first(row.first));
    for (const auto column : columns) {
        if (std::none_of(rows.begin(), rows.end(),
                         [&](const Row& row) { return find(row, column) != row.second.end(); }))
            continue;
        const auto cell = std::max<std::size_t>(column.size(), 6);
        head += fmt::format("  {:>{}}", column, cell);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto at = find(rows[i], column);
            lines[i] += fmt::format("  {:>{}}", at == rows[i].second.end() ? "-" : number(*at), cell);
        }
    }
    std::string out = head + "\n";
    for (const auto& line : lines) out += line + "\n";
    return out;
}

}  // namespace

std::string report_table(const std::vector<Scored>& scored) {
    if (scored.empty()) return {};
    if (scored.size() == 1) return one_page(scored.front());
    std::vector<Row> rows;
    rows.reserve(scored.size());
    for (const Scored& page : scored) rows.emplace_back(page.predicted, figures(page.scores));
    const auto kinds = by_kind(scored);
    if (kinds.size() > 1 && kinds.size() < scored.size())
        for (const auto& [kind, pages] : kinds)
            rows.emplace_back(fmt::format("mean of {} {}", pages.size(), kind), means(pages));
    const auto all = pointers(scored);
    rows.emplace_back(fmt::format("mean of {}", scored.size()), means(all));
    rows.emplace_back("sum", sums(all));
    return table(rows);
}

}  // namespace broadsheet::eval
