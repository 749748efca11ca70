#include "eval/means.hpp"

#include <algorithm>

namespace broadsheet::eval {

namespace {

// The order of all figures: that of a page which has them all.
const std::vector<Figure>& all_figures() {
    static const std::vector<Figure> all = [] {
        Scores full;
        for (const char* role : {"byline", "caption", "headline", "subhead"}) full.by_role.push_back({role, {}});
        full.characters.whole = full.words.whole = 1;
        full.joins.emplace();
        full.hyphens.emplace();
        full.provenance.emplace();
        return figures(full);
    }();
    return all;
}

std::vector<Figure> summed(const std::vector<const Scored*>& scored, bool as_mean) {
    std::map<std::string, std::pair<double, std::size_t>> sums;
    for (const Scored* page : scored)
        for (const Figure& figure : figures(page->scores)) {
            auto& [sum, pages] = sums[figure.name];
            sum += figure.value;
            ++pages;
        }
    std::vector<Figure> out;
    for (const Figure& figure : all_figures())
        if (const auto at = sums.find(figure.name); at != sums.end() && (as_mean || figure.is_count)) {
            const auto [sum, pages] = at->second;
            out.push_back({figure.name, as_mean ? sum / static_cast<double>(pages) : sum, !as_mean});
        }
    return out;
}

}  // namespace

std::vector<Figure> means(const std::vector<const Scored*>& scored) { return summed(scored, true); }
std::vector<Figure> sums(const std::vector<const Scored*>& scored) { return summed(scored, false); }

std::vector<const Scored*> pointers(const std::vector<Scored>& scored) {
    std::vector<const Scored*> out;
    out.reserve(scored.size());
    for (const Scored& page : scored) out.push_back(&page);
    return out;
}

std::map<std::string, std::vector<const Scored*>> by_kind(const std::vector<Scored>& scored) {
    std::map<std::string, std::vector<const Scored*>> out;
    for (const Scored& page : scored) out[page.kind].push_back(&page);
    return out;
}

}  // namespace broadsheet::eval
