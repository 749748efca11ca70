// Coords and Baseline of PAGE files: points="12,30 400,28", or, up to 2010, Point children.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "broadsheet/document.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

class Outline {
public:
    void add(float x, float y) {
        if (!box_) box_ = Box{x, y, x, y};
        box_->left = std::min(box_->left, x);
        box_->top = std::min(box_->top, y);
        box_->right = std::max(box_->right, x);
        box_->bottom = std::max(box_->bottom, y);
    }

    void add(std::string_view points) {
        float x = 0, y = 0;
        while (take_number(points, x) && take_number(points, y)) add(x, y);
    }

    [[nodiscard]] const std::optional<Box>& box() const { return box_; }
    [[nodiscard]] bool has_area() const { return box_ && box_->right > box_->left && box_->bottom > box_->top; }
    // Longer from top to bottom than from side to side.
    [[nodiscard]] bool is_upright() const { return box_ && box_->bottom - box_->top > 2 * (box_->right - box_->left); }

private:
    std::optional<Box> box_;
};

}  // namespace broadsheet::reading
