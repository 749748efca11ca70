// What a line's width says, once the measure of its column is known.
#include <algorithm>

#include "repair/measure.hpp"
#include "repair/shared_width.hpp"

namespace broadsheet::repair_stage {

std::int32_t last_row(const Work& w, std::uint32_t line, std::uint32_t measure) {
    const Facts& f = w.facts[line];
    const auto width = f.middle(), m = static_cast<std::int32_t>(measure);
    // Lines set ragged are a word longer now and then: that is no second row.
    if (m == 0 || !w.run_together || f.has(cjk) || width <= m + std::max(loose, m / 6)) return width;
    auto before = rows_before(width, m);
    // Rows that were parted at a hyphen are full, so they may be a little longer than the rest; the last one is short
    // only where a paragraph ends.
    const auto rest = width - before * (m - m / 14);
    if (before > 1 && !f.has(ends_sentence) && rest < m - m / 3 && width <= before * (m + m / 8)) --before;
    return width - before * (m - m / 14);
}

std::int32_t last_row(const Work& w, std::uint32_t line) { return last_row(w, line, w.measure[line]); }

std::int32_t shortfall(const Work& w, std::uint32_t line) {
    return static_cast<std::int32_t>(w.measure[line]) - last_row(w, line);
}

float indented(const Work& w, std::uint32_t line) {
    const Indents& known = w.indents[w.facts[line].has(cjk) ? 1 : 0];
    const double step = known.start - known.inner;
    if (step < 250 || last_row(w, line) != w.facts[line].middle()) return 0;
    const double x = std::clamp(static_cast<double>(shortfall(w, line)), known.inner - 1500, known.start + 1000);
    const double ratio =
        ((x - known.inner) * (x - known.inner) - (x - known.start) * (x - known.start)) / (2 * known.variance);
    return static_cast<float>(std::clamp(ratio, -3.0, 3.0));
}

bool overlong(const Work& w, std::uint32_t line) {
    const auto measure = static_cast<std::int32_t>(w.measure[line]), last = last_row(w, line);
    if (last == w.facts[line].middle()) return last > measure + loose;
    // Rows that were run together: the last of them is full, or it ends a paragraph.
    return last < measure - measure / 4 && !w.facts[line].has(ends_sentence);
}

std::int32_t room(const Work& w, std::uint32_t line, std::uint32_t next) {
    const Facts& f = w.facts[line];
    const std::int32_t space = f.has(cjk) ? 0 : 250;
    return static_cast<std::int32_t>(w.measure[line]) + 250 - last_row(w, line) - space -
           static_cast<std::int32_t>(w.facts[next].token);
}

}  // namespace broadsheet::repair_stage
