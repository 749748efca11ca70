// Modules: texts with their headlines, as rectangles of the page.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "broadsheet/document.hpp"
#include "repair/columns_segments.hpp"

namespace broadsheet::repair_stage {

// A text with its headlines: columns side by side that begin in one row.
struct Module {
    std::vector<std::uint32_t> heads, parts;  // segments
    int left = std::numeric_limits<int>::max(), right = 0;
    float top = std::numeric_limits<float>::max(), bottom = 0;
    float zone = 0;  // the height at which its headlines begin

    [[nodiscard]] bool empty() const { return heads.empty() && parts.empty(); }
};

[[nodiscard]] std::vector<Module> find_modules(const Document& document, const Segments& segments);

// Headlines side by side that an extractor set into one line are parted, and given to their texts.
void share_heads(const Document& document, Segments& segments, std::vector<Module>& modules);

}  // namespace broadsheet::repair_stage
