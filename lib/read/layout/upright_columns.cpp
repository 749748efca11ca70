#include "read/layout/upright_columns.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/boxes.hpp"
#include "read/layout/upright_glyphs.hpp"

namespace broadsheet::reading {

namespace {

using Glyph = UprightGlyph;

constexpr float next_column = 2.5F;  // ems from a column to the next one of its text

class Finder {
public:
    Finder(const Document& document, Run words) : glyphs_(chained_glyphs(document, words)) {
        if (glyphs_.empty()) return;
        gather();
        take_short_ones();
        link();
    }

    [[nodiscard]] std::vector<UprightColumn>& all() { return columns_; }

private:
    // Three characters make a column, most of them of a script that is set upright.
    void gather() {
        std::vector<std::uint32_t> chain;
        for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
            if (glyphs_[i].above != none || glyphs_[i].below == none) continue;
            chain.clear();
            for (auto k = i; k != none; k = glyphs_[k].below) chain.push_back(k);
            const auto han = static_cast<std::size_t>(
                std::count_if(chain.begin(), chain.end(), [&](auto k) { return glyphs_[k].han; }));
            if (chain.size() > 2 && han > 1 && 2 * han > chain.size()) add(chain);
        }
    }

    void add(const std::vector<std::uint32_t>& chain) {
        UprightColumn column;
        column.box = glyphs_[chain[0]].box;
        for (const auto k : chain) {
            Glyph& g = glyphs_[k];
            column.words.push_back(g.word);
            column.after_space.push_back(g.after_space);
            include(column.box, g.box);
            column.em = std::max(column.em, g.em);
            g.column = static_cast<std::uint32_t>(columns_.size());
        }
        columns_.push_back(std::move(column));
    }

    // The last column of a text may have one or two characters. On a page set upright, a line between others may be as
    // short too, and stand apart.
    void take_short_ones() {
        std::size_t in = 0, alone = 0;
        for (const Glyph& g : glyphs_) {
            in += g.column != none ? 1 : 0;
            alone += g.alone ? 1 : 0;
        }
        const bool all = 2 * in > alone && 2 * in > glyphs_.size();
        const auto full = columns_.size();
        if (full * glyphs_.size() > most_steps) return;
        std::vector<std::uint32_t> chain;
        for (std::uint32_t i = 0; i < glyphs_.size(); ++i) {
            const Glyph& g = glyphs_[i];
            if (!g.alone || g.column != none || g.above != none) continue;
            const bool last = std::any_of(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(full),
                                          [&](const UprightColumn& c) { return is_next(c, g.box, g.em); });
            if (!all && !last) continue;
            chain.clear();
            for (auto k = i; k != none; k = glyphs_[k].below) chain.push_back(k);
            if (all || chain.size() < 3) add(chain);
        }
    }

    // Begins at the left of this column, at its height?
    [[nodiscard]] static bool is_next(const UprightColumn& c, const Box& box, float em) {
        const float step = c.box.left - box.left;
        return std::max(c.em, em) < one_size * std::min(c.em, em) && step > 0.9F * em && step < next_column * em &&
               std::abs(c.box.top - box.top) < 2.5F * em;
    }

    // From right to left.
    void link() {
        if (columns_.size() * columns_.size() > most_steps) return;
        for (std::uint32_t i = 0; i < columns_.size(); ++i) {
            std::uint32_t best = none;
            for (std::uint32_t k = 0; k < columns_.size(); ++k) {
                const UprightColumn& c = columns_[k];
                if (k != i && !c.follows && is_next(columns_[i], c.box, c.em) &&
                    (best == none || c.box.left > columns_[best].box.left))
                    best = k;
            }
            if (best == none) continue;
            columns_[i].next = best;
            columns_[best].follows = true;
        }
    }

    std::vector<Glyph> glyphs_;
    std::vector<UprightColumn> columns_;
};

}  // namespace

std::vector<UprightColumn> upright_columns(const Document& document, Run words) {
    return std::move(Finder(document, words).all());
}

}  // namespace broadsheet::reading
