#include "read/lines.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

bool is_space(char32_t c) { return c < 0x80 ? c == U' ' || c - 9U < 5U : is(c, cls::space); }

}  // namespace

bool Rows::next(Row& row) {
    if (at_ >= size_) return false;
    row = Row{};
    row.run = {at_, size_};
    row.number = number_;
    row.new_page = new_page_;
    new_page_ = false;
    const auto& controls = decoded_.controls;
    at_ = size_;
    while (next_control_ < controls.size()) {
        const std::uint32_t i = controls[next_control_++];
        const char32_t c = chars_[i];
        if (is_noise(c)) {
            row.noisy = true;
            continue;
        }
        row.run.end = i;
        at_ = i + 1;
        if (c == U'\r' && at_ < size_ && chars_[at_] == U'\n') {
            ++at_;
            ++next_control_;
        }
        if (c == U'\n' || c == U'\r') ++number_;
        if (c == U'\f') row.page_ends = new_page_ = true;
        row.wide_end = c == U'\u2029';
        break;
    }
    const auto& broken = decoded_.broken;
    for (; next_broken_ < broken.size() && broken[next_broken_].begin < row.run.end; ++next_broken_) row.noisy = true;
    return true;
}

std::uint32_t width_of_space(std::u32string_view text, std::uint32_t from) {
    std::uint32_t half = 2 * from;
    for (const char32_t c : text)
        half = c == U'\t' ? (half / 16 + 1) * 16 : half + static_cast<std::uint32_t>(half_cells(c));
    return half / 2 - from;
}

void LineMaker::add_gap() {
    if (gap_ < std::numeric_limits<std::uint16_t>::max()) ++gap_;
}

void LineMaker::new_page() {
    ++page_;
    page_is_empty_ = true;
    add_gap();
}

void LineMaker::drop(State& state, Run run, Reason reason) {
    const auto piece = static_cast<std::uint32_t>(d_.pieces.size());
    const auto lines = static_cast<std::uint32_t>(d_.lines.size());
    d_.pieces.push_back({run, lines > state.first_line ? lines - 1 : state.first_line, Joint::glue});
    d_.dropped.push_back({reason, piece, piece + 1});
}

void LineMaker::add_segment(State& state, Run run, Mark mark, std::uint8_t level) {
    const char32_t* const chars = d_.text.chars.data();
    std::uint32_t begin = run.begin, end = run.end;
    while (begin < end && is_space(chars[begin])) ++begin;
    while (end > begin && is_space(chars[end - 1])) --end;
    if (begin > run.begin && !state.indent_known)
        state.space += width_of_space(d_.text.view({run.begin, begin}), state.space);
    if (begin == end) return;
    Line& line = d_.lines.emplace_back();
    line.text = {begin, end};
    line.number = state.row.number;
    line.page = last_page_ = page_;
    line.gap = gap_;
    line.indent = static_cast<std::uint16_t>(std::min(state.space, std::uint32_t{0xFFFF}));
    line.mark = mark;
    line.level = level;
    line.continues = !state.separate;
    gap_ = 0;
    page_is_empty_ = false;
    state.separate = state.indent_known = false;
    state.space = end < run.end ? width_of_space(d_.text.view({end, run.end})) : 0;
}

void LineMaker::add_text(State& state, Run run, Mark mark, std::uint8_t level) {
    if (!state.row.noisy) {
        add_segment(state, run, mark, level);
        return;
    }
    while (next_broken_ < broken_.size() && broken_[next_broken_].end <= run.begin) ++next_broken_;
    std::uint32_t begin = run.begin;
    for (std::uint32_t i = run.begin; i < run.end;) {
        const std::uint32_t noise = i;
        for (; i < run.end; ++i) {
            if (next_broken_ < broken_.size() && i >= broken_[next_broken_].end) ++next_broken_;
            if (next_broken_ < broken_.size() && i >= broken_[next_broken_].begin) continue;
            if (!is_noise(d_.text.chars[i])) break;
            if (controls_++ == 0) {
                first_control_line_ = state.row.number;
                first_control_page_ = page_;
            }
        }
        if (noise == i) {
            ++i;
            continue;
        }
        add_segment(state, {begin, noise}, mark, level);
        drop(state, {noise, i}, Reason::noise);
        begin = i;
    }
    add_segment(state, {begin, run.end}, mark, level);
}

void LineMaker::add(const Row& row, std::span<const Cut> cuts, Mark mark, std::uint8_t level) {
    if (row.new_page) new_page();
    State state{row, static_cast<std::uint32_t>(d_.lines.size()), static_cast<std::uint32_t>(d_.pieces.size())};
    std::uint32_t begin = row.run.begin;
    for (const Cut& cut : cuts) {
        add_text(state, {begin, cut.run.begin}, mark, level);
        drop(state, cut.run, cut.reason);
        const bool first = d_.lines.size() == state.first_line;
        if (first) state.indent_known = true;
        if (cut.then == Cut::Then::cell && !first) state.space = std::max(state.space, 1U);
        if (cut.then == Cut::Then::new_line && !first) {
            state.separate = true;
            state.space = 0;
        }
        mark = cut.mark;
        level = cut.level;
        begin = cut.run.end;
    }
    add_text(state, {begin, row.run.end}, mark, level);
    const bool blank = d_.lines.size() == state.first_line;
    if (blank && d_.pieces.size() > state.first_piece) {
        Line& line = d_.lines.emplace_back();
        line.text = {d_.pieces[state.first_piece].text.begin, d_.pieces.back().text.end};
        line.number = row.number;
        line.page = last_page_ = page_;
        line.gap = gap_;
        line.mark = Mark::hidden;
    }
    // A form feed at a line's beginning makes no blank line before it, and a row of marks is none.
    if (blank && cuts.empty() && !row.page_ends) add_gap();
    if (row.wide_end) add_gap();
}

void LineMaker::finish() {
    for (std::uint32_t i = 1; i <= last_page_; ++i) {
        Page page;
        page.number = i;
        d_.pages.push_back(page);
    }
    if (controls_ > 0)
        d_.notes.push_back({Severity::warning, "read", first_control_page_, first_control_line_,
                            std::to_string(controls_) +
                                (controls_ == 1 ? " control character is" : " control characters are") +
                                " no part of the text and listed as noise; the first is on this line"});
}

}  // namespace broadsheet::reading
