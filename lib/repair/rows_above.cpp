// Chinese headlines that stand right on their text, with no blank line between: what the first line of a column and
// the one below it say.
#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/line_above.hpp"
#include "repair/measure.hpp"
#include "repair/weights.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

namespace line_weight = weight::line_above;
namespace weight = weight::rows_above;
using language::Cue;

constexpr std::uint32_t fewest = 3;  // lines of a column
constexpr std::int32_t clear = 3 * em / 2;
constexpr std::int32_t indent = 11 * em / 4;  // at most
constexpr std::int32_t short_row = 7 * em / 2;

class RowsAbove {
public:
    explicit RowsAbove(Work& work) : w_(work) {}

    void run() {
        const auto count = static_cast<std::uint32_t>(w_.d.lines.size());
        for (std::uint32_t i = 0, end = 0; i < count; i = end) {
            for (end = i + 1; end < count && together(end); ++end) {
            }
            if (end - i >= fewest) look_at(i, end);
        }
    }

private:
    [[nodiscard]] bool together(std::uint32_t i) const {
        const Line &x = w_.d.lines[i - 1], &y = w_.d.lines[i];
        return y.gap == 0 && y.frame == x.frame && y.page == x.page;
    }

    [[nodiscard]] bool plain(std::uint32_t i) const {
        return w_.d.lines[i].mark == Mark::plain && !w_.vertical[i] && !w_.taken[i] && !w_.display[i] &&
               !w_.heading[i] && !w_.facts[i].has(long_line | no_letter) && w_.facts[i].has(cjk);
    }

    [[nodiscard]] bool in_column(std::uint32_t i) const { return plain(i) && w_.measure[i] != 0; }

    void look_at(std::uint32_t row, std::uint32_t end) {
        if (!possible(row)) return;
        auto text = row + 1;
        const bool deck =
            w_.facts[text].has(starts_dash) && text + 2 < end && possible(text) && shortfall(w_, text) > -clear;
        if (deck) ++text;
        if (!in_column(text)) return;
        Evidence e = judge(row, text);
        if (deck) e.add(weight::deck);
        if (deck && shortfall(w_, text - 1) > short_row && !w_.facts[text - 1].has(ends_sentence))
            e.add(weight::not_full);
        if (e.sum() <= 0 || w_.cues(row) & no_headline) return;
        for (auto i = row; i < text; ++i) w_.display[i] = true;
        if (w_.options.explain) w_.explain(row, "headline right on its text: " + e.why());
    }

    // May it be the row of a headline at all?
    [[nodiscard]] bool possible(std::uint32_t i) const {
        const Facts& f = w_.facts[i];
        const auto text = w_.view(i);
        return plain(i) && !f.has(ends_comma | ends_colon | starts_close) && text.size() <= longest_line_above &&
               text.find(U'。') == std::u32string_view::npos && text.find(U'；') == std::u32string_view::npos;
    }

    Evidence judge(std::uint32_t row, std::uint32_t text) {
        Evidence e(w_.options.explain);
        const Facts& f = w_.facts[row];
        const auto line = w_.view(row);
        e.add(weight::above);
        if (f.has(has_gap)) e.add(weight::gap);
        const auto free = static_cast<std::int32_t>(w_.measure[text]) - f.middle();
        if (free < -clear)
            e.add(weight::overlong);
        else if (free > short_row && !f.has(ends_sentence))
            e.add(weight::not_full);
        // A line that stops far from the edge ends a paragraph, or a headline.
        if (!f.has(ends_sentence) && !w_.facts[text].has(ends_sentence) && shortfall(w_, text) < indent)
            e.add(weight::indented, std::clamp(indented(w_, text), -2.0F, 3.0F));
        add_line_above(e, f, line);
        // Words are asked for only where they can turn the decision.
        if (e.sum() + weight::next_lead.weight <= 0) return e;
        if (w_.cues(text) & (Cue::lead | Cue::byline)) e.add(weight::next_lead);
        const auto last = w_.view(text - 1), below = w_.view(text);
        if (e.sum() > 0 && one_word_across(last, below)) e.add(line_weight::goes_on);
        return e;
    }

    Work& w_;
};

}  // namespace

void find_rows_above(Work& work) { RowsAbove(work).run(); }

}  // namespace broadsheet::repair_stage
