#include "repair/inner_hyphens.hpp"

#include <algorithm>
#include <string>

#include "core/chars.hpp"
#include "language/hyphenation.hpp"
#include "repair/hyphens.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t paragraph = 100;  // characters: a line as long as that was not wrapped
constexpr std::ptrdiff_t enough = 3;      // words with such a hyphen, at least
constexpr std::uint32_t often = 3000;     // characters of text for one of them, at most
constexpr std::size_t sample = 1000;      // characters that tell the language

bool lower(char32_t c) { return is(c, cls::lower); }
bool letter(char32_t c) { return is(c, cls::letter); }
bool hyphen(char32_t c) { return c == U'-' || c == U'\u2010'; }

class InnerHyphens {
public:
    explicit InnerHyphens(const Work& work) : w_(work) {}

    std::vector<std::uint32_t> run() {
        if (!unwrapped()) return {};
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
            if (candidate(i)) collect(w_.d.lines[i].text);
        if (found_.size() < static_cast<std::size_t>(enough)) return {};
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
            if (w_.d.lines[i].mark != Mark::hidden) seen_.read(w_.view(i));
        const language::Hyphenation language(text_);
        // A few may be misprints: does the source leave them as a habit? Only what is plain is asked for that.
        const auto plain =
            std::count_if(found_.begin(), found_.end(), [&](const auto& x) { return torn(x, language); });
        if (plain < enough || static_cast<std::size_t>(plain) * often < letters_) return {};
        // Then such a hyphen is as one at a line's end.
        std::vector<std::uint32_t> out;
        for (const auto& x : found_)
            if (decide_hyphen({w_.d.text.view({x.word.begin, x.at + 1}), w_.d.text.view({x.at + 1, x.line_end})},
                              counts(x), language, w_.options)
                    .joint == Joint::unhyphen)
                out.push_back(x.at);
        return out;
    }

private:
    struct Found {
        std::uint32_t at = 0, line_end = 0;
        Run word;
    };

    [[nodiscard]] bool candidate(std::uint32_t i) const {
        return w_.d.lines[i].mark != Mark::hidden && !w_.measure[i] && !w_.taken[i] && !w_.facts[i].has(cjk);
    }

    bool unwrapped() {
        std::uint32_t wrapped = 0, whole = 0;
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i) {
            if (w_.measure[i]) ++wrapped;
            if (!candidate(i) || w_.d.lines[i].text.size() < paragraph) continue;
            ++whole;
            if (text_.size() < sample) text_ += w_.view(i);
        }
        return static_cast<std::ptrdiff_t>(whole) >= enough && whole > wrapped;
    }

    // Hyphens between two small letters, but for those of compounds of more than two parts.
    void collect(Run line) {
        const auto& chars = w_.d.text.chars;
        letters_ += line.size();
        for (auto i = line.begin + 2; i + 2 < line.end; ++i) {
            if (!hyphen(chars[i]) || !lower(chars[i - 1]) || !lower(chars[i + 1])) continue;
            const Run word = around(i, line);
            if (word.begin > line.begin && hyphen(chars[word.begin - 1])) continue;
            if (word.end < line.end && hyphen(chars[word.end])) continue;
            if (i - word.begin < 2 || word.end - i < 3) continue;
            found_.push_back({i, line.end, word});
            seen_.ask(w_.d.text.view({word.begin, i}), w_.d.text.view({i + 1, word.end}));
        }
    }

    [[nodiscard]] Run around(std::uint32_t at, Run line) const {
        const auto& chars = w_.d.text.chars;
        Run word{at, at + 1};
        while (word.begin > line.begin && letter(chars[word.begin - 1])) --word.begin;
        while (word.end < line.end && letter(chars[word.end])) ++word.end;
        return word;
    }

    // What the page has beside this place.
    [[nodiscard]] WordCounts::Seen counts(const Found& x) const {
        auto times = seen_.seen(w_.d.text.view({x.word.begin, x.at}), w_.d.text.view({x.at + 1, x.word.end}));
        if (times.hyphenated > 0) --times.hyphenated;
        return times;
    }

    [[nodiscard]] bool torn(const Found& x, const language::Hyphenation& language) const {
        const auto times = counts(x);
        if (times.joined > 0 || times.hyphenated > 0) return times.joined > times.hyphenated;
        return language.torn(w_.d.text.view({x.word.begin, x.at}), w_.d.text.view({x.at + 1, x.word.end}));
    }

    const Work& w_;
    WordCounts seen_{WordCounts::Match::exact};  // in two forms of a word a hyphen may have been left twice
    std::u32string text_;
    std::vector<Found> found_;
    std::size_t letters_ = 0;
};

}  // namespace

std::vector<std::uint32_t> inner_hyphens(const Work& work) { return InnerHyphens(work).run(); }

}  // namespace broadsheet::repair_stage
