// What a headline stands over: its own width, and where it is centred all columns whose middle it marks.
#include <algorithm>
#include <cmath>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr float far_below = 5;      // pitches from a headline to its columns: a deck and a byline may stand between
constexpr float off_centre = 1.2F;  // ems

class Spans {
public:
    explicit Spans(Sheet& sheet) : s_(sheet) {}

    void run() {
        for (Stack& x : s_.stacks) x.over = x.box;
        for (Stack& x : s_.stacks)
            if (x.heading && !x.beside) find(x);
    }

private:
    // The columns that begin together below it, from left to right.
    void find(Stack& head) {
        const Stack* first = nullptr;
        for (const Stack& x : s_.stacks)
            if (is_column(x) && is_below(x, head) && is_covered(x, head) && (!first || x.box.top < first->box.top))
                first = &x;
        if (!first) return;
        row_.clear();
        for (const Stack& x : s_.stacks)
            if (is_column(x) && is_below(x, head) && begins_with(x, *first)) row_.push_back(&x);
        std::sort(row_.begin(), row_.end(), [](const Stack* a, const Stack* b) { return a->box.left < b->box.left; });
        const auto covered = [&](const Stack* x) { return is_covered(*x, head); };
        const auto begin = std::find_if(row_.begin(), row_.end(), covered);
        if (begin == row_.end()) return;
        const auto from = static_cast<std::size_t>(begin - row_.begin());
        if (std::abs(head.box.left - row_[from]->left) < 0.5F * s_.em) return;  // set flush left
        std::size_t to = from;
        while (to + 1 < row_.size() && covered(row_[to + 1]) && joins(to)) ++to;
        widen(head, from, to);
    }

    void widen(Stack& head, std::size_t from, std::size_t to) const {
        constexpr std::size_t most = 4;
        for (std::size_t more = 0; more <= most; ++more)
            for (std::size_t left = 0; left <= more; ++left) {
                const auto right = more - left;
                if (left > from || to + right >= row_.size()) continue;
                bool whole = true;
                for (auto k = from - left; k < to + right; ++k) whole = whole && joins(k);
                if (!whole) continue;
                const float a = row_[from - left]->left, b = row_[to + right]->box.right;
                if (std::abs(middle(head.box) - (a + b) / 2) > off_centre * s_.em) continue;
                if (head.box.left < a - 0.7F * s_.em && head.box.right > b + 0.7F * s_.em) continue;  // too wide
                head.over.left = std::min(head.over.left, a);
                head.over.right = std::max(head.over.right, b);
                return;
            }
    }

    // Is the next column of the row its neighbour?
    [[nodiscard]] bool joins(std::size_t k) const { return row_[k + 1]->box.left - row_[k]->box.right < 4 * s_.em; }
    [[nodiscard]] static bool is_covered(const Stack& x, const Stack& head) {
        return shared_width(x.box, head.box) > 0.3F * std::min(width(x.box), width(head.box));
    }
    [[nodiscard]] static bool is_column(const Stack& x) { return !x.heading && x.rows.size() > 2; }
    [[nodiscard]] bool is_below(const Stack& x, const Stack& head) const {
        const float gap = x.box.top - head.box.bottom;
        return gap > -0.6F * s_.height && gap < far_below * s_.pitch &&
               std::none_of(s_.stacks.begin(), s_.stacks.end(), [&](const Stack& y) {
                   return y.heading && &y != &head && y.box.bottom > head.box.top &&
                          y.box.bottom < x.box.top + s_.height && shared_width(y.box, x.box) > 0;
               });
    }
    [[nodiscard]] bool begins_with(const Stack& x, const Stack& first) const {
        return std::abs(x.box.top - first.box.top) < 1.5F * s_.pitch;
    }

    Sheet& s_;
    std::vector<const Stack*> row_;
};

}  // namespace

void find_spans(Sheet& sheet) { Spans(sheet).run(); }

}  // namespace broadsheet::geometry
