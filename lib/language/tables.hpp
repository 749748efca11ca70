// The words of each language. To add a language: write one file like english.cpp, add its table to tables.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace broadsheet::language {

// Which part of a line an expression is tried on.
enum class Part : std::uint8_t {
    whole,  // the whole line, if it is no longer than `longest` characters
    head,   // its first characters
    tail,   // its last characters
};

// One cue. The expression is tried only on lines whose part holds one of the trigger words, found in one pass over
// the line; so a table may have many rows at no cost for ordinary text.
struct CueRow {
    std::uint32_t cue;  // one bit of Cue
    Part part;
    std::uint16_t longest;      // whole: longest line, in characters
    std::string_view triggers;  // words separated by "|"; any of them wakes the row
    std::string_view expression;
};

struct LanguageTable {
    std::string_view tag;   // BCP 47
    std::string_view name;  // for people
    std::span<const CueRow> cues;
    std::string_view common;  // frequent words (or, for Han scripts, telling characters), separated by blanks
    // Words with the capital that they have where a sentence begins, and nowhere else.
    std::string_view openers = {};
    std::string_view sections = {};  // what papers print above a page or a column, in small letters, parted by "|"
    std::string_view endings = {};   // ends of words that are no words themselves
    bool capital_nouns = false;      // nouns have a capital, also as parts of compounds with a hyphen
};

[[nodiscard]] std::span<const LanguageTable> tables();

[[nodiscard]] LanguageTable chinese_simplified();
[[nodiscard]] LanguageTable chinese_traditional();
[[nodiscard]] LanguageTable japanese();
[[nodiscard]] LanguageTable english();
[[nodiscard]] LanguageTable german();
[[nodiscard]] LanguageTable french();

}  // namespace broadsheet::language
