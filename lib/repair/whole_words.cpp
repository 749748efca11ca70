#include "repair/whole_words.hpp"

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t longest = 24;

std::size_t letters(std::u32string_view text) {
    std::size_t n = 0;
    while (n < text.size() && n < longest && is(text[n], cls::letter)) ++n;
    return n;
}

std::uint64_t hash(std::u32string_view word) {
    std::uint64_t h = 0xCBF29CE484222325U;
    for (const char32_t c : word) h = (h ^ c) * 0x100000001B3U;
    return h;
}

}  // namespace

void WholeWords::ask(std::u32string_view text) {
    if (const auto n = letters(text); n > 0) counts_.emplace(hash(text.substr(0, n)), 0);
}

void WholeWords::read(std::u32string_view line) {
    for (std::size_t i = 0; i < line.size();) {
        const auto n = letters(line.substr(i));
        if (n == 0) {
            ++i;
            continue;
        }
        if (const auto at = counts_.find(hash(line.substr(i, n))); at != counts_.end()) ++at->second;
        i += n;
    }
}

bool WholeWords::seen(std::u32string_view text) const {
    const auto at = counts_.find(hash(text.substr(0, letters(text))));
    return at != counts_.end() && at->second > 1;
}

}  // namespace broadsheet::repair_stage
