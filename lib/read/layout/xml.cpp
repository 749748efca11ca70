#include "read/layout/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>

#include "core/chars.hpp"
#include "read/encoding.hpp"
#include "read/layout/entities.hpp"

namespace broadsheet::reading {

namespace {

constexpr std::size_t longest_reference = 12;

// encoding="..." of an XML declaration.
std::string declared_encoding(std::string_view bytes) {
    const auto head = bytes.substr(0, 256);
    if (head.substr(0, 5) != "<?xml") return {};
    const auto declaration = head.substr(0, head.find("?>"));
    const auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    const auto open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos) return {};
    const auto close = declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos) return {};
    return std::string(declaration.substr(open + 1, close - open - 1));
}

bool is_utf8(std::string_view name) {
    std::string small;
    for (const char c : name)
        if (c != '-' && c != '_') small.push_back(static_cast<char>(c | 0x20));
    return small.empty() || small == "utf8" || small == "usascii" || small == "ascii";
}

// No XML may hold it.
bool forbidden(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE ||
           c == 0xFFFF || c > 0x10FFFF;
}

// One character of UTF-8 that is known to be sound, or a byte of what is not.
char32_t take_char(std::string_view text, std::size_t& i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const auto first = byte(i);
    if (first < 0x80) {
        ++i;
        return first;
    }
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC0 || i + size > text.size()) {
        ++i;
        return U'\uFFFD';
    }
    char32_t c = first & (0x7FU >> size);
    for (std::size_t k = 1; k < size; ++k) c = c << 6U | (byte(i + k) & 0x3FU);
    i += size;
    return c;
}

// &amp; &#20013; &#x4E2D; &nbsp; at the front of the text: its character and length; 0 if it is none.
std::pair<char32_t, std::size_t> reference(std::string_view text) {
    const auto end = text.substr(0, longest_reference).find(';');
    if (end == std::string_view::npos || end < 2) return {0, 0};
    auto name = text.substr(1, end - 1);
    if (name[0] != '#') return {named_character(name), end + 1};
    name.remove_prefix(1);
    const bool hex = !name.empty() && (name[0] == 'x' || name[0] == 'X');
    if (hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc() || last != name.data() + name.size() || code == 0 || forbidden(code)) return {0, 0};
    return {code, end + 1};
}

}  // namespace

Markup::Markup(std::string_view bytes, const std::string& encoding, bool mend) : utf8_(bytes) {
    using namespace std::string_view_literals;
    const auto begins = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    if (begins("\xEF\xBB\xBF"sv)) {
        skipped_ = 3;
        utf8_.remove_prefix(3);
        if (mend) decode(bytes, mend);
        return;
    }
    const bool wide = begins("\xFF\xFE"sv) || begins("\xFE\xFF"sv) || begins("<\0"sv) || begins("\0<"sv);
    if (begins("<\0"sv))
        encoding_ = "UTF-16LE";
    else if (begins("\0<"sv))
        encoding_ = "UTF-16BE";
    else if (!encoding.empty())
        encoding_ = encoding;
    else if (const auto declared = declared_encoding(bytes); !wide && !is_utf8(declared))
        encoding_ = declared;
    if (wide || mend || !is_utf8(encoding_)) decode(bytes, mend);
}

void Markup::decode(std::string_view bytes, bool mend) {
    Encoding encoding = named_encoding(encoding_, bytes);
    if (encoding.name.empty()) encoding = named_encoding("UTF-8", bytes);  // a declaration nobody understands
    const Decoded decoded = encoding_ == "UTF-8" ? decode_detected(bytes, encoding) : reading::decode(bytes, encoding);
    encoding_ = encoding.name;
    broken_ = static_cast<std::uint32_t>(decoded.broken_bytes);
    const auto& chars = decoded.text.chars;
    store_.reserve(bytes.size() + bytes.size() / 8);
    map_.reserve(bytes.size() + bytes.size() / 8);
    auto broken = decoded.broken.begin();
    for (std::uint32_t i = 0; i < chars.size(); ++i) {
        while (broken != decoded.broken.end() && broken->end <= i) ++broken;
        const bool is_broken = broken != decoded.broken.end() && broken->begin <= i;
        const bool is_forbidden = mend && !is_broken && forbidden(chars[i]);
        if (is_forbidden) ++unfit_;
        append_utf8(store_, mend && (is_broken || is_forbidden) ? U' ' : chars[i]);
        map_.resize(store_.size(), decoded.text.at[i]);
    }
    map_.push_back(static_cast<std::uint32_t>(bytes.size()));
    utf8_ = store_;
}

void Markup::append(Slice slice, Text& out) const {
    const auto text = utf8_.substr(0, slice.end);
    for (std::size_t i = slice.begin; i < slice.end;) {
        const auto begin = i;
        char32_t c = 0;
        if (text[i] == '&' && references_) {
            if (const auto [named, size] = reference(text.substr(i)); named) {
                c = named;
                i += size;
            }
        }
        if (c == 0) c = take_char(text, i);
        out.chars.push_back(c);
        out.at.push_back(at(static_cast<std::uint32_t>(begin)));
        out.ends.push_back(at(static_cast<std::uint32_t>(i)));
    }
}

std::string Markup::value(Slice slice) const {
    const auto bytes = utf8_.substr(slice.begin, slice.end - slice.begin);
    const auto is_itself = [](char c) { return c != '&' && static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(bytes.begin(), bytes.end(), is_itself)) return std::string(bytes);
    Text text;
    append(slice, text);
    return to_utf8(text.chars);
}

namespace {

class Expat {
public:
    Expat(const Markup& markup, MarkupHandler& handler)
        : markup_(markup), handler_(handler), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree), tag_(markup) {}

    MarkupFault run() {
        XML_Parser p = parser_.get();
        XML_SetUserData(p, this);
        XML_SetElementHandler(p, on_start, on_end);
        XML_SetCharacterDataHandler(p, on_text);
        XML_SetSkippedEntityHandler(p, on_skipped);
        XML_SetEntityDeclHandler(p, on_entity);
        XML_UseForeignDTD(p, XML_TRUE);  // so that &nbsp; is no fault
        std::string_view rest = markup_.utf8();
        constexpr std::size_t chunk = std::size_t{1} << 20U;
        do {
            const auto part = rest.substr(0, chunk);
            rest.remove_prefix(part.size());
            if (XML_Parse(p, part.data(), static_cast<int>(part.size()), rest.empty()) == XML_STATUS_OK) continue;
            if (fault_.message.empty()) fault_.message = XML_ErrorString(XML_GetErrorCode(p));
            fault_.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(p));
            break;
        } while (!rest.empty());
        return fault_;
    }

private:
    static Expat& self(void* data) { return *static_cast<Expat*>(data); }

    [[nodiscard]] Slice here() const {
        const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser_.get()));
        return {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser_.get()))};
    }

    void stop(const char* why) {
        fault_.message = why;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    static void on_start(void* data, const XML_Char* /*name*/, const XML_Char** /*attributes*/) {
        Expat& x = self(data);
        if (x.open_.size() >= deepest_markup) return x.stop("elements are nested too deep");
        x.tag_.take(x.here());
        x.open_.push_back(x.tag_.name());
        x.handler_.start(x.tag_);
    }
    static void on_end(void* data, const XML_Char* /*name*/) {
        Expat& x = self(data);
        x.handler_.end(x.open_.back());
        x.open_.pop_back();
    }
    static void on_text(void* data, const XML_Char* /*text*/, int /*size*/) {
        Expat& x = self(data);
        x.handler_.text(x.here());
    }
    static void on_skipped(void* data, const XML_Char* /*name*/, int is_parameter) {
        Expat& x = self(data);
        if (!is_parameter) x.handler_.text(x.here());
    }
    static void on_entity(void* data, const XML_Char* /*name*/, int /*is_parameter*/, const XML_Char* /*value*/,
                          int /*size*/, const XML_Char* /*base*/, const XML_Char* /*system*/,
                          const XML_Char* /*public_id*/, const XML_Char* /*notation*/) {
        self(data).stop("it declares entities of its own");
    }

    const Markup& markup_;
    MarkupHandler& handler_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    MarkupFault fault_;
    Tag tag_;
    std::vector<std::string_view> open_;  // names of the elements that are open
};

}  // namespace

MarkupFault parse_xml(const Markup& markup, MarkupHandler& handler) { return Expat(markup, handler).run(); }

}  // namespace broadsheet::reading
