#include "segment/noise.hpp"

#include <algorithm>
#include <cstddef>

#include "core/chars.hpp"

namespace broadsheet::segment_stage {

namespace {

// Marks that no text has, beside those of its sentences.
bool is_odd(char32_t c) { return std::u32string_view(U"~_|^•*\\<>{}`¦¬¨´").find(c) != std::u32string_view::npos; }

// Signs that stand by themselves in a text: a dash, § 3, A & B.
bool may_stand_alone(std::u32string_view token) {
    return token.size() == 1 && (is(token[0], cls::dash | cls::hyphen) ||
                                 std::u32string_view(U"§&+=№#%$£€").find(token[0]) != std::u32string_view::npos);
}

}  // namespace

bool is_noise(std::u32string_view text) {
    constexpr std::size_t longest = 60;  // characters; specks are small
    if (text.size() > longest) return false;
    std::size_t letters = 0, digits = 0, marks = 0, run = 0, longest_run = 0;
    bool odd = false;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (f & cls::cjk) return false;
        if (f & cls::letter) {
            ++letters;
            longest_run = std::max(longest_run, ++run);
            continue;
        }
        run = 0;
        if (f & cls::digit) {
            ++digits;
        } else if (!(f & cls::space)) {
            ++marks;
            odd = odd || is_odd(c);
        }
    }
    if (letters + digits < 2) return true;
    if (marks > letters + digits && longest_run < 4) {
        const bool initials = !odd && marks <= letters + digits + 2 && letters > 1;  // “U.S.”
        if (!initials) return true;
    }
    if (longest_run > 2 || digits > 1) return false;
    // Of small pieces each has a letter or a figure.
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && is(text[i], cls::space)) ++i;
        const auto begin = i;
        bool readable = i == text.size();
        for (; i < text.size() && !is(text[i], cls::space); ++i)
            readable = readable || is(text[i], cls::letter | cls::digit);
        odd = odd || (!readable && !may_stand_alone(text.substr(begin, i - begin)));
    }
    return odd;
}

}  // namespace broadsheet::segment_stage
