#include "repair/columns_reading.hpp"

#include <algorithm>
#include <cmath>

#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Reading {
public:
    Reading(const Document& d, const Splits& splits, const Pairs& pairs, std::vector<Stack> stacks)
        : d_(d), splits_(splits), pairs_(pairs), stacks_(std::move(stacks)) {
        part_tiers();
    }

    // The columns in reading order: as they begin, but the left one of two in a line before the right one.
    std::vector<Column> columns() {
        find_left();
        find_groups();
        find_links();
        std::vector<std::uint32_t> order;
        placed_.assign(stacks_.size(), false);
        for (std::uint32_t i = 0; i < stacks_.size(); ++i) place(i, order);
        if (!splits_.joins()) settle(order);
        std::vector<Column> out;
        for (const auto i : order) {
            Column column;
            column.beside = beside_[i];
            column.alone = stacks_[i].alone;
            for (const auto c : stacks_[i].cells) {
                const Cell& cell = splits_.cell(c);
                column.parts.push_back({cell.text, cell.strip, cell.joined});
            }
            out.push_back(std::move(column));
        }
        return out;
    }

private:
    [[nodiscard]] std::uint32_t strip(std::uint32_t cell) const { return splits_.cell(cell).strip; }

    // A line that may be a headline, a byline: it does not stop like a sentence, and what stands above it does.
    [[nodiscard]] bool heads(const Stack& stack, std::size_t at) const {
        const Cell& cell = splits_.cell(stack.cells[at]);
        if (cell.ends.stops) return false;
        if (stack.alone) return true;
        return at > 0 && cell.room > weight::headline_room && splits_.cell(stack.cells[at - 1]).ends.stops;
    }

    // Articles stand below one another in the same columns: all columns of the upper one come before those of the lower
    // one. Between them stands a headline or a byline, and the columns beside it pause, too, or go on meanwhile.
    void part_tiers() {
        std::vector<std::uint32_t> at;  // strips that may head an article
        for (const Stack& stack : stacks_)
            for (std::size_t c = 0; c < stack.cells.size(); ++c)
                if (heads(stack, c)) at.push_back(strip(stack.cells[c]));
        std::sort(at.begin(), at.end());
        std::vector<Stack> out;
        for (const Stack& stack : stacks_) {
            Stack part{{}, stack.alone};
            for (std::size_t c = 0; c < stack.cells.size(); ++c) {
                if (c > 0 && pauses(stack, c)) {
                    const auto head = std::lower_bound(at.begin(), at.end(), strip(stack.cells[c - 1]) + 1);
                    if (head != at.end() && *head <= strip(stack.cells[c]) && all_pause(*head)) {
                        out.push_back(part);
                        part.cells.clear();
                    }
                }
                part.cells.push_back(stack.cells[c]);
            }
            out.push_back(part);
        }
        stacks_.swap(out);
        std::stable_sort(stacks_.begin(), stacks_.end(),
                         [](const Stack& a, const Stack& b) { return a.cells.front() < b.cells.front(); });
    }

    // A paragraph ends with the cell above this one.
    [[nodiscard]] bool pauses(const Stack& stack, std::size_t at) const {
        const Cell& above = splits_.cell(stack.cells[at - 1]);
        const Cell& cell = splits_.cell(stack.cells[at]);
        return above.ends.stops && (cell.room >= weight::indent - cell.ends.hanging - weight::fit_slack || cell.head);
    }

    // No column goes on in mid paragraph over this strip.
    [[nodiscard]] bool all_pause(std::uint32_t at) const {
        return std::all_of(stacks_.begin(), stacks_.end(), [&](const Stack& stack) {
            const auto next = std::lower_bound(stack.cells.begin(), stack.cells.end(), at,
                                               [&](std::uint32_t cell, std::uint32_t s) { return strip(cell) < s; });
            if (next == stack.cells.begin() || next == stack.cells.end()) return true;
            return pauses(stack, static_cast<std::size_t>(next - stack.cells.begin()));
        });
    }

    void find_left() {
        left_.assign(stacks_.size(), none);
        std::vector<std::uint32_t> stack_of(splits_.cells(), none);
        for (std::uint32_t i = 0; i < stacks_.size(); ++i)
            for (const auto c : stacks_[i].cells) stack_of[c] = i;
        for (std::uint32_t c = 1; c < stack_of.size(); ++c)
            if (stack_of[c] != none && splits_.cell(c).joined && left_[stack_of[c]] == none)
                left_[stack_of[c]] = stack_of[c - 1];
    }

    // Columns of which one begins before the other one ends stand beside each other.
    void find_groups() {
        group_.assign(stacks_.size(), 0);
        beside_.assign(stacks_.size(), false);
        std::uint32_t end = 0, number = 0, last = none;
        for (std::uint32_t i = 0; i < stacks_.size(); ++i) {
            if (stacks_[i].alone) continue;
            const auto first = splits_.cell(stacks_[i].cells.front()).strip;
            if (last != none && first <= end)
                beside_[i] = beside_[last] = true;
            else
                ++number;
            group_[i] = number;
            const auto foot = splits_.cell(stacks_[i].cells.back()).strip;
            if (last == none || foot >= end) end = foot, last = i;
        }
    }

    // Feet that stop in mid-sentence and the heads at which they go on, surest ones first.
    void find_links() {
        next_.assign(stacks_.size(), none);
        previous_.assign(stacks_.size(), none);
        struct Link {
            float cost;
            std::uint32_t from, to;
        };
        std::vector<Link> links;
        const auto count = static_cast<std::uint32_t>(stacks_.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const Cell& foot = splits_.cell(stacks_[i].cells.back());
            if (stacks_[i].alone || foot.ends.stops) continue;
            for (std::uint32_t j = 0; j < count; ++j) {
                const Cell& head = splits_.cell(stacks_[j].cells.front());
                if (i == j || stacks_[j].alone) continue;
                const float far = std::abs(static_cast<float>(j) - static_cast<float>(i) - 1);
                const float cost = follow(d_, pairs_, foot, head) + weight::link_far * far -
                                   (left_[j] == i ? weight::link_beside : 0) + (j < i ? weight::link_back : 0);
                if (cost < weight::most_link) links.push_back({cost, i, j});
            }
        }
        std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.cost < b.cost; });
        for (const Link& link : links) {
            if (next_[link.from] != none || previous_[link.to] != none) continue;
            auto head = link.from;
            while (previous_[head] != none) head = previous_[head];
            if (head == link.to) continue;  // a circle
            next_[link.from] = link.to;
            previous_[link.to] = link.from;
        }
    }

    // A column stands behind the one whose foot it goes on, else behind the one left of it.
    void place(std::uint32_t i, std::vector<std::uint32_t>& order) {
        std::vector<std::uint32_t> way;
        while (i != none && !placed_[i]) {
            way.push_back(i);
            placed_[i] = true;
            i = previous_[i] != none ? previous_[i] : left_[i];
        }
        for (auto at = way.rbegin(); at != way.rend(); ++at) {
            order.push_back(*at);
            for (auto n = next_[*at]; n != none && !placed_[n]; n = next_[n]) {
                order.push_back(n);
                placed_[n] = true;
            }
        }
    }

    // Where no line tells which column is the left one: the order in which one's foot goes on at the next one's head.
    void settle(std::vector<std::uint32_t>& order) const {
        for (std::size_t a = 0, b = 0; a < order.size(); a = b) {
            for (b = a + 1; b < order.size() && group_[order[b]] == group_[order[a]] && group_[order[a]]; ++b) {
            }
            if (b - a < 2) continue;
            std::vector<std::uint32_t> now(order.begin() + static_cast<std::ptrdiff_t>(a),
                                           order.begin() + static_cast<std::ptrdiff_t>(b));
            auto best = now;
            float least = cost(now) - weight::turned;
            std::vector<std::uint32_t> turned(now.rbegin(), now.rend());
            if (cost(turned) < least) least = cost(turned), best = turned;
            turned = now;
            for (std::size_t i = 1; i < now.size(); ++i) {
                std::rotate(turned.begin(), turned.begin() + 1, turned.end());
                if (cost(turned) < least) least = cost(turned), best = turned;
            }
            std::copy(best.begin(), best.end(), order.begin() + static_cast<std::ptrdiff_t>(a));
        }
    }

    [[nodiscard]] float cost(const std::vector<std::uint32_t>& order) const {
        float sum = 0;
        for (std::size_t i = 0; i + 1 < order.size(); ++i)
            sum += follow(d_, pairs_, splits_.cell(stacks_[order[i]].cells.back()),
                          splits_.cell(stacks_[order[i + 1]].cells.front()));
        return sum;
    }

    const Document& d_;
    const Splits& splits_;
    const Pairs& pairs_;
    std::vector<Stack> stacks_;
    std::vector<std::uint32_t> left_;             // of each stack the one left of it in some line
    std::vector<std::uint32_t> next_, previous_;  // of each stack the ones on which it goes on
    std::vector<std::uint32_t> group_;            // 0: alone
    std::vector<bool> beside_;
    std::vector<bool> placed_;
};

}  // namespace

std::vector<Column> in_reading_order(const Document& document, const Splits& splits, const Pairs& pairs,
                                     std::vector<Stack> stacks) {
    return Reading(document, splits, pairs, std::move(stacks)).columns();
}

}  // namespace broadsheet::repair_stage
