// Vertical headlines: one character a line, runs of two or three set upright, each column a run of lines.
#include "core/chars.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest_cell = 3;  // characters of one step of a vertical column
constexpr std::uint32_t shortest = 3;    // steps of a column that stands alone
constexpr std::uint32_t longest = 60;    // steps: a longer run is a table or a list

// One step of a vertical column: an ideograph, a mark, a digit, or two or three characters set upright.
bool is_step(std::u32string_view text, bool& ideograph) {
    if (text.size() > longest_cell) return false;
    ideograph = false;
    std::size_t wide = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (f & cls::space) return false;
        if (f & cls::cjk) ideograph = true;
        if (f & cls::wide && !(f & cls::mark)) ++wide;
    }
    // Two ideographs in one step are a wrapped line's end, unless one of the two is a mark: 、局.
    return wide <= 1 || text.size() == 1;
}

}  // namespace

void vertical(Work& work) {
    if (work.options.writing == Writing::horizontal) return;
    // Where the caller says that the page is vertical, a column needs no proof: body text comes one character a line.
    const bool known = work.options.writing == Writing::vertical;
    const auto& lines = work.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    std::uint32_t columns = 0;
    bool after_column = false;  // the lines just before are a column
    for (std::uint32_t i = 0; i < count;) {
        bool ideograph = false;
        if (lines[i].mark != Mark::plain || lines[i].text.size() > longest_cell || !is_step(work.view(i), ideograph)) {
            after_column = false;
            ++i;
            continue;
        }
        std::uint32_t end = i, steps = 0, ideographs = 0;
        while (end < count && lines[end].mark == Mark::plain && lines[end].text.size() <= longest_cell &&
               is_step(work.view(end), ideograph)) {
            const bool same = end == i || (lines[end].gap == 0 && lines[end].page == lines[i].page &&
                                           lines[end].frame == lines[i].frame);
            if (!same) break;
            ++steps;
            ideographs += ideograph ? 1 : 0;
            ++end;
        }
        // The last step of a wrapped paragraph is no step of a column: a column stands between blank lines.
        const bool apart_above =
            i == 0 || lines[i].gap > 0 || lines[i - 1].frame != lines[i].frame || work.vertical[i - 1];
        const bool apart_below = end >= count || lines[end].gap > 0 || lines[end].frame != lines[i].frame;
        const bool long_enough = steps >= shortest || (steps == 2 && (known || after_column));
        const bool apart = known || ((apart_above || steps > shortest) && (apart_below || steps > shortest));
        // A column may break before its last marks: 」 ？
        const bool tail_marks =
            after_column && steps < shortest && is(work.view(i).front(), cls::close | cls::terminal);
        if ((tail_marks || long_enough) && (known || steps <= longest) && (tail_marks || ideographs * 2 > steps) &&
            apart) {
            ++columns;
            for (auto k = i; k < end; ++k) work.vertical[k] = columns;
            after_column = true;
        } else {
            after_column = false;
        }
        i = end;
    }
}

}  // namespace broadsheet::repair_stage
