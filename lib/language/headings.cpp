#include "language/headings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

// What each piece of evidence weighs.
constexpr float prior = -0.5F;
constexpr float word = 4.0F;          // a word of the dictionary runs over the joint
constexpr float whole_words = -0.7F;  // none does
constexpr float quotation = 5.0F;     // a quotation or bracket is open at the joint
constexpr float tiny_rest = 4.0F;     // the second has one or two characters
constexpr float pause = 3.0F;         // the first ends with a comma
constexpr float function = 3.0F;      // the first ends, or the second begins, with a word that binds
constexpr float longer = -2.0F;       // the second is longer: the first line was not full
constexpr float much_shorter = 1.0F;
constexpr float column_name = -5.0F;
constexpr float dash = -6.0F;
constexpr float leads_in = -4.0F;
constexpr float closed = -1.0F;
constexpr float short_first = -2.0F;  // too short to have been wrapped
constexpr float hyphen = 6.0F;
constexpr float low = 4.0F;              // Latin: the second begins with a small letter
constexpr float same_case = 1.5F;        // Latin: both in capitals, or neither
constexpr float same_case_apart = 1.0F;  // the same, set like sentences with a blank line between: many headlines are
constexpr float other_case = -3.0F;
constexpr float too_long = -0.03F;  // Latin: for each character of both beyond a fair headline's
constexpr std::size_t fair = 60;

constexpr std::u32string_view binds_at_end = U"的和与與及或在对對将將让讓向从從把被为為以并並、";
constexpr std::u32string_view binds_at_start = U"的了们們地得等之";

int open_marks(std::u32string_view text) {
    int open = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if ((f & cls::open) && !(f & cls::close)) ++open;
        if ((f & cls::close) && !(f & cls::open)) --open;
    }
    return open;
}

bool in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

struct Letters {
    int cjk = 0, upper = 0, lower = 0;
};

Letters letters(std::u32string_view text) {
    Letters n;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (f & cls::cjk) ++n.cjk;
        if (f & cls::upper) ++n.upper;
        if (f & cls::lower) ++n.lower;
    }
    return n;
}

// Three or more parts of one length, a space between them: the watchword of a campaign, which stands over what belongs
// to it. Two parts may be a headline.
bool in_equal_parts(std::u32string_view line) {
    const auto parts = parts_of(line);
    return parts.count > 2 && parts.shortest == parts.longest && parts.shortest >= 2 && parts.shortest <= 6 &&
           parts.cjk;
}

// 山乡新事（87）, 河岸人家②: the parts of a series are counted.
bool numbered(std::u32string_view line) {
    if (line.size() < 4) return false;
    if (line.back() >= U'①' && line.back() <= U'⑳') return true;
    constexpr std::u32string_view numbers = U"一二三四五六七八九十上中下";
    const auto counts = [&](char32_t c) { return is(c, cls::digit) || numbers.find(c) != std::u32string_view::npos; };
    if (line.back() != U'）' && line.back() != U')') return false;
    auto at = line.size() - 1;
    while (at > 0 && counts(line[at - 1])) --at;
    return at + 1 < line.size() && at > 0 && (line[at - 1] == U'（' || line[at - 1] == U'(');
}

// What Western papers print above a page or a column.
bool is_western_section(std::u32string_view line) {
    static const auto names = [] {
        std::unordered_set<std::u32string> all;
        for (const auto& table : tables())
            each_word(table.sections, '|', [&](std::string_view name) { all.insert(to_utf32(name)); });
        return all;
    }();
    std::u32string small(line);
    for (auto& c : small)
        if (is(c, cls::upper) && (c < 0x80 || (c >= U'À' && c <= U'Þ'))) c += 32;
    return names.contains(small);
}

}  // namespace

Parts parts_of(std::u32string_view text) {
    if (!text.empty() && (text.back() == U')' || text.back() == U'）')) {
        auto n = text.size() - 1;
        while (n > 0 && is(text[n - 1], cls::digit)) --n;
        if (n > 1 && n < text.size() - 1 && is(text[n - 1], cls::open)) text = text.substr(0, n - 1);
    }
    Parts parts;
    std::size_t run = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !is(text[i], cls::space) && text[i] != U'·') {
            parts.cjk = parts.cjk && is(text[i], cls::cjk);
            ++run;
            continue;
        }
        if (run == 0) continue;
        parts.shortest = parts.count == 0 ? run : std::min(parts.shortest, run);
        parts.longest = std::max(parts.longest, run);
        ++parts.count;
        run = 0;
    }
    return parts;
}

bool is_column_name(std::u32string_view line) {
    line = trimmed(line);
    if (line.size() < 2 || line.size() > 40) return false;
    if (is(line.front(), cls::letter) && !is(line.front(), cls::cjk)) return is_western_section(line);
    if (numbered(line)) return true;
    if (line.size() > 14) return in_equal_parts(line);
    static constexpr std::array<std::u32string_view, 60> ends = {
        U"观察", U"觀察", U"评论", U"評論", U"时评", U"時評", U"锐评", U"短评", U"短評", U"快评", U"漫评", U"通讯",
        U"通訊", U"特写", U"特寫", U"手记", U"手記", U"随笔", U"隨筆", U"言论", U"視點", U"视点", U"视线", U"焦点",
        U"焦點", U"聚焦", U"关注", U"關注", U"专题", U"專題", U"专栏", U"專欄", U"专访", U"專訪", U"访谈", U"訪談",
        U"对话", U"對話", U"调查", U"調查", U"连载", U"連載", U"副刊", U"资讯", U"短讯", U"简讯", U"快讯", U"综述",
        U"解读", U"故事", U"人物", U"论坛", U"論壇", U"讲堂", U"记忆", U"行动", U"来信", U"社説", U"社论", U"社論"};
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return line.ends_with(end); }) ||
           line.find(U'·') != std::u32string_view::npos || in_equal_parts(line);
}

float wraps(std::u32string_view first, std::u32string_view second, Rows rows, std::size_t above, std::size_t below) {
    first = trimmed(first);
    second = trimmed(second);
    if (first.empty() || second.empty()) return 0;
    const char32_t end = first.back(), start = second.front();
    float score = prior;
    if (start == U'—' || start == U'─' || (start == U'-' && second.size() > 1 && second[1] == U'-')) score += dash;
    if (end == U'：' || end == U':' || end == U'—' || end == U'─') score += leads_in;
    if (open_marks(first) > 0) score += quotation;
    const Letters a = letters(first), b = letters(second);
    if (a.cjk + b.cjk > 0) {
        if (second.size() == 1 && is(start, cls::terminal | cls::close)) return quotation;
        if (second.size() <= 2 && first.size() >= 6) score += tiny_rest;
        if (is(end, cls::pause) && end != U'：' && end != U':') score += pause;
        if (in(end, binds_at_end) || in(start, binds_at_start)) score += function;
        if (second.size() > first.size() + 1) score += longer;
        if (second.size() * 2 <= first.size()) score += much_shorter;
        if (is_column_name(second) || is_column_name(first)) score += column_name;
        if (is(end, cls::terminal)) score += closed;
        if (first.size() < 6) score += short_first;
        if (is(end, cls::digit) && is(start, cls::digit)) score += word;
        // The dictionary is slow, so it is asked only where it can tip the balance.
        const bool doubtful = score + word > 0 && score + whole_words <= 0;
        return score + (doubtful && word_across(first, second) ? word : whole_words);
    }
    if (is(end, cls::hyphen)) score += hyphen;
    if (is(start, cls::lower)) score += low;
    if (is_western_section(first)) score += column_name;
    const bool capitals_a = a.upper > 3 && a.lower * 6 < a.upper, capitals_b = b.upper > 3 && b.lower * 6 < b.upper;
    if (capitals_a != capitals_b && b.upper + b.lower > 3)
        score += other_case;
    else if (rows != Rows::marked)
        score += rows == Rows::together || capitals_a ? same_case : same_case_apart;
    // Two headlines in a row are longer than one is.
    if (const auto size = first.size() + second.size(); size > fair)
        score += too_long * static_cast<float>(size - fair);
    if (is(end, cls::terminal) && end != U'.') score += closed;
    if (end == U'.' && !ends_with_initials(first)) score += 2 * closed;
    if (is(end, cls::pause) && end != U':') score += pause;
    if ((below ? below : second.size()) > (above ? above : first.size()) * 2) score += longer;
    return score;
}

}  // namespace broadsheet::language
