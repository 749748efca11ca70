#include "core/words.hpp"

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <string>

namespace broadsheet {

namespace {

constexpr std::size_t context = 5;  // characters on each side

struct Closer {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, Closer>;

Iterator open_iterator() {
    UErrorCode status = U_ZERO_ERROR;
    Iterator out(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
    return U_SUCCESS(status) ? std::move(out) : nullptr;
}

void append_utf16(std::u16string& out, std::u32string_view text) {
    for (const char32_t c : text) {
        if (c < 0x10000) {
            out.push_back(static_cast<char16_t>(c));
        } else {
            out.push_back(static_cast<char16_t>(0xD7C0U + (c >> 10U)));
            out.push_back(static_cast<char16_t>(0xDC00U + (c & 0x3FFU)));
        }
    }
}

}  // namespace

bool word_across(std::u32string_view left, std::u32string_view right) {
    thread_local const Iterator iterator = open_iterator();  // not shared: an iterator holds its text
    if (!iterator || left.empty() || right.empty()) return false;
    left = left.substr(left.size() - std::min(left.size(), context));
    right = right.substr(0, context);
    std::u16string text;
    append_utf16(text, left);
    const auto joint = static_cast<std::int32_t>(text.size());
    append_utf16(text, right);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator.get(), reinterpret_cast<const UChar*>(text.data()), static_cast<std::int32_t>(text.size()), &status);
    if (U_FAILURE(status)) return false;
    return ubrk_isBoundary(iterator.get(), joint) == 0;
}

}  // namespace broadsheet
