#include "segment/noise.hpp"

#include <algorithm>
#include <cstddef>

#include "core/chars.hpp"

namespace broadsheet::segment_stage {

bool is_noise(std::u32string_view text) {
    constexpr std::size_t longest = 60;  // characters; specks are small
    if (text.size() > longest) return false;
    std::size_t letters = 0, capitals = 0, digits = 0, marks = 0, run = 0, longest_run = 0;
    for (const char32_t c : text) {
        const auto f = class_of(c);
        if (f & cls::cjk) return false;
        if (f & cls::letter) {
            ++letters;
            if (!(f & cls::lower)) ++capitals;
            longest_run = std::max(longest_run, ++run);
            continue;
        }
        run = 0;
        if (f & cls::digit)
            ++digits;
        else if (!(f & cls::space))
            ++marks;
    }
    const bool numeral = capitals == letters && letters > 1 && marks <= 1;  // II.
    if (longest_run < 3 && digits < 2 && !numeral) return true;
    return marks > letters + digits && longest_run < 4;
}

}  // namespace broadsheet::segment_stage
