#include "read/layout/upright.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

// All in ems.
constexpr float same_place = 0.2F;   // of left edges, or of middles
constexpr float tight_step = 1.3F;   // from a character to the one below it; lines of a column are farther apart
constexpr float wide_step = 1.8F;    // the same for spaced letters, with white at both sides
constexpr float white_beside = 3;    // at both sides of spaced letters; names in a list are spaced less
constexpr float far_beside = 4;      // farther off stands another text
constexpr float one_pitch = 1.15F;   // ratio of two steps in one line
constexpr float one_size = 1.15F;    // ratio of two heights
constexpr float next_column = 2.5F;  // from a column to the next one of its text
constexpr std::uint64_t most_steps = 50'000'000;  // hostile files have all words in one place

float width(const Box& b) { return b.right - b.left; }
float height(const Box& b) { return b.bottom - b.top; }
float middle(const Box& b) { return (b.left + b.right) / 2; }

float median(std::vector<float> values) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

struct Glyph {
    Box box;
    float em = 0;
    std::uint32_t word = 0;
    bool alone = false;  // one character, or a few digits in the room of one
    bool han = false;
    bool hangs = false;         // may stand below the last full character of a line
    bool after_space = false;   // a full-width one
    float beside = far_beside;  // ems to the next text of its size at either side, from left edge to left edge
    std::uint32_t above = none, below = none;  // indices of glyphs
    std::uint32_t column = none;
};

struct Column {
    std::vector<std::uint32_t> words;
    std::vector<bool> after_space;  // of each word
    Box box;
    float em = 0;
    std::uint32_t next = none;  // at its left, of its text
    bool follows = false;
};

// The columns of one page.
class Columns {
public:
    Columns(const Document& d, std::uint32_t first, std::uint32_t last) : d_(d) {
        collect(first, last);
        if (glyphs_.empty() || !pair()) return;
        part_unequal_steps();
        bridge_spaces();
        gather();
        take_short_ones();
        link();
    }

    [[nodiscard]] std::vector<Column>& all() { return columns_; }

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
        const float factor = factors.size() < few ? 0 : median(std::move(factors));
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
        Column column;
        column.box = glyphs_[chain[0]].box;
        for (const auto k : chain) {
            Glyph& g = glyphs_[k];
            column.words.push_back(g.word);
            column.after_space.push_back(g.after_space);
            column.box.left = std::min(column.box.left, g.box.left);
            column.box.right = std::max(column.box.right, g.box.right);
            column.box.bottom = std::max(column.box.bottom, g.box.bottom);
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
                                          [&](const Column& c) { return is_next(c, g.box, g.em); });
            if (!all && !last) continue;
            chain.clear();
            for (auto k = i; k != none; k = glyphs_[k].below) chain.push_back(k);
            if (all || chain.size() < 3) add(chain);
        }
    }

    // Begins at the left of this column, at its height?
    [[nodiscard]] static bool is_next(const Column& c, const Box& box, float em) {
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
                const Column& c = columns_[k];
                if (k != i && !c.follows && is_next(columns_[i], c.box, c.em) &&
                    (best == none || c.box.left > columns_[best].box.left))
                    best = k;
            }
            if (best == none) continue;
            columns_[i].next = best;
            columns_[best].follows = true;
        }
    }

    const Document& d_;
    std::vector<Glyph> glyphs_;
    std::vector<Column> columns_;
    std::uint64_t steps_ = 0;
};

// Writes text, words and lines anew.
class Rewriter {
public:
    explicit Rewriter(Document& d) : d_(d) {}

    void run() {
        find_lines();
        column_of_.assign(d_.words.size(), none);
        for (std::uint32_t i = 0; i < d_.lines.size();) {
            const auto first = i;
            while (i < d_.lines.size() && d_.lines[i].page == d_.lines[first].page) ++i;
            find_columns(first, i);
        }
        if (columns_.empty()) return;
        text_.chars.reserve(d_.text.chars.size());
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i) put_line(i);
        text_.at.push_back(d_.text.at.back());
        d_.text = std::move(text_);
        d_.words = std::move(words_);
        d_.lines = std::move(lines_);
    }

private:
    // Each line's words, and each word's line.
    void find_lines() {
        std::uint32_t w = 0;
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i) {
            const Line& line = d_.lines[i];
            while (w < d_.words.size() && d_.words[w].text.begin < line.text.begin) {
                line_of_.push_back(none);
                ++w;
            }
            first_.push_back(w);
            for (; w < d_.words.size() && d_.words[w].text.end <= line.text.end; ++w) line_of_.push_back(i);
        }
        line_of_.resize(d_.words.size(), none);
        first_.push_back(w);
    }

    void find_columns(std::uint32_t first, std::uint32_t last) {
        auto columns = Columns(d_, first_[first], first_[last]).all();
        const auto offset = static_cast<std::uint32_t>(columns_.size());
        for (Column& c : columns) {
            if (c.next != none) c.next += offset;
            for (const auto w : c.words) column_of_[w] = static_cast<std::uint32_t>(columns_.size());
            columns_.push_back(std::move(c));
        }
        written_.resize(columns_.size(), false);
    }

    // Columns are written where the first one of their text begins.
    void put_line(std::uint32_t i) {
        const auto begin = first_[i], end = first_[i + 1];
        const bool whole =
            std::all_of(column_of_.begin() + begin, column_of_.begin() + end, [](auto c) { return c == none; });
        if (whole) {
            Line line = d_.lines[i];
            const auto from = line.text.begin;
            const auto to = copy(line.text);
            for (auto w = begin; w < end; ++w) {
                Word word = d_.words[w];
                word.text = {word.text.begin - from + to, word.text.end - from + to};
                words_.push_back(word);
            }
            line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
            lines_.push_back(line);
            return;
        }
        rest_.clear();
        for (auto w = begin; w < end; ++w) {
            if (column_of_[w] != none) continue;
            // What stood between is gone.
            if (w > begin && column_of_[w - 1] != none) put_words(rest_, d_.lines[i]);
            rest_.push_back(w);
        }
        put_words(rest_, d_.lines[i]);
        for (auto w = begin; w < end; ++w) {
            auto c = column_of_[w];
            if (c == none || written_[c] || columns_[c].follows) continue;
            for (; c != none && !written_[c]; c = columns_[c].next) {
                written_[c] = true;
                put_column(columns_[c]);
            }
        }
    }

    std::uint32_t copy(Run run) {
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        const auto begin = static_cast<std::ptrdiff_t>(run.begin), end = static_cast<std::ptrdiff_t>(run.end);
        text_.chars.append(d_.text.chars, run.begin, run.size());
        text_.at.insert(text_.at.end(), d_.text.at.begin() + begin, d_.text.at.begin() + end);
        text_.ends.insert(text_.ends.end(), d_.text.ends.begin() + begin, d_.text.ends.begin() + end);
        return to;
    }

    Word put_word(std::uint32_t w) {
        Word word = d_.words[w];
        const auto to = copy(word.text);
        word.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        words_.push_back(word);
        return word;
    }

    // Words of a line that stood side by side, with what stands between them.
    void put_words(std::vector<std::uint32_t>& words, Line line) {
        if (words.empty()) return;
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        std::optional<Box> box;
        for (std::size_t k = 0; k < words.size(); ++k) {
            if (k > 0) copy({d_.words[words[k - 1]].text.end, d_.words[words[k]].text.begin});
            const Word word = put_word(words[k]);
            if (word.box == none) continue;
            const Box& b = d_.boxes[word.box];
            if (!box) box = b;
            box->left = std::min(box->left, b.left);
            box->top = std::min(box->top, b.top);
            box->right = std::max(box->right, b.right);
            box->bottom = std::max(box->bottom, b.bottom);
        }
        line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        if (box) {
            d_.boxes.push_back(*box);
            line.box = static_cast<std::uint32_t>(d_.boxes.size()) - 1;
        }
        lines_.push_back(line);
        words.clear();
    }

    void put_column(const Column& column) {
        Line line = d_.lines[line_of_[column.words[0]]];
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        for (std::size_t k = 0; k < column.words.size(); ++k) {
            const auto w = column.words[k];
            if (column.after_space[k]) {
                text_.chars.push_back(U' ');
                text_.at.push_back(text_.ends.back());
                text_.ends.push_back(text_.ends.back());
            }
            put_word(w);
            if (d_.lines[line_of_[w]].region != line.region) line.region = none;
        }
        if (line.region == none) line.kind = RegionKind::text;
        line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        d_.boxes.push_back(column.box);
        line.box = static_cast<std::uint32_t>(d_.boxes.size()) - 1;
        line.upright = true;
        line.wrap = Wrap::unsaid;
        line.gap = 0;
        lines_.push_back(line);
    }

    Document& d_;
    std::vector<std::uint32_t> first_, line_of_, column_of_;
    std::vector<Column> columns_;
    std::vector<bool> written_;
    std::vector<std::uint32_t> rest_;
    Text text_;
    std::vector<Word> words_;
    std::vector<Line> lines_;
};

}  // namespace

void find_upright_lines(Document& document) {
    if (!document.words.empty() && !document.lines.empty()) Rewriter(document).run();
}

}  // namespace broadsheet::reading
