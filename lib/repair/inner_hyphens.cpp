#include "repair/inner_hyphens.hpp"

#include <string>

#include "core/chars.hpp"
#include "language/hyphenation.hpp"
#include "repair/word_counts.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t paragraph = 100;  // characters: a line as long as that was not wrapped
constexpr std::uint32_t enough = 3;       // words with such a hyphen, at least
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
        if (found_.size() < enough) return {};
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
            if (w_.d.lines[i].mark != Mark::hidden) seen_.read(w_.view(i));
        const language::Hyphenation language(text_);
        std::vector<std::uint32_t> out;
        for (const auto at : found_)
            if (soft(at, language)) out.push_back(at);
        // A few may be misprints: does the source leave them as a habit?
        if (out.size() < enough || out.size() * often < letters_) return {};
        return out;
    }

private:
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
        return whole >= enough && whole > wrapped;
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
            found_.push_back(i);
            ends_.push_back(word);
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

    bool soft(std::uint32_t at, const language::Hyphenation& language) {
        const Run word = ends_[next_++];
        const auto left = w_.d.text.view({word.begin, at}), right = w_.d.text.view({at + 1, word.end});
        const auto times = seen_.seen(left, right);
        if (times.joined > 0 || times.hyphenated > 1) return times.joined >= times.hyphenated;
        return language.torn(left, right);
    }

    const Work& w_;
    WordCounts seen_{WordCounts::Match::exact};  // in two forms of a word a hyphen may have been left twice
    std::u32string text_;
    std::vector<std::uint32_t> found_;
    std::vector<Run> ends_;  // of each: its word
    std::size_t next_ = 0;
    std::size_t letters_ = 0;
};

}  // namespace

std::vector<std::uint32_t> inner_hyphens(const Work& work) { return InnerHyphens(work).run(); }

}  // namespace broadsheet::repair_stage
