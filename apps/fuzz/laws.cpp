#include "laws.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace fuzz {
namespace {

// The next character of UTF-8, or a number above U+10FFFF for a byte that is none. Written again here, and not taken
// from the library: an oracle that shares code with what it judges agrees with its faults.
constexpr char32_t broken = 0x110000;

char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 && first < 0xF5   ? 3
                     : first >= 0xE0 && first < 0xF0 ? 2
                     : first >= 0xC2 && first < 0xE0 ? 1
                                                     : 0;
    if (more == 0) return broken;
    char32_t c = first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        const unsigned b = byte(at + static_cast<std::size_t>(i));
        if ((b & 0xC0U) != 0x80) return broken;
        c = c << 6U | (b & 0x3FU);
    }
    constexpr std::array<char32_t, 4> least = {0, 0x80, 0x800, 0x10000};
    if (c < least[static_cast<std::size_t>(more)] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return broken;
    at += static_cast<std::size_t>(more);
    return c;
}

// Unicode White_Space, U+FEFF, U+200B: what the contract calls white space.
bool is_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

// Presentation forms for vertical text come out as ordinary characters.
bool is_vertical_form(char32_t c) { return (c >= 0xFE10 && c <= 0xFE1F) || (c >= 0xFE30 && c <= 0xFE4F); }

// The text without white space; `vertical` is set where it holds a form that output does not keep.
std::u32string dense(std::string_view text, bool& vertical) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (is_vertical_form(c)) vertical = true;
        if (!is_blank(c)) out.push_back(c);
    }
    return out;
}

bool is_markup(const broadsheet::Document& document) {
    const auto& format = document.source.format;
    return format != "text" && format != "layout" && format != "markdown";
}

template <class Item>
std::string bytes_of(const broadsheet::Document& document, const Item& item, std::string_view bytes,
                     std::vector<bool>& seen) {
    std::string out;
    for (const broadsheet::Span& span : broadsheet::spans(document, item)) {
        require(span.begin < span.end && span.end <= bytes.size(), "a span lies in the file");
        require(span.page >= 1 && span.line >= 1, "a span has a page and a line");
        for (std::uint64_t i = span.begin; i < span.end; ++i) {
            require(!seen[i] || is_blank(static_cast<unsigned char>(bytes[i])), "no byte is in two spans", i);
            seen[i] = true;
        }
        out += bytes.substr(span.begin, span.end - span.begin);
    }
    return out;
}

}  // namespace

void require(bool holds, std::string_view law, std::string_view detail) {
    if (holds) return;
    std::cerr << "law broken: " << law << ' ' << detail << std::endl;
    std::abort();
}

void require(bool holds, std::string_view law, std::size_t at) {
    if (!holds) require(false, law, std::to_string(at));
}

Input input_of(const std::uint8_t* data, std::size_t size) {
    Input input;
    input.bytes = size ? std::string_view(reinterpret_cast<const char*>(data), size) : std::string_view();
    constexpr std::array<const char*, 6> encodings = {"UTF-16LE",  "GB18030",      "Big5",
                                                      "Shift_JIS", "windows-1252", "UTF-8"};
    // Whatever a METS names is this page.
    input.options.read.open = [](std::string_view path) {
        constexpr std::string_view page =
            "<alto><Page WIDTH='90' HEIGHT='90'><TextBlock ID='B1' HPOS='1' VPOS='1' WIDTH='50' HEIGHT='9'><TextLine "
            "HPOS='1' VPOS='1' WIDTH='50' HEIGHT='9'><String ID='word0001' CONTENT='Tide'/><String ID='word0002' "
            "CONTENT='turns'/></TextLine></TextBlock><TextBlock ID='B2' HPOS='1' VPOS='20' WIDTH='50' HEIGHT='9'>"
            "<TextLine HPOS='1' VPOS='20' WIDTH='50' HEIGHT='9'><String ID='word0003' CONTENT='Ebb'/></TextLine>"
            "</TextBlock></Page></alto>";
        return std::optional(broadsheet::IssueFile{std::string(path), std::string(page)});
    };
    if (size && data[size - 1] < encodings.size()) input.options.read.encoding = encodings[data[size - 1]];
    return input;
}

std::optional<broadsheet::Document> read(const Input& input) {
    try {
        return broadsheet::read(input.bytes, input.options.read);
    } catch (const broadsheet::Error& error) {
        require(error.code() == broadsheet::Error::Code::format, "read refuses binary files only", error.what());
        return std::nullopt;
    }
}

void check_lines(const broadsheet::Document& document, std::string_view bytes) {
    const auto& text = document.text;
    require(text.at.size() == text.chars.size() + 1, "each character has its place, and one more ends the last");
    // A layout file may give the characters of upright lines row by row.
    // Of several files each has its own places.
    if (text.ends.empty() && document.files.empty())
        for (std::size_t i = 0; i < text.chars.size(); ++i) require(text.at[i] <= text.at[i + 1], "places grow");
    for (const auto at : text.at) require(!document.files.empty() || at <= bytes.size(), "places lie in the file");

    std::vector<std::uint8_t> lines(text.chars.size()), dropped(text.chars.size());
    for (const broadsheet::Line& line : document.lines) {
        require(line.text.begin < line.text.end && line.text.end <= text.chars.size(), "a line is a part of the text");
        require(line.number >= 1 && line.page >= 1, "a line has a number and a page");
        for (auto c = line.text.begin; c < line.text.end; ++c) require(lines[c]++ == 0, "no character is in two lines");
    }
    for (const broadsheet::Dropped& item : document.dropped) {
        require(item.first <= item.last && item.last <= document.pieces.size(), "pieces of dropped are in range");
        for (auto p = item.first; p < item.last; ++p)
            for (auto c = document.pieces[p].text.begin; c < document.pieces[p].text.end; ++c)
                require(dropped[c]++ == 0, "nothing is dropped twice");
    }
    for (std::size_t c = 0; c < text.chars.size(); ++c)
        require(is_blank(text.chars[c]) || lines[c] || dropped[c], "no character is lost", c);
}

void check_blocks(const broadsheet::Document& document, std::string_view bytes) {
    if (const auto fault = broadsheet::check(document); !fault.empty()) require(false, "check():", fault);

    if (!document.files.empty()) return;  // `bytes` are none of its text
    std::vector<bool> seen(bytes.size());
    for (const broadsheet::Block& block : document.blocks) {
        const std::string source = bytes_of(document, block, bytes, seen);
        if (document.source.encoding != "UTF-8") continue;
        bool vertical = false;
        // Markup may write any character as a reference.
        if (is_markup(document) && source.find('&') != std::string::npos) continue;
        const auto expected = dense(source, vertical);
        const std::string shown = broadsheet::render(document, block);
        require(is_utf8(shown), "output is UTF-8");
        if (!vertical) require(dense(shown, vertical) == expected, "a text is the bytes of its spans:", shown);
    }
    for (const broadsheet::Dropped& item : document.dropped) {
        (void)bytes_of(document, item, bytes, seen);
        require(is_utf8(broadsheet::render(document, item)), "dropped text comes out as UTF-8");
    }
    // (Of markup, the text only.)
    if (document.source.encoding != "UTF-8" || is_markup(document)) return;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const char32_t c = next(bytes, at);
        if (c != broken && !is_blank(c)) require(seen[begin], "every byte is accounted for", begin);
    }
}

bool is_same_text(std::string_view a, std::string_view b) {
    bool vertical = false;
    const auto one = dense(a, vertical), other = dense(b, vertical);
    return vertical || one == other;
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = next(text, at); c != broken) out.push_back(c);
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    const auto more = [&](char32_t bits) { out.push_back(static_cast<char>(0x80U | (bits & 0x3FU))); };
    for (const char32_t c : text) {
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
        } else if (c < 0x800) {
            out.push_back(static_cast<char>(0xC0U | c >> 6U));
            more(c);
        } else if (c < 0x10000) {
            out.push_back(static_cast<char>(0xE0U | c >> 12U));
            more(c >> 6U), more(c);
        } else {
            out.push_back(static_cast<char>(0xF0U | c >> 18U));
            more(c >> 12U), more(c >> 6U), more(c);
        }
    }
    return out;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (next(text, at) == broken) return false;
    return true;
}

bool is_xml(std::string_view text) {
    constexpr std::string_view declaration = "<?xml ";
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(declaration, begin + 1), text.size());
        XML_Parser parser = XML_ParserCreate("UTF-8");
        const auto status = XML_Parse(parser, text.data() + begin, static_cast<int>(end - begin), XML_TRUE);
        XML_ParserFree(parser);
        if (status != XML_STATUS_OK) return false;
        begin = end;
    }
    return !text.empty();
}

}  // namespace fuzz
