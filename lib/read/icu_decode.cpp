// All other encodings, by ICU's converters.
#include <unicode/ucnv.h>

#include <memory>

#include "read/decode.hpp"

namespace broadsheet::reading {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    // An empty name would mean the encoding of the locale.
    Converter converter(name.empty() ? nullptr : ucnv_open(name.c_str(), &status), &ucnv_close);
    if (converter) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) converter.reset();
    return converter;
}

// The converters of Windows' code pages give control characters for bytes that mean nothing there.
bool is_of_windows(UConverter* converter) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const name = ucnv_getStandardName(ucnv_getName(converter, &status), "IANA", &status);
    return U_SUCCESS(status) && name != nullptr && std::string_view(name).substr(0, 8) == "windows-";
}

void put(Decoded& out, char32_t c, std::size_t at) {
    out.text.chars.push_back(c);
    out.text.at.push_back(static_cast<std::uint32_t>(at));
}

void put_broken(Decoded& out, std::size_t at, std::uint32_t bytes) {
    out.mark_broken(static_cast<std::uint32_t>(out.text.chars.size()), bytes);
    put(out, replacement, at);
}

void decode_single(UConverter* converter, std::string_view bytes, std::size_t begin, Decoded& out) {
    ByteTable map{};
    const bool windows = is_of_windows(converter);
    for (unsigned b = 0; b < 256; ++b) {
        const char byte = static_cast<char>(b);
        const char* p = &byte;
        UErrorCode status = U_ZERO_ERROR;
        ucnv_resetToUnicode(converter);
        const UChar32 c = ucnv_getNextUChar(converter, &p, p + 1, &status);
        map[b] = U_FAILURE(status) || (windows && c >= 0x80 && c < 0xA0) ? replacement : static_cast<char32_t>(c);
    }
    decode_single_byte(map, bytes, begin, out);
}

}  // namespace

bool decode_by_icu(const std::string& name, std::string_view bytes, std::size_t begin, Decoded& out) {
    const Converter converter = open(name);
    if (!converter) return false;
    if (ucnv_getMaxCharSize(converter.get()) == 1) {
        decode_single(converter.get(), bytes, begin, out);
        return true;
    }
    out.text.chars.reserve((bytes.size() - begin) / 2);
    out.text.at.reserve((bytes.size() - begin) / 2 + 1);
    const char* p = bytes.data() + begin;
    const char* const end = bytes.data() + bytes.size();
    while (p < end) {
        const char* const start = p;
        const auto at = static_cast<std::size_t>(start - bytes.data());
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 c = ucnv_getNextUChar(converter.get(), &p, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // only a change of state was left
        if (U_SUCCESS(status) && c != static_cast<UChar32>(replacement)) {
            put(out, static_cast<char32_t>(c), at);
            continue;
        }
        put_broken(out, at, 1);
        p = start + 1;
        ucnv_resetToUnicode(converter.get());
    }
    out.text.at.push_back(static_cast<std::uint32_t>(bytes.size()));
    return true;
}

std::string standard_name(const std::string& name) {
    const Converter converter = open(name);
    if (!converter) return {};
    UErrorCode status = U_ZERO_ERROR;
    std::string canonical = ucnv_getName(converter.get(), &status);
    for (const char* const standard : {"MIME", "IANA"}) {
        status = U_ZERO_ERROR;
        const char* const known = ucnv_getStandardName(canonical.c_str(), standard, &status);
        if (U_SUCCESS(status) && known != nullptr) return known;
    }
    return canonical;
}

}  // namespace broadsheet::reading
