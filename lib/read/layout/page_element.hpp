// What the elements of a PAGE file are and say, each by itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/layout/xml.hpp"

namespace broadsheet::reading {

enum class PageElement : std::uint8_t {
    other,
    region,
    line,
    word,
    glyph,
    equiv,
    unicode,
    plain,
    coords,
    baseline,
    group
};

[[nodiscard]] PageElement page_element_of(std::string_view name);

// Set from top to bottom, by what is said of it or of what it stands in.
[[nodiscard]] bool is_set_upright(const Tag& tag, bool outer);

}  // namespace broadsheet::reading
