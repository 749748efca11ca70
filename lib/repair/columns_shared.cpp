// Headlines of neighbouring texts may stand so near to each other that the extractor takes them for one line.
#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/columns_cells.hpp"
#include "repair/columns_modules.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Sharer {
public:
    Sharer(const Document& d, Segments& s, std::vector<Module>& modules) : d_(d), s_(s), modules_(modules) {}

    void run() {
        const auto count = modules_.size();
        for (std::size_t m = 0; m < count; ++m)
            if (auto astray = heads_astray(m); !astray.empty()) {
                auto right = text_without_head(m);
                if (right == modules_.size()) right = part_columns(m);
                if (right != modules_.size()) give(m, right, astray);
            }
        for (std::size_t m = 0; m < count; ++m)
            if (const auto right = text_without_head(m); right != modules_.size()) part_by_width(m, right);
    }

private:
    [[nodiscard]] const Segment& seg(std::uint32_t i) const { return s_.all[i]; }

    // The height at which a module's text begins.
    [[nodiscard]] float text_top(std::size_t m) const {
        float top = modules_[m].bottom;
        for (const auto p : modules_[m].parts)
            if (seg(p).kind == Kind::body) top = std::min(top, seg(p).top);
        return top;
    }

    [[nodiscard]] std::vector<std::uint32_t> columns(std::size_t m) const {
        std::vector<std::uint32_t> out;
        const float top = text_top(m);
        for (const auto p : modules_[m].parts)
            if (seg(p).kind == Kind::body && seg(p).top <= top + weight::one_height) out.push_back(p);
        std::sort(out.begin(), out.end(), [this](auto a, auto b) { return seg(a).left < seg(b).left; });
        return out;
    }

    // Lines above a module's text that stand over none of its columns' edges.
    [[nodiscard]] std::vector<std::uint32_t> heads_astray(std::size_t m) const {
        std::vector<std::uint32_t> out;
        const auto texts = columns(m);
        if (texts.empty()) return out;
        const float top = text_top(m);
        const auto astray = [&](std::uint32_t i) {
            const Segment& x = seg(i);
            return (x.kind == Kind::small || x.kind == Kind::head) && x.bottom < top &&
                   top - x.bottom <= weight::head_reach && std::none_of(texts.begin(), texts.end(), [&](auto t) {
                       return std::abs(seg(t).left - x.left) <= weight::most_indent;
                   });
        };
        for (const auto i : modules_[m].heads)
            if (astray(i)) out.push_back(i);
        for (const auto i : modules_[m].parts)
            if (astray(i)) out.push_back(i);
        return out;
    }

    // The text right of a module that begins beside it and has no headline.
    [[nodiscard]] std::size_t text_without_head(std::size_t m) const {
        auto best = modules_.size();
        const auto texts = columns(m);
        if (texts.empty() || modules_[m].heads.empty()) return best;
        for (std::size_t k = 0; k < modules_.size(); ++k) {
            const Module& o = modules_[k];
            if (k == m || !o.heads.empty() || o.left <= seg(texts.back()).left) continue;
            const auto own = columns(k);
            if (own.empty() || std::abs(text_top(k) - text_top(m)) > weight::head_step || !indented(own.front()))
                continue;
            if (best == modules_.size() || o.left < modules_[best].left) best = k;
        }
        return best;
    }

    [[nodiscard]] bool indented(std::uint32_t i) const { return s_.first(i).start >= seg(i).left + 2; }

    // Parts a module in two where a text begins beside one that has ended.
    std::size_t part_columns(std::size_t m) {
        const auto texts = columns(m);
        float foot = 0;
        auto from = none;
        for (std::size_t j = 1; j < texts.size(); ++j) {
            foot = std::max(foot, seg(texts[j - 1]).bottom);
            const auto last = s_.text_of(d_, seg(texts[j - 1]).cells.back()).back();
            const bool ended = is(last, cls::terminal | cls::close);
            if (!indented(texts[j]) || !ended) continue;
            if (seg(texts[j - 1]).bottom < foot - weight::one_height) {
                from = texts[j];
                break;
            }
            if (from == none) from = texts[j];
        }
        if (from == none) return modules_.size();
        Module left, right;
        left.heads = modules_[m].heads;
        for (const auto p : modules_[m].parts) (seg(p).left >= seg(from).left ? right : left).parts.push_back(p);
        for (Module* part : {&left, &right}) measure(*part);
        modules_[m] = left;
        modules_.push_back(right);
        return modules_.size() - 1;
    }

    void measure(Module& m) const {
        for (const auto p : m.parts) {
            m.left = std::min(m.left, seg(p).left);
            m.right = std::max(m.right, seg(p).right);
            m.top = std::min(m.top, seg(p).top);
            m.bottom = std::max(m.bottom, seg(p).bottom);
        }
        for (const auto h : m.heads) m.top = std::min(m.top, seg(h).top);
    }

    // The headlines that went astray belong to the module on the right, and what runs on into their place too.
    void give(std::size_t m, std::size_t right, const std::vector<std::uint32_t>& astray) {
        int place = seg(astray.front()).left;
        const auto take = [&](std::vector<std::uint32_t>& from) {
            from.erase(
                std::remove_if(from.begin(), from.end(),
                               [&](auto i) { return std::find(astray.begin(), astray.end(), i) != astray.end(); }),
                from.end());
        };
        take(modules_[m].heads);
        take(modules_[m].parts);
        for (const auto i : astray) {
            modules_[right].heads.push_back(i);
            place = std::min(place, seg(i).left);
        }
        cut_heads(m, right, place);
        measure(modules_[right]);
    }

    // Cuts the headlines of a module where another one begins at a place.
    void cut_heads(std::size_t m, std::size_t right, int place) {
        const auto heads = modules_[m].heads;
        for (const auto h : heads) {
            const auto cells = seg(h).cells;
            for (const auto c : cells) {
                const auto at = static_cast<std::uint32_t>(std::max(0, place - s_.cells[c].start));
                const Run text = s_.cells[c].text;
                if (at < 2 || at >= text.size() || d_.text.chars[text.begin + at - 1] != U' ') continue;
                cut(c, text.begin + at - 1, text.begin + at, right);
            }
        }
    }

    // The share of a line that stands over the left one of two modules is about the share of their width.
    void part_by_width(std::size_t m, std::size_t right) {
        const auto width = [this](std::size_t k) { return static_cast<float>(modules_[k].right - modules_[k].left); };
        const float share = width(m) / (width(m) + width(right));
        const float top = text_top(m);
        float least = weight::most_off_share;
        int place = -1;
        std::vector<Cut> cuts;
        for (const auto h : modules_[m].heads) {
            if (seg(h).kind == Kind::upright || top - seg(h).bottom > weight::head_reach) continue;
            for (const auto c : seg(h).cells) {
                const auto text = s_.cells[c].text;
                if (language::cues(d_.text.view(text)) & (language::Cue::folio | language::Cue::byline)) continue;
                find_cuts(d_.text.chars, text, cuts);
                for (const Cut& cut : cuts) {
                    if (!cut.tight) continue;
                    const float left = ems(d_.text.view({text.begin, cut.left_end}));
                    const float off = std::abs(left / ems(d_.text.view(text)) - share);
                    if (left < weight::min_measure || off >= least) continue;
                    least = off;
                    place = s_.cells[c].start + static_cast<int>(cut.right_begin - text.begin);
                }
            }
        }
        if (place < 0) return;
        cut_heads(m, right, place);
        measure(modules_[right]);
    }

    void cut(std::uint32_t cell, std::uint32_t left_end, std::uint32_t right_begin, std::size_t right) {
        Placed part = s_.cells[cell];
        part.text.begin = right_begin;
        part.start += static_cast<int>(right_begin - s_.cells[cell].text.begin);
        part.joined = true;
        s_.cells[cell].end -= static_cast<int>(s_.cells[cell].text.end - left_end);
        s_.cells[cell].text.end = left_end;
        Segment head;
        head.kind = Kind::head;
        head.cells.push_back(static_cast<std::uint32_t>(s_.cells.size()));
        head.left = part.start;
        head.right = part.end;
        head.top = head.bottom = part.height;
        s_.cells.push_back(part);
        modules_[right].heads.push_back(static_cast<std::uint32_t>(s_.all.size()));
        s_.all.push_back(head);
    }

    const Document& d_;
    Segments& s_;
    std::vector<Module>& modules_;
};

}  // namespace

void share_heads(const Document& document, Segments& segments, std::vector<Module>& modules) {
    Sharer(document, segments, modules).run();
}

}  // namespace broadsheet::repair_stage
