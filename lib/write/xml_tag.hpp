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

    // Here, so that they are part of what calls them: a page has thousands of tags.
    void begin_tag(std::string_view name) {
        out_ += '<';
        out_ += name;
        in_tag_ = true;
    }
    void end_tag() {  // where one is open
        if (in_tag_) out_ += '>';
        in_tag_ = false;
    }
    void end_empty_tag() {
        out_ += "/>";
        in_tag_ = false;
    }
    void closing_tag(std::string_view name) {
        out_ += "</";
        out_ += name;
        out_ += '>';
    }

    std::string& out_;

private:
    void begin_attribute(std::string_view name) {  // up to its value
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
    }

    bool in_tag_ = false;
};

}  // namespace broadsheet
