// Rows that an engine has torn in two, at a wide space or a stain.
#include <algorithm>
#include <cmath>
#include <map>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float at_one_height = 0.22F;  // of the higher one: notes stand two and two beside a line
constexpr float widest = 1.6F;          // ems: a space in a line of text that is set out
constexpr float few = 4;                // ems: less is no line
constexpr float narrow = 0.45F;         // ems of its size: in a headline, where no line of a column tells

class Tears {
public:
    explicit Tears(const Sheet& sheet) : s_(sheet) {}

    std::vector<std::uint32_t> run() {
        by_top_.resize(s_.rows.size());
        for (std::uint32_t i = 0; i < by_top_.size(); ++i) by_top_[i] = i;
        std::stable_sort(by_top_.begin(), by_top_.end(),
                         [&](auto a, auto b) { return s_.rows[a].box.top < s_.rows[b].box.top; });
        for (const Row& r : s_.rows) ++rows_[r.region];
        std::vector<std::uint32_t> next(s_.rows.size(), none);
        std::vector<bool> taken(s_.rows.size(), false);
        for (std::size_t at = 0; at < by_top_.size(); ++at) {
            const auto a = by_top_[at];
            const auto b = at_right(at);
            if (b == none || taken[b] || !may_join(a, b) ||
                !(s_.rows[a].size < larger_type ? is_covered(at, b) : is_headline(at, b)))
                continue;
            next[a] = b;
            taken[b] = true;
        }
        return next;
    }

private:
    // Calls f for all rows whose tops are not farther away than this.
    template <class F>
    void near(std::size_t at, float reach, const F& f) const {
        const float top = s_.rows[by_top_[at]].box.top;
        for (auto k = at; k-- > 0 && top - s_.rows[by_top_[k]].box.top <= reach;) f(by_top_[k]);
        for (auto k = at + 1; k < by_top_.size() && s_.rows[by_top_[k]].box.top - top <= reach; ++k) f(by_top_[k]);
    }

    // The nearest row that stands at the right, at the same height.
    [[nodiscard]] std::uint32_t at_right(std::size_t at) const {
        const Row& a = s_.rows[by_top_[at]];
        std::uint32_t best = none;
        if (a.upright) return best;
        near(at, 0.6F * height(a.box), [&](auto k) {
            const Row& b = s_.rows[k];
            const float gap = b.box.left - a.box.right;
            if (b.upright || gap < -0.5F * s_.em || gap > widest * s_.em * std::max(1.0F, a.size)) return;
            if (b.box.left < a.box.left || off_middle(a.box, b.box) > at_one_height) return;
            if (std::min(height(a.box), height(b.box)) <
                (s_.turned ? 0.75F : 0.5F) * std::max(height(a.box), height(b.box)))
                return;
            if (best == none || b.box.left < s_.rows[best].box.left) best = k;
        });
        return best;
    }

    [[nodiscard]] static float off_middle(const Box& a, const Box& b) {
        return std::abs(a.top + a.bottom - b.top - b.bottom) / 2 / std::max(height(a), height(b));
    }

    // Blocks of several lines are what the engine saw apart, and so are lines of one block in another order.
    [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b) const {
        const auto left = s_.rows[a].region, right = s_.rows[b].region;
        return left == right && left != none ? b == a + 1 : rows_of(left) == 1 && rows_of(right) == 1;
    }
    [[nodiscard]] std::uint32_t rows_of(std::uint32_t region) const {
        const auto at = region == none ? rows_.end() : rows_.find(region);
        return at == rows_.end() ? 1 : at->second;
    }

    // Does a line right above or below take the place of both, and none begin where the second one does?
    [[nodiscard]] bool is_covered(std::size_t at, std::uint32_t right) const {
        const Row &a = s_.rows[by_top_[at]], &b = s_.rows[right];
        if (b.size > larger_type) return false;
        const float most = 3.5F * s_.em;  // of an indent
        bool covered = false, gutter = false;
        near(at, 1.6F * s_.pitch, [&](auto k) {
            const Row& line = s_.rows[k];
            if (line.upright || line.size > larger_type || std::abs(line.box.top - a.box.top) < 0.5F * s_.height)
                return;
            gutter = gutter || (line.box.left > a.box.right - 0.5F * s_.em && line.box.left < b.box.left + s_.em);
            covered = covered || (line.box.left > a.box.left - most && line.box.left < a.box.right - s_.em &&
                                  line.box.right > b.box.left + s_.em && line.box.right > b.box.right - s_.em &&
                                  line.box.left < a.box.left + s_.em);
        });
        return covered && !gutter;
    }

    // One type, set close; and no column of text begins where the second one does.
    [[nodiscard]] bool is_headline(std::size_t at, std::uint32_t right) const {
        const Row &a = s_.rows[by_top_[at]], &b = s_.rows[right];
        const float big = std::max(a.size, b.size), small = std::min(a.size, b.size);
        if (small < larger_type || big > 1.15F * small || b.box.left - a.box.right > narrow * s_.em * small)
            return false;
        bool column = false;
        near(at, b.box.bottom - a.box.top + 5 * s_.pitch, [&](auto k) {
            const Row& line = s_.rows[k];
            column = column || (line.size < larger_type && line.ems >= few && line.box.top > b.box.bottom - s_.height &&
                                std::abs(line.box.left - b.box.left) < s_.em);
        });
        return !column;
    }

    const Sheet& s_;
    std::vector<std::uint32_t> by_top_;
    std::map<std::uint32_t, std::uint32_t> rows_;  // of each region
};

}  // namespace

std::vector<std::uint32_t> find_torn(const Sheet& sheet) { return Tears(sheet).run(); }

}  // namespace broadsheet::geometry
