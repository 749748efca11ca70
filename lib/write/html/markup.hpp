// HTML put together by appending, such that it is well-formed XML too: what a browser reads and what a strict parser
// reads is the same tree.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "write/xml_tag.hpp"

namespace broadsheet::write_detail::report {

// A character as a report shows it: a control, or one that changes the direction of all that follows, has a sign that
// can be seen. One character stays one character.
[[nodiscard]] char32_t shown(char32_t c);

class Markup : public XmlTag {
public:
    explicit Markup(std::string& out) : XmlTag(out) {}

    // Names are our own words: nothing in them needs an escape.
    void open(std::string_view name);
    void open(std::string_view name, std::string_view classes);
    void close();
    void leaf(std::string_view name, std::string_view text);
    void leaf(std::string_view name, std::string_view classes, std::string_view text);

    struct Attribute {
        std::string_view name, value;
    };
    void open_with(std::string_view name, std::initializer_list<Attribute> attributes);
    void leaf_with(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text = {});

    void text(std::string_view text);
    void text(const char* text) { this->text(std::string_view(text)); }
    void text(std::u32string_view text);
    void text(std::uint64_t number);
    void line_break();  // between elements, for who reads the file itself

    // Our own markup, or what was escaped already.
    void raw(std::string_view markup);

    [[nodiscard]] std::string& out() { return out_; }

private:
    std::vector<std::string_view> open_;
};

// "c3 p1": colour and pattern of an article. No two of forty-two neighbours have both in common.
[[nodiscard]] std::string look_of(std::uint32_t article);
inline constexpr std::uint32_t colours = 7, patterns = 6;

// "1 line", "12 lines"
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

// "1,234,567"
[[nodiscard]] std::string grouped(std::uint64_t number);

// Bytes of a picture, for a data URI.
void append_base64(std::string& out, std::string_view bytes);

// A path as a link: what is not a letter, a digit or harmless is written as %XX.
[[nodiscard]] std::string link_to(std::string_view path);

}  // namespace broadsheet::write_detail::report
