#include "language/cues.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <unordered_map>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/lists.hpp"
#include "language/surnames.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t part_length = 48;  // characters of a line's head and tail that are looked at

// All rows of all tables, compiled, and their trigger words by first character.
class Cues {
public:
    Cues() {
        for (const auto& table : tables())
            for (const auto& row : table.cues) {
                const auto index = static_cast<std::uint16_t>(rows_.size());
                rows_.push_back({row.cue, row.part, row.longest, Pattern(row.expression)});
                add_triggers(row.triggers, index);
            }
    }

    // The rows of which a word stands in the line's head or tail.
    [[nodiscard]] std::bitset<128> woken_by(std::u32string_view line) const {
        std::bitset<128> woken;
        wake(head_of(line), woken);
        if (line.size() > part_length) wake(tail_of(line), woken);
        return woken;
    }

    [[nodiscard]] std::uint32_t find(std::u32string_view line) const {
        const auto woken = woken_by(line);
        if (woken.none()) return 0;
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!woken[i] || (found & rows_[i].cue)) continue;
            const Row& row = rows_[i];
            if (row.part == Part::whole && line.size() > row.longest) continue;
            const auto text = row.part == Part::whole ? line : row.part == Part::head ? head_of(line) : tail_of(line);
            if (row.pattern.search(text)) found |= row.cue;
        }
        return found;
    }

    // Where in the line the rows of one cue find it; empty if none does.
    [[nodiscard]] Run place(std::u32string_view line, std::uint32_t cue, const std::bitset<128>& woken) const {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Row& row = rows_[i];
            if (!woken[i] || row.cue != cue) continue;
            const auto text = row.part == Part::tail ? tail_of(line) : head_of(line);
            const auto skipped = static_cast<std::uint32_t>(text.data() - line.data());
            Run where;
            if (row.pattern.search(text, &where)) return {where.begin + skipped, where.end + skipped};
        }
        return {};
    }

private:
    struct Row {
        std::uint32_t cue;
        Part part;
        std::uint16_t longest;
        Pattern pattern;
    };
    struct Trigger {
        std::u32string word;
        std::uint16_t row;
    };

    static std::size_t pair(char32_t a, char32_t b) { return (a * 0x9E3779B1U ^ b * 0x85EBCA6BU) >> 16U; }

    void add_triggers(std::string_view list, std::uint16_t row) {
        each_word(list, '|', [&](std::string_view one) {
            const auto word = to_utf32(one);
            if (word.size() == 1)
                starts_.set(word[0] & 0xFFFFU);
            else
                pairs_.set(pair(word[0], word[1]));
            triggers_[word.front()].push_back({word, row});
        });
    }

    static std::u32string_view head_of(std::u32string_view line) { return line.substr(0, part_length); }
    static std::u32string_view tail_of(std::u32string_view line) {
        return line.substr(line.size() - std::min(line.size(), part_length));
    }

    void wake(std::u32string_view text, std::bitset<128>& woken) const {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!starts_[text[i] & 0xFFFFU] && !(i + 1 < text.size() && pairs_[pair(text[i], text[i + 1])])) continue;
            const auto at = triggers_.find(text[i]);
            if (at == triggers_.end()) continue;
            for (const auto& t : at->second)
                if (!woken[t.row] && text.substr(i, t.word.size()) == t.word) woken.set(t.row);
        }
    }

    std::vector<Row> rows_;
    std::bitset<0x10000> starts_, pairs_;  // characters that are triggers; pairs that longer ones begin with
    std::unordered_map<char32_t, std::vector<Trigger>> triggers_;
};

const Cues& all_cues() {
    static const Cues cues;  // compiled once, read by all threads
    return cues;
}

bool all_han(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::han) || c == U'·'; });
}

// 第三版, page A6: the first number.
std::uint32_t number_in(std::u32string_view text) {
    constexpr std::u32string_view han = U"〇一二三四五六七八九十";
    std::uint32_t n = 0;
    bool any = false;
    for (const char32_t c : text) {
        if (is(c, cls::digit)) {
            const auto digit = c >= U'０' ? c - U'０' : c - U'0';
            if (digit > 9 || n > 999) continue;
            n = n * 10 + static_cast<std::uint32_t>(digit);
            any = true;
        } else if (const auto at = han.find(c); at != std::u32string_view::npos) {
            n = at == 10                 ? (n == 0 ? 10 : n * 10)
                : n >= 10 && n % 10 == 0 ? n + static_cast<std::uint32_t>(at)
                                         : static_cast<std::uint32_t>(at);
            any = true;
        } else if (any) {
            break;
        }
    }
    return n;
}

// A name of two characters is set as wide as one of three: 李 明. Without that space, so that one rule reads both.
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

// Two to four Han characters that begin with a surname, one or more times: 张三; 李四 王小五.
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

// What stands behind the first space: 退休教师 何秀兰.
std::u32string_view behind_space(std::u32string_view line) {
    std::size_t at = 0;
    while (at < line.size() && !is(line[at], cls::space)) ++at;
    return trimmed(line.substr(at));
}

// Somebody with what they are or where they live, an office, or a Western name: capitals and initials only.
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

// The words that are frequent in Western languages.
class FrequentWords {
public:
    static constexpr std::size_t longest = 16;
    using Votes = std::array<std::size_t, 16>;  // by table

    FrequentWords() {
        for (std::size_t t = 3; t < tables().size(); ++t)
            each_word(tables()[t].common, ' ', [&](std::string_view one) {
                const auto word = to_utf32(one);
                known_.set(key(word));
                tables_of_[word] |= 1U << t;
            });
    }

    void vote(std::u32string_view word, Votes& votes) const {
        if (!known_[key(word)]) return;
        const auto at = tables_of_.find(std::u32string(word));
        if (at == tables_of_.end()) return;
        for (std::size_t t = 3; t < tables().size(); ++t) votes[t] += at->second >> t & 1U;
    }

private:
    static std::size_t key(std::u32string_view word) {
        return (word.front() * 31U + word.back() * 7U + word.size()) % 1024;
    }

    std::bitset<1024> known_;  // by a word's ends and length: most words are none of these
    std::unordered_map<std::u32string, unsigned> tables_of_;
};

}  // namespace

std::uint32_t cues(std::u32string_view line) {
    constexpr std::size_t longest_byline = 60;
    line = trimmed(line);
    if (line.empty()) return 0;
    std::u32string closed;
    // Most lines have no such name and need no copy.
    const auto parted_han = [](char32_t a, char32_t b) { return is(b, cls::space) && is(a, cls::han); };
    if (line.size() <= longest_byline && std::adjacent_find(line.begin(), line.end(), parted_han) != line.end()) {
        closed = close_names(line);
        line = closed;
    }
    std::uint32_t found = all_cues().find(line);
    // 记者多方打听 has the shape of a byline; a name begins with a surname or is foreign.
    if ((found & Cue::byline) && is(line.back(), cls::han)) {
        const auto names = names_in(line);
        const bool named = std::any_of(names.begin(), names.end(), [](const std::u32string& n) {
            return is_surname(std::u32string_view(n).substr(0, 1)) || n.find(U'·') != std::u32string::npos ||
                   (n.size() > 2 && is_surname(std::u32string_view(n).substr(0, 2)));
        });
        if (!named) found &= ~std::uint32_t{Cue::byline};
    }
    if (line.front() == U'—' || line.front() == U'─' || (line.front() == U'-' && line.size() > 2 && line[1] == U'-'))
        found |= Cue::dash_opens;
    if (line.size() <= 20 && is(line.front(), cls::han) && looks_like_names(line)) found |= Cue::bare_name;
    if (line.size() <= 40 && looks_like_signer(line)) found |= Cue::signer;
    return found;
}

JumpLine jump_line(std::u32string_view line) {
    JumpLine jump;
    const auto woken = all_cues().woken_by(line);
    if (woken.none()) return jump;
    for (const auto cue : {Cue::jump_to, Cue::jump_from}) {
        jump.place = all_cues().place(line, cue, woken);
        if (jump.place.empty()) continue;
        jump.page = number_in(line.substr(jump.place.begin, jump.place.size()));
        jump.from = cue == Cue::jump_from;
        break;
    }
    return jump;
}

std::vector<std::u32string> names_in(std::u32string_view line) {
    // What stands behind the last word of the trade: 本报记者 张三 李四; By Ann Lee and Tom Roe.
    static const Pattern chinese(
        "^.*(?:记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|撰稿人?|作者|实习生|實習生|中心|电视台|報社|报社|"
        "撰文|摄影|攝影|文(?=[／/：:|｜]\\s?(?![图圖])\\p{Han}))[\\s：:／/|｜]*([\\p{Han}·•\\s、，,]+?)"
        "(?:[\\s／/]+[\\p{Han}、]{2,12}(?=报道|報道|報導))?\\s*(?:摄|攝|文[／/\\s]?图?|圖?文|报道|報道|報導)?(?:[／/"
        "].*)?[）)】〕]?$");
    static const Pattern western("^(?:By|BY|Von|VON|Par|PAR) +(.+?)[.,]?$");
    constexpr std::u32string_view marks = U"□■◎○●◇◆▲△☆★☐＊*";
    line = trimmed(line);
    while (!line.empty() && marks.find(line.front()) != std::u32string_view::npos) line = trimmed(line.substr(1));
    std::vector<std::u32string> names;
    if (line.size() > 120) return names;
    Run where;
    if (western.search(line, &where, 1)) {
        auto rest = std::u32string(line.substr(where.begin, where.size()));
        for (const auto* word : {U" and ", U" AND ", U" und ", U" et ", U" & ", U", "})
            for (auto at = rest.find(word); at != std::u32string::npos; at = rest.find(word))
                rest.replace(at, std::u32string_view(word).size(), U"|");
        for (std::size_t begin = 0; begin < rest.size();) {
            const auto end = std::min(rest.find(U'|', begin), rest.size());
            const auto one = trimmed(std::u32string_view(rest).substr(begin, end - begin));
            if (!one.empty()) names.emplace_back(one);
            begin = end + 1;
        }
        return names;
    }
    std::u32string_view list = line;
    if (chinese.search(line, &where, 1) && !where.empty())
        list = line.substr(where.begin, where.size());
    else if (!looks_like_names(line)) {
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
    if (name.size() > 1) names.push_back(name);
    return names;
}

std::string language_of(std::u32string_view text) {
    constexpr std::size_t enough = 1000;
    text = text.substr(0, enough);
    std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (c < 0x80) {
            letters += (f & cls::letter) != 0;
            continue;
        }
        if (f & cls::han) ++han;
        if (f & cls::kana) ++kana;
        if (f & cls::hangul) ++hangul;
        if (f & cls::letter) ++letters;
    }
    if (hangul > han + kana && hangul * 3 > letters) return "ko";
    if ((han + kana) * 4 > letters && han + kana > 0) {
        if (kana * 10 > han) return "ja";
        using Set = std::bitset<0x10000>;
        static const auto set_of = [](std::string_view list) {
            auto set = std::make_unique<Set>();
            for (const char32_t c : to_utf32(list)) set->set(c & 0xFFFFU);
            return set;
        };
        static const auto simplified = set_of(tables()[0].common), traditional = set_of(tables()[1].common);
        std::size_t hans = 0, hant = 0;
        for (const char32_t c : text) {
            if (!is(c, cls::han)) continue;
            const bool s = c < 0x10000 && (*simplified)[c], t = c < 0x10000 && (*traditional)[c];
            if (s && !t) ++hans;
            if (t && !s) ++hant;
        }
        return hant > hans ? "zh-Hant" : "zh-Hans";
    }
    if (letters < 8) return {};
    // Western languages: the one with most of its frequent words.
    static const FrequentWords words;
    FrequentWords::Votes votes{};
    std::array<char32_t, FrequentWords::longest> word{};
    std::size_t size = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is(text[i], cls::letter)) {
            if (size < word.size()) word[size] = text[i] < 0x80 && is(text[i], cls::upper) ? text[i] + 32 : text[i];
            ++size;
            continue;
        }
        if (size > 0 && size <= word.size()) words.vote({word.data(), size}, votes);
        size = 0;
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? std::string() : std::string(tables()[static_cast<std::size_t>(best - votes.begin())].tag);
}

}  // namespace broadsheet::language
