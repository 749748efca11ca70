// Column flow: old papers, gazettes, books. No module parts such a page: headings stand in the columns, and a text runs
// on over whatever stands beside it.
#include <algorithm>
#include <cmath>
#include <map>

#include "geometry/order.hpp"
#include "geometry/sheet.hpp"

namespace broadsheet::geometry {

namespace {

constexpr std::size_t most_rows = 4000;  // what it costs grows with their square
constexpr float least_ordered = 0.8F;    // of the rows, where the source gives the order
constexpr float contradicted = 0.25F;    // of neighbours: an order that cannot be right
constexpr float sound_order = 0.06F;     // of neighbours: the order of the file is as good as any
constexpr float foreign_rows = 0.15F;    // of the rows: regions that lie over each other say nothing

struct Group {
    std::vector<std::uint32_t> rows;
    Box box;
    std::uint32_t order = none;
    std::uint32_t region = none;
};

class Flow {
public:
    explicit Flow(Sheet& sheet) : s_(sheet) {}

    bool run() {
        if (s_.rows.empty() || s_.rows.size() > most_rows || !(s_.em > 0) || !(s_.height > 0)) return false;
        group();
        if (!order_by_source()) {
            if (!is_book(s_) && !flows(s_)) return false;
            order_by_places();
        }
        for (Group& group : groups_) sort_rows(group);
        make_stacks();
        return true;
    }

private:
    [[nodiscard]] const Row& row(std::uint32_t i) const { return s_.rows[i]; }

    // Rows of a region; each row by itself where there are none, or where they lie over each other.
    void group() {
        std::map<std::uint32_t, std::size_t> of_region;
        for (std::uint32_t i = 0; i < s_.rows.size(); ++i) add(i, of_region);
        std::vector<std::pair<Box, const Group*>> large;
        for (const Group& group : groups_)
            if (group.rows.size() > 1) large.emplace_back(group.box, &group);
        std::size_t foreign = 0;
        for (const Group& own : groups_)
            for (const auto i : own.rows) {
                const float x = middle(row(i).box), y = (row(i).box.top + row(i).box.bottom) / 2;
                foreign += std::any_of(large.begin(), large.end(), [&](const auto& other) {
                    const Box& box = other.first;
                    return x > box.left && x < box.right && y > box.top && y < box.bottom && other.second != &own;
                });
            }
        sound_ = static_cast<float>(foreign) < foreign_rows * static_cast<float>(s_.rows.size());
        if (sound_) return;
        groups_.clear();
        for (std::uint32_t i = 0; i < s_.rows.size(); ++i)
            groups_.push_back({{i}, row(i).box, row(i).order, row(i).region});
    }

    void add(std::uint32_t i, std::map<std::uint32_t, std::size_t>& of_region) {
        const Row& r = row(i);
        const auto [at, is_new] = of_region.emplace(r.region, groups_.size());
        if (is_new || r.region == none) {
            groups_.push_back({{i}, r.box, r.order, r.region});
            return;
        }
        Group& group = groups_[at->second];
        group.rows.push_back(i);
        include(group.box, r.box);
    }

    [[nodiscard]] std::vector<Box> boxes() const {
        std::vector<Box> out;
        for (const Group& group : groups_) out.push_back(group.box);
        return out;
    }

    void permute(const std::vector<std::uint32_t>& order) {
        std::vector<Group> out;
        out.reserve(order.size());
        for (const auto i : order) out.push_back(std::move(groups_[i]));
        groups_ = std::move(out);
    }

    // As the source says, unless the page shows that it cannot be.
    bool order_by_source() {
        std::size_t ordered = 0;
        for (const Row& r : s_.rows) ordered += r.order != none ? 1 : 0;
        if (static_cast<float>(ordered) < least_ordered * static_cast<float>(s_.rows.size())) return false;
        std::vector<std::uint32_t> order(groups_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        // What it does not name stands where the file has it.
        std::uint32_t last = 0;
        std::vector<std::uint32_t> keys;
        for (const Group& group : groups_) keys.push_back(last = group.order != none ? group.order : last);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
        if (groups_.size() > 3 && share_of_blocks_reversed(boxes(), s_.rules, order) > contradicted) return false;
        permute(order);
        return true;
    }

    void order_by_places() {
        std::vector<std::uint32_t> order(groups_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto all = boxes();
        if (groups_.size() > 3 && share_of_blocks_reversed(all, s_.rules, order) <= sound_order) return;
        permute(order_of_blocks(all, s_.rules));
    }

    void sort_rows(Group& group) const {
        if (group.rows.size() < 2) return;
        std::vector<Box> boxes;
        std::vector<std::uint32_t> order;
        for (const auto i : group.rows) {
            order.push_back(static_cast<std::uint32_t>(order.size()));
            boxes.push_back(row(i).box);
        }
        if (share_of_lines_reversed(boxes, order) <= (group.order != none ? contradicted : 0.15F)) return;
        order = order_of_lines(boxes);
        std::vector<std::uint32_t> out;
        out.reserve(order.size());
        for (const auto i : order) out.push_back(group.rows[i]);
        group.rows = std::move(out);
    }

    void make_stacks() {
        s_.stacks.clear();
        std::uint32_t module = 1, before = none;
        const Group* last = nullptr;
        for (const Group& group : groups_) {
            for (const auto i : group.rows) {
                // A region of one line says no more than that it is a line.
                const bool other =
                    sound_ && last != &group && (group.rows.size() > 1 || !last || last->rows.size() > 1);
                if (before == none || other || !goes_on(row(before), row(i))) {
                    s_.stacks.emplace_back();
                }
                s_.stacks.back().rows.push_back(i);
                before = i;
                last = &group;
            }
        }
        for (Stack& stack : s_.stacks) {
            describe(s_, stack);
            if (stack.heading) ++module;
            stack.module = module;
        }
    }

    [[nodiscard]] bool goes_on(const Row& a, const Row& b) const {
        if (!one_type(a, b)) return false;
        if (b.box.top + b.box.bottom < a.box.top + a.box.bottom - s_.height) return false;  // the next column
        return b.box.top - a.box.top < far_below * s_.pitch * std::max(1.0F, std::min(a.size, b.size));
    }

    Sheet& s_;
    std::vector<Group> groups_;
    bool sound_ = true;
};

}  // namespace

bool find_flow(Sheet& sheet) { return Flow(sheet).run(); }

}  // namespace broadsheet::geometry
