// XML put together by appending, without a tree: output is the last stage of the hot path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Appends the text as it stands in an element or between quotation marks. Always well-formed: a byte that is part of
// no character, and a character that no XML may hold (NUL, controls, U+FFFE), become U+FFFD.
void append_xml(std::string& out, std::string_view text);

// At most three decimals, none where there are none ("12", "0.5"), whatever the locale.
void append_short_decimal(std::string& out, double value);

class XmlEmitter {
public:
    explicit XmlEmitter(std::string& out);

    // Names are our own words: nothing in them needs an escape.
    void open(std::string_view name);
    // White space counts in it: no line breaks are put in, and none into the elements inside.
    void open_text(std::string_view name);
    void close();
    void leaf(std::string_view name, std::string_view text);

    // Behind open(), before anything else.
    void attribute(std::string_view name, std::string_view value);
    void attribute(std::string_view name, const char* value) { attribute(name, std::string_view(value)); }
    void attribute(std::string_view name, std::u32string_view value);
    void attribute(std::string_view name, std::uint64_t value);
    void decimal(std::string_view name, double value);

    void text(std::string_view text);

private:
    struct Level {
        std::string_view name;
        bool is_text = false;
        bool empty = true;
    };

    void end_tag();
    void new_line();

    std::string& out_;
    bool in_tag_ = false;
    std::vector<Level> levels_;
};

// "p1", "z12": an id that no other prefix gives.
[[nodiscard]] std::string xml_id(std::string_view prefix, std::uint64_t number);

// A language as XML Schema would have it.
[[nodiscard]] bool is_language_tag(std::string_view text);

}  // namespace broadsheet
