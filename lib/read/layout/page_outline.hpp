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

    // Its box inside the page; `cut` says whether it reached beyond. What lies outside of it as a whole is left as it
    // is: its place tells of its order.
    [[nodiscard]] std::optional<Box> on(const Page& page, bool& cut) const {
        cut = false;
        if (!has_area()) return std::nullopt;
        if (!(page.width > 0) || !(page.height > 0)) return box_;
        Box box = *box_;
        box.left = std::max(box.left, 0.0F);
        box.top = std::max(box.top, 0.0F);
        box.right = std::min(box.right, page.width);
        box.bottom = std::min(box.bottom, page.height);
        const float slack = 0.01F * std::max(page.width, page.height);
        cut = box.left - box_->left > slack || box.top - box_->top > slack || box_->right - box.right > slack ||
              box_->bottom - box.bottom > slack;
        return box.right > box.left && box.bottom > box.top ? box : *box_;
    }

private:
    std::optional<Box> box_;
};

}  // namespace broadsheet::reading
