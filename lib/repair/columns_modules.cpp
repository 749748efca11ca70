#include "repair/columns_modules.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

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
        place_uprights();
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
        std::for_each(by_place_.rbegin(), by_place_.rend(), [this](std::uint32_t i) {
            if (of_[i] != none || seg(i).kind == Kind::upright) return;
            const auto up = s_.above(i);
            const auto module_above = up == none ? none : of_[up];
            if (seg(i).kind == Kind::small && module_above != none && modules_[module_above].bottom >= seg(i).bottom)
                return;  // beside a text's columns: a caption
            const auto low = below_[i];
            if (low != none && of_[low] != none && seg(low).top - seg(i).bottom <= weight::head_reach)
                put(i, of_[low], true);
        });
    }

    void place_rest() {
        const auto texts = static_cast<std::uint32_t>(modules_.size());
        for (const auto i : by_place_) {
            if (of_[i] != none) continue;
            const Segment& x = seg(i);
            auto best = none;
            for (std::uint32_t m = 0; m < texts; ++m) {
                const Module& o = modules_[m];
                if (o.parts.empty() || o.left > x.left || o.right <= x.left) continue;
                if (o.top <= x.top && x.top <= o.bottom + weight::foot_reach &&
                    (best == none || modules_[best].top < o.top))
                    best = m;
            }
            if (best != none) put(i, best, false);
            if (best == none) open(i);
        }
    }

    // A vertical headline stands beside its text and is about as high; each text has one at most.
    void place_uprights() {
        std::vector<std::vector<std::uint32_t>> heads;  // columns of one headline
        std::vector<std::uint32_t> all;
        for (const auto i : by_place_)
            if (seg(i).kind == Kind::upright) all.push_back(i);
        std::sort(all.begin(), all.end(), [this](auto a, auto b) { return seg(a).left < seg(b).left; });
        for (const auto i : all) {
            if (heads.empty() || !next_to(seg(heads.back().back()), seg(i))) heads.emplace_back();
            heads.back().push_back(i);
        }
        struct Pair {
            float score;
            std::uint32_t head, module;
        };
        std::vector<Pair> pairs;
        for (std::uint32_t h = 0; h < heads.size(); ++h)
            for (std::uint32_t m = 0; m < modules_.size(); ++m)
                if (const float score = fits(heads[h], modules_[m]); score > 0) pairs.push_back({score, h, m});
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
        std::vector<bool> placed(heads.size(), false), taken(modules_.size(), false);
        for (const Pair& pair : pairs) {
            if (placed[pair.head] || taken[pair.module]) continue;
            placed[pair.head] = taken[pair.module] = true;
            for (const auto i : heads[pair.head]) {
                modules_[pair.module].heads.push_back(i);
                of_[i] = pair.module;
            }
        }
    }

    [[nodiscard]] static bool next_to(const Segment& a, const Segment& b) {
        return b.left - a.left <= weight::next_upright && std::min(a.bottom, b.bottom) >= std::max(a.top, b.top);
    }

    [[nodiscard]] float fits(const std::vector<std::uint32_t>& head, const Module& m) const {
        if (m.parts.empty()) return 0;
        const Segment &x = seg(head.front()), &z = seg(head.back());
        float top = x.top, bottom = x.bottom;
        for (const auto i : head) top = std::min(top, seg(i).top), bottom = std::max(bottom, seg(i).bottom);
        const float common = std::min(m.bottom, bottom) - std::max(m.top, top);
        if (common <= 0) return 0;
        const int away = z.left < m.left ? m.left - z.right : x.left >= m.right ? x.left - m.right : 0;
        float score = common / std::max(1.0F, bottom - top);
        score -=
            weight::upright_away * static_cast<float>(std::abs(away)) + weight::upright_above * std::abs(m.top - top);
        if (x.left >= m.right) score += weight::upright_right;
        if (has_own(m)) score -= weight::upright_second;
        return score;
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

}  // namespace

std::vector<Module> find_modules(const Document& document, const Segments& segments) {
    return Modules(document, segments).run();
}

}  // namespace broadsheet::repair_stage
