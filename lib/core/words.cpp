#include "core/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "core/chars.hpp"

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

}  // namespace

bool word_across(std::u32string_view before, std::u32string_view after) {
    if (before.empty() || after.empty() || !is(before.back(), cls::cjk) || !is(after.front(), cls::cjk)) return false;
    auto* breaks = word_breaks();
    if (!breaks) return false;
    icu::UnicodeString text;
    append(text, before.substr(before.size() - std::min(before.size(), context)));
    const auto joint = text.length();
    append(text, after.substr(0, context));
    breaks->setText(text);
    return !breaks->isBoundary(joint);
}

}  // namespace broadsheet
