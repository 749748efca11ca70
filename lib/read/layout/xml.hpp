// XML with exact places: events of elements and text, each with the bytes of the file that it stands in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// Bytes [begin, end) of Markup::utf8.
struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
};

// A file of markup as UTF-8, with the way back to its own bytes.
class Markup {
public:
    // As the byte order mark or the declaration says, else `encoding`, else UTF-8. `bytes` must outlive it.
    // `mend`: bytes that decode to nothing and characters that no XML may hold become spaces.
    Markup(std::string_view bytes, const std::string& encoding, bool mend);

    // It is no markup after all: an & in it is an &.
    void take_as_it_stands() { references_ = false; }

    [[nodiscard]] std::string_view utf8() const { return utf8_; }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }
    [[nodiscard]] std::uint32_t broken() const { return broken_; }  // bytes that became spaces
    [[nodiscard]] std::uint32_t unfit() const { return unfit_; }    // characters that did
    // The byte of the file at which this byte of utf8() begins.
    [[nodiscard]] std::uint32_t at(std::uint32_t i) const { return map_.empty() ? i + skipped_ : map_[i]; }

    // The characters of a slice of text or of an attribute's value, references resolved, each with its place.
    void append(Slice slice, Text& out) const;
    [[nodiscard]] std::string value(Slice slice) const;

private:
    void decode(std::string_view bytes, bool mend);

    std::string encoding_ = "UTF-8";
    std::string_view utf8_;
    std::string store_;
    std::vector<std::uint32_t> map_;
    std::uint32_t skipped_ = 0;  // bytes of a byte order mark
    std::uint32_t broken_ = 0;
    std::uint32_t unfit_ = 0;
    bool references_ = true;
};

// A start tag.
class Tag {
public:
    explicit Tag(const Markup& markup) : markup_(markup) {}
    Tag(const Markup& markup, Slice slice) : markup_(markup) { take(slice); }

    // Another tag; it saves the memory of the one before.
    void take(Slice slice);

    // The bytes of utf8() that it takes.
    [[nodiscard]] Slice place() const { return place_; }
    // Without its namespace; small letters where the file is HTML in capitals.
    [[nodiscard]] std::string_view name() const { return name_; }
    // An attribute by its local name, whatever its namespace; empty if there is none.
    [[nodiscard]] Slice operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string value(std::string_view name) const { return markup_.value((*this)[name]); }
    // The slice as it stands, for values that hold no references.
    [[nodiscard]] std::string_view raw(std::string_view name) const;
    // A number, or `otherwise`. 12, 12.5, -3, 1e2.
    [[nodiscard]] float number(std::string_view name, float otherwise = 0) const;

private:
    [[nodiscard]] const std::pair<std::string_view, Slice>* find(std::string_view name) const;

    const Markup& markup_;
    Slice place_;
    std::string_view name_;
    std::vector<std::pair<std::string_view, Slice>> attributes_;
};

class MarkupHandler {
public:
    virtual ~MarkupHandler() = default;
    virtual void start(const Tag& tag) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(Slice slice) = 0;
};

// What ended the parsing before the end; the events up to there have been given.
struct MarkupFault {
    std::string message;  // empty: none
    std::uint32_t line = 0;
};

// Well-formed XML, by expat. Declares its own entities: a fault, since a few bytes of them can mean gigabytes.
[[nodiscard]] MarkupFault parse_xml(const Markup& markup, MarkupHandler& handler);

// Whatever it is: unclosed elements, bare & and <, attributes without quotation marks. Ends every element that it
// starts.
[[nodiscard]] MarkupFault parse_soup(const Markup& markup, MarkupHandler& handler);

inline constexpr std::uint32_t deepest_markup = 500;  // elements in elements

// Names mostly differ in length or at their front: no call for those.
[[nodiscard]] inline bool is_same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a == b));
}

// Whether it is this name in small letters, or the same in capitals as old HTML has it.
[[nodiscard]] inline bool is_html_name(std::string_view name, std::string_view small) {
    return std::equal(name.begin(), name.end(), small.begin(), small.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// The number at the front of a text, and what stands behind it; false if there is none.
[[nodiscard]] bool take_number(std::string_view& text, float& out);

}  // namespace broadsheet::reading
