#include "language/cues.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/damaged_jumps.hpp"
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

    using Rows = std::array<std::uint64_t, 3>;  // one bit a row

    // The rows of which a word stands in the line's head or tail.
    [[nodiscard]] Rows woken_by(std::u32string_view line) const {
        Rows woken{};
        wake(head_of(line), woken);
        if (line.size() > part_length) wake(tail_of(line), woken);
        return woken;
    }

    [[nodiscard]] std::uint32_t find(std::u32string_view line) const {
        const auto woken = woken_by(line);
        if (woken == Rows{}) return 0;
        std::uint32_t found = 0;
        each(woken, [&](std::size_t i) {
            const Row& row = rows_[i];
            if ((found & row.cue) == row.cue || (row.part == Part::whole && line.size() > row.longest)) return;
            const auto text = row.part == Part::whole ? line : row.part == Part::head ? head_of(line) : tail_of(line);
            if (row.pattern.search(text)) found |= row.cue;
        });
        return found;
    }

    // Where in the line the rows of one cue find it; empty if none does.
    [[nodiscard]] Run place(std::u32string_view line, std::uint32_t cue, const Rows& woken) const {
        Run found;
        each(woken, [&](std::size_t i) {
            const Row& row = rows_[i];
            if (!found.empty() || row.cue != cue) return;
            const auto text = row.part == Part::tail ? tail_of(line) : head_of(line);
            const auto skipped = static_cast<std::uint32_t>(text.data() - line.data());
            Run where;
            if (row.pattern.search(text, &where)) found = {where.begin + skipped, where.end + skipped};
        });
        return found;
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

    static void set(Rows& rows, std::size_t row) { rows[row / 64] |= std::uint64_t{1} << row % 64; }

    // The rows in order.
    template <typename Use>
    static void each(const Rows& rows, Use use) {
        for (std::size_t k = 0; k < rows.size(); ++k)
            for (auto bits = rows[k]; bits; bits &= bits - 1)
                use(k * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
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
                    if (t.word.front() == text[i]) set(woken, t.row);
            if (i + 1 == text.size()) break;
            const auto key = pair(text[i], text[i + 1]);
            if (!pairs_[key]) continue;
            for (std::size_t k = first_[key]; k < first_[key + 1]; ++k)
                if (text.substr(i, paired_[k].word.size()) == paired_[k].word) set(woken, paired_[k].row);
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

}  // namespace

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
    if (looks_like_signature(line)) found |= Cue::signature;
    return found;
}

namespace {

// "Continued on page 4", 下转第四版 and their like, and not "see page 4": by the words that say so.
bool goes_on(std::u32string_view line) {
    std::u32string letters;
    for (const char32_t c : line)
        if (is(c, cls::letter | cls::cjk)) letters.push_back(folded(c));
    for (const auto* word : {U"cont", U"conclu", U"turnto", U"fortsetz", U"schlu", U"weiter", U"suite", U"suivre",
                             U"续", U"続", U"转", U"轉", U"接", U"面に", U"面へ"})
        if (letters.find(word) != std::u32string::npos) return true;
    return false;
}

}  // namespace

JumpLine jump_line(std::u32string_view line) {
    JumpLine jump;
    const auto woken = all_cues().woken_by(line);
    for (const auto cue : {Cue::jump_to, Cue::jump_from}) {
        if (woken == Cues::Rows{}) break;
        jump.place = all_cues().place(line, cue, woken);
        if (jump.place.empty()) continue;
        jump.page = number_in(line.substr(jump.place.begin, jump.place.size()));
        jump.from = cue == Cue::jump_from;
        jump.refers = !jump.from && !goes_on(line.substr(jump.place.begin, jump.place.size()));
        // （卜转第3版）: what was misread before it, in its bracket.
        if (const auto at = jump.place.begin; at > 1 && is(line[at], cls::han) &&
                                              is(line[at - 1], cls::han | cls::letter) && is(line[at - 2], cls::open) &&
                                              !is(line[at - 2], cls::quote))
            jump.place.begin -= 2;
        return jump;
    }
    return damaged_jump_line(line);
}

}  // namespace broadsheet::language
