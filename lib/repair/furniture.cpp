// Folios and running heads: lines that stand alone at the top or foot of a page and say what page it is.
#include <unordered_map>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest = 80;  // characters of a folio or running head

bool alone(const Work& w, std::uint32_t i) {
    const auto& lines = w.d.lines;
    const bool above = i == 0 || lines[i].gap > 0 || lines[i].page != lines[i - 1].page;
    const bool below = i + 1 >= lines.size() || lines[i + 1].gap > 0 || lines[i + 1].page != lines[i].page;
    return above && below;
}

bool at_edge(const Work& w, std::uint32_t i) {
    const auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    for (std::uint32_t k = 0; k < 3; ++k) {
        if (i < k + 1 || lines[i - k - 1].page != lines[i].page) return true;
        if (i + k + 1 >= count || lines[i + k + 1].page != lines[i].page) return true;
    }
    return false;
}

bool has_digit(std::u32string_view text) {
    for (const char32_t c : text)
        if (is(c, cls::digit)) return true;
    return false;
}

// A line with its numbers and spaces taken out: the same on every page that has it as its head.
std::u32string pattern_of(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text)
        if (!is(c, cls::digit | cls::space)) out.push_back(c);
    return out;
}

}  // namespace

void furniture(Work& w) {
    const auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    std::unordered_map<std::u32string, std::uint32_t> heads;  // of the first line of each page
    std::vector<std::uint32_t> firsts;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Line& line = lines[i];
        if (line.mark == Mark::hidden || line.text.size() > longest || w.vertical[i]) continue;
        if (i == 0 || lines[i - 1].page != line.page) {
            firsts.push_back(i);
            if (line.text.size() > 2) ++heads[pattern_of(w.view(i))];
        }
        const auto text = w.view(i);
        if (w.facts[i].has(ends_sentence) && !has_digit(text)) continue;
        const bool edge = at_edge(w, i);
        if (!edge && (line.text.size() > longest / 2 || w.facts[i].has(ends_sentence))) continue;
        if (!edge && !alone(w, i)) continue;
        if (!has_digit(text) && !edge) continue;
        if (w.cues(i) & language::Cue::folio) w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::folio);
    }
    if (firsts.size() < 3) return;
    for (const auto i : firsts)
        if (!w.taken[i] && lines[i].text.size() > 2 && heads[pattern_of(w.view(i))] * 2 >= firsts.size() &&
            heads[pattern_of(w.view(i))] > 2)
            w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::running_head);
}

}  // namespace broadsheet::repair_stage
