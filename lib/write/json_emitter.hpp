// JSON put together by appending, without a tree: output is the last stage of the hot path.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace broadsheet {

// Appends the text as a JSON string, quotation marks included. Always valid UTF-8: a byte that is part of no
// character becomes U+FFFD. What YAML does not take raw (C1 controls, U+2028) is escaped too, so that the same string
// serves as front matter of Markdown.
void append_json_string(std::string& out, std::string_view text);

// The same without the quotation marks: for a string made of several parts.
void append_json_escaped(std::string& out, std::string_view text);

void append_integer(std::string& out, std::uint64_t value);

// At most two decimals and always at least one ("0.93", "1.0"), whatever the locale: a column of a table that
// holds 1 in one row and 0.5 in the next would change its type.
void append_decimal(std::string& out, double value);

class JsonEmitter {
public:
    // What a container looks like when the output is pretty: a line for each member, or all in one row.
    enum class Layout : std::uint8_t { lines, row };

    JsonEmitter(std::string& out, bool pretty) : out_(out), pretty_(pretty) {}

    void begin_object(Layout layout = Layout::lines) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(Layout layout = Layout::lines) { begin('[', layout); }
    void end_array() { end(']'); }

    // Keys are our own words: nothing in them needs an escape.
    void key(std::string_view name);

    void string(std::string_view text);
    void integer(std::uint64_t value);
    void decimal(double value);
    void boolean(bool value);

    void string(std::string_view name, std::string_view text) { key(name), string(text); }
    void integer(std::string_view name, std::uint64_t value) { key(name), integer(value); }
    void decimal(std::string_view name, double value) { key(name), decimal(value); }
    void boolean(std::string_view name, bool value) { key(name), boolean(value); }

    // Of numbers, in one row.
    void integers(std::initializer_list<std::uint64_t> values);

    // For a string whose text the caller appends by himself with append_json_escaped().
    void begin_string() { before_value(), out_ += '"'; }
    void end_string() { out_ += '"'; }

private:
    struct Level {
        Layout layout = Layout::lines;
        bool empty = true;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void before_value();
    void before_member();
    void new_line();

    std::string& out_;
    bool pretty_;
    bool after_key_ = false;
    std::array<Level, 16> levels_{};  // deeper than any document of ours
    std::size_t depth_ = 0;
};

}  // namespace broadsheet
