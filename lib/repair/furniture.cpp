// Lines that are of the page and not of a text: folios and running heads, at the top or foot of a page; jump lines;
// the names of those who made the page.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::u32string_view numbers = U"一二三四五六七八九十";
constexpr std::size_t longest = 80;          // characters of a folio or running head
constexpr std::size_t longest_spread = 200;  // and of one set at both ends of its line, with the gap between

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

// Jump lines and the desk's line stand anywhere, with or without blank lines around them.
constexpr std::size_t longest_notice = 72;
constexpr std::size_t longest_jump = 48;

constexpr std::array<std::u32string_view, 19> words = {
    U"age",  U"AGE",    U"latt",   U"latte", U"folgt", U"uivre", U"leaf",  U" One", U" ONE", U" Two",
    U" TWO", U" Three", U" THREE", U" Four", U" FOUR", U" Five", U" FIVE", U" Six", U" SIX"};
constexpr std::u32string_view ends = U"eEtfoOrRxX";  // of these

bool is_jump(const Work& w, std::uint32_t i) {
    const auto text = w.view(i);
    if (text.size() > longest_jump) return false;
    // They end with the number of a page or with its word, or stand in brackets: most lines need not be asked.
    const auto last = text.back();
    bool told = is(last, cls::close);
    for (auto k = text.size(); !told && k-- > (text.size() > 12 ? text.size() - 12 : 0);)
        told = is(text[k], cls::digit) || (text[k] >= U'一' && text[k] <= U'四' &&  // from the first to the last one
                                           numbers.find(text[k]) != std::u32string_view::npos);
    if (!told && ends.find(last) != std::u32string_view::npos)
        told = std::any_of(words.begin(), words.end(), [text](auto word) { return text.ends_with(word); });
    if (!told) return false;
    return language::jump_line(text).place.size() == text.size();
}

// A line as the cues know it: a folio set at both ends of its line has a gap of many spaces in the middle. Of a line
// that stays too long, the beginning.
std::u32string closed_up(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        const bool space = is(c, cls::space);
        if (!space || (!out.empty() && out.back() != U' ')) out.push_back(space ? U' ' : c);
        if (out.size() > longest) break;
    }
    return out;
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
        if (line.mark == Mark::hidden || line.text.size() > longest_spread || w.vertical[i]) continue;
        const bool spread = line.text.size() > longest;
        const auto closed = spread ? closed_up(w.view(i)) : std::u32string();
        if (closed.size() > longest) continue;
        if (i == 0 || lines[i - 1].page != line.page) {
            firsts.push_back(i);
            if (line.text.size() > 2) ++heads[pattern_of(w.view(i))];
        }
        const auto text = spread ? std::u32string_view(closed) : w.view(i);
        const auto cues = [&] { return spread ? language::cues(text) : w.cues(i); };
        if (is_jump(w, i)) {
            w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::jump_line);
            continue;
        }
        if (w.facts[i].has(ends_sentence) && !has_digit(text)) continue;
        const bool edge = at_edge(w, i);
        if (!edge && (text.size() > longest / 2 || w.facts[i].has(ends_sentence))) continue;
        if (!edge && !alone(w, i)) continue;
        if (text.size() <= longest_notice && cues() & language::Cue::desk) {
            w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::furniture);
            continue;
        }
        if (!has_digit(text) && !edge) continue;
        if (cues() & language::Cue::folio) w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::folio);
    }
    if (firsts.size() < 3) return;
    for (const auto i : firsts)
        if (!w.taken[i] && lines[i].text.size() > 2 && std::size_t{2} * heads[pattern_of(w.view(i))] >= firsts.size() &&
            heads[pattern_of(w.view(i))] > 2)
            w.taken[i] = 1 + static_cast<std::uint8_t>(Reason::running_head);
}

}  // namespace broadsheet::repair_stage
