#include "repair/hyphens.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/chars.hpp"
#include "repair/weights.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::hyphens;

constexpr std::size_t a_word = 3;            // letters: shorter ones stand on any page, and are syllables
constexpr std::uint32_t enough_words = 300;  // of a page, for what it lacks to say something

bool letter(char32_t c) { return is_of_word(c); }
bool upper(char32_t c) { return is(c, cls::upper); }
bool hyphen(char32_t c) { return is(c, cls::hyphen); }
bool consonant(char32_t c) { return std::u32string_view(U"bcdfghjklmnpqrstvwxz").find(c) != std::u32string_view::npos; }
// Signs that part a word at a line's end and nothing else.
bool soft(char32_t c) { return c == U'\u00AD'; }
// Signs that never part a word at a line's end.
bool hard(char32_t c) { return c == U'\u2011' || c == U'゠'; }

// The last run of the text without white space, before its hyphen.
std::u32string_view last_token(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && !is(text[text.size() - 1 - n], cls::space)) ++n;
    return text.substr(text.size() - n);
}

bool is_address(std::u32string_view token) {
    constexpr auto none = std::u32string_view::npos;
    if (token.find(U'@') != none || token.find(U"://") != none || token.starts_with(U"www.")) return true;
    return token.find(U'.') < token.find(U'/') && token.find(U'/') != none;  // what was torn before: example.com/a-
}

bool capitals(std::u32string_view part) { return std::all_of(part.begin(), part.end(), upper); }

// How much a count says: 1, 1.6, 2, 2.3 ...
float amount(std::uint64_t count) { return std::min(std::log2(1.0F + static_cast<float>(count)), 4.0F); }

// "short- or long-term": the word behind the conjunction goes on with a hyphen, or its own second part.
bool hyphen_follows(std::u32string_view after, std::size_t conjunction) {
    auto i = conjunction;
    while (i < after.size() && is(after[i], cls::space)) ++i;
    while (i < after.size() && (letter(after[i]) || is(after[i], cls::digit))) ++i;
    return i + 1 < after.size() && hyphen(after[i]) && letter(after[i + 1]);
}

// A conjunction behind the hyphen: the second part of the word comes later.
bool suspended(const Break& at, const WordCounts::Seen& seen, const language::Hyphenation& language) {
    auto behind = at.right.size();
    if (behind < at.after.size() && at.after[behind] == U'.') ++behind;  // bzw.
    if (behind + 1 >= at.after.size() || !is(at.after[behind], cls::space)) return false;
    if (!language.suspends(at.right, upper(at.after[behind + 1]))) return false;
    if (at.left.empty() || !language.ends_words(at.right) || hyphen_follows(at.after, behind)) return true;
    return seen.joined == 0 && !language.never_parted(at.left, at.right) &&
           (seen.left > 0 || language.keeps_after(at.left));
}

// "medium- and long-|term": the first of the two is suspended.
bool is_second_of_pair(const Break& at, const language::Hyphenation& language) {
    auto text = at.before.substr(0, at.before.size() - 1 - at.left.size());
    if (text.empty() || !is(text.back(), cls::space)) return false;
    text = trimmed(text);
    const auto conjunction = last_letters(text);
    text = trimmed(text.substr(0, text.size() - conjunction.size()));
    return !conjunction.empty() && !text.empty() && hyphen(text.back()) && language.suspends(conjunction, false);
}

void add_counts(Evidence& e, const Break& at, const WordCounts::Seen& seen, const language::Hyphenation& language) {
    if (seen.joined > 0) e.add(weight::joined, amount(seen.joined));
    if (seen.hyphenated > 0) e.add(weight::hyphenated, amount(seen.hyphenated));
    if (seen.split > 0) e.add(weight::split, amount(seen.split));
    if (seen.joined > 0 || seen.hyphenated > 0) return;
    // What the letters say, where the page does not have the word.
    if (seen.letters > 0)
        e.add(weight::letters, amount(seen.letters));
    else if (at.left.size() > 1 && at.right.size() > 1 && seen.words >= enough_words)
        e.add(weight::strange_letters);
    if (language.keeps_words(at.left)) {
        if (at.right.size() > a_word && seen.right > 0) e.add(weight::before_word);
    } else if (language.solid(at.left, at.right)) {
        e.add(weight::solid);
    } else if (!language.solid_compounds()) {
        const auto word = [&](std::u32string_view part, std::uint32_t count) {
            return part.size() >= a_word && (count > 0 || language.common(part));
        };
        if (word(at.left, seen.left) && word(at.right, seen.right) && at.left.size() > a_word) e.add(weight::two_words);
    }
}

void add_collection(Evidence& e, const Break& at, const Lexicon* lexicon) {
    if (!lexicon || lexicon->empty()) return;
    const auto left = to_utf8(at.left), right = to_utf8(at.right);
    const auto joined = lexicon->count(left + right), hyphenated = lexicon->count(left + '-' + right);
    // OCR may read a word wrong once: what is rare beside the other form counts for nothing.
    if (joined * 10 >= hyphenated && joined > 0) e.add(weight::collection_joined, amount(joined));
    if (hyphenated * 10 >= joined && hyphenated > 0) e.add(weight::collection_hyphenated, amount(hyphenated));
}

template <class Spells>
void add_dictionary(Evidence& e, const Break& at, const Spells& spells, const language::Hyphenation& spelling) {
    const auto language = spelling.tag();
    if (!spells || language.empty()) return;
    const auto left = to_utf8(at.left), right = to_utf8(at.right);
    const auto joined = spells(language, left + right);
    if (!joined) return;
    if (*joined)
        e.add(weight::spelt_joined);
    else if (spelling.keeps_words(at.left)
                 ? at.right.size() > a_word && spells(language, right).value_or(false)
                 : !spelling.solid_compounds() && at.left.size() >= a_word && at.right.size() >= a_word &&
                       spells(language, left).value_or(false) && spells(language, right).value_or(false))
        e.add(weight::spelt_apart);
}

void add_spelling(Evidence& e, const Break& at, const WordCounts::Seen& seen, const language::Hyphenation& language) {
    const bool all_capitals = capitals(at.left) && (at.right.size() < 2 ? upper(at.right[0]) : capitals(at.right));
    const bool shouted = all_capitals && at.left.size() > 1;
    if (upper(at.right.front()) && !shouted) e.add(weight::next_upper);
    if (at.left.size() > 1 && capitals(at.left) && !upper(at.right.front())) e.add(weight::acronym);
    const auto behind = at.before.size() - 1 - at.left.size();  // characters before the word
    // l'é-|tat: the article is the syllable's.
    const bool elided = behind > 0 && (at.before[behind - 1] == U'\'' || at.before[behind - 1] == U'’');
    if (at.left.size() == 1 && !elided) e.add(weight::one_letter);
    if (language.keeps_after(at.left) && !language.ending(at.right)) e.add(weight::keeps_after);
    if (!language.solid_compounds() && is_second_of_pair(at, language)) e.add(weight::second_of_pair);
    if (language.keeps_before(at.right)) e.add(weight::keeps_before);
    if (language.two_adjectives(at.left, at.right)) e.add(weight::two_adjectives);
    if (language.never_parted(at.left, at.right)) e.add(weight::never_parted);
    if (language.ending(at.right)) e.add(weight::ending);
    if (at.left.back() == at.right.front() && consonant(at.right.front())) e.add(weight::doubled);
    // year-on-|year, a-|t-il: a compound of more than two parts.
    const bool more_left = behind > 0 && hyphen(at.before[behind - 1]);
    const bool more_right = at.right.size() + 1 < at.after.size() && hyphen(at.after[at.right.size()]) &&
                            letter(at.after[at.right.size() + 1]);
    const auto stands_alone = [&](std::u32string_view part, std::uint32_t count) {
        return part.size() <= 2 || count > 0 || language.common(part);
    };
    if ((more_left && stands_alone(at.left, seen.left)) || (more_right && stands_alone(at.right, seen.right)))
        e.add(weight::more_parts);
}

HyphenDecision decide(const Break& at, const WordCounts::Seen& seen, const language::Hyphenation& language,
                      const RepairOptions& options, Wrap said) {
    HyphenDecision decision{Joint::glue, Evidence(options.explain)};
    Evidence& e = decision.evidence;
    const auto keep = [&](const Feature& why, Joint joint = Joint::glue) {
        e.add(why);
        decision.joint = joint;
        return decision;
    };
    const char32_t sign = at.before.back();
    if (hard(sign)) return keep(weight::hard);
    if (suspended(at, seen, language)) return keep(weight::suspended, Joint::space);
    if (at.left.empty() || at.right.empty()) return keep(weight::no_letters);  // 3-jährig, 1896-1944
    if (is_address(last_token(at.before))) return keep(weight::address);
    if (soft(sign)) {
        e.add(weight::soft);
    } else {
        e.add(weight::base);
        if (said == Wrap::joins) e.add(weight::said_joined);
        if (said == Wrap::keeps) e.add(weight::said_kept);
        add_counts(e, at, seen, language);
        add_spelling(e, at, seen, language);
        if (seen.joined == 0 && seen.hyphenated == 0) {
            add_collection(e, at, options.lexicon.get());
            // A dictionary is slow to load: it is asked where it can turn the decision.
            if (std::abs(e.sum()) < weight::spelt_joined.weight) add_dictionary(e, at, options.spells, language);
        }
    }
    if (e.sum() > 0) decision.joint = Joint::unhyphen;
    return decision;
}

}  // namespace

Break::Break(std::u32string_view text, std::u32string_view next)
    : before(text), after(next), left(last_letters(text.substr(0, text.size() - 1))), right(first_letters(next)) {}

std::u32string_view Break::token_before() const { return last_token(before.substr(0, before.size() - 1)); }

std::u32string_view Break::token_after() const {
    std::size_t n = 0;
    while (n < after.size() && !broadsheet::is(after[n], cls::space)) ++n;
    return after.substr(0, n);
}

bool Break::is(std::u32string_view before, std::u32string_view after) {
    if (before.size() < 2 || after.empty() || !hyphen(before.back())) return false;
    const char32_t last = before[before.size() - 2], next = after.front();
    if (broadsheet::is(last, cls::space | cls::hyphen | cls::dash | cls::cjk)) return false;
    return (broadsheet::is(next, cls::letter | cls::digit | cls::open) ||
            std::u32string_view(U"\"£$€¥").find(next) != std::u32string_view::npos) &&
           !broadsheet::is(next, cls::cjk);
}

HyphenDecision decide_hyphen(const Break& at, const WordCounts::Seen& seen, const language::Hyphenation& language,
                             const RepairOptions& options, Wrap said) {
    return decide(at, seen, language, options, said);
}

}  // namespace broadsheet::repair_stage
