#include "repair/columns_upright_rows.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t fewest_rows = 4, most_rows = 40;
constexpr std::uint32_t fewest_pairs = 2;  // rows of two characters

}  // namespace

bool part_upright_rows(const Document& document, std::uint32_t first, std::uint32_t last, std::vector<Line>& out) {
    const auto rows = last - first;
    if (rows < fewest_rows || rows > most_rows) return false;
    std::uint32_t pairs = 0, turns = 0, ideographs = 0, characters = 0;
    bool before = false;
    for (auto i = first; i < last; ++i) {
        const auto text = document.text.view(document.lines[i].text);
        if (text.size() > 2 || std::any_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::space); }))
            return false;
        const bool pair = text.size() == 2;
        turns += i > first && pair != before;
        before = pair;
        pairs += pair;
        characters += static_cast<std::uint32_t>(text.size());
        ideographs += static_cast<std::uint32_t>(
            std::count_if(text.begin(), text.end(), [](char32_t c) { return is(c, cls::cjk); }));
    }
    // The shorter column stands beside a part of the longer one; rows that are all alike are a list.
    if (pairs < fewest_pairs || pairs == rows || turns > 2 || ideographs * 2 <= characters) return false;
    for (auto i = first; i < last; ++i) {
        Line line = document.lines[i];
        line.text.begin = line.text.end - 1;
        out.push_back(line);
    }
    bool begins = true;
    for (auto i = first; i < last; ++i) {
        Line line = document.lines[i];
        if (line.text.size() < 2) continue;
        line.text.end = line.text.begin + 1;
        line.gap = begins ? 1 : 0;
        begins = false;
        out.push_back(line);
    }
    return true;
}

}  // namespace broadsheet::repair_stage
