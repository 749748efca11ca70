#include "repair/shared_width.hpp"

#include <algorithm>

namespace broadsheet::repair_stage {

std::int32_t rows_before(std::int32_t width, std::int32_t m) {
    constexpr std::int32_t most_rows = 12;  // that are looked for in one line
    std::int32_t k = 0;
    // Rows are set a little short of the measure, and a little over it.
    while (k < most_rows && width - k * (m - m / 14) > m + loose + k * loose) ++k;
    return k;
}

namespace {

// The measure of lines of which some are two or more rows run together: that into which most of them fit as one row,
// as two...
std::uint32_t folded_width(const std::vector<std::int32_t>& values) {
    constexpr std::int32_t longest = 28 * em;  // wider than any column of a newspaper
    std::int32_t best = 0;
    float most = 0;
    for (const auto v : values) {
        if (v < 4 * em || v > longest) continue;
        float sum = 0;
        for (const auto w : values) {
            const auto k = rows_before(w, v);
            const auto rest = w - k * (v - v / 14);
            if (rest < v - v / 8) continue;
            sum += 1.0F / static_cast<float>(1 + k);
        }
        if (sum > most || (sum == most && v > best)) {
            most = sum;
            best = v;
        }
    }
    if (most < 2 || most * 4 < static_cast<float>(values.size())) return 0;
    std::vector<std::int32_t> rows;
    for (const auto w : values)
        if (w >= best - best / 8 && w <= best + loose) rows.push_back(w);
    std::sort(rows.begin(), rows.end());
    std::int64_t sum = 0;
    const std::size_t from = rows.size() / 2;
    for (std::size_t i = from; i < rows.size(); ++i) sum += rows[i];
    return static_cast<std::uint32_t>(sum / static_cast<std::int64_t>(rows.size() - from));
}

}  // namespace

std::uint32_t shared_width(std::vector<std::int32_t>& values, bool cjk_text, bool run_together) {
    if (values.size() < 2) return 0;
    if (run_together && !cjk_text) return folded_width(values);
    std::sort(values.begin(), values.end());
    std::size_t best = 0, best_at = 0;
    for (std::size_t lo = 0, hi = 0; hi < values.size(); ++hi) {
        const auto span = cjk_text ? 1600 : values[hi] / 8;
        while (values[hi] - values[lo] > span) ++lo;
        if (hi - lo + 1 >= best) {
            best = hi - lo + 1;
            best_at = lo;
        }
    }
    if (best < 2 || best * 10 < values.size() * 3 || values[best_at + best - 1] < 4 * em) return 0;
    std::int64_t sum = 0;
    // Of Western lines the longer half: the right edge is ragged by what did not fit.
    const std::size_t from = cjk_text ? 0 : best / 2;
    for (std::size_t i = from; i < best; ++i) sum += values[best_at + i];
    return static_cast<std::uint32_t>(sum / static_cast<std::int64_t>(best - from));
}

}  // namespace broadsheet::repair_stage
