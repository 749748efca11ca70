#include "language/damaged_jumps.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/chars.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t longest = 64;        // characters looked at, at either end of a text
constexpr std::size_t longest_number = 3;  // of a page, with its section's letter
constexpr std::size_t most_words = 5;      // of a wording

struct Wording {
    std::u32string_view letters;  // up to the page's number, folded, without spaces
    std::size_t words;
    bool from;
};
constexpr std::array<Wording, 12> wordings = {{{U"continuedonpage", 3, false},
                                               {U"continuedfrompage", 3, true},
                                               {U"continuedtopage", 3, false},
                                               {U"continuedon", 2, false},
                                               {U"continuedfrom", 2, true},
                                               {U"fortsetzungaufseite", 3, false},
                                               {U"fortsetzungvonseite", 3, true},
                                               {U"fortsetzungseite", 2, false},
                                               {U"suiteenpage", 3, false},
                                               {U"suitealapage", 4, false},
                                               {U"suitedelapage", 4, true},
                                               {U"lirelasuiteenpage", 5, false}}};

// Letters to change, put in or take out; more than `most` is too many.
std::size_t distance(std::u32string_view x, std::u32string_view y, std::size_t most) {
    if (x.size() > y.size() + most || y.size() > x.size() + most) return most + 1;
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const auto changed = diagonal + (x[i - 1] != y[j - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[y.size()];
}

// Letters and figures of a word, folded; à is a. A word with more of them than there is room for is in no wording.
class Letters {
public:
    void push_back(char32_t c) {
        if (size_ < letters_.size()) letters_[size_++] = c;
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::u32string_view view() const { return {letters_.data(), size_}; }

private:
    std::array<char32_t, 24> letters_{};
    std::size_t size_ = 0;
};

struct Word {
    Run run;
    Letters letters;
    bool figure = false;
};

// The first words of a text, no more than `most`.
std::vector<Word> words_in(std::u32string_view text, std::uint32_t begin, std::size_t most = longest) {
    std::vector<Word> out;
    out.reserve(std::min<std::size_t>(most, 16));
    for (std::size_t i = 0; i < text.size() && out.size() < most;) {
        auto end = i;
        Word w;
        for (; end < text.size() && !is(text[end], cls::space); ++end) {
            const char32_t c = text[end] == U'à' || text[end] == U'À' ? U'a' : folded(text[end]);
            w.figure = w.figure || is(c, cls::digit);
            if (is(c, cls::letter | cls::digit)) w.letters.push_back(c);
        }
        w.run = {begin + static_cast<std::uint32_t>(i), begin + static_cast<std::uint32_t>(end)};
        if (end > i && !w.letters.empty()) out.push_back(w);
        i = end + 1;
    }
    return out;
}

// How far words [first, number) are from a wording; `sure`: nothing but a jump line can stand there.
std::size_t misread(const std::vector<Word>& words, std::size_t first, std::size_t number, const Wording& wording,
                    bool sure) {
    std::u32string letters;
    for (auto i = first; i < number; ++i) letters += words[i].letters.view();
    constexpr std::size_t long_wording = 15;
    const auto most = wording.letters.size() < long_wording ? std::size_t{1} : sure ? wording.letters.size() / 5 : 2;
    const auto found = distance(letters, wording.letters, most);
    return found > most ? std::u32string::npos : found;
}

// A figure that was read as a letter, with a section's letter or none before it: l, Al.
bool may_be_number(std::u32string_view letters) {
    return !letters.empty() && letters.size() < 3 &&
           std::u32string_view(U"lio").find(letters.back()) != std::u32string_view::npos;
}

// A look that costs little: a figure at the end, or behind as many letters as a wording has; or what may be one.
bool may_be_western(std::u32string_view line) {
    constexpr std::size_t end = 5, fewest = 9, most = 22;
    const auto figure = [](char32_t c) { return is(c, cls::digit) || c == U'l' || c == U'I'; };
    const auto tail = line.substr(line.size() - std::min(line.size(), end));
    if (std::any_of(tail.begin(), tail.end(), figure)) return true;
    std::size_t letters = 0;
    for (const char32_t c : line.substr(0, longest)) {
        if (figure(c) && letters >= fewest && letters <= most) return true;
        letters += is(c, cls::letter);
    }
    return false;
}

// Whether the last word can be a page's number, seen without taking the words of the text apart.
bool ends_in_number(std::u32string_view text) {
    auto begin = text.size();
    std::size_t letters = 0;
    for (; begin > 0 && (letters == 0 || !is(text[begin - 1], cls::space)); --begin)
        letters += is(text[begin - 1], cls::letter | cls::digit) ? 1 : 0;
    if (letters == 0 || letters > longest_number) return false;
    const Word last = words_in(text.substr(begin), 0).back();
    return last.figure || may_be_number(last.letters.view());
}

bool first_is_capital(std::u32string_view text) {
    const auto letter = std::find_if(text.begin(), text.end(), [](char32_t c) { return is(c, cls::letter); });
    return letter != text.end() && is(*letter, cls::upper);
}

JumpLine western(std::u32string_view line) {
    if (!may_be_western(line)) return {};
    const auto page_number = [&](const Word& w, const Wording& wording) {
        return (w.figure && w.letters.size() <= longest_number) ||
               (wording.words > 2 && may_be_number(w.letters.view()));
    };
    const auto capital = [&](const Word& w) { return first_is_capital(line.substr(w.run.begin, w.run.size())); };
    const auto skipped = line.size() - std::min(line.size(), longest);
    std::vector<Word> tail, head;
    if (ends_in_number(line.substr(skipped)))
        tail = words_in(line.substr(skipped), static_cast<std::uint32_t>(skipped));
    if (first_is_capital(line.substr(0, longest))) head = words_in(line.substr(0, longest), 0, most_words + 1);
    JumpLine best;
    auto least = std::u32string::npos;
    const auto take = [&](std::size_t distance, Run place, const Word& number, bool from) {
        if (distance >= least) return;
        least = distance;
        best = {place, number_in(number.letters.view()), from, false};
    };
    for (const auto& wording : wordings) {
        if (tail.size() > wording.words && page_number(tail.back(), wording)) {
            const auto number = tail.size() - 1, first = number - wording.words;
            const bool alone = first == 0 && skipped == 0;
            // In running text only what begins like a sentence, and leads away.
            if (capital(tail[first]) && (alone || !wording.from))
                take(misread(tail, first, number, wording, alone),
                     {alone ? 0 : tail[first].run.begin, static_cast<std::uint32_t>(line.size())}, tail.back(),
                     wording.from);
        }
        if (wording.from && head.size() > wording.words && page_number(head[wording.words], wording) &&
            capital(head[0]))
            take(misread(head, 0, wording.words, wording, true), {0, head[wording.words].run.end}, head[wording.words],
                 true);
    }
    return best;
}

// 下 转 第 3 版, in brackets or alone, with one of its four characters misread.
JumpLine chinese(std::u32string_view line) {
    constexpr std::u32string_view numbers = U"0123456789０１２３４５６７８９一二三四五六七八九十";
    const auto numeral = [&](char32_t c) { return numbers.find(c) != std::u32string_view::npos; };
    const auto read = [&](std::u32string_view text, std::uint32_t begin) -> JumpLine {
        std::u32string signs;
        for (const char32_t c : text)
            if (is(c, cls::cjk | cls::letter) || numeral(c)) signs.push_back(c);
        // Two or three characters, the number, one more.
        auto number =
            std::find_if(signs.begin() + std::min<std::ptrdiff_t>(2, std::ssize(signs)), signs.end(), numeral);
        const auto end = std::find_if_not(number, signs.end(), numeral);
        if (number - signs.begin() != 3 || number == end || end - number > 3 || signs.end() - end != 1) return {};
        const bool down = signs[0] == U'下', up = signs[0] == U'上';
        const bool turns = signs[1] == U'转' || signs[1] == U'轉', follows = signs[1] == U'接';
        const int right = (down || up) + (turns || follows) + (signs[2] == U'第') + (signs.back() == U'版');
        if (right < 3 || (up && turns)) return {};
        const Run place{begin, begin + static_cast<std::uint32_t>(text.size())};
        return {place, number_in(std::u32string(number, end)), up || (follows && !down), false};
    };
    constexpr std::size_t longest_line = 12;
    if (line.size() <= longest_line) {
        if (const auto whole = read(line, 0); !whole.place.empty()) return whole;
    }
    if (is(line.back(), cls::close)) {
        const auto tail = line.size() - std::min(line.size(), longest_line);
        for (auto i = line.size() - 1; i-- > tail;)
            if (is(line[i], cls::open)) {
                if (const auto found = read(line.substr(i), static_cast<std::uint32_t>(i));
                    !found.place.empty() && !found.from)
                    return found;
                break;
            }
    }
    if (is(line.front(), cls::open))
        for (std::size_t i = 1; i < std::min(line.size(), longest_line); ++i)
            if (is(line[i], cls::close)) {
                if (const auto found = read(line.substr(0, i + 1), 0); found.from) return found;
                break;
            }
    return {};
}

}  // namespace

JumpLine damaged_jump_line(std::u32string_view line) {
    if (line.empty()) return {};
    const auto near = [&](std::u32string_view part) {
        return std::any_of(part.begin(), part.end(), [](char32_t c) { return is(c, cls::cjk); });
    };
    const auto head = line.substr(0, std::min<std::size_t>(line.size(), 12));
    const auto tail = line.substr(line.size() - head.size());
    return near(head) || near(tail) ? chinese(line) : western(line);
}

}  // namespace broadsheet::language
