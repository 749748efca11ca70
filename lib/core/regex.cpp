#include "core/regex.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/chars.hpp"
#include "core/match_chars.hpp"
#include "core/regex_traits.hpp"

namespace broadsheet {

namespace {

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

thread_local std::uint64_t searches_given_up = 0;

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

regex::Expression regex::compile(std::string_view expression) {
    const auto text = to_utf32(spelled_out(expression));
    return {text.begin(), text.end(), boost::regex_constants::perl};
}

struct Pattern::Compiled {
    explicit Compiled(std::string_view expression) : source(expression), anchored(is_anchored(expression)) {}

    const MatchChars& chars() {
        return late_chars.get([this] { return MatchChars(source); });
    }
    const regex::Expression& expression() {
        return late_expression.get([this] { return regex::compile(source); });
    }

    std::string source;
    bool anchored;
    Late<MatchChars> late_chars;
    Late<regex::Expression> late_expression;
};

Pattern::Pattern(std::string_view expression) : compiled_(std::make_unique<Compiled>(expression)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

void Pattern::check(std::string_view expression) { (void)regex::compile(expression); }

std::uint64_t Pattern::given_up() { return searches_given_up; }

bool Pattern::search(std::u32string_view text, Run* where, int group) const {
    Compiled& c = *compiled_;
    const MatchChars& chars = c.chars();
    if (!chars.may_be_in(text, c.anchored)) return false;
    const regex::Expression& expression = c.expression();
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
        ++searches_given_up;
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
