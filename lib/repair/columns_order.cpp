#include "repair/columns_order.hpp"

#include <algorithm>
#include <cstdlib>

#include "repair/columns_modules.hpp"
#include "repair/columns_segments.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// The order of modules on the page: tiers first, then from left to right, again and again.
void order(std::vector<Module>& modules, std::size_t first, std::size_t last, int depth) {
    if (last - first < 2 || depth == 0) return;
    const auto begin = modules.begin();
    const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    const auto cut = [&](auto less, auto low, auto high) {
        std::stable_sort(at(first), at(last), less);
        bool any = false;
        std::size_t from = first;
        auto end = high(modules[first]);
        for (auto i = first + 1; i <= last; ++i) {
            if (i < last && low(modules[i]) <= end) {
                end = std::max(end, high(modules[i]));
                continue;
            }
            if (i == last && !any) break;
            any = true;
            order(modules, from, i, depth - 1);
            if (i == last) break;
            from = i;
            end = high(modules[i]);
        }
        return any;
    };
    if (cut([](const Module& a, const Module& b) { return a.left < b.left; }, [](const Module& m) { return m.left; },
            [](const Module& m) { return m.right - 1; }))
        return;
    cut([](const Module& a, const Module& b) { return a.top < b.top; }, [](const Module& m) { return m.top; },
        [](const Module& m) { return m.bottom; });
}

// Few lines that end as a text does.
bool is_text(const Document& document, const Segments& s, const Segment& segment) {
    const auto last = document.text.view(s.cells[segment.cells.back()].text).back();
    return segment.cells.size() > weight::most_head_rows || last == U'。' || last == U'.';
}

}  // namespace

std::vector<std::vector<Placed>> reading_order(const Document& document, std::vector<Placed> cells,
                                               const Untangle& untangle) {
    Segments s = find_segments(document, std::move(cells));
    auto modules = find_modules(document, s);
    share_heads(document, s, modules);
    order(modules, 0, modules.size(), weight::most_depth);
    std::vector<std::vector<Placed>> out;
    for (Module& m : modules) {
        const auto by_row = [&](auto a, auto b) {
            return s.all[a].top != s.all[b].top ? s.all[a].top < s.all[b].top : s.all[a].left < s.all[b].left;
        };
        // Vertical headlines are read from right to left, after those that stand above.
        std::sort(m.heads.begin(), m.heads.end(), [&](auto a, auto b) {
            const bool x = s.all[a].kind == Kind::upright, y = s.all[b].kind == Kind::upright;
            return x != y ? y : x ? s.all[a].left > s.all[b].left : by_row(a, b);
        });
        for (std::size_t k = 0; k < m.heads.size(); ++k) {
            const Segment& head = s.all[m.heads[k]];
            const Segment* before = k ? &s.all[m.heads[k - 1]] : nullptr;
            const bool goes_on = before && before->kind != Kind::upright && head.kind != Kind::upright &&
                                 std::abs(before->left - head.left) <= weight::most_indent;
            if (!goes_on) out.emplace_back();
            for (const auto c : head.cells) {
                out.back().push_back(s.cells[c]);
                out.back().back().heads = head.kind != Kind::upright && !is_text(document, s, head);
                if (head.kind != Kind::upright && out.back().size() > 1) {
                    const auto& column = out.back();
                    out.back().back().parted =
                        column.back().height - column[column.size() - 2].height > weight::head_step;
                }
            }
        }
        std::vector<std::pair<int, std::uint32_t>> parts;
        for (const auto p : m.parts) parts.emplace_back(s.all[p].left, p);
        std::sort(parts.begin(), parts.end());
        for (std::size_t a = 0, b = 0; a < parts.size(); a = b) {
            for (b = a + 1; b < parts.size() && parts[b].first - parts[b - 1].first <= weight::most_indent; ++b) {
            }
            std::sort(parts.begin() + static_cast<std::ptrdiff_t>(a), parts.begin() + static_cast<std::ptrdiff_t>(b),
                      [&](const auto& x, const auto& y) { return by_row(x.second, y.second); });
            for (auto k = a; k < b; ++k) {
                std::vector<Placed> column;
                for (const auto c : s.all[parts[k].second].cells) column.push_back(s.cells[c]);
                auto found =
                    column.size() >= weight::body_lines ? untangle(column) : std::vector<std::vector<Placed>>{};
                if (found.empty())
                    out.push_back(std::move(column));
                else
                    out.insert(out.end(), found.begin(), found.end());
            }
        }
    }
    return out;
}

}  // namespace broadsheet::repair_stage
