#include "core/regex.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <boost/regex.hpp>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/chars.hpp"
#include "core/match_chars.hpp"

namespace broadsheet {

namespace {

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

// Boost.Regex knows the general categories of Unicode under ICU's names (\\p{L*} for any letter) and no scripts: the
// usual \\p{L} and \\p{Han} are written out for it.
std::string spelled_out(std::string_view expression) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"\\p{L}", "[:L*:]"},
        {"\\p{Lu}", "[:Lu:]"},
        {"\\p{Han}", "\\x{3005}\\x{3007}\\x{3400}-\\x{9FFF}\\x{20000}-\\x{31FFF}"},
        {"\\p{Hiragana}", "\\x{3041}-\\x{309F}"},
        {"\\p{Katakana}", "\\x{30A0}-\\x{30FF}"}};
    std::string out;
    bool in_set = false;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const auto rest = expression.substr(i);
        const auto* const found = std::find_if(std::begin(names), std::end(names),
                                               [&](const auto& name) { return rest.starts_with(name.first); });
        if (found != std::end(names)) {
            out += in_set ? std::string(found->second) : "[" + std::string(found->second) + "]";
            i += found->first.size() - 1;
            continue;
        }
        const char c = expression[i];
        out.push_back(c);
        if (c == '\\' && i + 1 < expression.size())
            out.push_back(expression[++i]);
        else if (c == '[')
            in_set = true;
        else if (c == ']')
            in_set = false;
    }
    return out;
}

// True if every alternative of an expression begins with ^: then only the first place need be tried. Boost.Regex would
// try them all.
bool is_anchored(std::string_view expression) {
    if (!expression.starts_with('^')) return false;
    int depth = 0;
    bool in_set = false;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char c = expression[i];
        if (c == '\\') {
            ++i;
        } else if (in_set) {
            in_set = c != ']';
        } else if (c == '[') {
            in_set = true;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')') {
            --depth;
        } else if (c == '|' && depth == 0 && expression.substr(i + 1, 1) != "^") {
            return false;
        }
    }
    return true;
}

using Expression = boost::basic_regex<Traits::char_type, Traits>;

Expression compile(std::string_view expression) {
    const auto text = to_utf32(spelled_out(expression));
    return {text.begin(), text.end(), boost::regex_constants::perl};
}

// Made when it is first asked for: to compile all expressions of all languages takes longer than to read a page, and
// most pages need a few of them.
template <class Made>
class Late {
public:
    template <class Make>
    const Made& get(Make make) {
        std::call_once(once_, [&] { made_.emplace(make()); });
        return *made_;
    }

private:
    std::once_flag once_;
    std::optional<Made> made_;
};

}  // namespace

struct Pattern::Compiled {
    explicit Compiled(std::string_view expression) : source(expression), anchored(is_anchored(expression)) {}

    const MatchChars& chars() {
        return late_chars.get([this] { return MatchChars(source); });
    }
    const Expression& expression() {
        return late_expression.get([this] { return compile(source); });
    }

    std::string source;
    bool anchored;
    Late<MatchChars> late_chars;
    Late<Expression> late_expression;
};

Pattern::Pattern(std::string_view expression) : compiled_(std::make_unique<Compiled>(expression)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

void Pattern::check(std::string_view expression) { compile(expression); }

bool Pattern::search(std::u32string_view text, Run* where, int group) const {
    Compiled& c = *compiled_;
    const MatchChars& chars = c.chars();
    if (!chars.may_be_in(text, c.anchored)) return false;
    const Expression& expression = c.expression();
    boost::match_results<const char32_t*> found;
    const char32_t *const begin = text.data(), *const end = begin + text.size();
    const auto try_from = [&](const char32_t* at, boost::match_flag_type flags) {
        return boost::regex_search(at, end, found, expression, flags);
    };
    bool matched = false;
    try {
        if (c.anchored) {
            matched = try_from(begin, boost::match_continuous);
        } else if (chars.may_begin_anywhere()) {
            matched = try_from(begin, boost::match_default);
        } else {
            for (const auto* at = begin; at != end && !matched; ++at)
                if (chars.may_begin(*at))
                    matched = try_from(
                        at, at == begin ? boost::match_continuous : boost::match_continuous | boost::match_prev_avail);
        }
    } catch (const std::runtime_error&) {  // Boost.Regex gives up on runaway backtracking by throwing.
        return false;
    }
    if (!matched) return false;
    if (where) {
        const auto& g = found[group];
        *where = g.matched ? Run{static_cast<std::uint32_t>(g.first - text.data()),
                                 static_cast<std::uint32_t>(g.second - text.data())}
                           : Run{};
    }
    return true;
}

}  // namespace broadsheet
