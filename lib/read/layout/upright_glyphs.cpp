#include "read/layout/upright_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/boxes.hpp"
#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

using Glyph = UprightGlyph;

// All in ems.
constexpr float same_place = 0.2F;  // of left edges, or of middles
constexpr float tight_step = 1.3F;  // from a character to the one below it; lines of a column are farther apart
constexpr float wide_step = 1.8F;   // the same for spaced letters, with white at both sides
constexpr float white_beside = 3;   // at both sides of spaced letters; names in a list are spaced less
constexpr float one_pitch = 1.15F;  // ratio of two steps in one line

class Chains {
public:
    Chains(const Document& d, Run words) : d_(d) {
        collect(words.begin, words.end);
        if (!pair()) glyphs_.clear();
        part_unequal_steps();
        bridge_spaces();
    }

    [[nodiscard]] std::vector<Glyph>& all() { return glyphs_; }

private:
    // All words, from the top downward. A line of fonts is higher than their em by one factor all over the page.
    void collect(std::uint32_t first, std::uint32_t last) {
        std::vector<float> factors;
        for (auto w = first; w < last; ++w) {
            const Word& word = d_.words[w];
            if (word.box == none) continue;
            Glyph g;
            g.box = d_.boxes[word.box];
            g.word = w;
            const auto text = d_.text.view(word.text);
            g.alone = text.size() == 1;
            g.han = g.alone && is(text[0], cls::cjk);
            g.hangs = g.alone && is(text[0], cls::close | cls::pause | cls::terminal);
            if (g.han) factors.push_back(height(g.box) / width(g.box));
            glyphs_.push_back(g);
        }
        constexpr std::size_t few = 3;
        const float factor = factors.size() < few ? 0 : value_at(factors, 50);
        if (!(factor > 0.5F)) return glyphs_.clear();
        for (Glyph& g : glyphs_) {
            g.em = height(g.box) / factor;
            if (!g.alone && width(g.box) < tight_step * g.em) {
                const auto text = d_.text.view(d_.words[g.word].text);
                g.alone = std::all_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::digit); });
            }
        }
        std::stable_sort(glyphs_.begin(), glyphs_.end(),
                         [](const Glyph& a, const Glyph& b) { return a.box.top < b.box.top; });
    }

    // Finds what stands below each character, and what beside it.
    [[nodiscard]] bool pair() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        const auto size = static_cast<std::uint32_t>(glyphs_.size());
        for (std::uint32_t i = 0; i < size; ++i) {
            Glyph& a = glyphs_[i];
            bool found = !a.alone;
            for (std::uint32_t k = i + 1; k < size && glyphs_[k].box.top - a.box.top < wide_step * a.em; ++k) {
                if (++steps_ > most_steps) return false;
                Glyph& b = glyphs_[k];
                if (std::max(a.em, b.em) > one_size * std::min(a.em, b.em)) continue;
                if (b.box.top - a.box.top < 0.5F * a.em) {
                    if (a.alone && b.alone && is_below(a, b)) continue;  // a mark that hangs into the next tier
                    const float white = std::max(a.box.left, b.box.left) - std::min(a.box.right, b.box.right);
                    const float step = std::abs(a.box.left - b.box.left) / a.em;
                    const float beside = a.alone && b.alone ? step : 1 + std::max(0.0F, white / a.em);
                    a.beside = std::min(a.beside, beside);
                    b.beside = std::min(b.beside, beside);
                } else if (!found && b.alone && is_below(a, b)) {
                    found = true;
                    pairs.emplace_back(i, k);
                }
            }
        }
        const auto step_of = [&](const auto& x) { return glyphs_[x.second].box.top - glyphs_[x.first].box.top; };
        std::stable_sort(pairs.begin(), pairs.end(),
                         [&](const auto& x, const auto& y) { return step_of(x) < step_of(y); });
        for (const auto& [i, k] : pairs) {
            Glyph &a = glyphs_[i], &b = glyphs_[k];
            const float step = (b.box.top - a.box.top) / a.em, beside = std::min(a.beside, b.beside);
            if (b.above != none || step > beside || (step > tight_step && beside < white_beside)) continue;
            a.below = k;
            b.above = i;
        }
        return true;
    }

    [[nodiscard]] static bool is_below(const Glyph& a, const Glyph& b) {
        return std::min(std::abs(a.box.left - b.box.left), std::abs(middle(a.box) - middle(b.box))) < same_place * a.em;
    }

    // What the columns of one size do that stand near one, in the white of a step of two above this height.
    struct Sides {
        int through = 0, end = 0, begin = 0, begin_near = 0;
    };
    [[nodiscard]] Sides sides(const Glyph& g, float top) {
        constexpr float reach = 6;  // ems
        Sides out;
        auto at = std::lower_bound(glyphs_.begin(), glyphs_.end(), top - 2.6F * g.em,
                                   [](const Glyph& x, float y) { return x.box.top < y; });
        for (; at != glyphs_.end() && at->box.top < top + 1.3F * g.em; ++at) {
            if (++steps_ > most_steps) break;
            if (!at->alone || std::max(at->em, g.em) > one_size * std::min(at->em, g.em) || is_below(*at, g) ||
                std::abs(at->box.left - g.box.left) > reach * g.em)
                continue;
            const float above = (top - at->box.top) / g.em;
            const bool begins = at->above == none && at->below != none;
            if (begins && std::abs(above) < same_place)
                ++out.begin;
            else if (begins && std::abs(std::abs(above) - 1) < same_place)  // one of the two is indented
                ++out.begin_near;
            else if (above > 0.3F && above < 1.6F)
                out.through += at->above != none && at->below != none ? 1 : 0;
            else if (above > 0)
                out.end += at->above != none && at->below == none ? 1 : 0;
        }
        return out;
    }

    // A longer step than those before and behind leads to another text. So does one behind a mark that hangs into the
    // white between two tiers.
    void part_unequal_steps() {
        const auto step = [&](std::uint32_t i) { return glyphs_[glyphs_[i].below].box.top - glyphs_[i].box.top; };
        const auto part = [&](std::uint32_t i) {
            glyphs_[glyphs_[i].below].above = none;
            glyphs_[i].below = none;
        };
        for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
            const Glyph& g = glyphs_[i];
            if (g.below == none || g.above == none || !g.hangs) continue;
            const Sides there = sides(g, glyphs_[g.below].box.top);
            const bool equal = std::abs(step(i) - step(g.above)) < 0.05F * g.em;
            if (there.begin > (equal ? there.through : 0)) part(i);
        }
        std::vector<std::uint32_t> last;
        for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
            const Glyph& g = glyphs_[i];
            if (g.below == none) continue;
            const bool after_less = g.above != none && step(i) > one_pitch * step(g.above);
            const bool before_less = glyphs_[g.below].below != none && step(i) > one_pitch * step(g.below);
            if (after_less || before_less) last.push_back(i);
        }
        for (const auto i : last) part(i);
    }

    // Two headlines, one above the other: the smaller type at their left begins anew where the lower one does.
    [[nodiscard]] bool text_parts(const Glyph& a, const Glyph& b) {
        const float end = a.box.top + a.em, centre = (end + b.box.top) / 2;
        int through = 0, begin = 0;
        auto at = std::lower_bound(glyphs_.begin(), glyphs_.end(), a.box.top,
                                   [](const Glyph& x, float y) { return x.box.top < y; });
        for (; at != glyphs_.end() && at->box.top < b.box.top + 0.5F * b.em; ++at) {
            if (++steps_ > most_steps) break;
            const float left = a.box.left - at->box.left;
            if (!at->alone || at->below == none || at->em > 0.8F * a.em || left < 0 || left > far_beside * a.em)
                continue;
            if (at->above == none)
                begin += at->box.top > end ? 1 : 0;
            else
                through += at->box.top < centre && at->box.top + 1.1F * at->em > centre ? 1 : 0;
        }
        return begin > through;
    }

    // A full-width space in a line is a step of two. So may be the white between two tiers, but there columns beside
    // end or begin with it.
    void bridge_spaces() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges;
        for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
            const Glyph& a = glyphs_[i];
            if (!a.alone || a.below != none) continue;
            for (auto k = i + 1; k < glyphs_.size() && glyphs_[k].box.top - a.box.top < 4 * a.em; ++k) {
                if (++steps_ > most_steps) return;
                const Glyph& b = glyphs_[k];
                if (!b.alone || b.above != none || std::max(a.em, b.em) > one_size * std::min(a.em, b.em) ||
                    !is_below(a, b) || !is_two_steps(a, b))
                    continue;
                const Sides there = sides(a, b.box.top);
                // One or two characters are no text of their own.
                const bool few = b.below == none || glyphs_[b.below].below == none;
                const int begin = there.begin + there.begin_near;
                if (there.through > begin || (begin == 0 && (few || (there.end == 0 && !text_parts(a, b)))))
                    bridges.emplace_back(i, k);
                break;
            }
        }
        for (const auto& [i, k] : bridges) {
            if (glyphs_[k].above != none) continue;
            glyphs_[i].below = k;
            glyphs_[k].above = i;
            glyphs_[k].after_space = true;
        }
    }

    [[nodiscard]] bool is_two_steps(const Glyph& a, const Glyph& b) const {
        const float white = b.box.top - a.box.top;
        const auto fits = [&](float step) { return std::abs(white - 2 * step) < same_place * a.em; };
        if (a.above == none && b.below == none) return false;
        return (a.above == none || fits(a.box.top - glyphs_[a.above].box.top)) &&
               (b.below == none || fits(glyphs_[b.below].box.top - b.box.top));
    }

    const Document& d_;
    std::vector<Glyph> glyphs_;
    std::uint64_t steps_ = 0;
};

}  // namespace

std::vector<UprightGlyph> chained_glyphs(const Document& document, Run words) {
    return std::move(Chains(document, words).all());
}

}  // namespace broadsheet::reading
