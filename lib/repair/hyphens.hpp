// Hyphens at the ends of lines: the page is its own dictionary.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::repair_stage {

class Hyphens {
public:
    // A word that a line's end tore apart; `left` ends with the hyphen.
    void ask(std::u32string_view left, std::u32string_view right);
    [[nodiscard]] bool nothing_asked() const { return joined_.empty(); }
    void read(std::u32string_view line);

    struct Seen {
        std::uint32_t joined = 0, hyphenated = 0;
    };
    // How often the lines that were read have the word without and with its hyphen.
    [[nodiscard]] Seen seen(std::u32string_view left, std::u32string_view right) const;

    // unhyphen, glue (the hyphen is the word's own) or space ("short- or long-term").
    [[nodiscard]] Joint decide(std::u32string_view left, std::u32string_view right) const;

    // True if the left text ends with a letter and a hyphen and the right one begins with a letter or a digit.
    [[nodiscard]] static bool concerns(std::u32string_view left, std::u32string_view right);

private:
    std::bitset<0x4000> asked_;  // by the ends and the length of a word: most words of a page are not asked for
    std::unordered_map<std::uint64_t, std::uint32_t> joined_;      // hash of the word without hyphen: how often
    std::unordered_map<std::uint64_t, std::uint32_t> hyphenated_;  // ... with it
};

}  // namespace broadsheet::repair_stage
