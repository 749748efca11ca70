#include "core/ends.hpp"

#include <algorithm>

#include "core/char_class.hpp"
#include "core/chars.hpp"

namespace broadsheet {

namespace {

constexpr std::size_t longest = 24;  // characters of a source, with its brackets

// The number of a part of a series: 路在何方？（二）
bool is_number(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) {
        return is(c, cls::digit) ||
               std::u32string_view(U"一二三四五六七八九十上中下终終完").find(c) != std::u32string_view::npos;
    });
}

}  // namespace

std::u32string_view without_source(std::u32string_view text) {
    const auto whole = text;
    text = trimmed(text);
    if (text.size() < 4 || !is(text.back(), cls::close) || is(text.back(), cls::quote)) return whole;
    auto at = text.size() - 1;
    const auto least = text.size() - std::min(text.size(), longest);
    while (at > least && !is(text[at - 1], cls::open | cls::close)) --at;
    if (at <= least || !is(text[at - 1], cls::open) || is(text[at - 1], cls::quote)) return whole;
    const auto source = trimmed(text.substr(at, text.size() - 1 - at));
    if (source.empty() || is_number(source)) return whole;
    auto before = trimmed(text.substr(0, at - 1));
    while (!before.empty() && is(before.back(), cls::close | cls::quote)) before.remove_suffix(1);
    if (before.size() < 2 || !is(before.back(), cls::terminal)) return whole;
    // An initial, U.S.: its full stop ends nothing.
    if (before.back() == U'.' && is(before[before.size() - 2], cls::upper)) return whole;
    return before;
}

}  // namespace broadsheet
