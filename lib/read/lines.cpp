#include "read/lines.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

// The first character that may end a row or is noise. Written for the vectoriser: no table, no early exit in the
// block.
const char32_t* find_control(const char32_t* p, const char32_t* end) {
    for (; end - p >= 16; p += 16) {
        std::uint32_t any = 0;
        for (int i = 0; i < 16; ++i) {
            const std::uint32_t c = p[i];
            any |= static_cast<std::uint32_t>(c < 0x20) | static_cast<std::uint32_t>(c - 0x7F < 0x21) |
                   static_cast<std::uint32_t>(c - 0x2028 < 2);
        }
        if (any) break;
    }
    while (p < end && !(*p < 0x20 || *p - 0x7FU < 0x21U || *p - 0x2028U < 2U)) ++p;
    return p;
}

bool is_space(char32_t c) { return c < 0x80 ? c == U' ' || c - 9U < 5U : is(c, cls::space); }

}  // namespace

bool Rows::next(Row& row) {
    if (at_ >= size_) return false;
    row = Row{};
    row.run.begin = at_;
    row.number = number_;
    row.new_page = new_page_;
    new_page_ = false;
    for (std::uint32_t i = at_;;) {
        const std::uint32_t stop = next_broken_ < broken_.size() ? broken_[next_broken_].begin : size_;
        i = static_cast<std::uint32_t>(find_control(chars_ + i, chars_ + stop) - chars_);
        if (i == stop) {
            if (stop == size_) {
                row.run.end = at_ = size_;
                return true;
            }
            row.noisy = true;
            i = broken_[next_broken_++].end;
            continue;
        }
        const char32_t c = chars_[i];
        if (c == U'\t' || is_noise(c)) {
            row.noisy |= c != U'\t';
            ++i;
            continue;
        }
        row.run.end = i;
        at_ = i + 1;
        if (c == U'\r' && at_ < size_ && chars_[at_] == U'\n') ++at_;
        if (c == U'\n' || c == U'\r') ++number_;
        if (c == U'\f') row.page_ends = new_page_ = true;
        row.wide_end = c == U'\u2029';
        return true;
    }
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

void LineMaker::open_row(const Row& row) {
    if (row.new_page) new_page();
}

void LineMaker::close_row(const Row& row, bool blank) {
    // A form feed at a line's beginning makes no blank line before it.
    if (blank && !row.page_ends) add_gap();
    if (row.wide_end) add_gap();
}

void LineMaker::add(const Row& row) {
    if (row.noisy) {
        cuts_.clear();
        find_noise(row, cuts_);
        add(row, cuts_, Mark::plain);
        return;
    }
    open_row(row);
    const char32_t* const chars = d_.text.chars.data();
    std::uint32_t begin = row.run.begin, end = row.run.end;
    while (begin < end && is_space(chars[begin])) ++begin;
    while (end > begin && is_space(chars[end - 1])) --end;
    if (begin < end) {
        Line& line = d_.lines.emplace_back();
        line.text = {begin, end};
        line.number = row.number;
        line.page = last_page_ = page_;
        line.gap = gap_;
        if (begin > row.run.begin)
            line.indent = static_cast<std::uint16_t>(
                std::min(width_of_space(d_.text.view({row.run.begin, begin})), std::uint32_t{0xFFFF}));
        gap_ = 0;
        page_is_empty_ = false;
    }
    close_row(row, begin == end);
}

void LineMaker::find_noise(const Row& row, std::vector<Cut>& cuts, Mark mark, std::uint8_t level) {
    if (!row.noisy) return;
    const auto put = [&](std::uint32_t i) {
        if (!cuts.empty() && cuts.back().reason == Reason::noise && cuts.back().run.end == i)
            ++cuts.back().run.end;
        else
            cuts.push_back({{i, i + 1}, Reason::noise, Cut::Then::goes_on, mark, level});
    };
    while (next_broken_ < broken_.size() && broken_[next_broken_].end <= row.run.begin) ++next_broken_;
    std::size_t next = next_broken_;
    for (std::uint32_t i = row.run.begin; i < row.run.end; ++i) {
        if (next < broken_.size() && i >= broken_[next].end) ++next;
        if (next < broken_.size() && i >= broken_[next].begin) {
            put(i);
        } else if (is_noise(d_.text.chars[i])) {
            put(i);
            if (controls_++ == 0) {
                first_control_line_ = row.number;
                first_control_page_ = page_ + (row.new_page ? 1 : 0);
            }
        }
    }
}

void LineMaker::add(const Row& row, std::span<const Cut> cuts, Mark mark, std::uint8_t level) {
    open_row(row);
    const char32_t* const chars = d_.text.chars.data();
    const auto first_line = static_cast<std::uint32_t>(d_.lines.size());
    const auto first_piece = static_cast<std::uint32_t>(d_.pieces.size());
    std::uint32_t begin = row.run.begin;
    std::uint32_t space = 0;  // white space since the Line before
    bool indent_known = false, separate = true;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const Cut* const cut = i < cuts.size() ? &cuts[i] : nullptr;
        const std::uint32_t stop = cut ? cut->run.begin : row.run.end;
        std::uint32_t b = begin, e = stop;
        while (b < e && is_space(chars[b])) ++b;
        while (e > b && is_space(chars[e - 1])) --e;
        if (!indent_known && b > begin) space += width_of_space(d_.text.view({begin, b}), space);
        if (b < e) {
            Line& line = d_.lines.emplace_back();
            line.text = {b, e};
            line.number = row.number;
            line.page = last_page_ = page_;
            line.continues = !separate;
            line.indent = static_cast<std::uint16_t>(std::min(space, std::uint32_t{0xFFFF}));
            line.mark = mark;
            line.level = level;
            if (d_.lines.size() == first_line + 1) line.gap = gap_;
            gap_ = 0;
            page_is_empty_ = false;
            separate = false;
            indent_known = false;
            space = width_of_space(d_.text.view({e, stop}));
        }
        if (!cut) break;
        const auto piece = static_cast<std::uint32_t>(d_.pieces.size());
        const auto lines = static_cast<std::uint32_t>(d_.lines.size());
        d_.pieces.push_back({cut->run, lines > first_line ? lines - 1 : first_line, Joint::glue});
        d_.dropped.push_back({cut->reason, piece, piece + 1});
        // What stands before the first Line of a row is its indent, but not what stands behind a mark.
        if (lines == first_line && cut->reason == Reason::markup) indent_known = true;
        if (cut->then == Cut::Then::cell && lines > first_line) space = std::max(space, 1U);
        if (cut->then == Cut::Then::new_line) {
            separate = true;
            space = 0;
        }
        mark = cut->mark;
        level = cut->level;
        begin = cut->run.end;
    }
    const bool empty = d_.lines.size() == first_line;
    if (empty && d_.pieces.size() > first_piece) {
        Line& line = d_.lines.emplace_back();
        line.text = {d_.pieces[first_piece].text.begin, d_.pieces.back().text.end};
        line.number = row.number;
        line.page = last_page_ = page_;
        line.gap = gap_;
        line.mark = Mark::hidden;
    }
    close_row(row, empty);
}

void LineMaker::finish() {
    for (std::uint32_t i = 1; i <= last_page_; ++i) {
        Page page;
        page.number = i;
        d_.pages.push_back(page);
    }
    if (controls_ > 0)
        d_.notes.push_back({Severity::warning, "read", first_control_page_, first_control_line_,
                            std::to_string(controls_) + (controls_ == 1 ? " control character is" : " control characters are") +
                                " no part of the text and listed as noise; the first is on this line"});
}

}  // namespace broadsheet::reading
