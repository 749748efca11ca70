#include "language/openers.hpp"

#include <string>
#include <unordered_set>
#include <vector>

#include "core/chars.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t longest = 12;  // characters of such a word

std::unordered_set<std::u32string> all_openers() {
    std::unordered_set<std::u32string> out;
    for (const auto& table : tables())
        each_word(table.openers, ' ', [&](std::string_view word) { out.insert(to_utf32(word)); });
    return out;
}

std::u32string small(std::string_view word) {
    auto letters = to_utf32(word);
    if (is(letters.front(), cls::upper)) letters.front() += U'a' - U'A';
    return letters;
}

std::vector<std::u32string> all_small_words() {
    std::vector<std::u32string> out;
    const auto keep = [&](std::string_view word) { out.push_back(small(word)); };
    for (const auto& table : tables()) {
        if (table.openers.empty()) continue;  // a language without spaces between words
        each_word(table.common, ' ', keep);
        each_word(table.openers, ' ', keep);
    }
    return out;
}

std::vector<std::u32string> all_time_words() {
    std::vector<std::u32string> out;
    for (const auto& table : tables())
        each_word(table.times, ' ', [&](std::string_view word) { out.push_back(small(word)); });
    return out;
}

}  // namespace

bool opens_sentence(std::u32string_view line) {
    if (line.empty() || !is(line.front(), cls::upper)) return false;
    std::size_t n = 1;
    while (n < line.size() && n <= longest && is(line[n], cls::lower)) ++n;
    if (n >= line.size() || n > longest || !is(line[n], cls::space)) return false;
    static const auto openers = all_openers();
    return openers.contains(std::u32string(line.substr(0, n)));
}

bool opens_with_source(std::u32string_view line) {
    constexpr std::size_t furthest = 60;  // characters before the dash
    const auto head = line.substr(0, furthest);
    const auto close = head.find_first_of(U")]");
    if (close == std::u32string_view::npos || head.substr(0, close).find_first_of(U"([") == std::u32string_view::npos)
        return false;
    auto at = close + 1;
    while (at < head.size() && (head[at] == U'.' || head[at] == U':' || is(head[at], cls::space))) ++at;
    return at < head.size() && (head[at] == U'-' || is(head[at], cls::dash));
}

std::span<const std::u32string> small_words() {
    static const auto words = all_small_words();
    return words;
}

std::span<const std::u32string> time_words() {
    static const auto words = all_time_words();
    return words;
}

}  // namespace broadsheet::language
