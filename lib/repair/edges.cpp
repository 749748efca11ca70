#include "repair/edges.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/chars.hpp"
#include "core/words.hpp"

namespace broadsheet::repair_stage {

namespace {

// Particles and prepositions of Chinese, in both scripts, and of Japanese.
constexpr std::u32string_view after_which_more =
    U"的在是和与與及或将將被把对對从從向为為于於以而并並让讓使由给給但就都也还還又很更最至因如若虽雖该該这這那其此每各"
    U"第所及等";
constexpr std::u32string_view before_which_more =
    U"的了着著过過得们們吗嗎呢吧么麼等及与與和或而者性化于於之以所地をはがにのへとでも";

// Articles, conjunctions and prepositions.
constexpr std::array<std::u32string_view, 60> western = {
    U"a",   U"an",   U"and",  U"as",   U"at",  U"by",    U"for",  U"from", U"in",    U"into",  U"its", U"of",
    U"on",  U"or",   U"over", U"that", U"the", U"their", U"to",   U"with", U"under", U"after", U"his", U"her",
    U"who", U"am",   U"das",  U"dem",  U"den", U"der",   U"des",  U"die",  U"eine",  U"für",   U"im",  U"und",
    U"vom", U"von",  U"zum",  U"zur",  U"au",  U"aux",   U"avec", U"dans", U"de",    U"du",    U"et",  U"la",
    U"les", U"pour", U"auf",  U"aus",  U"bei", U"bis",   U"ein",  U"mit",  U"nach",  U"über",  U"um",  U"zu"};
// Those among them that are particles of verbs as well may end a headline: Zug kommt am Abend an.
constexpr std::array<std::u32string_view, 12> particles = {U"an",  U"on",  U"over", U"auf",  U"aus", U"bei",
                                                           U"ein", U"mit", U"nach", U"über", U"um",  U"zu"};

enum class Bound : std::uint8_t { no, sometimes, always };

// Does the last word of a Western text want more behind it?
Bound western_word(std::u32string_view text) {
    std::size_t n = 0;
    char32_t word[8];
    while (n < text.size() && is(text[text.size() - 1 - n], cls::letter)) {
        if (n == std::size(word)) return Bound::no;
        ++n;
    }
    if (n == 0 || n == text.size()) return Bound::no;
    for (std::size_t i = 0; i < n; ++i) word[i] = folded(text[text.size() - n + i]);
    const std::u32string_view last(word, n);
    if (std::find(western.begin(), western.end(), last) == western.end()) return Bound::no;
    return std::find(particles.begin(), particles.end(), last) == particles.end() ? Bound::always : Bound::sometimes;
}

}  // namespace

bool ends_wanting(std::u32string_view text) {
    if (text.empty()) return false;
    if (is(text.back(), cls::han))  // 方向 wants nothing
        return after_which_more.find(text.back()) != std::u32string_view::npos &&
               !word_across(text.substr(0, text.size() - 1), text.substr(text.size() - 1));
    return western_word(text) != Bound::no;
}

bool ends_bound(std::u32string_view text) { return !text.empty() && western_word(text) == Bound::always; }

bool starts_wanting(std::u32string_view text) {
    return !text.empty() && before_which_more.find(text.front()) != std::u32string_view::npos;
}

bool is_quotation(std::u32string_view text) {
    constexpr std::size_t shortest = 8;  // with its marks; a shorter one is a word of the headline
    if (text.size() < shortest || !is(text.front(), cls::open) || !is(text.back(), cls::close)) return false;
    return std::none_of(text.begin() + 1, text.end() - 1, [&](char32_t c) { return c == text.front(); });
}

Pause first_pause(std::u32string_view text) {
    for (std::size_t i = 1; i < std::min<std::size_t>(text.size(), 15); ++i) {
        if (text[i] != U'，' && text[i] != U',' && text[i] != U'︐') continue;
        const auto rest = text.size() - i - 1;
        const bool halves = rest <= i + 1 && i <= rest + 1;
        return !halves && i * 2 + 1 < text.size() ? Pause::early : Pause::middle;
    }
    return Pause::none;
}

unsigned first_clause(std::u32string_view text) {
    for (unsigned i = 0; i < std::min<std::size_t>(text.size(), 8); ++i)
        if (is(text[i], cls::pause | cls::terminal) && is(text[i], cls::wide)) return i;
    return 99;
}

std::u32string_view last_sentence(std::u32string_view text) {
    constexpr std::size_t looked_at = 80;
    std::size_t n = 0;
    while (n < text.size() && n < looked_at) {
        const char32_t c = text[text.size() - 1 - n];
        if (is(c, cls::terminal) && n > 1) break;
        ++n;
    }
    auto out = text.substr(text.size() - n);
    while (!out.empty() && is(out.front(), cls::close) && is(out.front(), cls::ambiguous | cls::wide))
        out.remove_prefix(1);
    return out;
}

}  // namespace broadsheet::repair_stage
