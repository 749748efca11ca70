#include "repair/columns.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/chars.hpp"
#include "repair/columns_boxes.hpp"
#include "repair/columns_layout.hpp"
#include "repair/columns_measures.hpp"
#include "repair/columns_narrow.hpp"
#include "repair/columns_upright_rows.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// What a page's lines show at first sight.
struct Sight {
    std::uint32_t lines = 0;
    std::uint32_t wide_gaps = 0;   // lines with two spaces or more inside
    std::uint32_t tight_gaps = 0;  // lines with a single space between two wide characters
};

Sight look(const Document& d, std::uint32_t first, std::uint32_t last) {
    Sight sight;
    sight.lines = last - first;
    for (auto i = first; i < last; ++i) {
        const Run run = d.lines[i].text;
        bool wide = false;
        bool tight = false;
        for (std::uint32_t c = run.begin + 1; c < run.end; ++c) {
            if (d.text.chars[c] != U' ') continue;
            if (d.text.chars[c + 1] == U' ') {
                wide = true;
                break;
            }
            tight = tight || (is_tight(d.text.chars[c - 1]) && is_tight(d.text.chars[c + 1]));
        }
        sight.wide_gaps += wide;
        sight.tight_gaps += tight && !wide;
    }
    return sight;
}

// Pieces of `dropped` name lines by index: after the lines were put in order, the ones of the same place.
void follow_lines(Document& d, const std::vector<Line>& old) {
    std::vector<std::uint32_t> by_number(d.lines.size());
    for (std::uint32_t i = 0; i < by_number.size(); ++i) by_number[i] = i;
    std::sort(by_number.begin(), by_number.end(),
              [&](auto a, auto b) { return d.lines[a].text.begin < d.lines[b].text.begin; });
    for (Piece& piece : d.pieces) {
        if (piece.line >= old.size()) continue;
        const auto at = std::upper_bound(by_number.begin(), by_number.end(), piece.text.begin,
                                         [&](auto c, auto b) { return c < d.lines[b].text.begin; });
        auto line = at == by_number.begin() ? *at : *(at - 1);
        if (d.lines[line].number != old[piece.line].number)
            line = by_number[static_cast<std::size_t>(
                std::lower_bound(by_number.begin(), by_number.end(), old[piece.line].text.begin,
                                 [&](auto b, auto c) { return d.lines[b].text.begin < c; }) -
                by_number.begin())];
        piece.line = line;
    }
}

// Lines [first, last) of a page with the columns in them one after the other; false where there are none.
bool untangle_page(const Document& d, std::uint32_t first, std::uint32_t last, Pairs& pairs, std::uint32_t& frame,
                   std::vector<Line>& out, std::vector<std::uint32_t>& alone) {
    std::optional<Widths> widths;  // of the page, once they are needed
    bool changed = false;
    std::vector<Strip> strips;
    for (std::uint32_t a = first, b = first; a < last; a = b) {
        for (++b; b < last && d.lines[b].gap == 0 && d.lines[b].mark == Mark::plain; ++b) {
        }
        if (part_upright_rows(d, a, b, out)) {
            changed = true;
            continue;
        }
        strips.clear();
        for (auto i = a; i < b; ++i) strips.push_back({d.lines[i].text, i, 0});
        std::vector<Column> columns;
        if (mostly_tight(d, strips)) {
            if (!widths) {
                widths.emplace(d.text.chars, reach_of(d, first, last));
                pairs.clear();
                for (auto i = first; i < last; ++i) pairs.add(d.text.view(d.lines[i].text));
            }
            columns = untangle(d, *widths, strips, pairs);
        }
        changed = changed || !columns.empty();
        if (columns.empty()) out.insert(out.end(), d.lines.begin() + a, d.lines.begin() + b);
        for (const Column& column : columns) {
            const auto begin = out.size();
            for (const Part& part : column.parts) {
                Line line = d.lines[a + part.strip];
                line.text = part.text;
                if (out.size() > begin) line.gap = 0;
                if (part.joined) line.indent = 0;
                line.frame = column.beside ? frame : 0;
                if (column.alone) alone.push_back(line.text.begin);
                out.push_back(line);
            }
            frame += column.beside;
        }
    }
    return changed;
}

// True if the lines in their new order hold every character of the old ones once: what a page full of noise may upset
// is left as it stands.
bool holds_all(const Document& d, std::uint32_t first, std::uint32_t last, const std::vector<Line>& lines) {
    std::vector<Run> runs;
    runs.reserve(lines.size());
    for (const Line& line : lines) runs.push_back(line.text);
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
    std::size_t next = 0;
    for (auto i = first; i < last; ++i) {
        auto at = d.lines[i].text.begin;
        while (at < d.lines[i].text.end) {
            if (is(d.text.chars[at], cls::space)) {
                ++at;
                continue;
            }
            while (next < runs.size() && runs[next].end <= at) ++next;
            if (next == runs.size() || runs[next].begin > at) return false;
            at = std::min(runs[next].end, d.lines[i].text.end);
        }
    }
    for (std::size_t i = 1; i < runs.size(); ++i)
        if (runs[i].begin < runs[i - 1].end) return false;
    return true;
}

}  // namespace

void columns(Work& work) {
    Document& d = work.d;
    std::vector<Line> out;
    std::vector<Line> page;
    std::vector<bool> page_heading;
    std::vector<std::uint32_t> alone;
    bool changed = false;
    std::uint32_t frame = 1;
    Pairs pairs;
    const auto n = static_cast<std::uint32_t>(d.lines.size());
    for (std::uint32_t first = 0, last = 0; first < n; first = last) {
        while (last < n && d.lines[last].page == d.lines[first].page &&
               last - first < (d.lines[last].gap > 0 ? weight::long_page : weight::longest_page))
            ++last;
        work.may_go_on();
        if (d.lines[first].page <= d.pages.size() && d.pages[d.lines[first].page - 1].unit != Unit::cell) {
            order_by_boxes(work, first, last, frame);
            continue;
        }
        const Sight sight = look(d, first, last);
        page.clear();
        page_heading.clear();
        alone.clear();
        bool unfolded = sight.wide_gaps >= weight::min_gaps &&
                        unfold(d, first, last, pairs, frame, page, page_heading) && holds_all(d, first, last, page);
        if (!unfolded && sight.lines >= 3) {
            page.clear();
            page_heading.clear();
            alone.clear();
            unfolded = untangle_page(d, first, last, pairs, frame, page, alone) && holds_all(d, first, last, page);
        }
        if (unfolded && !changed) {
            changed = true;
            out.assign(d.lines.begin(), d.lines.begin() + first);
        }
        if (!changed) continue;
        work.heading.resize(out.size(), false);
        if (unfolded) {
            work.heading.insert(work.heading.end(), page_heading.begin(), page_heading.end());
            out.insert(out.end(), page.begin(), page.end());
            work.alone.insert(work.alone.end(), alone.begin(), alone.end());
        } else
            out.insert(out.end(), d.lines.begin() + first, d.lines.begin() + last);
    }
    if (!changed) return;
    out.swap(d.lines);
    work.heading.resize(d.lines.size(), false);
    follow_lines(d, out);
}

}  // namespace broadsheet::repair_stage
