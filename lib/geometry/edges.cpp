// The edges of a column on a page that lies askew or curls: they run with its rows.
#include <algorithm>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr std::size_t reach = 6;  // rows up and down
constexpr std::size_t least_rows = 10;
constexpr float straight = 0.5F;  // ems that an edge may run to one side

float edge_at(const Sheet& sheet, const Stack& stack, std::size_t row, std::size_t hundredths, float Box::*side) {
    const auto from = row - std::min(row, reach), to = std::min(stack.rows.size(), row + reach + 1);
    std::vector<float> values;
    for (auto k = from; k < to; ++k) values.push_back(sheet.rows[stack.rows[k]].box.*side);
    return value_at(values, hundredths);
}

}  // namespace

Edges edges_of(const Sheet& sheet, const Stack& stack) {
    Edges out;
    out.measure = stack.right - stack.left;
    out.left.assign(stack.rows.size(), stack.left);
    if (stack.heading || stack.rows.size() < least_rows) return out;
    std::vector<float> left, measures;
    for (std::size_t k = 0; k < stack.rows.size(); ++k) {
        left.push_back(edge_at(sheet, stack, k, 20, &Box::left));
        measures.push_back(edge_at(sheet, stack, k, 75, &Box::right) - left.back());
    }
    const auto [least, most] = std::minmax_element(left.begin(), left.end());
    if (*most - *least < straight * sheet.em) return out;
    out.left = std::move(left);
    out.measure = value_at(measures, 50);
    return out;
}

}  // namespace broadsheet::geometry
