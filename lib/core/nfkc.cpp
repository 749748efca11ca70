#include "core/nfkc.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace broadsheet {

std::u32string nfkc(std::u32string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; })) return std::u32string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return std::u32string(text);
    icu::UnicodeString utf16;
    for (const char32_t c : text) utf16.append(static_cast<UChar32>(c));
    const icu::UnicodeString done = form->normalize(utf16, status);
    if (U_FAILURE(status)) return std::u32string(text);
    std::u32string out;
    out.reserve(text.size());
    for (std::int32_t i = 0; i < done.length(); i = done.moveIndex32(i, 1))
        out.push_back(static_cast<char32_t>(done.char32At(i)));
    return out;
}

}  // namespace broadsheet
