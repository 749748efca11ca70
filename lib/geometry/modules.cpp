// Which columns stand under which headline, and in which order all is read.
//
// Each stack follows one other: the headline above it, the text above it in its column, or the column at its left, of
// which the first of these is a good one and the last one a good one too where both begin at one height. What follows
// one another in that way is one module.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

class Modules {
public:
    explicit Modules(Sheet& sheet) : s_(sheet), n_(sheet.stacks.size()) {}

    void run() {
        find_spans(s_);
        up_.resize(n_);
        for (std::size_t i = 0; i < n_; ++i) up_[i] = directly_above(i);
        for (std::size_t i = 0; i < n_; ++i) s_.stacks[i].caption = is_caption(i);
        beside_ = heads_beside(s_, up_);
        follows_.assign(n_, none);
        for (std::size_t i = 0; i < n_; ++i) follows_[i] = leader_of(i);
        for (std::size_t i = 0; i < n_; ++i) break_circle(i);
        number();
        order();
    }

private:
    [[nodiscard]] const Stack& stack(std::size_t i) const { return s_.stacks[i]; }
    [[nodiscard]] bool small(std::size_t i) const { return !stack(i).heading && stack(i).rows.size() <= 2; }
    [[nodiscard]] float gap(std::size_t above, std::size_t below) const {
        return stack(below).box.top - stack(above).box.bottom;
    }

    // The lowest stack above that covers a good part of it.
    [[nodiscard]] std::uint32_t directly_above(std::size_t i) const {
        const Box& box = stack(i).box;
        std::uint32_t best = none;
        for (std::size_t k = 0; k < n_; ++k) {
            const Box& other = stack(k).over;
            if (k == i || other.bottom > box.top + 0.6F * s_.height || other.top >= box.top) continue;
            if (stack(k).beside) continue;
            if (shared_width(box, other) < 0.3F * std::min(width(box), width(other))) continue;
            if (best == none || other.bottom > stack(best).box.bottom) best = static_cast<std::uint32_t>(k);
        }
        return best;
    }

    // The column at its left that begins at its height.
    [[nodiscard]] std::uint32_t left_column(std::size_t i) const {
        const Box& box = stack(i).box;
        std::uint32_t best = none;
        for (std::size_t k = 0; k < n_; ++k) {
            const Box& other = stack(k).box;
            // Marks hang over a column's edge: what counts is its middle.
            if (k == i || stack(k).heading || other.left > box.left - 2 * s_.em || middle(other) > box.left) continue;
            if (!begins_beside(stack(k), box.top)) continue;
            if (best == none || other.right > stack(best).box.right) best = static_cast<std::uint32_t>(k);
        }
        if (best == none) return none;
        // Next to it, no column and no upright headline between.
        const Box& left = stack(best).box;
        if (box.left - left.right > std::max(6 * s_.em, width(left))) return none;
        const bool parted = std::any_of(s_.stacks.begin(), s_.stacks.end(), [&](const Stack& x) {
            return x.beside && x.box.left > middle(left) && x.box.right < middle(box) && shared_height(x.box, box) > 0;
        });
        return parted ? none : best;
    }

    // Does one of its first rows, below a byline perhaps, stand at this height?
    [[nodiscard]] bool begins_beside(const Stack& x, float top) const {
        for (std::size_t r = 0; r < std::min<std::size_t>(3, x.rows.size()); ++r)
            if (std::abs(s_.rows[x.rows[r]].box.top - top) < 0.5F * s_.pitch) return true;
        return false;
    }

    [[nodiscard]] bool is_under(std::size_t i, std::uint32_t heading) const {
        const Box &box = stack(i).box, &over = stack(heading).over;
        return box.left > over.left - 2.5F * s_.em && box.left < over.right;
    }

    [[nodiscard]] std::uint32_t leader_of(std::size_t i) const {
        if (beside_[i] != none) return beside_[i];
        const auto up = up_[i];
        const auto left = stack(i).heading || stack(i).caption ? none : left_column(i);
        if (stack(i).heading) {
            // Kicker, headline and deck stand close together.
            if (up != none && (stack(up).heading || small(up)) &&
                gap(up, i) < 0.9F * s_.pitch * std::max(1.0F, std::max(stack(up).size, stack(i).size) * 0.8F) &&
                !follows_text(up))
                return up;
            return none;
        }
        if (leads_down(i)) return none;
        if (up == none && left == none) {
            const auto column = beside_headline(s_, static_cast<std::uint32_t>(i));
            return column;
        }
        if (up == none) return left;
        const bool heads = stack(up).heading || (small(up) && leads_from_heading(up));
        const float lines = gap(up, i) / s_.pitch;
        const bool parted = !heads && is_parted(s_, stack(up).box, stack(i).box);
        if (!heads && (parted || lines > 1.4F))
            if (const auto column = beside_headline(s_, static_cast<std::uint32_t>(i)); column != none) return column;
        if (!heads && left == none && (parted || is_top(up))) return none;
        if (heads && is_under(i, up) && (left == none || lines < 2.5F || stack(left).box.right < stack(up).box.left))
            return up;
        if (left != none) return left;
        return up;
    }

    // Few rows with nothing above them for the height of a picture, and no text below.
    [[nodiscard]] bool is_caption(std::size_t i) const {
        const Stack& x = stack(i);
        if (x.heading || x.rows.size() > 3 || x.size > 1.1F || up_[i] == none || gap(up_[i], i) < 5 * s_.pitch)
            return false;
        return std::none_of(s_.stacks.begin(), s_.stacks.end(), [&](const Stack& y) {
            return y.box.top > x.box.top && y.box.top - x.box.bottom < 1.5F * s_.pitch &&
                   shared_width(x.box, y.box) > 0;
        });
    }

    // A short stack right under a headline: a deck, a byline.
    [[nodiscard]] bool leads_from_heading(std::uint32_t i) const {
        const auto up = up_[i];
        if (up == none || !stack(up).heading || gap(up, i) > 1.5F * s_.pitch || begun_by(i) != none) return false;
        // ... and no short last column.
        return std::none_of(s_.stacks.begin(), s_.stacks.end(), [&](const Stack& x) {
            return x.rows.size() > 2 && !x.heading && std::abs(x.box.top - stack(i).box.top) < 0.5F * s_.pitch;
        });
    }
    // The column right below it whose first line it is, from that one's edge, an indent or a large initial to the other
    // edge; none if there is none.
    [[nodiscard]] std::uint32_t begun_by(std::uint32_t i) const {
        const Stack& x = stack(i);
        for (std::uint32_t k = 0; small(i) && k < n_; ++k) {
            const Stack& y = stack(k);
            const float step = y.box.top - s_.rows[x.rows.back()].box.top;
            if (is_column_text(y) && step > 0.5F * s_.pitch && step < 1.3F * s_.pitch &&
                std::abs(x.box.right - y.right) < 0.7F * s_.em && x.box.left > y.left - 0.7F * s_.em &&
                x.box.left < middle(y.box))
                return k;
        }
        return none;
    }
    [[nodiscard]] static bool is_column_text(const Stack& x) { return !x.heading && x.rows.size() > 2; }
    // A short stack that is the last line of a text, and no kicker.
    [[nodiscard]] bool follows_text(std::uint32_t i) const {
        if (stack(i).heading) return false;
        const auto up = up_[i];
        return up != none && gap(up, i) < s_.pitch;
    }

    // Nothing but a running head stands there.
    [[nodiscard]] bool is_top(std::uint32_t i) const { return small(i) && stack(i).rows.size() == 1 && up_[i] == none; }

    // A label or a kicker in small type: nearer to the headline below than to what stands above.
    [[nodiscard]] bool leads_down(std::size_t i) const {
        const auto up = up_[i];
        if (!small(i) || (up != none && gap(up, i) < 1.2F * s_.pitch)) return false;
        for (std::size_t k = 0; k < n_; ++k)
            if (up_[k] == i && stack(k).heading && gap(i, k) < s_.pitch) return true;
        return false;
    }

    void break_circle(std::size_t i) {
        auto at = static_cast<std::uint32_t>(i);
        for (std::size_t steps = 0; at != none; ++steps, at = follows_[at])
            if (steps > n_) {
                follows_[i] = none;
                return;
            }
    }

    void number() {
        std::uint32_t next = 1;
        std::vector<std::uint32_t> way;
        for (std::size_t i = 0; i < n_; ++i) s_.stacks[i].module = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            way.clear();
            auto at = static_cast<std::uint32_t>(i);
            while (at != none && stack(at).module == 0) {
                way.push_back(at);
                at = follows_[at];
            }
            const auto module = at == none ? next++ : stack(at).module;
            for (const auto k : way) s_.stacks[k].module = module;
        }
        modules_ = next;
    }

    void order() {
        std::vector<Box> boxes(modules_);
        std::vector<bool> known(modules_, false);
        for (std::uint32_t i = 0; i < n_; ++i) {
            const Stack& x = stack(i);
            if (known[x.module]) {
                include(boxes[x.module], x.box);
            } else {
                boxes[x.module] = x.box;
                known[x.module] = true;
            }
        }
        std::vector<std::uint32_t> modules;
        for (std::uint32_t m = 1; m < modules_; ++m) modules.push_back(m);
        std::vector<std::uint32_t> place(modules_, 0);
        sort_from_top(boxes, modules);
        for (std::uint32_t k = 0; k < modules.size(); ++k) place[modules[k]] = k;
        std::vector<Stack> sorted;
        sorted.reserve(n_);
        std::vector<std::vector<std::uint32_t>> members(modules_);
        for (std::uint32_t i = 0; i < n_; ++i) members[stack(i).module].push_back(i);
        for (const auto m : modules) {
            sort_module(members[m]);
            for (const auto i : members[m]) sorted.push_back(std::move(s_.stacks[i]));
        }
        s_.stacks = std::move(sorted);
        std::uint32_t number = 0, last = 0;
        for (Stack& x : s_.stacks) {
            if (x.module != last) ++number;
            last = x.module;
            x.module = number;
        }
    }

    // Headings and what stands right under them, then column by column.
    void sort_module(std::vector<std::uint32_t>& stacks) const {
        std::sort(stacks.begin(), stacks.end(), [&](auto a, auto b) {
            return stack(a).beside != stack(b).beside ? stack(a).beside : stack(a).box.top < stack(b).box.top;
        });
        // What comes before the first text.
        std::size_t head = 0;
        while (head < stacks.size() && (stack(stacks[head]).heading || small(stacks[head]))) {
            const bool more = std::any_of(stacks.begin() + static_cast<std::ptrdiff_t>(head), stacks.end(),
                                          [&](auto i) { return stack(i).heading; }) ||
                              leads_from_heading(stacks[head]);
            if (!more) break;
            ++head;
        }
        // A column beside the headline may begin above what stands under it.
        head = static_cast<std::size_t>(
            std::stable_partition(stacks.begin() + static_cast<std::ptrdiff_t>(head), stacks.end(),
                                  [&](auto i) { return stack(i).heading || (small(i) && leads_from_heading(i)); }) -
            stacks.begin());
        std::vector<float> lefts;  // of columns
        const auto column = [&](std::uint32_t i) {
            const auto begun = begun_by(i);
            const float left = stack(begun != none ? begun : i).box.left;
            for (const float known : lefts)
                if (std::abs(known - left) < 4 * s_.em) return known;
            lefts.push_back(left);
            return left;
        };
        std::vector<std::pair<float, std::uint32_t>> rest;
        constexpr float last = 1e9F;  // captions stand behind the text
        for (auto k = head; k < stacks.size(); ++k)
            rest.emplace_back(stack(stacks[k]).caption ? last : column(stacks[k]), stacks[k]);
        std::stable_sort(rest.begin(), rest.end(), [&](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : stack(a.second).box.top < stack(b.second).box.top;
        });
        for (std::size_t k = 0; k < rest.size(); ++k) stacks[head + k] = rest[k].second;
    }

    Sheet& s_;
    std::size_t n_;
    std::vector<std::uint32_t> up_, beside_, follows_;
    std::uint32_t modules_ = 1;
};

}  // namespace

void find_modules(Sheet& sheet) {
    constexpr std::size_t most = 2500;  // the work grows with their square
    if (sheet.stacks.size() <= most) {
        if (!sheet.stacks.empty()) Modules(sheet).run();
        return;
    }
    std::uint32_t number = 0;
    for (Stack& x : sheet.stacks) x.module = ++number;
}

}  // namespace broadsheet::geometry
