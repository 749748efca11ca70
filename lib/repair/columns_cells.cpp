#include "repair/columns_cells.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t after_mark = cls::close | cls::terminal | cls::pause;

bool wide_mark(char32_t c) {
    // A closing mark of the width of a Han character: only such a one hangs over the measure.
    return is_tight(c) && is(c, after_mark) && c != U'—' && c != U'…';
}

bool may_not_begin(char32_t c) {
    return is_tight(c) && is(c, after_mark) && c != U'…' && c != U'“' && c != U'‘' && !is(c, cls::open);
}

bool in_word(char32_t c) { return is(c, cls::letter | cls::digit) && !is(c, cls::wide); }

}  // namespace

float ems(std::u32string_view text) {
    float w = 0;
    for (const char32_t c : text) w += em(c);
    return w;
}

Widths::Widths(std::u32string_view chars, Run range) : base_(range.begin), sum_(range.size() + 1) {
    float w = 0;
    for (std::uint32_t i = 0; i < range.size(); ++i) sum_[i + 1] = w += em(chars[base_ + i]);
}

Run reach_of(const Document& document, std::uint32_t first, std::uint32_t last) {
    Run run = document.lines[first].text;
    for (auto i = first; i < last; ++i) {
        run.begin = std::min(run.begin, document.lines[i].text.begin);
        run.end = std::max(run.end, document.lines[i].text.end);
    }
    return run;
}

void find_cuts(std::u32string_view chars, Run line, std::vector<Cut>& out) {
    out.clear();
    if (line.empty()) return;
    auto before = class_of(chars[line.begin]);
    for (std::uint32_t i = line.begin + 1; i < line.end; ++i) {
        const char32_t c = chars[i];
        const auto own = class_of(c);
        if (own & cls::space) {
            std::uint32_t j = i;
            while (j < line.end && is(chars[j], cls::space)) ++j;
            const char32_t a = chars[i - 1];
            const char32_t b = chars[j];
            const int loose = static_cast<int>(!is_tight(a)) + static_cast<int>(!is_tight(b));
            const float cost = loose == 0 ? 0 : loose == 1 ? weight::cut_loose_space : weight::cut_latin_space;
            out.push_back({i, j, cost, loose == 0});
            i = j;
            before = class_of(b);
            continue;
        }
        if (before & after_mark && !(own & after_mark) && wide_mark(chars[i - 1]))
            out.push_back({i, i, weight::cut_no_space, false});
        before = own;
    }
}

Ends ends_of(std::u32string_view text) {
    Ends e;
    if (text.empty()) return e;
    std::size_t i = 0;
    while (i < text.size() && is(text[i], cls::open) && is_tight(text[i])) e.first_unit += em(text[i++]);
    if (i < text.size()) {
        if (in_word(text[i]))
            while (i < text.size() && !is_tight(text[i]) && !is(text[i], cls::space)) e.first_unit += em(text[i++]);
        else
            e.first_unit += em(text[i++]);
        while (i < text.size() && may_not_begin(text[i])) e.first_unit += em(text[i++]);
    }
    std::size_t last = text.size() - 1;
    if (wide_mark(text[last])) e.hanging = em(text[last]);
    e.bad_start = may_not_begin(text.front());
    e.bad_end = is(text.back(), cls::open) && is_tight(text.back()) && text.back() != U'"';
    for (const char32_t c : text) {
        if (is(c, cls::open)) ++e.opened;
        if (is(c, cls::close)) {
            if (e.opened > 0)
                --e.opened;
            else
                ++e.closed;
        }
    }
    while (last > 0 && is(text[last], cls::close) && !is(text[last], cls::terminal)) --last;
    e.stops = is(text[last], cls::terminal);
    e.pauses = e.stops || is(text.back(), cls::close | cls::pause | cls::dash);
    if (text.back() == U'，' || text.back() == U'、') e.pauses = false;
    return e;
}

// The width that most of some have, and how many have it.
std::pair<float, std::size_t> commonest(std::vector<float>& widths) {
    std::sort(widths.begin(), widths.end());
    float mode = 0;
    std::size_t best = 0;
    for (std::size_t i = 0, j = 0; i < widths.size(); ++i) {
        while (widths[i] - widths[j] > weight::mode_window) ++j;
        if (i - j + 1 >= best && widths[i] >= weight::min_measure && widths[i] <= weight::max_measure)
            best = i - j + 1, mode = widths[(i + j) / 2];
    }
    return {mode, best};
}

}  // namespace broadsheet::repair_stage
