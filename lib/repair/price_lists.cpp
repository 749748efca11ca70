// Lists of prices and results as papers print them day by day: a name, and figures behind it; an item may take two
// lines or three. An engine misreads many of the figures, so no two rows need be made alike.
#include "repair/price_lists.hpp"

#include <algorithm>

#include "core/boxes.hpp"
#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest_row = 60;    // characters
constexpr std::uint32_t longest_item = 3;  // lines
constexpr std::uint32_t fewest = 4;        // rows with a name before and a figure behind

bool has_figure(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::digit); });
}

// A name with a capital, and a figure at its end, or many of them: what a line of running text is by chance only.
bool is_item(std::u32string_view text) {
    if (text.size() > longest_row || !is(text.front(), cls::upper)) return false;
    std::size_t words = 0, figures = 0;
    bool last = false;
    for (std::size_t i = 0; i < text.size(); ++words) {
        const auto end = std::min(text.find(U' ', i), text.size());
        last = has_figure(text.substr(i, end - i));
        figures += last ? 1 : 0;
        i = end + 1;
    }
    return words > 1 && (last || (figures > 1 && figures * 5 >= words * 2));
}

// The rest of an item that takes two lines.
bool may_go_on(std::u32string_view text) { return text.size() <= longest_row && has_figure(text); }

bool stands_below(const Document& d, const Line& a, const Line& b) {
    if (a.box == none || b.box == none) return a.frame == b.frame && b.gap < 2;
    const Box &up = d.boxes[a.box], &down = d.boxes[b.box];
    constexpr float far = 2.5F;  // heights
    return shared_width(up, down) > 0 && down.top > up.top &&
           down.top - up.bottom < far * std::min(height(up), height(down));
}

}  // namespace

void mark_price_lists(Work& w) {
    auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    const auto plain = [&](std::uint32_t i) {
        return lines[i].mark == Mark::plain && !w.vertical[i] && !w.taken[i] && !lines[i].text.empty();
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!plain(i) || !is_item(w.view(i))) continue;
        std::uint32_t items = 1, last = i;
        for (auto k = i + 1; k < count && k - last <= longest_item; ++k) {
            if (lines[k].page != lines[i].page || !stands_below(w.d, lines[k - 1], lines[k])) break;
            const bool row = lines[k].mark == Mark::table_row;
            if (!row && !plain(k)) break;
            if (row || is_item(w.view(k))) {
                ++items;
                last = k;
            } else if (!may_go_on(w.view(k))) {
                break;
            }
        }
        if (items >= fewest && items * 3 >= (last - i + 1) * 2)
            for (auto k = i; k <= last; ++k) lines[k].mark = Mark::table_row;
        i = last;
    }
}

}  // namespace broadsheet::repair_stage
