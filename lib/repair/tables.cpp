// Tables of figures in plain text: league tables, prices, results; and lists with bullets. Their rows are no wrapped
// lines.
#include <algorithm>

#include "core/chars.hpp"
#include "repair/price_lists.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest_row = 60;  // characters
constexpr std::uint32_t fewest_rows = 3;
constexpr std::uint32_t fewest_items = 2;
constexpr std::uint32_t led = 1U << 31;  // the make of a row whose figures dots lead to

// "Barley ........ 31s. 0d.", with leaders of dots or points before its figures.
bool has_leaders(std::u32string_view text) {
    constexpr std::size_t fewest = 4;
    std::uint32_t marks = 0;
    for (const char32_t c : text)
        marks += static_cast<std::uint32_t>((c == U'.') | (c == U'·') | (c == U'_')) + (c == U'…' ? 3U : 0U);
    if (marks < fewest) return false;  // nearly all lines
    std::size_t dots = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c == U'.' || c == U'…' || c == U'·' || c == U'_') {
            dots += c == U'…' ? 3 : 1;
        } else if (!is(c, cls::space)) {
            if (dots >= fewest)
                return is(text.front(), cls::letter) &&
                       std::any_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(),
                                   [](char32_t d) { return is(d, cls::digit); });
            dots = 0;
        }
    }
    return false;
}

// The bullet of an item; 0 for none. A stroke may open speech as well: not where the line is a sentence.
char32_t bullet_of(std::u32string_view text) {
    if (text.size() < 3 || !is(text[1], cls::space) || text.size() > 2 * longest_row) return 0;
    if (text[0] == U'-') return is(text.back(), cls::terminal | cls::quote | cls::pause) ? U'\0' : text[0];
    return std::u32string_view(U"•*▪‣◦").find(text[0]) != std::u32string_view::npos ? text[0] : U'\0';
}

// How a row is made: "Dockers 2 Mill Street 1" is words, a figure, words, a figure. 0: not like a row. One bit a
// cell below a leading one.
std::uint32_t make_of(std::u32string_view text) {
    constexpr std::uint32_t most = 1U << 20;
    if (text.size() <= 2 * longest_row && has_leaders(text)) return led;
    if (text.size() > longest_row || is(text.back(), cls::pause | cls::terminal)) return 0;  // or a sentence
    std::uint32_t make = 1, figures = 0;
    for (std::size_t i = 0; i < text.size();) {
        bool figure = true;
        auto end = i;
        for (; end < text.size(); ++end) {
            const auto f = class_of(text[end]);
            if (f & cls::space) break;
            figure = figure && f & (cls::digit | cls::mark | cls::dash | cls::hyphen);
        }
        const bool words_again = !figure && make > 1 && (make & 1U) == 0;
        if (!words_again) make = make * 2 + (figure ? 1 : 0);
        figures += figure ? 1 : 0;
        if (make > most) return 0;
        while (end < text.size() && is(text[end], cls::space)) ++end;
        i = end;
    }
    return figures > 1 ? make : 0;
}

std::size_t cells_of(std::u32string_view text) {
    std::size_t cells = 1;
    for (std::size_t i = 1; i < text.size(); ++i)
        cells += is(text[i - 1], cls::space) && !is(text[i], cls::space) ? 1 : 0;
    return cells;
}

}  // namespace

void tables(Work& w) {
    auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    const auto plain = [&](std::uint32_t i) {
        return lines[i].mark == Mark::plain && !w.vertical[i] && !w.taken[i] && !lines[i].text.empty();
    };
    const auto follows = [&](std::uint32_t i) {
        return plain(i) && lines[i].gap < 2 && lines[i].page == lines[i - 1].page &&
               lines[i].frame == lines[i - 1].frame;
    };
    for (std::uint32_t i = 0; i + fewest_items <= count;) {
        const auto bullet = plain(i) ? bullet_of(w.view(i)) : U'\0';
        if (bullet) {
            auto last = i + 1;
            while (last < count && follows(last) && bullet_of(w.view(last)) == bullet) ++last;
            if (last - i >= fewest_items)
                for (auto k = i; k < last; ++k) lines[k].mark = Mark::list_item;
            i = last;
            continue;
        }

        const auto make = plain(i) ? make_of(w.view(i)) : 0;
        auto end = i + 1;
        if (make)
            while (end < count && follows(end) && make_of(w.view(end)) == make) ++end;
        if (end - i >= (make == led ? fewest_items : fewest_rows)) {
            // A row of names above the figures heads them.
            const bool headed = i > 0 && plain(i - 1) && follows(i) && w.view(i - 1).size() <= longest_row &&
                                cells_of(w.view(i - 1)) == cells_of(w.view(i)) && cells_of(w.view(i)) > 2;
            for (auto k = headed ? i - 1 : i; k < end; ++k) lines[k].mark = Mark::table_row;
        }
        i = end;
    }
    mark_price_lists(w);
}

}  // namespace broadsheet::repair_stage
