#include "repair/facts.hpp"

#include <algorithm>
#include <array>

#include "core/chars.hpp"
#include "core/ends.hpp"
#include "language/abbreviations.hpp"
#include "language/cues.hpp"
#include "repair/edges.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t em = 1000;

// Advance widths of printed Latin (a book face; U+0020 to U+007E).
constexpr std::array<std::uint16_t, 95> latin = {
    250, 333, 408, 500, 500, 833, 778, 250, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

struct Advance {
    std::uint32_t width;
    std::uint32_t slack;
};

Advance advance(char32_t c, std::uint32_t f, bool beside_wide) {
    if (c >= 0x20 && c < 0x7F) return {latin[c - 0x20], 0};
    if (f & cls::zero_width) return {0, 0};
    if (f & cls::wide) return {em, f & cls::mark ? em / 2 : 0};
    if (f & cls::ambiguous) return beside_wide ? Advance{em, em / 2} : Advance{em / 2, 0};
    return {f & cls::upper ? 690U : 470U, 0};
}

// A line as it grows on paper.
struct Setting {
    std::u32string_view text;
    std::uint32_t width = 0;
    std::uint32_t slack = 0;
    bool beside_wide = false;

    // A character that is known to have this width, among wide ones or Latin.
    void add_plain(std::uint32_t its_width, bool is_wide) {
        width += its_width;
        beside_wide = is_wide;
    }
    // Character i, with its classes. Gives its own slack.
    std::uint32_t add(std::size_t i, std::uint32_t f) {
        if (!beside_wide && f & cls::ambiguous && i + 1 < text.size()) beside_wide = is(text[i + 1], cls::wide);
        const auto a = advance(text[i], f, beside_wide);
        width += a.width;
        slack += a.slack;
        beside_wide = (f & cls::wide) || (f & cls::ambiguous && beside_wide);
        if (is_gap(i, f)) {
            width += em / 2;  // the extractor's one space is half an em or a whole one on paper
            slack += em / 2;
        }
        return a.slack;
    }
    [[nodiscard]] bool is_gap(std::size_t i, std::uint32_t f) const {
        return f & cls::space && i > 0 && is(text[i - 1], cls::wide);
    }
    // What was not looked at.
    void add_rest(std::size_t characters) { width += static_cast<std::uint32_t>(characters) * (em / 2); }
};

// The common case: an ideograph.
bool is_ideograph(char32_t c) { return c >= 0x3400 && c < 0xA000; }

// Cannot stand at the start of a line by any typesetter's rule.
bool cannot_open(char32_t c, std::uint32_t f, bool before_wide) {
    if (c == U'"' || c == U'\'' || c == U'»') return false;  // open a text somewhere
    if (c == U'”' || c == U'’') return before_wide;          // ... but not in Chinese
    if (f & cls::close) return true;
    if (f & cls::dash || c == U'…' || c == U'．' || c == U'.') return false;
    return (f & (cls::pause | cls::terminal)) != 0 || c == U'%' || c == U'％';
}

bool is_word(std::uint32_t f) { return (f & (cls::letter | cls::digit)) && !(f & cls::wide); }

// 孩子们在放风筝。王小明 摄: behind the last sentence of a caption who took the photograph.
std::u32string_view without_credit(std::u32string_view text) {
    constexpr std::u32string_view endings = U"摄攝图圖";
    if (text.empty() || endings.find(text.back()) == std::u32string_view::npos) return text;
    const auto credit = trimmed(last_sentence(text));
    if (credit.size() == text.size() || !(language::cues(credit) & language::Cue::credit)) return text;
    return text.substr(0, text.size() - last_sentence(text).size());
}

}  // namespace

bool sentence_ends(std::u32string_view text) {
    text = without_credit(without_source(text));
    for (int passed = 0; !text.empty() && passed < 6; ++passed) {
        const char32_t c = text.back();
        const auto f = class_of(c);
        if (f & cls::terminal) return true;
        if (!(f & (cls::close | cls::quote | cls::space))) return false;
        text.remove_suffix(1);
    }
    return false;
}

Facts facts_of(std::u32string_view line) {
    Facts out;
    if (line.empty()) return out;
    const auto size = line.size();
    const bool whole = size <= longest_wrapped;
    if (!whole) out.traits |= long_line;
    const auto scanned = whole ? line : line.substr(0, longest_wrapped);
    Setting set{scanned};
    std::uint32_t wide = 0, letters = 0, upper = 0, lower = 0;
    std::uint16_t depth = 0;
    std::size_t token_end = 0;  // index behind the first word
    for (std::size_t i = 0; i < scanned.size(); ++i) {
        const char32_t c = scanned[i];
        if (is_ideograph(c)) {
            set.add_plain(em, true);
            ++wide;
            if (token_end == 0) {
                token_end = i + 1;
                out.token = set.width;
            }
            continue;
        }
        if (c >= U'a' && c <= U'z' && token_end != 0) {  // the common case of Western text
            set.add_plain(latin[c - 0x20], false);
            ++letters;
            ++lower;
            continue;
        }
        if (c == U' ' && token_end != 0 && scanned[i - 1] < 0x80) {
            set.add_plain(latin[0], false);
            continue;
        }
        const auto f = class_of(c);
        const auto slack = set.add(i, f);
        if (f & (cls::kana | cls::hangul | cls::han)) ++wide;
        if (f & cls::letter) {
            ++letters;
            if (f & cls::upper) ++upper;
            if (f & cls::lower) ++lower;
        }
        if (f & cls::open || (f & cls::vertical_form && f & cls::open)) {
            ++depth;
        } else if (f & cls::close && !(c == U'’' && i > 0 && is(scanned[i - 1], cls::letter))) {
            if (depth > 0)
                --depth;
            else if (out.closed < 0xFFFF)
                ++out.closed;
        }
        if (f & cls::terminal && i + 1 < size) {
            // A full stop inside a number or an abbreviation ends nothing.
            if (c != U'.' || (i > 1 && is(scanned[i - 1], cls::lower) &&
                              is(scanned[i + 1 < scanned.size() ? i + 1 : i], cls::space)))
                out.traits |= has_stop;
        }
        if (set.is_gap(i, f)) out.traits |= has_gap;
        if (f & cls::pause && c != U'、' && c != U':' && c != U'：') out.traits |= has_comma;
        if (token_end == 0 && !(f & cls::open)) {
            // Marks that may not open a line go with the word before them.
            const bool more = i + 1 < scanned.size() &&
                              ((is_word(f) && !is(scanned[i + 1], cls::space | cls::cjk | cls::open | cls::wide)) ||
                               (f & cls::mark && !(f & cls::wide) && is_word(class_of(scanned[i + 1]))));
            if (!more) {
                token_end = i + 1;
                out.token = set.width - (f & cls::mark ? slack : 0);
            }
        } else if (token_end == i && !(f & cls::open) && f & cls::mark && cannot_open(c, f, set.beside_wide)) {
            token_end = i + 1;
            out.token = set.width - set.slack;
        }
    }
    if (token_end == 0) out.token = set.width;
    set.add_rest(size - scanned.size());
    out.width = set.width;
    out.slack = set.slack;
    if (wide * 2 > letters) out.traits |= cjk;
    if (upper > 1 && lower == 0 && wide < 4) out.traits |= all_upper;
    if (wide == 0 && letters == 0) out.traits |= no_letter;
    out.opened = depth;

    const char32_t first = line.front(), last = line.back();
    const auto ff = class_of(first), lf = class_of(last);
    const auto before = size > 1 ? class_of(line[size - 2]) : 0U;
    if (sentence_ends(line.substr(size - std::min<std::size_t>(size, 40)))) {
        const auto stop = language::stop_of(line);
        if (stop != language::Stop::wanting) out.traits |= ends_sentence;
        if (stop != language::Stop::none) out.traits |= ends_short;
    }
    if (lf & cls::pause) out.traits |= last == U':' || last == U'：' || last == U'︓' ? ends_colon : ends_comma;
    if (lf & cls::dash) out.traits |= ends_dash;
    if (lf & cls::hyphen && before & cls::letter) out.traits |= ends_hyphen;
    if (last == U'-' && size > 1 && line[size - 2] == U'-') out.traits |= ends_dash;
    if (lf & cls::close) out.traits |= ends_close;
    if (lf & cls::digit) out.traits |= ends_digit;
    if (ff & cls::quote) out.traits |= starts_quote;
    if (ff & cls::dash || (first == U'-' && size > 1 && line[1] == U'-')) out.traits |= starts_dash;
    if (cannot_open(first, ff, size == 1 || is(line[1], cls::wide))) out.traits |= starts_close;
    if (ff & cls::digit) out.traits |= starts_digit;
    // The case of the first letter, an opening mark before it passed over.
    const auto letter = ff & (cls::open | cls::quote) && size > 1 ? class_of(line[1]) : ff;
    if (letter & cls::letter && letter & cls::lower) out.traits |= starts_lower;
    if (letter & cls::letter && letter & cls::upper) out.traits |= starts_upper;
    return out;
}

std::int32_t width_on_paper(std::u32string_view line) {
    Setting set{line.substr(0, longest_wrapped)};
    for (std::size_t i = 0; i < set.text.size(); ++i) {
        const char32_t c = set.text[i];
        if (is_ideograph(c))
            set.add_plain(em, true);
        else if (c > U' ' && c < 0x7F)
            set.add_plain(latin[c - 0x20], false);
        else
            set.add(i, class_of(c));
    }
    set.add_rest(line.size() - set.text.size());
    return Facts{set.width, set.slack}.middle();
}

}  // namespace broadsheet::repair_stage
