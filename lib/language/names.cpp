#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/cues.hpp"
#include "language/surnames.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

// By Ann Lee in Geneva and Tom Roe, Staff Writer.
constexpr std::string_view introduced_expression =
    "^[\\[(]*(?:(?:\\p{L}+(?: (?:and|et|und) \\p{L}+)? )?(?:[Bb]y|BY)|Von|VON|[Pp]ar|PAR|.{2,24} (?:by|par|von)|"
    "As told to|(?:Text|Texte|Interview|Text und Fotos?) ?:|Das (?:Gespräch|Interview) führten?|Die Fragen "
    "stellten?|"
    "(?:Von|VON) [Uu]nser\\p{L}* (?:\\p{L}+ )?\\p{L}+|(?:De|Par) notre \\p{Ll}+(?: \\p{Ll}+)*|[—–]) ?(?:the |The "
    ")?(" W_NAME ".*)$";
constexpr std::string_view name_expression = "^" W_NAME;
constexpr std::string_view bare_expression = "^(" W_NAME ") \\((?:avec|mit|with) \\p{L}+\\)$";
// What stands behind the last word of the trade: 本报记者 张三 李四.
constexpr std::string_view chinese_expression =
    "^.*(?:记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|撰稿人?|作者|实习生|實習生|中心|电视台|報社|报社|"
    "撰文|摄影|攝影|文(?=[／/：:|｜]\\s?(?![图圖])\\p{Han}))[\\s：:／/|｜]*([\\p{Han}·•\\s、，,]+?)"
    "(?:[\\s／/]+[\\p{Han}、]{2,12}(?=报道|報道|報導))?(?:\\s*(?:文[／/"
    "\\s]?[图圖]|[图圖]文|报道|報道|報導)|\\s+[摄攝文"
    "])?((?:[／/].*)?)[）)】〕]?$";

bool all_han(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::han) || c == U'·'; });
}

// What stands behind the first space: 退休教师 何秀兰.
std::u32string_view behind_space(std::u32string_view line) {
    std::size_t at = 0;
    while (at < line.size() && !is(line[at], cls::space)) ++at;
    return trimmed(line.substr(at));
}

// 王小明摄, 王小明文: what a person did, set close to the name. 文 ends many names: it is of the trade only where the
// name would be too long, or with a slash behind it.
std::u32string_view without_trade(std::u32string_view name, bool slash) {
    if (name.size() < 3 || name.size() > 5) return name;
    const std::size_t longest = is_surname(name.substr(0, 1)) ? 3 : is_surname(name.substr(0, 2)) ? 4 : 5;
    const char32_t last = name.back();
    const bool of_trade = last == U'摄' || last == U'攝' || (last == U'文' && (slash || name.size() > longest));
    return of_trade ? name.substr(0, name.size() - 1) : name;
}

// 本报记者 has its rule below; this one reads By Ann Lee in Geneva and Tom Roe, Staff Writer. False: no such line.
bool western_names(std::u32string_view line, std::vector<std::u32string>& names) {
    static const Pattern introduced(introduced_expression);
    static const Pattern name(name_expression);
    static const Pattern bare(bare_expression);
    // What a writer is: ", Staff Writer".
    static const Pattern office(
        "Writer|WRITER|Reporter|REPORTER|Correspond|CORRESPOND|Korrespond|Redakt|Rédact|Editor|EDITOR|Bureau|Staff|"
        "STAFF|"
        "Press|PRESS|Agenc|Telegraph|News|Special|SPECIAL|^The |^THE |^Our |^OUR |Mitarbeiter|Fotos?$|Text$");
    Run where;
    if (bare.search(line, &where, 1)) {
        names.emplace_back(line.substr(where.begin, where.size()));
        return true;
    }
    if (!introduced.search(line, &where, 1)) return false;
    // Behind a comma stands another name only in a list that ends with "and"; or else a place, or what the writer is.
    auto rest = std::u32string(line.substr(where.begin));
    bool list = false;
    for (const auto* word : {U" and ", U" AND ", U" und ", U" UND ", U" et ", U" ET ", U" & "})
        for (auto at = rest.find(word); at != std::u32string::npos; at = rest.find(word), list = true)
            rest.replace(at, std::u32string_view(word).size(), U"|");
    for (std::size_t begin = 0; begin < rest.size();) {
        const auto end = std::min(rest.find_first_of(U"|,", begin), rest.size());
        auto one = trimmed(std::u32string_view(rest).substr(begin, end - begin));
        const bool behind_comma = begin > 0 && rest[begin - 1] == U',';
        begin = end + 1;
        if ((behind_comma && !list) || !name.search(one, &where)) continue;
        one = one.substr(0, where.end);
        Run title;
        if (office.search(one, &title)) one = trimmed(one.substr(0, title.begin));
        // A full stop behind a word ends the line; behind one letter it is an initial's.
        if (one.size() > 2 && one.back() == U'.' && is(one[one.size() - 2], cls::lower)) one.remove_suffix(1);
        if (one.find(U' ') != std::u32string_view::npos) names.emplace_back(one);
    }
    return true;
}

}  // namespace

std::span<const std::string_view> name_expressions() {
    static constexpr std::array all = {introduced_expression, name_expression, bare_expression, chinese_expression};
    return all;
}

std::u32string close_names(std::u32string_view line) {
    std::u32string out;
    out.reserve(line.size());
    const auto han = [&](std::size_t i) { return i < line.size() && is(line[i], cls::han); };
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (is(line[i], cls::space) && i > 0 && han(i - 1) && !(i > 1 && han(i - 2)) &&
            is_surname(line.substr(i - 1, 1))) {
            auto next = i + 1;
            while (next < line.size() && is(line[next], cls::space)) ++next;
            if (han(next) && !han(next + 1)) {
                i = next - 1;
                continue;
            }
        }
        out.push_back(line[i]);
    }
    return out;
}

bool looks_like_names(std::u32string_view line) {
    if (line.size() < 2 || line.size() > 20) return false;
    for (std::size_t begin = 0; begin < line.size();) {
        auto end = begin;
        while (end < line.size() && !is(line[end], cls::space) && line[end] != U'、') ++end;
        auto token = line.substr(begin, end - begin);
        if (token.size() == 1 && end + 1 < line.size() && is(line[end], cls::space)) {
            // 李 明: a two-character name is set wide.
            const char32_t given = line[end + 1];
            if (end + 2 != line.size() && !is(line[end + 2], cls::space)) return false;
            if (!is_surname(token) || !is(given, cls::han)) return false;
            end += 2;
        } else if (token.size() < 2 || token.size() > 4 || !all_han(token) ||
                   !(is_surname(token.substr(0, 1)) || (token.size() > 2 && is_surname(token.substr(0, 2))))) {
            return false;
        }
        begin = end;
        while (begin < line.size() && (is(line[begin], cls::space) || line[begin] == U'、')) ++begin;
    }
    return true;
}

bool looks_like_signer(std::u32string_view line) {
    static constexpr std::array<std::u32string_view, 20> offices = {
        U"管理局", U"委员会", U"委員會", U"办公室", U"辦公室", U"服务中心", U"服務中心", U"政府",   U"协会", U"協會",
        U"编辑部", U"編輯部", U"宣传部", U"管理处", U"管理處", U"街道办",   U"派出所",   U"居委会", U"公司", U"事务所"};
    if (is(line.front(), cls::han)) {
        const auto names = behind_space(line);
        if (names.empty())
            return line.size() > 4 && line.size() <= 14 && all_han(line) &&
                   std::any_of(offices.begin(), offices.end(), [&](auto end) { return line.ends_with(end); });
        const auto office = trimmed(line.substr(0, line.size() - names.size()));
        return office.size() > 1 && office.size() <= 16 && all_han(office) && names.size() < 12 &&
               looks_like_names(names);
    }
    // Hans Meier, Neustadt: a name and where it is of.
    if (const auto comma = line.find(U", "); comma != std::u32string_view::npos) {
        const auto place = line.substr(comma + 2);
        if (place.size() < 3 || !is(place.front(), cls::upper) || !is(place.back(), cls::lower) ||
            std::count(place.begin(), place.end(), U' ') > 2 || place.find(U',') != std::u32string_view::npos)
            return false;
        line = line.substr(0, comma);
    }
    std::size_t words = 0, letters = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool first = i == 0 || is(line[i - 1], cls::space);
        if (first && !is(line[i], cls::upper)) return false;
        if (first) ++words;
        if (is(line[i], cls::letter)) ++letters;
        if (!is(line[i], cls::letter | cls::space) && line[i] != U'.' && line[i] != U'-' && line[i] != U'’' &&
            line[i] != U'\'')
            return false;
    }
    return words > 1 && words < 5 && letters > 4;
}

bool looks_like_signature(std::u32string_view line) {
    static constexpr std::array<std::u32string_view, 8> no_names = {U"A.M", U"P.M", U"U.S", U"U.K",
                                                                    U"N.Y", U"D.C", U"B.C", U"A.D"};
    if (line.size() < 2 || line.size() > 60) return false;
    const char32_t dash = line.front();
    if ((dash == U'—' || dash == U'–') && line.size() > 4) {
        const auto rest = trimmed(line.substr(1));
        const auto comma = std::min(rest.find(U','), rest.size());
        if (rest.empty() || is(rest.front(), cls::han) || is(rest.back(), cls::terminal | cls::pause)) return false;
        return looks_like_signer(rest.substr(0, comma)) &&
               (comma == rest.size() || (comma + 2 < rest.size() && is(rest[comma + 2], cls::upper)));
    }
    if (line.size() > 14) return false;
    const bool bracketed =
        (line.front() == U'(' && line.back() == U')') || (line.front() == U'[' && line.back() == U']');
    if (bracketed) line = line.substr(1, line.size() - 2);
    // Initials: a capital and a full stop, twice or more.
    std::u32string capitals;
    std::size_t run = 0, low = 0, vowels = 0, marks = 0;
    for (const char32_t c : line) {
        if (is(c, cls::upper)) {
            if (++run > 1) return false;
            capitals += capitals.empty() ? U"" : U".";
            capitals.push_back(c);
        } else if (c == U'.') {
            if (run == 0) return false;
            run = 0;
        } else if (is(c, cls::lower)) {
            ++low;
            vowels += std::u32string_view(U"aeiouyäöüàâéèêîôû").find(c) != std::u32string_view::npos ? 1 : 0;
        } else if (c == U'/' || c == U'-') {
            ++marks;
        } else if (c != U' ') {
            return false;
        }
    }
    if (low == 0)
        return capitals.size() > 2 && run == 0 && capitals.size() < 8 &&
               std::none_of(no_names.begin(), no_names.end(), [&](auto no) { return capitals.starts_with(no); });
    // Signs of the desk: (jw), mho/dpa, jw. A word has a vowel, unless it stands in brackets or beside another sign.
    if (!capitals.empty() || line.find(U' ') != std::u32string_view::npos || low < 2) return false;
    if (marks > 0) return line.find(U'/') != std::u32string_view::npos && low <= 10 && (bracketed || low >= 5);
    return low <= 3 && vowels == 0;
}

std::vector<std::u32string> names_in(std::u32string_view line) {
    // What stands behind the last word of the trade: 本报记者 张三 李四; By Ann Lee and Tom Roe.
    static const Pattern chinese(chinese_expression);
    constexpr std::u32string_view marks = U"□■◎○●◇◆▲△☆★☐＊*";
    static const Pattern trade("(?:记者|記者|通讯员|通訊員|实习生|實習生)");
    line = trimmed(line);
    while (!line.empty() && marks.find(line.front()) != std::u32string_view::npos) line = trimmed(line.substr(1));
    std::vector<std::u32string> names;
    if (line.size() > 120) return names;
    if (!line.empty() && !is(line.front(), cls::han) && western_names(line, names)) return names;
    Run where;
    std::u32string_view list = line;
    bool slash = false;
    if (chinese.search(line, &where, 1) && !where.empty()) {
        list = line.substr(where.begin, where.size());
        slash = where.end < line.size() && (line[where.end] == U'/' || line[where.end] == U'／');
        // 记者 张三 通讯员 李四: those of the word before.
        if (const auto before = line.substr(0, where.begin);
            trade.search(before, &where) && where.end < before.size()) {
            auto rest = before;
            while (!rest.empty() && !is(rest.back(), cls::space)) rest.remove_suffix(1);
            if (where.end < rest.size())
                for (auto& name : names_in(rest))
                    if (name.size() < 5 && is_surname(std::u32string_view(name).substr(0, 1)))
                        names.push_back(std::move(name));
        }
    } else if (!looks_like_names(line)) {
        const std::u32string closed = close_names(line);
        if (!is(line.empty() ? U' ' : line.front(), cls::han) || !looks_like_names(behind_space(closed))) return names;
        list = behind_space(line);
    }
    std::u32string name;
    for (const char32_t c : list) {
        if (is(c, cls::han) || c == U'·' || c == U'•') {
            name.push_back(c);
        } else if (name.size() == 1 && is(c, cls::space)) {
            continue;  // 李 明
        } else if (!name.empty()) {
            names.push_back(name);
            name.clear();
        }
    }
    if (without_trade(name, slash).size() > 1) names.emplace_back(without_trade(name, slash));
    return names;
}

}  // namespace broadsheet::language
