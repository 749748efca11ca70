// XML put together by appending, without a tree: output is the last stage of the hot path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "write/xml_tag.hpp"

namespace broadsheet {

class XmlEmitter : public XmlTag {
public:
    explicit XmlEmitter(std::string& out);

    // Names are our own words: nothing in them needs an escape.
    void open(std::string_view name);
    // With its namespace, and where the schema of that lies.
    void open_root(std::string_view name, std::string_view name_space, std::string_view schema);
    // White space counts in it: no line breaks are put in, and none into the elements inside.
    void open_text(std::string_view name);
    void close();
    void leaf(std::string_view name, std::string_view text);

    using XmlTag::attribute;
    void attribute(std::string_view name, std::u32string_view value);

    void text(std::string_view text);

private:
    struct Level {
        std::string_view name;
        bool is_text = false;
        bool empty = true;
    };

    void new_line();

    std::vector<Level> levels_;
};

// "p1", "z12": an id that no other prefix gives.
[[nodiscard]] std::string xml_id(std::string_view prefix, std::uint64_t number);

// A language as XML Schema would have it.
[[nodiscard]] bool is_language_tag(std::string_view text);

}  // namespace broadsheet
