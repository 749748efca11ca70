#include "eval/diff.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/chars.hpp"

namespace broadsheet::eval {

namespace {

constexpr std::size_t kept = 24;               // characters beside a difference
constexpr std::size_t most_cells = 4U << 20U;  // of the table that finds the common words

using Tokens = std::vector<std::u32string_view>;

// Words, and every other character by itself.
Tokens tokens_of(std::u32string_view text) {
    const auto in_word = [](char32_t c) { return is_of_word(c) || is(c, cls::digit); };
    Tokens out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (in_word(text[i]))
            while (end < text.size() && in_word(text[end])) ++end;
        out.push_back(text.substr(i, end - i));
        i = end;
    }
    return out;
}

enum class Side : std::uint8_t { both, gold, predicted };

struct Stretch {
    Side side = Side::both;
    std::u32string text;
};

void add(std::vector<Stretch>& out, Side side, std::u32string_view text) {
    if (out.empty() || out.back().side != side) out.push_back({side, {}});
    out.back().text += text;
}

// What is common to the middles of two texts, by the longest common subsequence.
std::vector<Stretch> compared(const Tokens& a, const Tokens& b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> table((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            table[i * width + j] = a[i] == b[j] ? table[(i + 1) * width + j + 1] + 1
                                                : std::max(table[(i + 1) * width + j], table[i * width + j + 1]);
    std::vector<Stretch> out;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            add(out, Side::both, a[i]);
            ++i, ++j;
        } else if (i < a.size() && (j == b.size() || table[(i + 1) * width + j] >= table[i * width + j + 1])) {
            add(out, Side::gold, a[i++]);
        } else {
            add(out, Side::predicted, b[j++]);
        }
    }
    return out;
}

std::u32string shortened(const std::u32string& text, bool keep_begin, bool keep_end) {
    if (text.size() <= 2 * kept + 1) return text;
    return (keep_begin ? text.substr(0, kept) : std::u32string()) + U"…" +
           (keep_end ? text.substr(text.size() - kept) : std::u32string());
}

}  // namespace

std::u32string marked_difference(std::u32string_view gold, std::u32string_view predicted) {
    Tokens a = tokens_of(gold), b = tokens_of(predicted);
    const auto same_end = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    std::u32string tail;
    for (auto at = same_end.first.base(); at != a.end(); ++at) tail += *at;
    a.erase(same_end.first.base(), a.end());
    b.erase(same_end.second.base(), b.end());
    const auto same_begin = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    std::u32string head;
    for (auto at = a.begin(); at != same_begin.first; ++at) head += *at;
    a.erase(a.begin(), same_begin.first);
    b.erase(b.begin(), same_begin.second);

    std::vector<Stretch> middle;
    if ((a.size() + 1) * (b.size() + 1) <= most_cells) {
        middle = compared(a, b);
    } else {
        for (const auto token : a) add(middle, Side::gold, token);
        for (const auto token : b) add(middle, Side::predicted, token);
    }
    std::u32string out = shortened(head, false, true);
    for (const Stretch& stretch : middle) {
        if (stretch.side == Side::both)
            out += shortened(stretch.text, true, true);
        else if (stretch.side == Side::gold)
            out += U"[-" + stretch.text + U"-]";
        else
            out += U"{+" + stretch.text + U"+}";
    }
    return out + shortened(tail, true, false);
}

}  // namespace broadsheet::eval
