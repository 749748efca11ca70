#include "geometry/order.hpp"

#include <algorithm>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float one_column = 0.15F;  // of the narrower one: less is the slant of the page
constexpr float wide = 1.2F;         // of the column that most blocks have

// Which of two comes first: -1 the first, 1 the second, 0 neither.
class Blocks {
public:
    explicit Blocks(const std::vector<Box>& boxes) : boxes_(boxes) {
        std::vector<std::pair<float, float>> widths;
        float all = 0, sum = 0;
        for (const Box& box : boxes) {
            widths.emplace_back(width(box), height(box));
            all += height(box);
        }
        std::sort(widths.begin(), widths.end());
        float column = 0;
        for (const auto& [w, h] : widths)
            if (column == 0 && (sum += h) * 2 >= all) column = w;
        for (const Box& box : boxes)
            if (width(box) > wide * column) wide_.push_back(box);
    }

    [[nodiscard]] int operator()(std::uint32_t i, std::uint32_t k) const {
        const Box &a = boxes_[i], &b = boxes_[k];
        if (overlap(a, b)) return centre(a) < centre(b) ? -1 : centre(a) > centre(b) ? 1 : 0;
        const bool left = middle(a) < middle(b);
        for (const Box& over : wide_) {
            const float c = centre(over);
            if ((c > centre(a)) == (c > centre(b)) || !overlap(over, a) || !overlap(over, b)) continue;
            if (width(over) < 1.5F * std::max(width(a), width(b))) continue;
            return centre(a) < centre(b) ? -1 : 1;
        }
        return left ? -1 : 1;
    }

private:
    static float centre(const Box& b) { return (b.top + b.bottom) / 2; }
    static bool overlap(const Box& a, const Box& b) {
        return shared_width(a, b) > one_column * std::min(width(a), width(b));
    }

    const std::vector<Box>& boxes_;
    std::vector<Box> wide_;
};

class Lines {
public:
    explicit Lines(const std::vector<Box>& boxes) : boxes_(boxes) {}

    [[nodiscard]] int operator()(std::uint32_t i, std::uint32_t k) const {
        const Box &a = boxes_[i], &b = boxes_[k];
        const float across = shared_width(a, b) / std::min(width(a), width(b));
        const float down = shared_height(a, b) / std::min(height(a), height(b));
        if (across > 0.1F && across >= down) return a.top + a.bottom < b.top + b.bottom ? -1 : 1;
        if (down > 0.45F) return middle(a) < middle(b) ? -1 : 1;
        return 0;
    }

private:
    const std::vector<Box>& boxes_;
};

// Each behind all that come before it; of several that are free, the one that `better` prefers.
template <class Before, class Better>
std::vector<std::uint32_t> sorted(std::uint32_t n, const Before& before, const Better& better) {
    std::vector<std::vector<std::uint32_t>> after(n);
    std::vector<std::uint32_t> waits(n, 0), out;
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
        std::uint32_t pick = none;
        for (std::uint32_t i = 0; i < n; ++i)
            if (!done[i] && waits[i] == fewest && (pick == none || better(i, pick, out))) pick = i;
        done[pick] = true;
        out.push_back(pick);
        for (const auto k : after[pick]) --waits[k];
    }
    return out;
}

}  // namespace

std::vector<std::uint32_t> order_of_blocks(const std::vector<Box>& boxes) {
    return sorted(static_cast<std::uint32_t>(boxes.size()), Blocks(boxes), [&](auto i, auto k, const auto&) {
        return boxes[i].left != boxes[k].left ? boxes[i].left < boxes[k].left : boxes[i].top < boxes[k].top;
    });
}

std::vector<std::uint32_t> order_of_lines(const std::vector<Box>& boxes) {
    float tallest = 0;
    std::vector<float> heights;
    for (const Box& box : boxes) heights.push_back(height(box));
    std::sort(heights.begin(), heights.end());
    if (!heights.empty()) tallest = heights[heights.size() * 9 / 10];
    return sorted(static_cast<std::uint32_t>(boxes.size()), Lines(boxes), [&](auto i, auto k, const auto&) {
        const Box &a = boxes[i], &b = boxes[k];
        // In one row of the text the one at the left.
        if (std::abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < 0.75F * tallest) return a.left < b.left;
        return a.top + a.bottom < b.top + b.bottom;
    });
}

float share_reversed(const std::vector<Box>& boxes, const std::vector<std::uint32_t>& order, bool blocks) {
    if (order.size() < 2) return 0;
    const Blocks of_blocks(boxes);
    const Lines of_lines(boxes);
    std::size_t reversed = 0;
    for (std::size_t i = 1; i < order.size(); ++i)
        reversed += (blocks ? of_blocks(order[i - 1], order[i]) : of_lines(order[i - 1], order[i])) > 0 ? 1 : 0;
    return static_cast<float>(reversed) / static_cast<float>(order.size() - 1);
}

}  // namespace broadsheet::geometry
