#include "read/markdown_inline.hpp"

#include <algorithm>
#include <array>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

constexpr auto specials = [] {
    std::array<bool, 128> table{};
    for (const char c : std::string_view("\\`*_~![<")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

// A link's text and its target are short; without a bound, rows of brackets would cost their square.
constexpr std::uint32_t longest_text = 1000, longest_target = 2000;

bool is_ascii_mark(char32_t c) {
    return (c > U' ' && c < U'0') || (c > U'9' && c < U'A') || (c > U'Z' && c < U'a') || (c > U'z' && c < 0x7F);
}

bool is_word(char32_t c) { return is(c, cls::letter | cls::digit); }

}  // namespace

void InlineParser::cut(Run run, Cut::Then then) {
    sorted_ = sorted_ && (cuts_.empty() || cuts_.back().run.end <= run.begin);
    cuts_.push_back({run, Reason::markup, then, style_.mark, style_.level});
}

void InlineParser::parse(std::vector<Content>& rows) {
    cuts_.clear();
    openers_.clear();
    std::fill(std::begin(open_of_kind_), std::end(open_of_kind_), 0);
    sorted_ = true;
    breaks_page_ = false;
    // A paragraph without any tag stands in no table: its end was forgotten.
    in_table_ = in_table_ && std::any_of(rows.begin(), rows.end(), [&](const Content& row) {
                    return view(row.run).find(U'<') != std::u32string_view::npos;
                });
    for (Content& row : rows) {
        block_ = {row.mark, row.level};
        style_ = in_table_ ? Style{Mark::table_row, 0} : block_;
        row.mark = style_.mark;
        row.level = style_.level;
        parse_row(row.run);
    }
    if (!sorted_)
        std::sort(cuts_.begin(), cuts_.end(), [](const Cut& a, const Cut& b) { return a.run.begin < b.run.begin; });
}

void InlineParser::parse_row(Run run) {
    targets_.clear();
    for (std::uint32_t i = run.begin; i < run.end;) {
        if (!targets_.empty() && i >= targets_.back().begin) {
            cut(targets_.back());
            i = targets_.back().end;
            targets_.pop_back();
            continue;
        }
        const char32_t c = chars_[i];
        if (c >= 0x80 || !specials[c]) {
            ++i;
            continue;
        }
        // Nothing may reach over the end of the link text that it stands in.
        const std::uint32_t end = targets_.empty() ? run.end : targets_.back().begin;
        switch (c) {
            case U'\\':
                i = escape(i, end);
                break;
            case U'`':
                i = code(i, end);
                break;
            case U'!':
                i = image(i, end);
                break;
            case U'[':
                i = link(i, end);
                break;
            case U'<':
                i = angle(i, end);
                break;
            default:
                i = emphasis(i, {run.begin, end});
                break;
        }
    }
}

std::uint32_t InlineParser::escape(std::uint32_t i, std::uint32_t end) {
    if (i + 1 == end) {
        cut({i, i + 1});  // a break of the line
        return i + 1;
    }
    if (!is_ascii_mark(chars_[i + 1])) return i + 1;
    cut({i, i + 1});
    return i + 2;
}

std::uint32_t InlineParser::code(std::uint32_t i, std::uint32_t end) {
    std::uint32_t n = 0;
    while (i + n < end && chars_[i + n] == U'`') ++n;
    if (n > longest_ticks || no_ticks_before_[n] >= end) return i + n;
    bool quoted = false;
    for (std::uint32_t k = i + n; k < end;) {
        if (chars_[k] != U'`') {
            // Where an apostrophe follows, ticks are quotation marks: ``so'' or `so'.
            quoted |= chars_[k] == U'\'';
            ++k;
            continue;
        }
        std::uint32_t m = 0;
        while (k + m < end && chars_[k + m] == U'`') ++m;
        if (m == n) {
            if (quoted) return i + n;
            cut({i, i + n});
            cut({k, k + n});
            return k + n;
        }
        k += m;
    }
    no_ticks_before_[n] = end;
    return i + n;
}

std::uint32_t InlineParser::emphasis(std::uint32_t i, Run row) {
    const char32_t c = chars_[i];
    std::uint32_t n = 0;
    while (i + n < row.end && chars_[i + n] == c) ++n;
    const std::uint32_t after = i + n;
    // Long runs are blanks to be filled in, or ornaments.
    if (n > 3 || (c == U'~' && n != 2)) return after;
    const char32_t left = i > row.begin ? chars_[i - 1] : U' ';
    const char32_t right = after < row.end ? chars_[after] : U' ';
    bool opens = !is(right, cls::space), closes = !is(left, cls::space);
    if (c == U'*' && n == 1) {
        opens = opens && !is_word(left);  // 2*3*4
        closes = closes && !is_word(right);
    } else if (c == U'*') {
        if (is(left, cls::digit) && is(right, cls::digit)) opens = closes = false;
    } else if (c == U'_') {
        // Inside a word, and between Han characters, it is no mark.
        opens = opens && !is_word(left) && !is(left, cls::cjk);
        closes = closes && !is_word(right) && !is(right, cls::cjk);
    } else {
        const bool free_left = is(left, cls::space | cls::mark), free_right = is(right, cls::space | cls::mark);
        opens = opens && free_left;
        closes = closes && free_right;
    }
    const auto kind = static_cast<std::uint8_t>(c == U'*' ? n : c == U'_' ? 3 + n : 7);
    if (closes && open_of_kind_[kind] > 0) {
        // What was opened inside and is still open was no mark.
        while (openers_.back().kind != kind) {
            --open_of_kind_[openers_.back().kind];
            openers_.pop_back();
        }
        const Opener opener = openers_.back();
        openers_.pop_back();
        --open_of_kind_[kind];
        cuts_.push_back(
            {{opener.begin, opener.begin + n}, Reason::markup, Cut::Then::goes_on, opener.mark, opener.level});
        cut({i, after});
        sorted_ = false;
    } else if (opens) {
        openers_.push_back({i, kind, style_.mark, style_.level});
        ++open_of_kind_[kind];
    }
    return after;
}

std::uint32_t InlineParser::find_target(std::uint32_t i, std::uint32_t end, std::uint32_t& close) const {
    std::uint32_t depth = 0, k = i;
    for (const std::uint32_t stop = std::min(end, i + longest_text); k < stop; ++k) {
        if (chars_[k] == U'\\')
            ++k;
        else if (chars_[k] == U'[')
            ++depth;
        else if (chars_[k] == U']' && --depth == 0)
            break;
    }
    if (depth != 0 || k + 1 >= end || chars_[k] != U']' || chars_[k + 1] != U'(') return none;
    std::uint32_t p = k + 2;
    depth = 1;
    // A picture inside its own address has no brackets in it.
    const bool data = view({p, std::min(end, p + 5)}).starts_with(U"data:");
    for (const std::uint32_t stop = data ? end : std::min(end, p + longest_target); p < stop; ++p) {
        if (data && (chars_[p] == U' ' || chars_[p] == U'(')) return none;
        if (chars_[p] == U'(')
            ++depth;
        else if (chars_[p] == U')' && --depth == 0)
            break;
    }
    if (depth != 0) return none;
    close = p + 1;
    return k;
}

bool InlineParser::is_address(std::u32string_view target) const {
    target = trimmed(target);
    if (target.empty() || target[0] == U'#' || target[0] == U'<') return true;
    // "[3](see page 2)" is text.
    const auto title = target.find(U'"');
    target = trimmed(target.substr(0, title));
    bool path = false;
    for (const char32_t c : target) {
        if (is(c, cls::space)) return false;
        path |= c == U'/' || c == U'.' || c == U':';
    }
    return path;
}

std::uint32_t InlineParser::image(std::uint32_t i, std::uint32_t end) {
    if (i + 1 >= end || chars_[i + 1] != U'[') return i + 1;
    std::uint32_t close = 0;
    const std::uint32_t middle = find_target(i + 1, end, close);
    if (middle == none) return i + 2;
    const auto text = trimmed(view({i + 2, middle}));
    auto target = trimmed(view({middle + 2, close - 1}));
    const auto ends_with = [&](std::u32string_view what) {
        return target.size() >= what.size() && target.substr(target.size() - what.size()) == what;
    };
    // A text that is the file's name says nothing.
    bool says_something = !text.empty() && !ends_with(text);
    if (const auto dot = target.rfind(U'.'); says_something && dot != std::u32string_view::npos) {
        target = target.substr(0, dot);
        says_something = !ends_with(text);
    }
    if (!says_something) {
        cut({i, close});
        return close;
    }
    const Style outside = style_;
    style_ = {Mark::image, 0};
    cut({i, i + 2}, Cut::Then::new_line);
    style_ = outside;
    cut({middle, close}, Cut::Then::new_line);
    return close;
}

std::uint32_t InlineParser::link(std::uint32_t i, std::uint32_t end) {
    std::uint32_t close = 0;
    const std::uint32_t middle = find_target(i, end, close);
    if (middle == none || middle == i + 1 || !is_address(view({middle + 2, close - 1}))) return i + 1;
    cut({i, i + 1});
    targets_.push_back({middle, close});
    return i + 1;
}

}  // namespace broadsheet::reading
