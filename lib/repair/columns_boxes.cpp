#include "repair/columns_boxes.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "geometry/sheet.hpp"
#include "repair/facts.hpp"

namespace broadsheet::repair_stage {

namespace {

using geometry::Sheet;
using geometry::Stack;

constexpr std::uint32_t most_rows = 8000;  // of a page: no newspaper has so many, and the work grows with their square
constexpr float paragraph_space = 1.5F;    // pitches
constexpr float least_indent = 0.6F, most_indent = 3.5F;  // ems

geometry::Sheet sheet_of(const Document& d, std::uint32_t first, std::uint32_t last) {
    Sheet sheet;
    for (auto i = first; i < last; ++i) {
        const Line& line = d.lines[i];
        geometry::Row row;
        row.box = d.boxes[line.box];
        row.ems = static_cast<float>(width_on_paper(d.text.view(line.text))) / 1000.0F;
        row.region = line.region;
        if (line.region != none) row.order = d.regions[line.region].order;
        row.upright = line.upright;
        const auto text = d.text.view(line.text);
        row.mixed = std::any_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::letter | cls::digit); });
        sheet.rows.push_back(row);
    }
    const auto page = d.lines[first].page;
    const auto begin =
        std::lower_bound(d.regions.begin(), d.regions.end(), page,
                         [](const Region& region, std::uint32_t number) { return region.page < number; });
    for (auto at = begin; at != d.regions.end() && at->page == page; ++at)
        if (at->kind == RegionKind::separator && at->box != none) sheet.rules.push_back(d.boxes[at->box]);
    return sheet;
}

// Marks far smaller than a letter, alone in their line: dirt; and rules that were read as letters. They part no rows of
// a headline and no text.
bool is_speck(const Document& d, const Line& line, const Sheet& sheet) {
    if (line.kind == RegionKind::separator) return true;
    constexpr float small = 0.45F;  // of a letter
    const Box& box = d.boxes[line.box];
    return std::max(width(box), height(box)) < small * std::max(sheet.height, sheet.em) &&
           facts_of(d.text.view(line.text)).has(no_letter);
}

// Makes one row of the parts of a torn line, and passes over those left out; gives the parts of each row, from left to
// right.
std::vector<std::vector<std::uint32_t>> join_torn(Sheet& sheet, const std::vector<bool>& out) {
    const auto next = geometry::find_torn(sheet);
    std::vector<bool> first(sheet.rows.size(), true);
    for (std::size_t i = 0; i < out.size(); ++i) first[i] = !out[i];
    for (const auto n : next)
        if (n != none) first[n] = false;
    std::vector<std::vector<std::uint32_t>> parts;
    std::vector<geometry::Row> rows;
    for (std::uint32_t i = 0; i < sheet.rows.size(); ++i) {
        if (!first[i]) continue;
        rows.push_back(sheet.rows[i]);
        parts.push_back({i});
        for (auto k = next[i]; k != none; k = next[k]) {
            if (out[k]) continue;
            parts.back().push_back(k);
            include(rows.back().box, sheet.rows[k].box);
            rows.back().ems += sheet.rows[k].ems;
            rows.back().mixed = rows.back().mixed || sheet.rows[k].mixed;
        }
    }
    sheet.rows = std::move(rows);
    return parts;
}

std::uint16_t in_cells(float length, float em) {
    return static_cast<std::uint16_t>(std::clamp(std::lround(2 * length / em), 0L, 999L));
}

// The width of the columns of each module: that of its widest stack of running text.
std::vector<float> column_widths(const Sheet& sheet) {
    std::vector<float> out;
    for (const Stack& x : sheet.stacks) {
        if (x.module >= out.size()) out.resize(x.module + 1, 0);
        if (!x.heading && x.rows.size() > 2) out[x.module] = std::max(out[x.module], x.right - x.left);
    }
    return out;
}

// The stack whose edges are those of this one's column: itself, or a longer one near by.
const Stack* column_of(const std::vector<Stack>& stacks, std::size_t i) {
    constexpr std::size_t enough = 4, near = 6;
    const auto fits = [&](const Stack& x) {
        return !x.heading && x.rows.size() >= enough &&
               shared_width(x.box, stacks[i].box) > 0.6F * width(stacks[i].box);
    };
    if (fits(stacks[i])) return &stacks[i];
    for (std::size_t k = 1; k <= near; ++k) {
        if (i + k < stacks.size() && fits(stacks[i + k])) return &stacks[i + k];
        if (k <= i && fits(stacks[i - k])) return &stacks[i - k];
    }
    return nullptr;
}

// Much white space at both sides, of one width.
bool is_centred(const Sheet& sheet, const Stack* column, const geometry::Row& row) {
    constexpr float least = 2.5F, differ = 2.0F;  // ems
    if (!column) return false;
    const float left = row.box.left - column->left, right = column->right - row.box.right;
    return left > least * sheet.em && right > least * sheet.em &&
           std::abs(left - right) < differ * sheet.em + 0.1F * (left + right);
}

bool is_indented(const Sheet& sheet, const Stack& stack, const geometry::Row& row) {
    const float indent = (row.box.left - stack.left) / sheet.em;
    return !stack.heading && indent > least_indent && indent < most_indent;
}

// Do paragraphs begin with an indent? They do where some rows have one, and most have none.
bool indents(const Sheet& sheet) {
    std::size_t rows = 0, indented = 0;
    for (const Stack& stack : sheet.stacks) {
        if (stack.heading || stack.rows.size() < 4) continue;
        rows += stack.rows.size();
        for (const auto row : stack.rows) indented += is_indented(sheet, stack, sheet.rows[row]) ? 1 : 0;
    }
    return indented >= 3 && indented * 40 > rows && indented * 3 < rows;
}

bool parts(RegionKind a, RegionKind b) {
    const auto is_text = [](RegionKind kind) { return kind == RegionKind::text || kind == RegionKind::paragraph; };
    return a != b && !(is_text(a) && is_text(b));
}

// Does the text of a stack go on in the one behind it, in the next column or below?
bool goes_on(const Sheet& sheet, const Stack& a, const Stack& b) {
    if (a.module != b.module || a.heading || b.heading || a.caption || b.caption) return false;
    if (std::max(a.size, b.size) > 1.2F * std::min(a.size, b.size)) return false;
    const bool same_column = shared_width(a.box, b.box) > 0;
    return !same_column ||
           b.box.top - a.box.bottom < paragraph_space * sheet.pitch - std::min(sheet.height, 0.75F * sheet.pitch);
}

}  // namespace

namespace {

geometry::Course course_of(Writing writing) {
    switch (writing) {
        case Writing::horizontal:
            return geometry::Course::across;
        case Writing::vertical:
            return geometry::Course::down;
        default:
            return geometry::Course::seen;
    }
}

// Lines without places stand in the order of their regions, where the source gives one.
void follow_source(Document& d, std::uint32_t first, std::uint32_t last) {
    const auto place = [&](const Line& line) { return line.region == none ? none : d.regions[line.region].order; };
    const auto begin = d.lines.begin() + first, end = d.lines.begin() + last;
    if (std::any_of(begin, end, [&](const Line& line) { return place(line) == none; })) return;
    std::stable_sort(begin, end, [&](const Line& a, const Line& b) { return place(a) < place(b); });
}

}  // namespace

namespace {

// Many centred lines in a row are a table, or verse, and no headline.
void keep_few_centred(Document& d, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t most = 3;
    for (auto i = first; i < last;) {
        auto end = i;
        while (end < last && d.lines[end].centred) ++end;
        for (auto k = i; end - i > most && k < end; ++k) d.lines[k].centred = false;
        i = std::max(end, i + 1);
    }
}

}  // namespace

namespace {

// What follows in the same row stands like its first piece and goes on from it. Gives the place of the last piece.
std::uint32_t add_torn_off(Work& work, const std::vector<Line>& old, const std::vector<std::uint32_t>& pieces,
                           std::uint32_t at) {
    for (std::size_t i = 1; i < pieces.size(); ++i, ++at) {
        const Line& before = work.d.lines[at];
        Line& line = work.d.lines[at + 1] = old[pieces[i]];
        line.frame = before.frame;
        line.size = before.size;
        line.upright = before.upright;
        line.centred = before.centred;
        line.kind = before.kind;
        line.indent = line.gap = 0;
        Set& set = work.set[at + 1] = work.set[at];
        set.indented = false;
        if (set.measure > 0) work.set[at].width = set.measure;
    }
    return at;
}

}  // namespace

bool order_by_boxes(Work& work, std::uint32_t first, std::uint32_t last, std::uint32_t& frame) {
    Document& d = work.d;
    if (last - first > most_rows) return false;
    for (auto i = first; i < last; ++i)
        if (d.lines[i].box == none) {
            follow_source(d, first, last);
            return false;
        }
    Sheet sheet = sheet_of(d, first, last);
    sheet.turned = geometry::turn_upright(sheet, course_of(work.options.writing));
    geometry::find_sizes(sheet);
    std::vector<bool> specks;
    for (auto i = first; i < last; ++i) specks.push_back(is_speck(d, d.lines[i], sheet));
    if (static_cast<std::size_t>(std::count(specks.begin(), specks.end(), true)) * 2 > specks.size())
        specks.assign(specks.size(), false);
    const auto pieces = join_torn(sheet, specks);
    if (pieces.size() < last - first) geometry::find_sizes(sheet);
    const bool flows = geometry::find_flow(sheet);
    if (!flows) {
        geometry::find_stacks(sheet);
        geometry::find_modules(sheet);
    }
    const auto widths = column_widths(sheet);
    const bool habit = indents(sheet);

    const std::vector<Line> old(d.lines.begin() + first, d.lines.begin() + last);
    work.set.resize(d.lines.size());
    auto at = first;
    const Stack* before = nullptr;
    std::uint32_t number = 0;
    for (const Stack& stack : sheet.stacks) {
        const Stack* const column_stack = column_of(sheet.stacks, number++);
        const float em = sheet.em * stack.size;
        const float column =
            stack.heading
                ? 0
                : std::max(widths[stack.module], stack.rows.size() > 2 ? stack.right - stack.left : width(stack.box));
        for (std::size_t k = 0; k < stack.rows.size(); ++k, ++at) {
            const geometry::Row& row = sheet.rows[stack.rows[k]];
            Line& line = d.lines[at] = old[pieces[stack.rows[k]].front()];
            line.frame = frame + stack.module;
            line.size = stack.size;
            line.upright = row.down;
            line.centred = !sheet.turned && !stack.heading && !stack.caption && is_centred(sheet, column_stack, row);
            if (stack.caption && line.kind == RegionKind::text) line.kind = RegionKind::caption;
            line.indent = in_cells(row.box.left - stack.left, em);
            line.gap = stack.beside && k > 0 ? false
                       : k > 0               ? row.box.top - sheet.rows[stack.rows[k - 1]].box.top >
                                     paragraph_space * sheet.pitch * std::max(1.0F, stack.size)
                               : !before || !goes_on(sheet, *before, stack);
            // A folio or a running head is no part of the text beside it.
            if (at > first && parts(d.lines[at - 1].kind, line.kind)) line.gap = 1;
            Set& set = work.set[at];
            set.in_order = flows;
            set.heading = stack.heading ? first + number : 0;
            set.measure = static_cast<std::uint32_t>(1000 * column / em);
            set.indented = is_indented(sheet, stack, row);
            // Centred rows at the head of a column are not without an indent: their edge is not that of the column.
            set.indents = habit && !stack.heading && stack.rows.size() > 2 &&
                          (!column_stack || stack.left - column_stack->left < least_indent * sheet.em);
            set.width = static_cast<std::uint32_t>(1000 * std::max(0.1F, row.box.right - stack.left) / em);
            at = add_torn_off(work, old, pieces[stack.rows[k]], at);
        }
        before = &stack;
    }
    keep_few_centred(d, first, at);
    frame += sheet.stacks.empty() ? 0 : sheet.stacks.back().module;
    for (std::size_t i = 0; i < specks.size(); ++i) {
        if (!specks[i]) continue;
        Line& line = d.lines[at] = old[i];
        line.frame = ++frame;
        line.gap = 1;
        work.set[at++] = {};
    }
    ++frame;
    return true;
}

}  // namespace broadsheet::repair_stage
