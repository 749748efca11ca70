#include "language/cues.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/damaged_jumps.hpp"
#include "language/lists.hpp"
#include "language/names.hpp"
#include "language/surnames.hpp"
#include "language/tables.hpp"
#include "language/triggers.hpp"
#include "language/western.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t part_length = 48;  // characters of a line's head and tail that are looked at

// All rows of all tables, compiled, and their trigger words.
class Cues {
public:
    Cues() {
        for (const auto& table : tables()) add(table.cues);
        add(western_cues());
        triggers_.sort();
        jump_triggers_.sort();
    }

    using Rows = Triggers::Rows;

    // The rows of which a word stands in the line's head or tail.
    [[nodiscard]] Rows woken_by(std::u32string_view line) const { return woken_by(line, triggers_); }
    // Those of jump lines only.
    [[nodiscard]] Rows jumps_woken_by(std::u32string_view line) const { return woken_by(line, jump_triggers_); }

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
    void add(std::span<const CueRow> rows) {
        for (const auto& row : rows) {
            const auto index = rows_.size();
            rows_.push_back({row.cue, row.part, row.longest, Pattern(row.expression)});
            each_word(row.triggers, '|', [&](std::string_view one) {
                const auto word = to_utf32(one);
                triggers_.add(word, index);
                if (row.cue & jumps) jump_triggers_.add(word, index);
            });
        }
    }

    // The rows in order.
    template <typename Use>
    static void each(const Rows& rows, Use use) {
        for (std::size_t k = 0; k < rows.size(); ++k)
            for (auto bits = rows[k]; bits; bits &= bits - 1)
                use(k * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }

    static std::u32string_view head_of(std::u32string_view line) { return line.substr(0, part_length); }
    static std::u32string_view tail_of(std::u32string_view line) {
        return line.substr(line.size() - std::min(line.size(), part_length));
    }

    static Rows woken_by(std::u32string_view line, const Triggers& triggers) {
        Rows woken{};
        triggers.wake(head_of(line), woken);
        if (line.size() > part_length)  // the two may overlap
            triggers.wake(tail_of(line), woken, 2 * part_length - std::min(line.size(), 2 * part_length));
        return woken;
    }

    static constexpr std::uint32_t jumps = Cue::jump_to | Cue::jump_from;

    std::vector<Row> rows_;
    Triggers triggers_, jump_triggers_;
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
    const auto woken = all_cues().jumps_woken_by(line);
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
