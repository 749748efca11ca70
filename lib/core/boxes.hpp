// Arithmetic of boxes.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet {

// Type that is larger than the running text, whose size is 1 (Line::size): that of headlines.
inline constexpr float larger_type = 1.22F;

[[nodiscard]] inline float width(const Box& b) { return b.right - b.left; }
[[nodiscard]] inline float height(const Box& b) { return b.bottom - b.top; }
[[nodiscard]] inline float middle(const Box& b) { return (b.left + b.right) / 2; }

// By how much two boxes stand one above the other, or side by side; below 0: how far apart they are.
[[nodiscard]] inline float shared_width(const Box& a, const Box& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left);
}
[[nodiscard]] inline float shared_height(const Box& a, const Box& b) {
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

// Makes the whole large enough for the part.
inline void include(Box& whole, const Box& part) {
    whole.left = std::min(whole.left, part.left);
    whole.top = std::min(whole.top, part.top);
    whole.right = std::max(whole.right, part.right);
    whole.bottom = std::max(whole.bottom, part.bottom);
}
inline void include(std::optional<Box>& whole, const Box& part) {
    if (whole)
        include(*whole, part);
    else
        whole = part;
}

// The value below which so many hundredths of them lie; 0 where there are none. They come out in another order.
[[nodiscard]] inline float value_at(std::vector<float>& values, std::size_t hundredths) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() * hundredths / 100);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace broadsheet
