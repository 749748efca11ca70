// Rows that stand one below the other become stacks.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float few = 4;             // ems
constexpr float indent_most = 3.5F;  // ems
constexpr std::size_t heading_rows = 6;

class Stacker {
public:
    explicit Stacker(Sheet& sheet) : s_(sheet) {}

    void run() {
        by_top_.resize(s_.rows.size());
        std::iota(by_top_.begin(), by_top_.end(), 0U);
        std::stable_sort(by_top_.begin(), by_top_.end(),
                         [&](auto a, auto b) { return s_.rows[a].box.top < s_.rows[b].box.top; });
        above_.assign(s_.rows.size(), none);
        below_.assign(s_.rows.size(), none);
        for (std::size_t i = 0; i < by_top_.size(); ++i)
            if (s_.rows[by_top_[i]].upright)
                link_upright(by_top_[i]);
            else
                link(i);
        for (const auto row : by_top_)
            if (above_[row] == none) collect(row);
    }

private:
    // How far apart rows of this size stand.
    [[nodiscard]] float pitch(const Row& row) const { return s_.pitch * std::max(1.0F, row.size); }

    // The next row above that stands over it, and is of its stack.
    void link(std::size_t at) {
        const auto b = by_top_[at];
        const Row& row = s_.rows[b];
        const float reach = far_below * pitch(row) + 4 * s_.height;
        std::uint32_t best = none;
        float lowest = 0;
        for (std::size_t k = at; k-- > 0;) {
            const Row& up = s_.rows[by_top_[k]];
            if (row.box.top - up.box.top > reach) break;
            if (up.upright) continue;
            if (up.box.top > row.box.top - 0.4F * std::min(height(up.box), height(row.box))) continue;  // beside it
            // The last word of a paragraph and the indent of the next one need not overlap.
            if (shared_width(row.box, up.box) < 0.3F * std::min(width(row.box), width(up.box)) &&
                std::abs(row.box.left - up.box.left) > indent_most * s_.em)
                continue;
            if (best == none || up.box.bottom > lowest) {
                best = by_top_[k];
                lowest = up.box.bottom;
            }
        }
        if (best == none || !one_stack(s_.rows[best], row)) return;
        // Of two rows below one, the one that fits better.
        if (below_[best] != none) {
            const auto other = below_[best];
            if (misfit(s_.rows[best], s_.rows[other]) <= misfit(s_.rows[best], row)) return;
            above_[other] = none;
        }
        above_[b] = best;
        below_[best] = b;
    }

    // The columns of an upright headline go from right to left.
    void link_upright(std::uint32_t b) {
        const Row& row = s_.rows[b];
        std::uint32_t best = none;
        for (const auto a : by_top_) {
            const Row& right = s_.rows[a];
            if (a == b || !right.upright || below_[a] != none || right.box.left < row.box.left + 0.5F * width(row.box))
                continue;
            const float thick = std::max(width(right.box), width(row.box));
            if (std::abs(right.box.top - row.box.top) > thick || right.box.left - row.box.right > 0.8F * thick ||
                !one_type(right, row))
                continue;
            if (best == none || right.box.left < s_.rows[best].box.left) best = a;
        }
        above_[b] = best;
        if (best != none) below_[best] = b;
    }

    [[nodiscard]] static float misfit(const Row& a, const Row& b) {
        return std::min(std::abs(a.box.left - b.box.left), std::abs(a.box.right - b.box.right));
    }

    [[nodiscard]] bool one_stack(const Row& a, const Row& b) const {
        const float small = std::min(a.size, b.size);
        if (!one_type(a, b)) return false;
        if (b.box.top - a.box.top > far_below * s_.pitch * std::max(1.0F, small) * 1.0F) return false;
        const float em = s_.em * std::max(1.0F, small);
        const float left = b.box.left - a.box.left, right = b.box.right - a.box.right;
        if (std::abs(left) < indent_most * em) return true;
        if (a.region != none && a.region == b.region) return true;
        return std::abs(middle(a.box) - middle(b.box)) < 1.5F * em || (left > 0 && right < em);
    }

    void collect(std::uint32_t first) {
        Stack stack;
        for (auto row = first; row != none; row = below_[row]) stack.rows.push_back(row);
        describe(s_, stack);
        s_.stacks.push_back(std::move(stack));
    }

    Sheet& s_;
    std::vector<std::uint32_t> by_top_, above_, below_;
};

}  // namespace

bool one_type(const Row& a, const Row& b) {
    const auto ratio = [](float x, float y) { return std::max(x, y) / std::max(0.01F, std::min(x, y)); };
    const float high = ratio(a.by_height, b.by_height), wide = ratio(a.by_width, b.by_width);
    // Letters without strokes up or down make a row low, a short one above all.
    if (std::max(a.size, b.size) < larger_type) {
        const Row& low = a.by_height < b.by_height ? a : b;
        return std::min(high, wide) < (low.ems < few ? 2.0F : 1.4F);
    }
    return std::min(high, wide) < 1.2F && std::max(high, wide) < 1.7F && ratio(a.size, b.size) < 1.3F;
}

void describe(const Sheet& sheet, Stack& stack) {
    stack.box = sheet.rows[stack.rows[0]].box;
    float sum = 0, weight = 0;
    std::vector<float> lefts, rights;
    lefts.reserve(stack.rows.size());
    rights.reserve(stack.rows.size());
    for (const auto i : stack.rows) {
        const Row& row = sheet.rows[i];
        include(stack.box, row.box);
        sum += row.size * std::max(1.0F, row.ems);
        weight += std::max(1.0F, row.ems);
        lefts.push_back(row.box.left);
        rights.push_back(row.box.right);
    }
    stack.size = sum / weight;
    // Marks hang over the right edge, specks over both.
    stack.left = value_at(lefts, 15);
    stack.right = value_at(rights, 75);
    stack.heading = stack.size > larger_type && stack.rows.size() <= heading_rows;
    stack.beside = stack.heading && sheet.rows[stack.rows[0]].upright;
}

void find_stacks(Sheet& sheet) {
    sheet.stacks.clear();
    Stacker(sheet).run();
}

}  // namespace broadsheet::geometry
