// The words that wake rows of the tables: all of them are looked for in one pass over a text.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::language {

class Triggers {
public:
    using Rows = std::array<std::uint64_t, 3>;  // one bit a row

    void add(std::u32string_view word, std::size_t row);
    // Behind the last word.
    void sort();

    // Adds the rows of which a word stands in the text. What begins before `from` and ends before it is known already.
    void wake(std::u32string_view text, Rows& woken, std::size_t from = 0) const;

private:
    // A word is known by two neighbouring characters of it, the rarest it has, at `at`.
    struct Word {
        std::uint32_t begin;  // in letters_
        std::uint16_t row, key;
        std::uint8_t size, at;
    };
    struct Single {
        char32_t c;
        std::uint16_t row;
    };

    // Pairs of ASCII stand side by side: Western text comes to few lines of the cache.
    static std::uint16_t key_of(char32_t a, char32_t b) {
        if ((a | b) < 0x80) return static_cast<std::uint16_t>(a << 7U | b);
        const std::uint32_t hash = (a * 0x9E3779B1U ^ b * 0x85EBCA6BU) >> 16U;
        return static_cast<std::uint16_t>(0x4000U + (hash * 3U >> 2U));
    }

    // Words that may begin, or be known by a pair, at a place.
    void wake_at(std::u32string_view text, std::size_t i, Rows& woken) const;

    std::bitset<0x10000> starts_, pairs_;                    // characters that are words; pairs that words are known by
    std::array<std::array<std::uint64_t, 2>, 128> ascii_{};  // the same for ASCII: by the first, a bit for the second
    std::vector<Single> single_;
    std::vector<Word> words_;           // by key
    std::vector<std::uint16_t> first_;  // where those of a key begin
    std::u32string letters_;
    std::size_t longest_ = 0;
};

}  // namespace broadsheet::language
