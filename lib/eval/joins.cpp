#include "eval/joins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/chars.hpp"
#include "eval/normal.hpp"
#include "eval/probes.hpp"

namespace broadsheet::eval {

namespace {

constexpr std::size_t reach = 7;  // characters on each side of a join that are looked for

struct Join {
    std::uint32_t from = 0, to = 0;
    std::u32string probe;
};

// What stands around the place where two pieces meet.
std::u32string around(std::u32string_view first, std::u32string_view second) {
    const auto end = first.substr(first.size() - std::min(first.size(), 2 * reach));
    const auto text = normal(put_together({end, second.substr(0, 2 * reach)}));
    const auto middle = normal(end).size();
    const auto begin = std::min(text.size(), middle - std::min(middle, reach));
    return text.substr(begin, middle + reach - begin);
}

std::string said(const Join& join) { return fmt::format("{} -> {}: {}", join.from, join.to, to_utf8(join.probe)); }

}  // namespace

JoinScores joins(const Gold& gold, const SourcePage& page, const Grouped& predicted) {
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (!stripped(page.lines[i]).empty()) order.push_back(static_cast<std::uint32_t>(i + 1));
    std::vector<std::uint32_t> next(page.lines.size() + 1, 0);
    for (std::size_t i = 0; i + 1 < order.size(); ++i) next[order[i]] = order[i + 1];

    std::vector<Join> made;
    std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
    std::map<std::uint32_t, std::set<std::pair<std::string, std::size_t>>> owners;
    for (const GoldArticle& article : gold.articles)
        for (std::size_t k = 0; k < article.elements.size(); ++k) {
            const GoldElement& element = article.elements[k];
            auto parts = parts_of(element, page, gold.name);
            std::erase_if(parts, [](const LinePart& part) { return stripped(part.text).empty(); });
            for (const LinePart& part : parts) owners[part.line].insert({article.id, k});
            for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
                joined.insert({parts[i].line, parts[i + 1].line});
                if (!element.text)
                    made.push_back({parts[i].line, parts[i + 1].line, around(parts[i].text, parts[i + 1].text)});
            }
        }

    std::u32string output, source;
    for (const auto& article : predicted)
        for (const Labelled& block : article) output.append(block.text).push_back(U'\n');
    for (const auto& line : page.lines) source.append(normal(line)).push_back(U'\n');

    std::vector<Join> unmade;
    const auto share_owner = [&](std::uint32_t a, std::uint32_t b) {
        const auto first = owners.find(a), second = owners.find(b);
        if (first == owners.end() || second == owners.end()) return false;
        return std::any_of(first->second.begin(), first->second.end(),
                           [&](const auto& owner) { return second->second.contains(owner); });
    };
    for (const std::uint32_t line : order) {
        const std::uint32_t after = next[line];
        if (after == 0 || joined.contains({line, after}) || share_owner(line, after)) continue;
        const auto &x = page.lines[line - 1], &y = page.lines[after - 1];
        if (normal(x).size() < 2 || normal(y).size() < 2) continue;
        unmade.push_back({line, after, around(x, y)});
    }

    std::vector<std::u32string> probes, false_probes;
    for (const Join& join : made) probes.push_back(join.probe);
    for (const Join& join : unmade) probes.push_back(join.probe), false_probes.push_back(join.probe);
    const auto in_output = present(output, probes), in_source = present(source, false_probes);

    JoinScores out;
    for (const Join& join : made) {
        const bool right = in_output.contains(join.probe);
        Share& share = next[join.from] == join.to ? out.near : out.far;
        ++share.whole;
        share.part += right;
        if (!right) out.missed.push_back(said(join));
    }
    for (const Join& join : unmade)
        if (in_output.contains(join.probe) && !in_source.contains(join.probe)) {
            ++out.false_ones;
            out.wrong.push_back(said(join));
        }
    return out;
}

}  // namespace broadsheet::eval
