#include "language/cues.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <unordered_map>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/lists.hpp"
#include "language/names.hpp"
#include "language/surnames.hpp"
#include "language/tables.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t part_length = 48;  // characters of a line's head and tail that are looked at

// All rows of all tables, compiled, and their trigger words by first character.
class Cues {
public:
    Cues() {
        for (const auto& table : tables()) add(table.cues);
        add(western_cues());
        // Triggers by their pair: most pairs that pass the bits have one or two.
        std::stable_sort(paired_.begin(), paired_.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        first_.assign(0x10001, 0);
        for (const auto& t : paired_) ++first_[t.key + 1];
        for (std::size_t k = 1; k < first_.size(); ++k)
            first_[k] = static_cast<std::uint16_t>(first_[k] + first_[k - 1]);
    }

    using Rows = std::bitset<192>;

    // The rows of which a word stands in the line's head or tail.
    [[nodiscard]] Rows woken_by(std::u32string_view line) const {
        Rows woken;
        wake(head_of(line), woken);
        if (line.size() > part_length) wake(tail_of(line), woken);
        return woken;
    }

    [[nodiscard]] std::uint32_t find(std::u32string_view line) const {
        const auto woken = woken_by(line);
        if (woken.none()) return 0;
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!woken[i] || (found & rows_[i].cue) == rows_[i].cue) continue;
            const Row& row = rows_[i];
            if (row.part == Part::whole && line.size() > row.longest) continue;
            const auto text = row.part == Part::whole ? line : row.part == Part::head ? head_of(line) : tail_of(line);
            if (row.pattern.search(text)) found |= row.cue;
        }
        return found;
    }

    // Where in the line the rows of one cue find it; empty if none does.
    [[nodiscard]] Run place(std::u32string_view line, std::uint32_t cue, const Rows& woken) const {
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
        std::uint16_t key;  // of its first two characters
    };

    void add(std::span<const CueRow> rows) {
        for (const auto& row : rows) {
            const auto index = static_cast<std::uint16_t>(rows_.size());
            rows_.push_back({row.cue, row.part, row.longest, Pattern(row.expression)});
            add_triggers(row.triggers, index);
        }
    }

    static std::uint16_t pair(char32_t a, char32_t b) {
        return static_cast<std::uint16_t>((a * 0x9E3779B1U ^ b * 0x85EBCA6BU) >> 16U);
    }

    void add_triggers(std::string_view list, std::uint16_t row) {
        each_word(list, '|', [&](std::string_view one) {
            const auto word = to_utf32(one);
            if (word.size() == 1) {
                starts_.set(word[0] & 0xFFFFU);
                single_.push_back({word, row, 0});
            } else {
                const auto key = pair(word[0], word[1]);
                pairs_.set(key);
                paired_.push_back({word, row, key});
            }
        });
    }

    static std::u32string_view head_of(std::u32string_view line) { return line.substr(0, part_length); }
    static std::u32string_view tail_of(std::u32string_view line) {
        return line.substr(line.size() - std::min(line.size(), part_length));
    }

    void wake(std::u32string_view text, Rows& woken) const {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (starts_[text[i] & 0xFFFFU])
                for (const auto& t : single_)
                    if (t.word.front() == text[i]) woken.set(t.row);
            if (i + 1 == text.size()) break;
            const auto key = pair(text[i], text[i + 1]);
            if (!pairs_[key]) continue;
            for (std::size_t k = first_[key]; k < first_[key + 1]; ++k)
                if (text.substr(i, paired_[k].word.size()) == paired_[k].word) woken.set(paired_[k].row);
        }
    }

    std::vector<Row> rows_;
    std::bitset<0x10000> starts_, pairs_;   // characters that are triggers; pairs that longer ones begin with
    std::vector<Trigger> single_, paired_;  // of one character; of more, by key
    std::vector<std::uint16_t> first_;      // where those of a key begin
};

const Cues& all_cues() {
    static const Cues cues;  // compiled once, read by all threads
    return cues;
}

// Page numbers in words, by number: pages beyond these are printed in figures.
std::uint32_t number_word(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 12> words = {
        U" one first front une première premiere ersten erste ",
        U" two second deuxième seconde zweiten zweite ",
        U" three third troisième dritten dritte ",
        U" four fourth quatrième vierten vierte ",
        U" five fifth cinquième fünften fünfte ",
        U" six sixth sixième sechsten sechste ",
        U" seven seventh septième siebenten siebente ",
        U" eight eighth huitième achten achte ",
        U" nine ninth ",
        U" ten tenth ",
        U" eleven eleventh ",
        U" twelve twelfth "};
    std::u32string sought = U" ";
    for (const char32_t c : word) sought.push_back(is(c, cls::upper) && c < 0xE0 ? c + 32 : c);
    sought.push_back(U' ');
    for (std::uint32_t n = 0; n < words.size(); ++n)
        if (words[n].find(sought) != std::u32string_view::npos) return n + 1;
    return 0;
}

// 第三版, page A6, Fourth Page: the first number.
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
    for (std::size_t i = 0; !any && i < text.size();) {
        auto end = i;
        while (end < text.size() && is(text[end], cls::letter)) ++end;
        n = end > i ? number_word(text.substr(i, end - i)) : 0;
        any = n > 0;
        i = end + 1;
    }
    return n;
}

}  // namespace

std::uint32_t cues(std::u32string_view line) {
    constexpr std::size_t longest_byline = 60;
    line = trimmed(line);
    if (line.empty()) return 0;
    std::u32string closed;
    if (line.size() <= longest_byline &&
        std::any_of(line.begin(), line.end(), [](char32_t c) { return is(c, cls::space); })) {
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
    if (looks_like_signature(line)) found |= Cue::signature;
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

std::string language_of(std::u32string_view text) {
    constexpr std::size_t enough = 1000;
    text = text.substr(0, enough);
    std::size_t han = 0, kana = 0, hangul = 0, letters = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
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
    static const auto words = [] {
        std::unordered_map<std::u32string, unsigned> map;
        for (std::size_t t = 3; t < tables().size(); ++t) {
            const auto list = to_utf32(tables()[t].common);
            for (std::size_t begin = 0; begin < list.size();) {
                const auto end = std::min(list.find(U' ', begin), list.size());
                map[list.substr(begin, end - begin)] |= 1U << t;
                begin = end + 1;
            }
        }
        return map;
    }();
    std::array<std::size_t, 16> votes{};
    std::u32string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is(text[i], cls::letter)) {
            word.push_back(text[i] < 0x80 && is(text[i], cls::upper) ? text[i] + 32 : text[i]);
            continue;
        }
        if (const auto at = words.find(word); at != words.end())
            for (std::size_t t = 3; t < tables().size(); ++t)
                if (at->second >> t & 1U) ++votes[t];
        word.clear();
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    return *best == 0 ? std::string() : std::string(tables()[static_cast<std::size_t>(best - votes.begin())].tag);
}

}  // namespace broadsheet::language
