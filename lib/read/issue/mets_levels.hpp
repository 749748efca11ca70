// What the divs of a METS file are by their types. Producers name them as they like, in any language.
#pragma once

#include <cstdint>
#include <string>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

// What is neither a part of a newspaper nor a part of an article is an article of some kind.
enum class MetsLevel : std::uint8_t { holder, item, unknown, part };

// @param type plain_type() of it
[[nodiscard]] MetsLevel mets_level_of(const std::string& type);

// The same for what its text is.
[[nodiscard]] RegionKind mets_kind_of(const std::string& type);

}  // namespace broadsheet::reading
