// What a language's spelling says of a word that is parted by a hyphen: was it torn at a line's end, or is the hyphen
// its own?
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::language {

struct HyphenWords;

// Parts are letters only, as they stand on the page; case is not looked at but where it tells something.
class Hyphenation {
public:
    // Of the language of a text, in which a thousand characters are enough. A text of no known language gives a
    // spelling that knows nothing.
    explicit Hyphenation(std::u32string_view text);

    // BCP 47; empty for no known language.
    [[nodiscard]] std::string_view tag() const { return tag_; }

    // True for parts that keep the hyphen behind them, whatever follows (non-, half-), or before them (-like, -born).
    [[nodiscard]] bool keeps_after(std::u32string_view left) const;
    [[nodiscard]] bool keeps_before(std::u32string_view right) const;
    // True for parts that keep it before a whole word: ex-minister, but exchange.
    [[nodiscard]] bool keeps_words(std::u32string_view left) const;
    // True for parts with which words of two words are written as one: over|look, spokes|man.
    [[nodiscard]] bool solid(std::u32string_view left, std::u32string_view right) const;
    // True for the end of a word that is no word: develop|ment.
    [[nodiscard]] bool ending(std::u32string_view right) const;
    // True for a word that joins the parts of a suspended compound: short- or long-term, Ein- und Ausgang; some do so
    // only before a capital: Teil- statt Vollzeit, but Werk-statt.
    [[nodiscard]] bool suspends(std::u32string_view word, bool capital_follows) const;
    // True for those of them that words may end with: invest-or.
    [[nodiscard]] bool ends_words(std::u32string_view conjunction) const;
    // True for the language's most frequent words.
    [[nodiscard]] bool common(std::u32string_view word) const;
    // True where two words become one word without a hyphen, as a rule (German); where nouns have a capital, also as
    // parts of compounds.
    [[nodiscard]] bool solid_compounds() const { return solid_compounds_; }
    [[nodiscard]] bool capital_nouns() const { return capital_nouns_; }
    // Two adjectives of equal rank, as German parts them by a hyphen: deutsch-dänisch.
    [[nodiscard]] bool two_adjectives(std::u32string_view left, std::u32string_view right) const;
    // True where no line of this language is broken: behind a part without a vowel, or (French) between a consonant and
    // the vowel behind it.
    [[nodiscard]] bool never_parted(std::u32string_view left, std::u32string_view right) const;

    // By all this alone, are two parts in small letters one word that was torn?
    [[nodiscard]] bool torn(std::u32string_view left, std::u32string_view right) const;

private:
    const HyphenWords* words_ = nullptr;
    std::string tag_;
    bool capital_nouns_ = false, solid_compounds_ = false, open_syllables_ = false;
};

}  // namespace broadsheet::language
