#include "core/match_chars.hpp"

#include <algorithm>
#include <utility>

namespace broadsheet {

namespace {

constexpr std::size_t most_needed = 3;  // more are not worth the search

// A part of an expression.
struct Part {
    LooseSet first;                // what it may begin with
    std::vector<LooseSet> needed;  // all that it matches has a character of each; the rarest first
    bool nothing = false;          // it may match nothing
};

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

void escape(std::u32string_view& rest, LooseSet& to) {
    constexpr std::pair<std::u32string_view, std::uint32_t> names[] = {
        {U"p{Han}", cls::han},  {U"p{L}", cls::letter | cls::cjk},
        {U"p{Lu}", cls::upper}, {U"p{Ll}", cls::lower},
        {U"s", cls::space},     {U"d", cls::digit}};
    for (const auto& [name, classes] : names)
        if (take(rest, name)) return to.add_classes(classes | cls::odd);
    const char32_t c = take(rest);
    if (is(c, cls::letter | cls::digit) || c == U'\0')
        to.add_all();
    else
        to.add(c, c);
}

// Behind its opening bracket.
LooseSet set_of(std::u32string_view& rest) {
    LooseSet out;
    const bool others = take(rest, U"^");
    for (bool first = true; !rest.empty() && (first || rest.front() != U']'); first = false) {
        if (rest.starts_with(U"[:") || rest.starts_with(U"[.") || rest.starts_with(U"[=")) out.add_all();
        const char32_t c = take(rest);
        if (c == U'\\') {
            escape(rest, out);
        } else if (rest.size() > 1 && rest[0] == U'-' && rest[1] != U']') {
            take(rest);
            out.add(c, take(rest));
        } else {
            out.add(c, c);
        }
    }
    take(rest);
    if (others) out.add_all();
    return out;
}

Part alternatives(std::u32string_view& rest);

Part item(std::u32string_view& rest) {
    const char32_t c = take(rest);
    Part part;
    if (c == U'^' || c == U'$') {
        part.nothing = true;
        return part;
    }
    if (c == U'(') {
        const bool looks = take(rest, U"?=") || take(rest, U"?!") || take(rest, U"?<=") || take(rest, U"?<!");
        if (!looks && !take(rest, U"?:")) take(rest, U"?>");
        const bool unknown = rest.starts_with(U"?");
        Part inner = alternatives(rest);
        take(rest, U")");
        if (unknown) {
            inner.first.add_all();
            inner.needed.clear();
        }
        if (!looks) return inner;
        part.nothing = true;
        return part;
    }
    if (c == U'[')
        part.first = set_of(rest);
    else if (c == U'\\')
        escape(rest, part.first);
    else if (c == U'.')
        part.first.add_all();
    else
        part.first.add(c, c);
    if (!part.first.all()) part.needed.push_back(part.first);
    return part;
}

Part sequence(std::u32string_view& rest) {
    Part part;
    part.nothing = true;
    while (!rest.empty() && rest.front() != U'|' && rest.front() != U')') {
        const Part next = item(rest);
        const bool optional = take_quantifier(rest) || next.nothing;
        if (part.nothing) part.first.add(next.first);
        if (!optional) part.needed.insert(part.needed.end(), next.needed.begin(), next.needed.end());
        part.nothing = part.nothing && optional;
    }
    std::stable_sort(part.needed.begin(), part.needed.end(),
                     [](const LooseSet& a, const LooseSet& b) { return a.commonness() < b.commonness(); });
    part.needed.resize(std::min(part.needed.size(), most_needed));
    return part;
}

Part alternatives(std::u32string_view& rest) {
    Part part = sequence(rest);
    while (take(rest, U"|")) {
        const Part other = sequence(rest);
        part.first.add(other.first);
        part.needed.resize(std::min(part.needed.size(), other.needed.size()));
        for (std::size_t i = 0; i < part.needed.size(); ++i) part.needed[i].add(other.needed[i]);
        part.nothing = part.nothing || other.nothing;
    }
    return part;
}

}  // namespace

void LooseSet::add(char32_t first, char32_t last) {
    if (last < first || last - first >= low_.size()) return add_all();
    for (char32_t c = first; c <= last; ++c) {
        low_.set(c % low_.size());
        // One Han character is rare, one small letter is not.
        commonness_ += c == U' ' ? 50 : c >= U'a' && c <= U'z' ? 10 : c < 0x80 ? 4 : 1;
    }
}

void LooseSet::add_classes(std::uint32_t classes) {
    classes_ |= classes;
    commonness_ += 200;
}

void LooseSet::add(const LooseSet& other) {
    all_ = all_ || other.all_;
    classes_ |= other.classes_;
    low_ |= other.low_;
    commonness_ += other.commonness_;
}

MatchChars::MatchChars(std::string_view expression) {
    const auto text = to_utf32(expression);
    std::u32string_view rest = text;
    do {
        Part part = sequence(rest);
        if (part.nothing) part.first.add_all();
        first_.add(part.first);
        alternatives_.push_back({part.first, std::move(part.needed)});
    } while (take(rest, U"|"));
    if (rest.empty()) return;
    first_.add_all();
    alternatives_.assign(1, {first_, {}});
}

bool MatchChars::may_be_in(std::u32string_view text, bool at_start) const {
    return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Alternative& a) {
        if (at_start && !a.first.all() && (text.empty() || !a.first.holds(text.front()))) return false;
        return std::all_of(a.needed.begin(), a.needed.end(), [&](const LooseSet& set) {
            return std::any_of(text.begin(), text.end(), [&](char32_t c) { return set.holds(c); });
        });
    });
}

}  // namespace broadsheet
