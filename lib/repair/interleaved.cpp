// Headlines that stand side by side on the same lines: an extractor that reads line by line runs their rows together.
// The words that they share with the two texts below tell which part of a row is whose.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/edges.hpp"
#include "repair/shared_words.hpp"
#include "repair/terms.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace weight = weight::interleaved;
using language::Cue;

constexpr std::uint32_t most_lines = 8;  // of both headlines
constexpr std::size_t most_tokens = 80;  // of their words
constexpr std::uint32_t most_tried = 3;  // reports without a headline
constexpr std::uint32_t reach = 60;      // drafts within which the other text is sought
constexpr std::uint32_t kinds =
    Cue::byline | Cue::folio | Cue::credit | Cue::caption | Cue::item | Cue::note | Cue::jump_from | Cue::jump_to;

// A word of the rows: above 0 what speaks for the left text, below 0 for the right one.
struct Token {
    Run text;
    float value = 0;
};

using Row = std::vector<Token>;

class Interleaved {
public:
    explicit Interleaved(Work& work) : w_(work) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        taken_.assign(count, false);
        for (std::uint32_t i = 0; i < count; ++i) {
            if (!is_row(i) || !sets_off(i)) continue;
            auto text = i + 1;
            while (text < count && is_row(text) && !sets_off(text)) ++text;
            if (text < count && is_text(text)) look_at(i, text, count);
        }
        if (above_.empty()) return;
        std::sort(above_.begin(), above_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        std::vector<std::uint32_t> order;
        auto head = above_.begin();
        auto gone = gone_.begin();
        for (std::uint32_t i = 0; i < count; ++i) {
            for (; head != above_.end() && head->second == i; ++head) order.push_back(head->first);
            if (gone != gone_.end() && gone->first == i)
                ++gone;
            else
                order.push_back(i);
        }
        reorder(w_, order, gone_);
    }

private:
    [[nodiscard]] bool western(std::uint32_t i) const {
        const Draft& d = w_.drafts[i];
        return !d.dropped && d.previous == none && !w_.head_facts(d).has(cjk);
    }

    [[nodiscard]] bool is_row(std::uint32_t i) {
        const Draft& d = w_.drafts[i];
        return western(i) && d.shape == Shape::row && d.next == none && !(w_.cues(w_.head(d).line) & kinds);
    }

    [[nodiscard]] bool is_text(std::uint32_t i) const { return western(i) && w_.drafts[i].shape == Shape::text; }

    [[nodiscard]] bool sets_off(std::uint32_t i) const {
        const auto line = w_.head(w_.drafts[i]).line;
        if (line == 0) return true;
        const Line &x = w_.d.lines[line - 1], &y = w_.d.lines[line];
        return y.gap > 0 || x.page != y.page || x.frame != y.frame;
    }

    // Does a report begin here that has no headline?
    [[nodiscard]] bool is_bare(std::uint32_t i) {
        const Draft& d = w_.drafts[i];
        const auto line = w_.head(d).line;
        if (!western(i) || !sets_off(i)) return false;
        if (!(is_text(i) && w_.measure[line] && w_.cues(line) & Cue::lead) &&
            !(d.shape == Shape::row && w_.cues(line) & Cue::byline))
            return false;
        return i == 0 || !(is_row(i - 1) || w_.cues(w_.head(w_.drafts[i - 1]).line) & Cue::byline);
    }

    // The headlines of drafts [first, text) and the reports behind them that have none.
    void look_at(std::uint32_t first, std::uint32_t text, std::uint32_t count) {
        std::vector<Row> rows;
        std::vector<std::uint32_t> lines;
        std::size_t tokens = 0;
        for (auto i = first; i < text; ++i)
            for (auto p = w_.drafts[i].first; p < w_.drafts[i].last; ++p) {
                rows.push_back(words_of(w_.pieces[p].text));
                lines.push_back(w_.pieces[p].line);
                tokens += rows.back().size();
            }
        if (rows.size() < 2 || rows.size() > most_lines || tokens > most_tokens) return;
        const auto page = w_.d.lines[lines.front()].page;
        Parting best;
        auto best_other = none;
        std::uint32_t tried = 0;
        for (auto other = text + 1; other < std::min(count, text + reach); ++other) {
            if (w_.d.lines[w_.head(w_.drafts[other]).line].page != page) break;
            if (taken_[other] || !is_bare(other)) continue;
            if (++tried > most_tried) break;
            weigh(rows, {text, end_of(text, count)}, {other, end_of(other, count)});
            Parting parting = part(rows);
            if (parting.gain <= best.gain) continue;
            best = std::move(parting);
            best_other = other;
        }
        if (best_other == none) return;
        std::vector<Piece> on_left, on_right;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const Row& row = rows[r];
            const auto at = best.cuts[r];
            if (at > 0) on_left.push_back({{row.front().text.begin, row[at - 1].text.end}, lines[r], Joint::glue});
            if (at < row.size()) on_right.push_back({{row[at].text.begin, row.back().text.end}, lines[r], Joint::glue});
        }
        const Draft left_draft = draft(on_left), right_draft = draft(on_right);
        w_.drafts[first] = left_draft;
        taken_[best_other] = true;
        above_.emplace_back(static_cast<std::uint32_t>(w_.drafts.size()), best_other);
        w_.drafts.push_back(right_draft);
        for (auto k = first + 1; k < text; ++k) gone_.emplace_back(k, first);
        if (w_.options.explain)
            w_.explain(lines.front(), "two headlines stand side by side in these rows, one is that of line " +
                                          std::to_string(w_.d.lines[w_.head(w_.drafts[best_other]).line].number));
    }

    // The draft behind the text that begins with draft i: the next headline, or the next report.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t i, std::uint32_t count) {
        auto end = i + 1;
        if (!is_text(i) && end < count) ++end;  // a byline
        while (end < count && !(is_row(end) && sets_off(end)) && !is_bare(end)) ++end;
        return end;
    }

    // --- whose is each part of the rows?

    struct Parting {
        std::vector<std::size_t> cuts;  // of each row: words before it are of the left headline
        float gain = weight::least;     // over one headline
    };

    enum Side : std::uint8_t { left, right, both };

    [[nodiscard]] static float step(int from, int to) {
        if (to == right && from == none_yet) return weight::late_left;
        if (from == both && to == right) return weight::late_left;
        return from == to && to != both ? weight::no_turn : 0;
    }

    // The likeliest side of each row: rows of the two headlines come in turn, or in one line.
    [[nodiscard]] Parting part(const std::vector<Row>& rows) const {
        struct Cell {
            float score = 0;
            std::uint8_t before = 0;
        };
        std::vector<std::array<Cell, 3>> table(rows.size());
        std::vector<std::size_t> cuts;
        float whole = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            float sum = 0, cut_score = 0;
            for (const Token& token : rows[r]) sum += token.value;
            whole += sum;
            cuts.push_back(best_cut(rows[r], cut_score));
            const std::array<float, 3> own{sum, -sum, cut_score};
            for (int side = 0; side < 3; ++side) {
                Cell& cell = table[r][static_cast<std::size_t>(side)];
                if (r == 0) {
                    cell.score = own[static_cast<std::size_t>(side)] + step(none_yet, side);
                    continue;
                }
                for (int from = 0; from < 3; ++from) {
                    const float score = table[r - 1][static_cast<std::size_t>(from)].score + step(from, side) +
                                        own[static_cast<std::size_t>(side)];
                    if (from == 0 || score > cell.score) cell = {score, static_cast<std::uint8_t>(from)};
                }
            }
        }
        const auto& last = table.back();
        auto side = static_cast<std::uint8_t>(
            std::max_element(last.begin(), last.end(), [](const Cell& a, const Cell& b) { return a.score < b.score; }) -
            last.begin());
        Parting out;
        const float gain = last[side].score - whole;
        if (gain <= out.gain) return out;
        out.cuts.resize(rows.size());
        float left_sum = 0, right_sum = 0;
        bool any_cut = false;
        for (auto r = rows.size(); r-- > 0;) {
            any_cut = any_cut || side == both;
            out.cuts[r] = side == left ? rows[r].size() : side == right ? 0 : cuts[r];
            for (std::size_t t = 0; t < rows[r].size(); ++t)
                (t < out.cuts[r] ? left_sum : right_sum) += rows[r][t].value;
            side = table[r][side].before;
        }
        // Each has words of its own text; and rows that stand in no line together are those of one headline.
        if (any_cut && left_sum >= weight::least_part && right_sum <= -weight::least_part) out.gain = gain;
        return out;
    }

    [[nodiscard]] Row words_of(Run line) const {
        Row out;
        const auto& chars = w_.d.text.chars;
        for (auto i = line.begin; i < line.end;) {
            auto end = i;
            while (end < line.end && !is(chars[end], cls::space)) ++end;
            if (end > i) out.push_back({{i, end}, 0});
            i = end + 1;
        }
        return out;
    }

    // What each word says: how much more one of the texts has of it, and how few paragraphs of the page have it.
    void weigh(std::vector<Row>& rows, Drafts own, Drafts other) const {
        struct Stem {
            std::uint32_t hash;
            Token* token;
            float paragraphs = 0, left = 0, right = 0;
        };
        std::vector<Stem> stems;
        StemFilter sought;
        for (Row& row : rows)
            for (Token& token : row) {
                token.value = 0;
                each_stem(w_.d.text.view(token.text), [&](std::uint32_t hash) {
                    stems.push_back({hash, &token});
                    sought.add(hash);
                });
            }
        float paragraphs = 0;
        std::vector<std::uint32_t> words;
        const Drafts near = around(w_, {own.first, other.last});
        for (auto i = near.first; i < near.last; ++i) {
            if (!is_text(i)) continue;
            ++paragraphs;
            words.clear();
            for (auto k = i; k != none; k = w_.drafts[k].next)
                for (auto p = w_.drafts[k].first; p < w_.drafts[k].last; ++p)
                    each_stem(w_.d.text.view(w_.pieces[p].text).substr(0, longest_wrapped), [&](std::uint32_t word) {
                        if (sought.may_have(word)) words.push_back(word);
                    });
            std::sort(words.begin(), words.end());
            for (Stem& stem : stems) {
                if (!std::binary_search(words.begin(), words.end(), stem.hash)) continue;
                ++stem.paragraphs;
                if (i >= own.first && i < own.last) stem.left = 1;
                if (i >= other.first && i < other.last) stem.right = 1;
            }
        }
        for (const Stem& stem : stems)
            if (stem.left != stem.right)
                stem.token->value += (stem.left - stem.right) * std::log(1 + paragraphs / stem.paragraphs);
    }

    // The best place to cut a row in two, and what that gives.
    [[nodiscard]] std::size_t best_cut(const Row& row, float& most) const {
        std::size_t best = 0;
        most = -1E6F;
        float sum = 0;
        for (const Token& token : row) sum -= token.value;
        for (std::size_t at = 1; at < row.size(); ++at) {
            sum += 2 * row[at - 1].value;
            float score = sum + weight::cut;
            if (is(w_.d.text.chars[row[at].text.begin], cls::lower)) score += weight::low;
            if (ends_wanting(w_.d.text.view({row.front().text.begin, row[at - 1].text.end}))) score += weight::wanting;
            // What neither text has stands at the end of a row rather than at the beginning of one.
            if (score < most) continue;
            most = score;
            best = at;
        }
        return best;
    }

    Draft draft(const std::vector<Piece>& pieces) {
        Draft d;
        d.first = static_cast<std::uint32_t>(w_.pieces.size());
        w_.pieces.insert(w_.pieces.end(), pieces.begin(), pieces.end());
        d.last = static_cast<std::uint32_t>(w_.pieces.size());
        describe(w_, d);
        d.shape = Shape::row;
        return d;
    }

    static constexpr int none_yet = -1;

    Work& w_;
    std::vector<bool> taken_;                                     // of each draft: a text that has its headline now
    std::vector<std::pair<std::uint32_t, std::uint32_t>> above_;  // new drafts, each with the text that it goes above
    std::vector<std::pair<std::uint32_t, std::uint32_t>> gone_;   // drafts that are parts of another one now
};

}  // namespace

void part_interleaved(Work& work) { Interleaved(work).run(); }

}  // namespace broadsheet::repair_stage
