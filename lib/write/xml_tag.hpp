// A tag in the making: what the XML of the formats and the HTML of the report have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

// Appends the text as it stands in an element or between quotation marks. Always well-formed: a byte that is part of
// no character, and a character that no XML may hold (NUL, controls, U+FFFE), become U+FFFD.
void append_xml(std::string& out, std::string_view text);

// At most three decimals, none where there are none ("12", "0.5"), whatever the locale.
void append_short_decimal(std::string& out, double value);

class XmlTag {
public:
    // Names are our own words: nothing in them needs an escape. Only as long as the tag is open.
    void attribute(std::string_view name, std::string_view value);
    void attribute(std::string_view name, const char* value) { attribute(name, std::string_view(value)); }
    void attribute(std::string_view name, std::uint64_t value);
    void decimal(std::string_view name, double value);

protected:
    explicit XmlTag(std::string& out) : out_(out) {}
    ~XmlTag() = default;

    void begin_tag(std::string_view name);
    void end_tag();        // ">", where one is open
    void end_empty_tag();  // "/>"
    void closing_tag(std::string_view name);

    std::string& out_;

private:
    bool in_tag_ = false;
};

}  // namespace broadsheet
