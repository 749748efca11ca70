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
        row.ems = static_cast<float>(facts_of(d.text.view(line.text)).middle()) / 1000.0F;
        row.region = line.region;
        row.upright = line.upright;
        const auto text = d.text.view(line.text);
        row.mixed = std::any_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::letter | cls::digit); });
        sheet.rows.push_back(row);
    }
    return sheet;
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

// Does the text of a stack go on in the one behind it, in the next column or below?
bool goes_on(const Sheet& sheet, const Stack& a, const Stack& b) {
    if (a.module != b.module || a.heading || b.heading || a.caption || b.caption) return false;
    if (std::max(a.size, b.size) > 1.2F * std::min(a.size, b.size)) return false;
    const bool same_column = geometry::shared_width(a.box, b.box) > 0;
    return !same_column || b.box.top - a.box.bottom < paragraph_space * sheet.pitch;
}

}  // namespace

bool order_by_boxes(Work& work, std::uint32_t first, std::uint32_t last, std::uint32_t& frame) {
    Document& d = work.d;
    if (last - first > most_rows) return false;
    for (auto i = first; i < last; ++i)
        if (d.lines[i].box == none) return false;
    Sheet sheet = sheet_of(d, first, last);
    for (const Region& region : d.regions)
        if (region.kind == RegionKind::separator && region.box != none && region.page == d.lines[first].page)
            sheet.rules.push_back(d.boxes[region.box]);
    geometry::turn_upright(sheet);
    geometry::find_sizes(sheet);
    geometry::find_stacks(sheet);
    geometry::find_modules(sheet);
    const auto widths = column_widths(sheet);
    const bool habit = indents(sheet);

    const std::vector<Line> old(d.lines.begin() + first, d.lines.begin() + last);
    work.set.resize(d.lines.size());
    auto at = first;
    const Stack* before = nullptr;
    std::uint32_t number = 0;
    for (const Stack& stack : sheet.stacks) {
        ++number;
        const float em = sheet.em * stack.size;
        const float column = stack.heading
                                 ? 0
                                 : std::max(widths[stack.module], stack.rows.size() > 2 ? stack.right - stack.left
                                                                                        : geometry::width(stack.box));
        for (std::size_t k = 0; k < stack.rows.size(); ++k, ++at) {
            const geometry::Row& row = sheet.rows[stack.rows[k]];
            Line& line = d.lines[at] = old[stack.rows[k]];
            line.frame = frame + stack.module;
            line.size = stack.size;
            line.upright = row.down;
            if (stack.caption && line.kind == RegionKind::text) line.kind = RegionKind::caption;
            line.indent = in_cells(row.box.left - stack.left, em);
            line.gap = stack.beside && k > 0 ? false
                       : k > 0               ? row.box.top - sheet.rows[stack.rows[k - 1]].box.top >
                                     paragraph_space * sheet.pitch * std::max(1.0F, stack.size)
                               : !before || !goes_on(sheet, *before, stack);
            Set& set = work.set[at];
            set.heading = stack.heading ? first + number : 0;
            set.measure = static_cast<std::uint32_t>(1000 * column / em);
            set.indented = is_indented(sheet, stack, row);
            set.indents = habit && !stack.heading && (stack.rows.size() > 2);
            set.width = static_cast<std::uint32_t>(1000 * std::max(0.1F, row.box.right - stack.left) / em);
        }
        before = &stack;
    }
    frame += sheet.stacks.empty() ? 0 : sheet.stacks.back().module;
    ++frame;
    return true;
}

}  // namespace broadsheet::repair_stage
