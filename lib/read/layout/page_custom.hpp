// What PAGE files say of a region in words: its type, and `custom`, where Transkribus, eScriptorium and others put
// what the schema has no place for: structure {type:heading; id:a1;} readingOrder {index:0;}
#pragma once

#include <string>
#include <string_view>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

struct Custom {
    std::string type;         // of the structure, but for an article
    std::string article;      // id of the article that it belongs to
    bool is_article = false;  // structure {type:article;}, with an id or without
    float index = -1;         // of the reading order; -1: not said
};

[[nodiscard]] Custom custom_of(std::string_view text);

// By the schema's names, by those of SegmOnto, and by what people write. RegionKind::text where it says nothing.
[[nodiscard]] RegionKind kind_of_type(std::string_view type);

// Of an element: TextRegion, ImageRegion ...
[[nodiscard]] RegionKind kind_of_element(std::string_view name);

}  // namespace broadsheet::reading
