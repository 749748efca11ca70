#include "core/first_chars.hpp"

#include <algorithm>

namespace broadsheet {

namespace {

char32_t take(std::u32string_view& rest) {
    const char32_t c = rest.empty() ? U'\0' : rest.front();
    rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
    return c;
}

bool take(std::u32string_view& rest, std::u32string_view what) {
    if (!rest.starts_with(what)) return false;
    rest.remove_prefix(what.size());
    return true;
}

// Behind an item: may it be left out?
bool take_quantifier(std::u32string_view& rest) {
    bool optional = false;
    if (take(rest, U"?") || take(rest, U"*")) {
        optional = true;
    } else if (rest.starts_with(U"{")) {
        optional = rest.starts_with(U"{0");
        rest.remove_prefix(std::min(rest.find(U'}'), rest.size() - 1) + 1);
    } else if (!take(rest, U"+")) {
        return false;
    }
    if (!take(rest, U"?")) take(rest, U"+");
    return optional;
}

}  // namespace

FirstChars::FirstChars(std::string_view expression) {
    const auto text = to_utf32(expression);
    std::u32string_view rest = text;
    if (alternatives(rest, true) || !rest.empty()) any_ = true;
}

// `adding`: a match may begin here.
bool FirstChars::alternatives(std::u32string_view& rest, bool adding) {
    bool nothing = sequence(rest, adding);
    while (take(rest, U"|")) nothing = sequence(rest, adding) || nothing;
    return nothing;
}

bool FirstChars::sequence(std::u32string_view& rest, bool adding) {
    bool nothing = true;
    while (!rest.empty() && rest.front() != U'|' && rest.front() != U')') {
        const bool empty = item(rest, adding && nothing);
        const bool optional = take_quantifier(rest);
        nothing = nothing && (empty || optional);
    }
    return nothing;
}

bool FirstChars::item(std::u32string_view& rest, bool adding) {
    const char32_t c = take(rest);
    if (c == U'^' || c == U'$') return true;
    if (c == U'[') {
        set(rest, adding);
    } else if (c == U'\\') {
        escape(rest, adding);
    } else if (c == U'.') {
        any_ = any_ || adding;
    } else if (c == U'(') {
        const bool looks = take(rest, U"?=") || take(rest, U"?!") || take(rest, U"?<=") || take(rest, U"?<!");
        if (!looks) take(rest, U"?:");
        if (rest.starts_with(U"?")) any_ = true;
        const bool nothing = alternatives(rest, adding && !looks);
        take(rest, U")");
        return nothing || looks;
    } else {
        add(c, c, adding);
    }
    return false;
}

void FirstChars::set(std::u32string_view& rest, bool adding) {
    if (take(rest, U"^")) {
        any_ = any_ || adding;
        adding = false;
    }
    for (bool first = true; !rest.empty() && (first || rest.front() != U']'); first = false) {
        if (rest.starts_with(U"[:") || rest.starts_with(U"[.") || rest.starts_with(U"[=")) any_ = true;
        const char32_t c = take(rest);
        if (c == U'\\') {
            escape(rest, adding);
        } else if (rest.size() > 1 && rest[0] == U'-' && rest[1] != U']') {
            take(rest);
            add(c, take(rest), adding);
        } else {
            add(c, c, adding);
        }
    }
    take(rest);
}

void FirstChars::escape(std::u32string_view& rest, bool adding) {
    std::uint32_t classes = 0;
    if (take(rest, U"p{Han}"))
        classes = cls::han | cls::odd;
    else if (take(rest, U"p{L}"))
        classes = cls::letter | cls::cjk | cls::odd;
    else if (take(rest, U"p{Lu}"))
        classes = cls::upper | cls::odd;
    else if (take(rest, U"p{Ll}"))
        classes = cls::lower | cls::odd;
    else if (take(rest, U"s"))
        classes = cls::space | cls::odd;
    else if (take(rest, U"d"))
        classes = cls::digit | cls::odd;
    if (classes) {
        if (adding) classes_ |= classes;
        return;
    }
    const char32_t c = take(rest);
    if (is(c, cls::letter | cls::digit) || c == U'\0')
        any_ = true;
    else
        add(c, c, adding);
}

void FirstChars::add(char32_t first, char32_t last, bool adding) {
    if (!adding) return;
    if (last < first || last - first >= low_.size()) {
        any_ = true;
        return;
    }
    for (char32_t c = first; c <= last; ++c) low_.set(c % low_.size());
}

}  // namespace broadsheet
