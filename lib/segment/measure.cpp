#include "segment/measure.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace broadsheet::segment_stage {

bool keeps_rows(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last) {
    constexpr std::size_t rows_of_texts = 2;  // at the least, on average
    std::size_t rows = 0, texts = 0, near = 0, apart = 0;
    const Unit* before = nullptr;
    for (auto u = first; u < last; ++u) {
        const Unit& unit = units[u];
        if (unit.kind == Kind::body) {
            if (unit.cjk || unit.frame || unit.level) return false;
            const Block& b = document.blocks[unit.block];
            rows += b.last - b.first;
            ++texts;
            if (before && before->kind == Kind::body) ++(unit.gap == 0 ? near : apart);
        }
        before = &unit;
    }
    return rows >= texts * rows_of_texts && near >= 2 * apart;
}

float measure_of(const Document& document, const std::vector<Unit>& units, std::span<const std::uint32_t> texts) {
    constexpr std::size_t fewest_rows = 3;
    std::vector<std::uint32_t> rows;
    for (const auto u : texts) {
        if (units[u].kind != Kind::body) continue;
        const Block& b = document.blocks[units[u].block];
        for (auto p = b.first; p + 1 < b.last; ++p) rows.push_back(document.lines[document.pieces[p].line].text.size());
    }
    if (rows.size() < fewest_rows) return 0;
    // Where hyphens were deleted two rows may stand in one line: no row is half as long again as most.
    const auto quantile = [&](std::size_t parts) {
        const auto at = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / parts);
        std::nth_element(rows.begin(), at, rows.end());
        return *at;
    };
    const auto longest = quantile(3) * 3 / 2;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&](auto row) { return row > longest; }), rows.end());
    return static_cast<float>(quantile(2));
}

float measures_apart(float a, float b, float unit, float most) {
    if (a <= 0 || b <= 0) return 0;
    return std::min(most, std::abs(std::log(a / b)) / unit);
}

}  // namespace broadsheet::segment_stage
