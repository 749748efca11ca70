// Type sizes, from the heights of rows and from the room that their text takes.
#include <algorithm>
#include <cmath>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

// The value in the middle, each counted as often as its row has ems: running text has most of a page's characters.
template <class Value>
float weighted_median(const std::vector<Row>& rows, Value value) {
    std::vector<std::pair<float, float>> values;
    float all = 0;
    for (const Row& row : rows) {
        const float v = value(row), weight = std::max(1.0F, row.ems);
        if (!(v > 0)) continue;
        values.emplace_back(v, weight);
        all += weight;
    }
    std::sort(values.begin(), values.end());
    float sum = 0;
    for (const auto& [v, weight] : values)
        if ((sum += weight) * 2 >= all) return v;
    return 0;
}

}  // namespace

bool turn_upright(Sheet& sheet, Course lines) {
    float across = 0, down = 0;
    for (Row& row : sheet.rows) {
        const float w = width(row.box), h = height(row.box);
        row.upright = row.upright || (row.ems >= 1 && h > 1.8F * w);
        row.down = row.upright;
        row.mixed = row.mixed && row.down;
        (row.upright ? down : across) += row.ems;
    }
    if (lines == Course::across || (lines == Course::seen && down <= across)) return false;
    float right = 0;
    for (const Row& row : sheet.rows) right = std::max(right, row.box.right);
    for (Row& row : sheet.rows) {
        row.box = {row.box.top, right - row.box.right, row.box.bottom, right - row.box.left};
        row.upright = !row.upright && row.ems >= 1;
    }
    for (Box& rule : sheet.rules) rule = {rule.top, right - rule.right, rule.bottom, right - rule.left};
    return true;
}

void find_sizes(Sheet& sheet) {
    auto& rows = sheet.rows;
    constexpr float few = 4;  // ems: less text says little of its size by its width
    const auto length = [](const Row& row) { return row.upright ? height(row.box) : width(row.box); };
    const auto thickness = [](const Row& row) { return row.upright ? width(row.box) : height(row.box); };
    const auto em_of = [&](const Row& row) { return row.ems >= few ? length(row) / row.ems : 0.0F; };
    sheet.height = weighted_median(rows, thickness);
    sheet.em = weighted_median(rows, em_of);
    if (sheet.em <= 0) sheet.em = sheet.height;
    for (Row& row : rows) {
        row.by_height = sheet.height > 0 ? thickness(row) / sheet.height : 1;
        row.by_width = row.ems >= few && !row.mixed ? em_of(row) / sheet.em : row.by_height;
        // A box is too high where a speck lies above the row, a row too wide where its letters are spaced.
        constexpr float most = 1.25F;
        row.size = std::min(std::sqrt(row.by_height * row.by_width), most * std::min(row.by_height, row.by_width));
    }
    // From one row to the next one below it in its block.
    std::vector<float> steps;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const float step = rows[i].box.top - rows[i - 1].box.top;
        if (rows[i].region == rows[i - 1].region && step > 0.5F * sheet.height && step < 4 * sheet.height &&
            shared_width(rows[i].box, rows[i - 1].box) > 0 && rows[i].size < 1.2F)
            steps.push_back(step);
    }
    sheet.pitch = steps.size() > 4 ? value_at(steps, 50) : 1.3F * sheet.height;
    even_out(sheet);
}

}  // namespace broadsheet::geometry
