#include "repair/columns_order.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "core/chars.hpp"
#include "repair/columns_segments.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

// A text with its headlines: columns side by side that begin in one row.
struct Module {
    std::vector<std::uint32_t> heads, parts;  // segments
    int left = std::numeric_limits<int>::max(), right = 0;
    float top = std::numeric_limits<float>::max(), bottom = 0;
    float zone = 0;  // the height at which its headlines begin

    [[nodiscard]] bool empty() const { return heads.empty() && parts.empty(); }
};

class Modules {
public:
    Modules(const Document& d, const Segments& segments) : d_(d), s_(segments), of_(segments.all.size(), none) {}

    std::vector<Module> run() {
        for (std::uint32_t i = 0; i < s_.all.size(); ++i)
            if (s_.all[i].kind != Kind::none) by_place_.push_back(i);
        std::sort(by_place_.begin(), by_place_.end(), [&](auto a, auto b) {
            const Segment &x = s_.all[a], &y = s_.all[b];
            return x.top != y.top ? x.top < y.top : x.left != y.left ? x.left < y.left : a < b;
        });
        below_.assign(s_.all.size(), none);
        for (const auto i : by_place_)
            if (const auto up = s_.above(i); up != none && below_[up] == none && same_edge(seg(up), seg(i)))
                below_[up] = i;
        place_texts();
        place_continued();
        place_lower_parts();
        place_heads();
        place_rest();
        modules_.erase(std::remove_if(modules_.begin(), modules_.end(), [](const Module& m) { return m.empty(); }),
                       modules_.end());
        return std::move(modules_);
    }

private:
    [[nodiscard]] const Segment& seg(std::uint32_t i) const { return s_.all[i]; }

    [[nodiscard]] bool same_edge(const Segment& a, const Segment& b) const {
        return std::abs(a.left - b.left) <= weight::most_indent;
    }

    void put(std::uint32_t segment, std::uint32_t module, bool head) {
        Module& m = modules_[module];
        (head ? m.heads : m.parts).push_back(segment);
        of_[segment] = module;
        const Segment& x = seg(segment);
        if (!head || m.parts.empty()) m.left = std::min(m.left, x.left);
        if (!head) m.right = std::max(m.right, x.right);
        m.top = std::min(m.top, x.top);
        m.bottom = std::max(m.bottom, x.bottom);
    }

    std::uint32_t open(std::uint32_t segment) {
        modules_.emplace_back();
        put(segment, static_cast<std::uint32_t>(modules_.size() - 1), false);
        return of_[segment];
    }

    // The row in which the headlines above a text begin.
    [[nodiscard]] float zone(std::uint32_t text) const {
        float top = seg(text).top;
        for (auto h = s_.above(text); h != none && is_headline(h, text) && top - seg(h).bottom <= weight::head_reach;
             h = s_.above(h))
            top = seg(h).top;
        return top;
    }

    // May a segment head the one below it?
    [[nodiscard]] bool is_headline(std::uint32_t head, std::uint32_t text) const {
        const Segment& h = seg(head);
        return (h.kind == Kind::head || h.kind == Kind::small) && of_[head] == none &&
               h.cells.size() <= weight::most_head_rows && same_edge(h, seg(text));
    }

    [[nodiscard]] bool has_head(std::uint32_t text, float from) const {
        const auto h = s_.above(text);
        return h != none && is_headline(h, text) && seg(h).bottom >= from &&
               seg(text).top - seg(h).bottom <= weight::head_reach;
    }

    [[nodiscard]] bool same_measure(const Segment& a, const Segment& b) const {
        if (a.cells.size() < weight::body_lines || b.cells.size() < weight::body_lines) return true;
        return std::abs(a.measure - b.measure) <= weight::measure_slack + weight::measure_share * a.measure;
    }

    // Columns that begin in one row are one text, but for those with headlines of their own.
    void place_texts() {
        for (const auto i : by_place_) {
            const Segment& x = seg(i);
            if (x.kind == Kind::upright || x.kind == Kind::head) continue;
            const auto c = s_.beside(i);
            const auto a = c == none ? none : s_.of[c];
            if (a != none && of_[a] != none && seg(a).kind == Kind::body && s_.index[c] == 0 &&
                !has_head(i, modules_[of_[a]].zone) && same_measure(seg(a), x)) {
                put(i, of_[a], false);
            } else if (x.kind == Kind::body) {
                const auto from = zone(i);
                modules_[open(i)].zone = from == x.top ? x.top - weight::head_reach / 2 : from;
            }
        }
    }

    // A column that begins in mid text, with no headline of its own, goes on from the one left of it.
    void place_continued() {
        for (const auto i : by_place_) {
            const auto own = of_[i];
            if (own == none || modules_[own].parts.front() != i || s_.first(i).start != seg(i).left) continue;
            const auto c = s_.beside(i);
            if (c == none || has_head(i, 0)) continue;
            auto left = s_.of[c];
            if (seg(left).kind == Kind::head && below_[left] != none) left = below_[left];
            const auto module = of_[left];
            if (module == none || seg(i).top < modules_[module].zone ||
                seg(i).top > seg(modules_[module].parts.front()).top + weight::one_height)
                continue;
            if (module == own || !same_measure(seg(left), seg(i))) continue;
            const auto first = s_.text_of(d_, s_.all[i].cells.front());
            const auto last = s_.text_of(d_, s_.all[left].cells.back());
            if (is(first.front(), cls::upper) && is(last.back(), cls::terminal)) continue;
            const auto parts = modules_[own].parts;
            modules_[own] = {};
            for (const auto p : parts) put(p, module, false);
        }
    }

    // What stands within a text's height, below one of its columns: a column that a photograph has cut in two.
    void place_lower_parts() {
        for (std::size_t m = 0; m < modules_.size(); ++m) {
            if (modules_[m].parts.size() != 1) continue;
            const auto id = modules_[m].parts.front();
            const Segment& x = seg(id);
            for (auto up = s_.above(id); up != none; up = s_.above(up)) {
                const auto other = of_[up];
                if (other == none && seg(up).kind == Kind::small) continue;
                if (other == none || other == m || !same_edge(seg(up), x) || !same_measure(seg(up), x)) break;
                if (modules_[other].bottom < x.bottom) break;
                modules_[m] = {};
                put(id, other, false);
                break;
            }
        }
    }

    // Headlines belong to what stands below them.
    void place_heads() {
        for (auto it = by_place_.rbegin(); it != by_place_.rend(); ++it) {
            const auto i = *it;
            if (of_[i] != none || seg(i).kind == Kind::upright) continue;
            const auto up = s_.above(i);
            const auto module_above = up == none ? none : of_[up];
            if (seg(i).kind == Kind::small && module_above != none && modules_[module_above].bottom >= seg(i).bottom)
                continue;  // beside a text's columns: a caption
            const auto low = below_[i];
            if (low != none && of_[low] != none && seg(low).top - seg(i).bottom <= weight::head_reach)
                put(i, of_[low], true);
        }
    }

    void place_rest() {
        const auto texts = static_cast<std::uint32_t>(modules_.size());
        for (const auto i : by_place_) {
            if (of_[i] != none) continue;
            const Segment& x = seg(i);
            auto best = none;
            if (x.kind == Kind::upright) {
                best = beside_upright(x, texts);
                if (best != none) put_upright(i, best);
            } else {
                for (std::uint32_t m = 0; m < texts; ++m) {
                    const Module& o = modules_[m];
                    if (o.parts.empty() || o.left > x.left || o.right <= x.left) continue;
                    if (o.top <= x.top && x.top <= o.bottom + weight::foot_reach &&
                        (best == none || modules_[best].top < o.top))
                        best = m;
                }
                if (best != none) put(i, best, false);
            }
            if (best == none) open(i);
        }
    }

    void put_upright(std::uint32_t i, std::uint32_t module) {
        modules_[module].heads.push_back(i);
        of_[i] = module;
    }

    // A vertical headline stands beside its text and is about as high.
    [[nodiscard]] std::uint32_t beside_upright(const Segment& x, std::uint32_t texts) const {
        auto best = none;
        float most = 0;
        for (std::uint32_t m = 0; m < texts; ++m) {
            const Module& o = modules_[m];
            if (o.parts.empty()) continue;
            const float common = std::min(o.bottom, x.bottom) - std::max(o.top, x.top);
            if (common <= 0) continue;
            const int away = x.left < o.left ? o.left - x.right : x.left >= o.right ? x.left - o.right : 0;
            float score = common / std::max(1.0F, x.bottom - x.top);
            score -= 0.02F * static_cast<float>(std::abs(away)) + 0.03F * std::abs(o.top - x.top);
            if (has_own(o)) score -= 0.5F;
            if (best == none || score > most) best = m, most = score;
        }
        return best;
    }

    [[nodiscard]] bool has_own(const Module& m) const {
        return std::any_of(m.heads.begin(), m.heads.end(), [&](auto h) { return seg(h).kind != Kind::upright; });
    }

    const Document& d_;
    const Segments& s_;
    std::vector<Module> modules_;
    std::vector<std::uint32_t> of_;  // of each segment: its module
    std::vector<std::uint32_t> by_place_;
    std::vector<std::uint32_t> below_;  // of each segment: the one below it at its left edge
};

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
    const Segments s = find_segments(document, std::move(cells));
    auto modules = Modules(document, s).run();
    order(modules, 0, modules.size(), weight::most_depth);
    std::vector<std::vector<Placed>> out;
    for (Module& m : modules) {
        const auto by_row = [&](auto a, auto b) {
            return s.all[a].top != s.all[b].top ? s.all[a].top < s.all[b].top : s.all[a].left < s.all[b].left;
        };
        std::sort(m.heads.begin(), m.heads.end(), by_row);
        for (std::size_t k = 0; k < m.heads.size(); ++k) {
            const Segment& head = s.all[m.heads[k]];
            const Segment* before = k ? &s.all[m.heads[k - 1]] : nullptr;
            const bool goes_on = before && before->kind != Kind::upright && head.kind != Kind::upright &&
                                 std::abs(before->left - head.left) <= weight::most_indent;
            if (!goes_on) out.emplace_back();
            for (const auto c : head.cells) {
                out.back().push_back(s.cells[c]);
                out.back().back().heads = head.kind != Kind::upright && !is_text(document, s, head);
                if (out.back().size() > 1) {
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
