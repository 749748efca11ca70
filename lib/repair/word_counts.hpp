// The page as its own dictionary: how often it has the words that a line's end may have torn, in each of their forms.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::repair_stage {

// Counts only what it was asked for, so that a page without a torn word costs nothing. Case is not looked at.
class WordCounts {
public:
    struct Seen {
        std::uint32_t joined = 0, hyphenated = 0, split = 0;  // newspaper, news-paper, news paper
        std::uint32_t left = 0, right = 0;                    // news; paper
        std::uint32_t letters = 0;                            // words with the four letters around the joint: wspa
        std::uint32_t words = 0;                              // all words read
    };

    // How a word must stand on the page to tell of a torn one: in any case and number, or in the same.
    enum class Match : std::uint8_t { inflected, exact };
    explicit WordCounts(Match match = Match::inflected) : match_(match) {}

    // Two parts of a word, letters only. Ask for all words before the first line is read. Where no hyphen stands
    // between them, its form with a hyphen and the letters around the joint are not counted.
    enum class Parted : std::uint8_t { by_hyphen, by_nothing };
    void ask(std::u32string_view left, std::u32string_view right, Parted parted = Parted::by_hyphen);
    void ask(std::u32string_view word);  // one word, whole
    [[nodiscard]] bool nothing_asked() const { return forms_ == 0; }

    // Reads a line. A word that the line's end tears is no word, nor is its rest at the beginning of the next line.
    void read(std::u32string_view line);

    [[nodiscard]] std::uint32_t times(std::u32string_view word) const;
    [[nodiscard]] Seen seen(std::u32string_view left, std::u32string_view right) const;

private:
    struct Count {
        std::uint64_t form = 0;  // by hash; 0: free
        std::uint32_t times = 0;
    };
    // Of two parts of a word.
    struct Forms {
        std::uint64_t joined = 0, hyphenated = 0, split = 0, left = 0, right = 0;
        std::uint64_t letters = 0;            // around the joint
        std::array<std::size_t, 3> starts{};  // slots of words by their first letters
    };

    // All in small letters.
    [[nodiscard]] std::size_t stem(std::u32string_view word) const;
    [[nodiscard]] std::uint64_t parted_form(std::uint64_t left, char32_t sign, std::u32string_view right) const;
    std::uint64_t add_word(std::u32string_view word);

    [[nodiscard]] Forms forms(std::u32string_view left, std::u32string_view right) const;
    [[nodiscard]] std::size_t place(std::uint64_t form) const;
    [[nodiscard]] std::uint32_t count(std::uint64_t form) const;
    void ask_for(std::uint64_t form);
    void add(std::uint64_t form);

    Match match_;
    std::vector<Count> counts_;
    std::size_t forms_ = 0;
    // Filters in front of the table, since most words are not asked for.
    std::bitset<0x8000> starts_;    // by the first letters of words
    std::bitset<0x10000> asked_;    // by a part of the hash
    std::bitset<0x10000> lefts_;    // the same of the first parts
    std::bitset<0x10000> letters_;  // by the letters around joints
    bool any_letters_ = false;
    std::uint32_t words_ = 0;
    bool torn_ = false;  // the line before ends with a hyphen
};

}  // namespace broadsheet::repair_stage
