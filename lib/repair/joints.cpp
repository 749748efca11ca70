#include "repair/joints.hpp"

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

bool is_wide(char32_t c) { return is(c, cls::wide | cls::cjk); }

// Marks that are wide in Chinese and narrow in Western text take sides with the text they belong to.
bool tight_end(std::u32string_view text) {
    for (std::size_t i = text.size(); i-- > 0;) {
        if (is_wide(text[i])) return true;
        if (!is(text[i], cls::ambiguous)) return false;
    }
    return false;
}

bool tight_start(std::u32string_view text) {
    for (const char32_t c : text) {
        if (is_wide(c)) return true;
        if (!is(c, cls::ambiguous)) return false;
    }
    return false;
}

}  // namespace

Joint joint_between(std::u32string_view left, std::u32string_view right) {
    if (left.empty() || right.empty()) return Joint::glue;
    // man--|the: a dash set close to the word before it is close to the next one.
    if (left.size() > 2 && left.ends_with(U"--") && is(left[left.size() - 3], cls::letter)) return Joint::glue;
    const bool hangul = is(left.back(), cls::hangul) && is(right.front(), cls::hangul);
    return !hangul && (tight_end(left) || tight_start(right)) ? Joint::glue : Joint::space;
}

}  // namespace broadsheet::repair_stage
