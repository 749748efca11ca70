#include "repair/columns_narrow.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/chars.hpp"
#include "repair/columns_stream.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Reading {
public:
    Reading(const Document& d, const Splits& splits, const Pairs& pairs, std::vector<Stack> stacks)
        : d_(d), splits_(splits), pairs_(pairs), stacks_(std::move(stacks)) {}

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
            for (const auto c : stacks_[i].cells) {
                const Cell& cell = splits_.cell(c);
                column.parts.push_back({cell.text, cell.strip, cell.joined});
            }
            out.push_back(std::move(column));
        }
        return out;
    }

private:
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

std::vector<Column> untangle(const Document& document, const Widths& widths, const std::vector<Strip>& strips,
                             const Pairs& pairs) {
    if (strips.size() < static_cast<std::size_t>(weight::min_split_rows)) return {};
    std::vector<std::vector<Cut>> cuts(strips.size());
    for (std::size_t i = 0; i < strips.size(); ++i) find_cuts(document.text.chars, strips[i].text, cuts[i]);
    const Measures measures(document, widths, strips, cuts);
    if (measures.all().empty()) return {};
    const Splits splits(document, widths, strips, cuts, measures);
    Dealing dealing = deal(document, strips, splits, pairs);
    if (getenv("BS_DEBUG")) {  // DEBUG
        std::vector<std::uint32_t> col(splits.cells(), none);
        for (std::uint32_t i = 0; i < dealing.stacks.size(); ++i)
            for (auto c : dealing.stacks[i].cells) col[c] = i;
        fprintf(stderr, "ZONE cost %.1f straight %.1f measures", dealing.cost,
                straight_cost(document, strips.size(), splits, pairs));
        for (float m : measures.all()) fprintf(stderr, " %.1f", m);
        fprintf(stderr, "\n");
        for (std::uint32_t c = 0; c < splits.cells(); ++c)
            if (col[c] != none) {
                std::uint32_t above = none;
                for (auto x : dealing.stacks[col[c]].cells) {
                    if (x == c) break;
                    above = x;
                }
                fprintf(stderr, "%4u %s%2u%s %5.1f %5.1f %s\n",
                        document.lines[strips[splits.cell(c).strip].line].number, splits.cell(c).joined ? "+" : " ",
                        col[c], dealing.stacks[col[c]].alone ? "*" : " ", splits.cell(c).room,
                        above == none ? 0.F : follow(document, pairs, splits.cell(above), splits.cell(c)),
                        to_utf8(document.text.view(splits.cell(c).text)).c_str());
            }
    }
    const auto real =
        std::count_if(dealing.stacks.begin(), dealing.stacks.end(), [](const Stack& s) { return !s.alone; });
    if (real < 2 || dealing.cost + weight::min_gain > straight_cost(document, strips.size(), splits, pairs)) return {};
    return Reading(document, splits, pairs, std::move(dealing.stacks)).columns();
}

}  // namespace broadsheet::repair_stage
