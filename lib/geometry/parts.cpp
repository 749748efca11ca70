// What a page says of text without a headline: that it goes on beside one, or that a rule parts it from what is above.
#include <algorithm>
#include <cmath>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float near = 5;  // ems: between columns of one text

bool is_text(const Stack& x) { return !x.heading && !x.caption && x.rows.size() > 1; }

// The stacks of the column right at its left, in which one shares some height with it.
std::vector<std::uint32_t> at_left(const Sheet& s, const Stack& of) {
    const Stack* next = nullptr;
    for (const Stack& x : s.stacks)
        if (is_text(x) && middle(x.box) < of.box.left && of.box.left - x.right < near * s.em &&
            shared_height(x.box, of.box) > 0 && (!next || x.left > next->left))
            next = &x;
    std::vector<std::uint32_t> out;
    for (std::uint32_t k = 0; next && k < s.stacks.size(); ++k) {
        const Stack& x = s.stacks[k];
        if (is_text(x) && std::abs(x.left - next->left) < 2 * s.em && std::abs(x.right - next->right) < 3 * s.em)
            out.push_back(k);
    }
    return out;
}

}  // namespace

bool is_parted(const Sheet& s, const Box& above, const Box& below) {
    return std::any_of(s.rules.begin(), s.rules.end(), [&](const Box& rule) {
        const float at = (rule.top + rule.bottom) / 2;
        return at > above.bottom - 0.3F * s.height && at < below.top + 0.3F * s.height &&
               shared_width(rule, below) > 0.7F * width(below) && shared_width(rule, above) > 0.7F * width(above);
    });
}

std::uint32_t beside_headline(const Sheet& s, std::uint32_t i) {
    const Stack& x = s.stacks[i];
    if (!is_text(x)) return none;
    for (const auto k : at_left(s, x)) {
        const Stack& column = s.stacks[k];
        if (column.box.top < x.box.top + 0.5F * s.pitch || column.box.top > x.box.bottom ||
            std::abs(column.box.bottom - x.box.bottom) > 2.2F * s.pitch)
            continue;
        for (const Stack& head : s.stacks)
            if (head.heading && !head.beside && std::abs(head.box.top - x.box.top) < 0.8F * s.pitch &&
                head.over.right < middle(x.box) && shared_width(head.over, column.box) > 0 &&
                head.box.bottom < column.box.top + s.height)
                return k;
    }
    return none;
}

}  // namespace broadsheet::geometry
