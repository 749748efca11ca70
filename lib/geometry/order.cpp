#include "geometry/order.hpp"

#include <algorithm>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float one_column = 0.15F;       // of the narrower one: less is the slant of the page
constexpr std::size_t most_blocks = 400;  // of more, only what is wider than a column is asked whether it parts others
constexpr float wide = 1.2F;              // of the column that most blocks have

// Which of two comes first: -1 the first, 1 the second, 0 neither.
class Blocks {
public:
    Blocks(const std::vector<Box>& boxes, const std::vector<Box>& rules) : boxes_(boxes) {
        std::vector<std::pair<float, float>> widths;
        float all = 0, sum = 0;
        for (const Box& box : boxes) {
            widths.emplace_back(width(box), height(box));
            all += height(box);
        }
        std::sort(widths.begin(), widths.end());
        for (const auto& [w, h] : widths)
            if (column_ <= 0 && (sum += h) * 2 >= all) column_ = w;
        for (const Box& box : boxes) {
            if (width(box) > wide * column_)
                over_.push_back(as_far_as_free(box));
            else if (boxes.size() <= most_blocks)
                over_.push_back(box);
        }
        for (const Box& rule : rules)
            if (width(rule) > wide * column_ && width(rule) > 5 * height(rule)) over_.push_back(rule);
    }

    [[nodiscard]] int operator()(std::uint32_t i, std::uint32_t k) const {
        const Box &a = boxes_[i], &b = boxes_[k];
        if (overlap(a, b)) return centre(a) < centre(b) ? -1 : centre(a) > centre(b) ? 1 : 0;
        const bool left = middle(a) < middle(b);
        // A number beside the column's text, a signature at its end.
        if (std::min(width(a), width(b)) < 0.6F * column_ &&
            shared_height(a, b) < 0.3F * std::min(height(a), height(b)) && in_one_column(a, b))
            return centre(a) < centre(b) ? -1 : 1;
        for (const Box& over : over_) {
            const float c = centre(over);
            if ((c > centre(a)) != (c > centre(b)) && overlap(over, a) && overlap(over, b))
                return centre(a) < centre(b) ? -1 : 1;
        }
        return left ? -1 : 1;
    }

private:
    [[nodiscard]] bool in_one_column(const Box& a, const Box& b) const {
        const float reach = 3 * std::min(height(a), height(b));
        const float top = std::min(a.top, b.top) - reach, bottom = std::max(a.bottom, b.bottom) + reach;
        return std::any_of(boxes_.begin(), boxes_.end(), [&](const Box& c) {
            return c.bottom > top && c.top < bottom && width(c) > 0.7F * column_ && width(c) < wide * column_ &&
                   shared_width(a, c) > 0.8F * width(a) && shared_width(b, c) > 0.8F * width(b);
        });
    }

    [[nodiscard]] Box as_far_as_free(const Box& box) const {
        float left = box.left, right = box.right, ends_left = -1e9F, ends_right = 1e9F;
        for (const Box& other : boxes_) {
            if (shared_height(box, other) <= 0) continue;
            if (other.right <= box.left) ends_left = std::max(ends_left, other.right);
            if (other.left >= box.right) ends_right = std::min(ends_right, other.left);
        }
        for (const Box& other : boxes_) {
            if (other.left >= ends_left) left = std::min(left, other.left);
            if (other.right <= ends_right) right = std::max(right, other.right);
        }
        return {left, box.top, right, box.bottom};
    }

    static float centre(const Box& b) { return (b.top + b.bottom) / 2; }
    static bool overlap(const Box& a, const Box& b) {
        return shared_width(a, b) > one_column * std::min(width(a), width(b));
    }

    const std::vector<Box>& boxes_;
    float column_ = 0;
    std::vector<Box> over_;  // what may part two others
};

class Lines {
public:
    explicit Lines(const std::vector<Box>& boxes) : boxes_(boxes) {}

    [[nodiscard]] int operator()(std::uint32_t i, std::uint32_t k) const {
        const Box &a = boxes_[i], &b = boxes_[k];
        const float across = shared_width(a, b) / std::min(width(a), width(b));
        const float down = shared_height(a, b) / std::min(height(a), height(b));
        if (down > 0.45F && down > across) return middle(a) < middle(b) ? -1 : 1;
        if (across > 0.1F) return a.top + a.bottom < b.top + b.bottom ? -1 : 1;
        return 0;
    }

private:
    const std::vector<Box>& boxes_;
};

// Each behind all that come before it; of several that are free, the one that `pick_of` takes.
template <class Before, class Pick>
std::vector<std::uint32_t> sorted(std::uint32_t n, const Before& before, const Pick& pick_of) {
    std::vector<std::vector<std::uint32_t>> after(n);
    std::vector<std::uint32_t> waits(n, 0), free, out;
    for (std::uint32_t i = 0; i < n; ++i)
        for (auto k = i + 1; k < n; ++k) {
            const int first = before(i, k);
            if (first < 0) {
                after[i].push_back(k);
                ++waits[k];
            } else if (first > 0) {
                after[k].push_back(i);
                ++waits[i];
            }
        }
    std::vector<bool> done(n, false);
    out.reserve(n);
    while (out.size() < n) {
        std::uint32_t fewest = n;
        for (std::uint32_t i = 0; i < n; ++i)
            if (!done[i]) fewest = std::min(fewest, waits[i]);
        // More than none only where boxes lie over each other and nothing is first.
        free.clear();
        for (std::uint32_t i = 0; i < n; ++i)
            if (!done[i] && waits[i] == fewest) free.push_back(i);
        const auto pick = pick_of(free);
        done[pick] = true;
        out.push_back(pick);
        for (const auto k : after[pick]) --waits[k];
    }
    return out;
}

}  // namespace

std::vector<std::uint32_t> order_of_blocks(const std::vector<Box>& boxes, const std::vector<Box>& rules) {
    return sorted(static_cast<std::uint32_t>(boxes.size()), Blocks(boxes, rules), [&](const auto& free) {
        return *std::min_element(free.begin(), free.end(), [&](auto i, auto k) {
            return boxes[i].left != boxes[k].left ? boxes[i].left < boxes[k].left : boxes[i].top < boxes[k].top;
        });
    });
}

std::vector<std::uint32_t> order_of_lines(const std::vector<Box>& boxes) {
    std::vector<float> heights;
    heights.reserve(boxes.size());
    for (const Box& box : boxes) heights.push_back(height(box));
    std::sort(heights.begin(), heights.end());
    const float tall = heights.empty() ? 0 : heights[heights.size() * 9 / 10];
    return sorted(static_cast<std::uint32_t>(boxes.size()), Lines(boxes), [&](const auto& free) {
        // The topmost one, unless a line as high as its row has one farther left beside it, too.
        auto pick = *std::min_element(free.begin(), free.end(), [&](auto i, auto k) {
            return boxes[i].top + boxes[i].bottom < boxes[k].top + boxes[k].bottom;
        });
        const auto top = pick;
        const auto holds = [](const Box& row, const Box& part) {
            return shared_height(row, part) > 0.7F * height(part);
        };
        for (const auto i : free)
            if (boxes[i].left < boxes[pick].left && boxes[i].top < boxes[top].top + tall &&
                std::any_of(boxes.begin(), boxes.end(),
                            [&](const Box& row) { return holds(row, boxes[i]) && holds(row, boxes[top]); }))
                pick = i;
        return pick;
    });
}

namespace {

template <class Before>
float share_reversed(const std::vector<std::uint32_t>& order, const Before& before) {
    std::size_t reversed = 0, all = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const int first = before(order[i - 1], order[i]);
        reversed += first > 0 ? 1 : 0;
        all += first != 0 ? 1 : 0;
    }
    return all == 0 ? 0 : static_cast<float>(reversed) / static_cast<float>(all);
}

}  // namespace

float share_of_blocks_reversed(const std::vector<Box>& boxes, const std::vector<Box>& rules,
                               const std::vector<std::uint32_t>& order) {
    return share_reversed(order, Blocks(boxes, rules));
}

float share_of_lines_reversed(const std::vector<Box>& boxes, const std::vector<std::uint32_t>& order) {
    return share_reversed(order, Lines(boxes));
}

}  // namespace broadsheet::geometry
