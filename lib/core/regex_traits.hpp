// Boost.Regex on ICU's properties of characters: for core/regex.cpp, and for the test that counts its steps.
#pragma once

#include <unicode/uchar.h>

// A search that has not ended after so many steps, some milliseconds, never ends: it is given up, and counts as not
// found. No expression of ours comes near to it (regex_cost_test.cpp).
#define BOOST_REGEX_MAX_STATE_COUNT 200000
#include <boost/regex.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::regex {

// What Boost.Regex asks of characters, by ICU's properties. Boost's own icu_regex_traits asks the same, and has two
// collators made at its first expression: 1.5 MB for an order of strings in which no expression here is interested.
class Traits {
public:
    // Names that Boost.Regex looks for.
    using char_type = UChar32;
    using size_type = std::size_t;
    using string_type = std::vector<char_type>;
    using locale_type = int;
    using char_class_type = std::uint64_t;  // a bit for each general category of Unicode, and some more
    struct boost_extensions_tag {};         // NOLINT(readability-identifier-naming): the name that Boost looks for

    static size_type length(const char_type* text) {
        size_type n = 0;
        while (text[n]) ++n;
        return n;
    }

    [[nodiscard]] static boost::regex_constants::syntax_type syntax_type(char_type c) {
        return is_ascii(c) ? boost::BOOST_REGEX_DETAIL_NS::get_default_syntax_type(static_cast<char>(c))
                           : boost::regex_constants::syntax_char;
    }
    [[nodiscard]] static boost::regex_constants::escape_syntax_type escape_syntax_type(char_type c) {
        return is_ascii(c) ? boost::BOOST_REGEX_DETAIL_NS::get_default_escape_syntax_type(static_cast<char>(c))
                           : boost::regex_constants::escape_type_identity;
    }

    [[nodiscard]] static char_type translate(char_type c) { return c; }
    [[nodiscard]] static char_type translate_nocase(char_type c) { return u_tolower(c); }
    [[nodiscard]] static char_type translate(char_type c, bool icase) { return icase ? translate_nocase(c) : c; }
    [[nodiscard]] static char_type tolower(char_type c) { return u_tolower(c); }
    [[nodiscard]] static char_type toupper(char_type c) { return u_toupper(c); }

    // Strings have no order but that of their characters.
    [[nodiscard]] static string_type transform(const char_type* begin, const char_type* end) { return {begin, end}; }
    [[nodiscard]] static string_type transform_primary(const char_type* begin, const char_type* end) {
        return {begin, end};
    }
    [[nodiscard]] static string_type lookup_collatename(const char_type*, const char_type*) { return {}; }

    // 0 for a name that is not known: then the expression is faulty.
    [[nodiscard]] static char_class_type lookup_classname(const char_type* begin, const char_type* end) {
        using namespace std::string_view_literals;
        static constexpr std::pair<std::string_view, char_class_type> names[] = {
            {"L*"sv, U_GC_L_MASK},
            {"Lu"sv, U_GC_LU_MASK},
            {"Ll"sv, U_GC_LL_MASK},
            {"alpha"sv, U_GC_L_MASK},
            {"upper"sv, U_GC_LU_MASK},
            {"lower"sv, U_GC_LL_MASK},
            {"d"sv, U_GC_ND_MASK},
            {"digit"sv, U_GC_ND_MASK},
            {"s"sv, U_GC_Z_MASK | space},
            {"space"sv, U_GC_Z_MASK | space},
            {"w"sv, U_GC_L_MASK | U_GC_MN_MASK | U_GC_ND_MASK | underscore},
            {"word"sv, U_GC_L_MASK | U_GC_MN_MASK | U_GC_ND_MASK | underscore}};
        std::string name;
        for (; begin != end; ++begin) name.push_back(is_ascii(*begin) ? static_cast<char>(*begin) : '?');
        // \S is asked for by its own letter, and means what is not \s.
        if (name == "S" || name == "D" || name == "W") name[0] = static_cast<char>(name[0] | 0x20);
        for (const auto& [known, mask] : names)
            if (known == name) return mask;
        return 0;
    }
    [[nodiscard]] static bool isctype(char_type c, char_class_type classes) {
        return (char_class_type{1} << static_cast<unsigned>(u_charType(c)) & classes) != 0 ||
               (classes & space && u_isspace(c)) || (classes & underscore && c == '_');
    }

    [[nodiscard]] static int value(char_type c, int radix) { return u_digit(c, static_cast<std::int8_t>(radix)); }
    boost::intmax_t toi(const char_type*& begin, const char_type* end, int radix) const {
        return boost::BOOST_REGEX_DETAIL_NS::global_toi(begin, end, radix, *this);
    }
    [[nodiscard]] static std::string error_string(boost::regex_constants::error_type error) {
        return boost::BOOST_REGEX_DETAIL_NS::get_default_error_string(error);
    }
    static locale_type imbue(locale_type) { return 0; }
    static locale_type getloc() { return 0; }

private:
    static constexpr char_class_type space = char_class_type{1} << 31U, underscore = char_class_type{1} << 33U;
    static constexpr bool is_ascii(char_type c) { return c > 0 && c < 0x7F; }
};

using Expression = boost::basic_regex<Traits::char_type, Traits>;

// Throws std::runtime_error if the expression is faulty.
[[nodiscard]] Expression compile(std::string_view expression);

}  // namespace broadsheet::regex
