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

// How the language writes compounds: lists of small words, separated by blanks.
struct HyphenTable {
    std::string_view suspends = {};        // behind a suspended hyphen: short- or long-term; *or: words may end so, too
    std::string_view suspends_nouns = {};  // the same where a capital follows: Teil- statt Vollzeit
    std::string_view keeps_after = {};     // a hyphen stands behind them, whatever follows; *ly: behind what ends so
    std::string_view keeps_words = {};     // a hyphen stands behind them before a whole word: ex-minister, but exchange
    std::string_view keeps_before = {};    // a hyphen stands before them
    std::string_view solid_first = {};     // first words of compounds that are written as one word
    std::string_view solid_second = {};    // second words of such
    bool solid_compounds = false;          // two words become one word, as a rule
    bool open_syllables = false;           // a line is never broken between a consonant and a vowel behind it
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
    HyphenTable hyphens = {};
    bool capital_nouns = false;  // nouns have a capital, also as parts of compounds with a hyphen
    // Abbreviations behind which a name or a figure comes, without their full stop. Those that may end a sentence (Co.,
    // etc.) are not among them.
    std::string_view abbreviations = {};
    std::string_view before_ordinals = {};  // words behind which a number with a full stop is an ordinal
    std::string_view times = {};            // words for days and parts of a day: news of all kinds have them
};

[[nodiscard]] std::span<const LanguageTable> tables();

[[nodiscard]] LanguageTable chinese_simplified();
[[nodiscard]] LanguageTable chinese_traditional();
[[nodiscard]] LanguageTable japanese();
[[nodiscard]] LanguageTable english();
[[nodiscard]] LanguageTable german();
[[nodiscard]] LanguageTable french();

}  // namespace broadsheet::language
