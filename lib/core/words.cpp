#include "core/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include "core/chars.hpp"
#include "core/dictionary.hpp"

namespace broadsheet {

namespace {

constexpr std::size_t context = 8;  // characters on each side

// Break iterators are not thread safe, so each thread has one.
icu::BreakIterator* word_breaks() {
    static thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
        if (U_FAILURE(status)) made.reset();
        return made;
    }();
    return iterator.get();
}

void append(icu::UnicodeString& to, std::u32string_view text) {
    for (const char32_t c : text) to.append(static_cast<UChar32>(c));
}

// Cuts any text, by the rules of all scripts.
bool any_word_over(std::u32string_view before, std::u32string_view after) {
    auto* breaks = word_breaks();
    if (!breaks) return false;
    icu::UnicodeString text;
    append(text, before);
    const auto joint = text.length();
    append(text, after);
    breaks->setText(text);
    return !breaks->isBoundary(joint);
}

// Characters that end a row of Han characters for ICU's rules too: Latin ones, general and East Asian punctuation,
// signs and enclosed numbers. The soft hyphen and other marks that cling to what is before them are not among them.
bool surely_parts(char32_t c) {
    constexpr std::pair<char32_t, char32_t> ranges[] = {{0x00, 0xAC},     {0xAE, 0x2FF},    {0x2010, 0x2027},
                                                        {0x2030, 0x205E}, {0x2190, 0x27BF}, {0x3000, 0x3003},
                                                        {0x3008, 0x3011}, {0x3014, 0x301F}, {0xFF01, 0xFF5E}};
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [c](const auto& range) { return c >= range.first && c <= range.second; });
}

}  // namespace

bool word_across(std::u32string_view before, std::u32string_view after) {
    if (before.empty() || after.empty() || !is(before.back(), cls::cjk) || !is(after.front(), cls::cjk)) return false;
    before.remove_prefix(before.size() - std::min(before.size(), context));
    after = after.substr(0, context);
    // Most texts are Han characters between marks; these need the dictionary only, not ICU's rules for all scripts.
    const auto* begin = before.end();
    while (begin != before.begin() && Dictionary::plain_han(begin[-1])) --begin;
    const auto* end = std::find_if_not(after.begin(), after.end(), Dictionary::plain_han);
    const bool plain =
        (begin == before.begin() || surely_parts(begin[-1])) && (end == after.end() || surely_parts(*end));
    const auto* const dictionary = Dictionary::open();
    if (!plain || !dictionary || begin == before.end() || end == after.begin()) return any_word_over(before, after);
    std::array<char32_t, 2 * context> text{};
    const auto* const text_end = std::copy(after.begin(), end, std::copy(begin, before.end(), text.begin()));
    const auto joint = static_cast<std::size_t>(before.end() - begin);
    return dictionary->word_over({text.data(), static_cast<std::size_t>(text_end - text.data())}, joint);
}

}  // namespace broadsheet
