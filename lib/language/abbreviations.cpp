#include "language/abbreviations.hpp"

#include <string>
#include <unordered_set>

#include "core/chars.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t longest = 8;  // letters of an abbreviation

using Words = std::unordered_set<std::u32string>;

Words words_of(std::string_view LanguageTable::*list) {
    Words out;
    for (const auto& table : tables())
        each_word(table.*list, ' ', [&](std::string_view word) { out.insert(to_utf32(word)); });
    return out;
}

// The last word of a text, letters only; empty if something else stands before it than white space or an opening mark.
std::u32string_view last_word(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && n <= longest && is(text[text.size() - 1 - n], cls::letter)) ++n;
    if (n == 0 || n > longest) return {};
    if (n < text.size() && !is(text[text.size() - 1 - n], cls::space | cls::open | cls::quote | cls::dash)) return {};
    return text.substr(text.size() - n);
}

}  // namespace

Stop stop_of(std::u32string_view text) {
    const auto n = text.size();
    if (n < 2 || text[n - 1] != U'.') return Stop::none;
    auto rest = text.substr(0, n - 1);
    if (is(rest.back(), cls::digit)) {
        std::size_t digits = 0;
        while (digits < rest.size() && is(rest[rest.size() - 1 - digits], cls::digit)) ++digits;
        if (digits > 2) return Stop::none;
        rest.remove_suffix(digits);
        if (rest.empty() || !is(rest.back(), cls::space)) return Stop::none;
        static const auto before = words_of(&LanguageTable::before_ordinals);
        return before.contains(std::u32string(last_word(trimmed(rest)))) ? Stop::doubtful : Stop::none;
    }
    if (!is(rest.back(), cls::letter) || is(rest.back(), cls::wide)) return Stop::none;
    static const auto abbreviations = words_of(&LanguageTable::abbreviations);
    const auto word = last_word(rest);
    if (!word.empty() && abbreviations.contains(std::u32string(word))) return Stop::wanting;
    const bool alone = rest.size() == 1 || is(rest[rest.size() - 2], cls::space | cls::open) ||
                       rest[rest.size() - 2] == U'.' || rest[rest.size() - 2] == U'-';
    return is(rest.back(), cls::upper) && alone ? Stop::doubtful : Stop::none;
}

}  // namespace broadsheet::language
