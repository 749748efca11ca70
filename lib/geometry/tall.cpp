// Lines of running text whose boxes are too high: a speck, or the tail of a letter from the line above, was taken in.
//
// In the middle of a paragraph, with as many letters as the lines around it, at their measure and their distance: that
// is no headline, whatever the height of its box.
#include <algorithm>
#include <cmath>

#include "geometry/sheet.hpp"
#include "geometry/weights.hpp"

namespace broadsheet::geometry {

namespace {

namespace weight = weight::tall;

constexpr float few = 4;              // ems: less is no line
constexpr float alike = 1.12F;        // letters take as much room
constexpr float line_spacing = 1.5F;  // pitches, from middle to middle
constexpr float one_edge = 1.2F;      // ems
constexpr std::uint64_t most_steps = 20'000'000;

class Tall {
public:
    explicit Tall(Sheet& sheet) : s_(sheet) {}

    void run() {
        std::vector<std::uint32_t> by_top(s_.rows.size());
        for (std::uint32_t i = 0; i < by_top.size(); ++i) by_top[i] = i;
        std::stable_sort(by_top.begin(), by_top.end(), [&](auto a, auto b) { return top(a) < top(b); });
        std::vector<std::pair<std::uint32_t, float>> found;  // rows, and where their middle is
        for (std::size_t at = 0; at < by_top.size(); ++at) {
            const Row& row = s_.rows[by_top[at]];
            if (row.upright || row.ems < few || row.size <= larger_type) continue;
            const Row *above = nullptr, *below = nullptr;
            const auto look_at = [&](std::size_t k) {
                const Row& other = s_.rows[by_top[k]];
                const float far = centre(other) - centre(row);
                if (other.upright || other.ems < few || std::abs(far) > line_spacing * s_.pitch ||
                    std::abs(far) < 0.5F * s_.pitch || shared_width(other.box, row.box) < 0.5F * width(other.box))
                    return;
                const Row*& side = far < 0 ? above : below;
                if (!side || std::abs(far) < std::abs(centre(*side) - centre(row))) side = &other;
            };
            const float reach = height(row.box) + 2 * s_.pitch;
            for (auto k = at; k-- > 0 && top(by_top[k]) > row.box.top - reach && ++steps_ < most_steps;) look_at(k);
            for (auto k = at + 1; k < by_top.size() && top(by_top[k]) < row.box.top + reach && ++steps_ < most_steps;
                 ++k)
                look_at(k);
            if (above && below && likeness(row, *above) + likeness(row, *below) >= weight::least)
                found.emplace_back(by_top[at], (centre(*above) + centre(*below)) / 2);
        }
        for (const auto& [i, y] : found) {
            Row& row = s_.rows[i];
            row.size = row.by_height = row.by_width = 1;
            row.box.top = std::max(row.box.top, y - s_.height / 2);
            row.box.bottom = std::max(row.box.top, std::min(row.box.bottom, y + s_.height / 2));
        }
    }

private:
    [[nodiscard]] float top(std::uint32_t i) const { return s_.rows[i].box.top; }
    [[nodiscard]] static float centre(const Row& row) { return (row.box.top + row.box.bottom) / 2; }

    [[nodiscard]] float likeness(const Row& row, const Row& other) const {
        const float a = width(row.box) / row.ems, b = width(other.box) / other.ems;
        float sum = std::max(a, b) < alike * std::min(a, b) ? weight::letters : 0;
        sum += other.size < larger_type ? weight::plain : 0;
        sum += std::abs(row.box.left - other.box.left) < one_edge * s_.em ? weight::begins : 0;
        sum += std::abs(row.box.right - other.box.right) < one_edge * s_.em ? weight::ends : 0;
        return sum;
    }

    Sheet& s_;
    std::uint64_t steps_ = 0;
};

}  // namespace

void even_out(Sheet& sheet) { Tall(sheet).run(); }

}  // namespace broadsheet::geometry
