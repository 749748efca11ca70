#include "repair/columns.hpp"

#include <algorithm>
#include <vector>

#include "core/chars.hpp"
#include "repair/columns_layout.hpp"
#include "repair/columns_narrow.hpp"
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
    std::sort(by_number.begin(), by_number.end(), [&](auto a, auto b) {
        return d.lines[a].text.begin < d.lines[b].text.begin;
    });
    for (Piece& piece : d.pieces) {
        if (piece.line >= old.size()) continue;
        const auto at = std::upper_bound(by_number.begin(), by_number.end(), piece.text.begin, [&](auto c, auto b) {
            return c < d.lines[b].text.begin;
        });
        auto line = at == by_number.begin() ? *at : *(at - 1);
        if (d.lines[line].number != old[piece.line].number) line = by_number[static_cast<std::size_t>(std::lower_bound(by_number.begin(), by_number.end(), old[piece.line].text.begin, [&](auto b, auto c) { return d.lines[b].text.begin < c; }) - by_number.begin())];
        piece.line = line;
    }
}

}  // namespace

void columns(Document& d) {
    std::vector<Line> out;
    bool changed = false;
    std::uint32_t frame = 1;
    Pairs pairs;
    const auto n = static_cast<std::uint32_t>(d.lines.size());
    for (std::uint32_t first = 0, last = 0; first < n; first = last) {
        while (last < n && d.lines[last].page == d.lines[first].page) ++last;
        const Sight sight = look(d, first, last);
        const auto copied = out.size();
        if (changed) out.insert(out.end(), d.lines.begin() + first, d.lines.begin() + last);
        if (sight.lines < 3) continue;
        std::vector<Line> page;
        if (sight.wide_gaps >= weight::min_gaps && unfold(d, first, last, frame, page)) {
            if (!changed) out.assign(d.lines.begin(), d.lines.begin() + first);
            else out.resize(copied);
            out.insert(out.end(), page.begin(), page.end());
            changed = true;
            continue;
        }
        pairs.clear();
        for (auto i = first; i < last; ++i) pairs.add(d.text.view(d.lines[i].text));
        bool page_changed = false;
        for (std::uint32_t a = first, b = first; a < last; a = b) {
            ++b;
            while (b < last && d.lines[b].gap == 0 && d.lines[b].mark == Mark::plain) ++b;
            if (untangle(d, a, b, pairs, frame, page)) page_changed = true;
            else page.insert(page.end(), d.lines.begin() + a, d.lines.begin() + b);
        }
        if (!page_changed) continue;
        if (!changed) out.assign(d.lines.begin(), d.lines.begin() + first);
        else out.resize(copied);
        out.insert(out.end(), page.begin(), page.end());
        changed = true;
    }
    if (!changed) return;
    out.swap(d.lines);
    follow_lines(d, out);
}

}  // namespace broadsheet::repair_stage
