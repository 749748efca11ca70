#include "segment/columns.hpp"

#include <algorithm>
#include <span>

#include "language/cues.hpp"
#include "segment/measure.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;
namespace weight = weights::column;

constexpr std::size_t most_flows = 4;  // runs of text without a blank line in one column

class Columns {
public:
    Columns(const Document& document, const std::vector<Unit>& units, const PageWords& words,
            std::vector<Draft>& drafts)
        : document_(document), units_(units), words_(words), drafts_(drafts) {}

    void run() {
        if (scanned(units_, words_.first(), words_.last()) ||
            !keeps_rows(document_, units_, words_.first(), words_.last()))
            return;
        for (std::size_t y = 0; y < drafts_.size(); ++y)
            while (give_back(y)) {
            }
    }

private:
    using List = std::span<const std::uint32_t>;
    struct Move {
        std::size_t first = 0, last = 0, to = 0;  // [first, last) of the draft's units
        float gain = weights::column::gain;
    };

    // Moves the column of draft y that most plainly belongs to another one.
    bool give_back(std::size_t y) {
        const List all(drafts_[y].rest);
        Move best;
        const auto starts = starts_of(all);
        for (std::size_t i = 0; i < starts.size(); ++i)
            for (auto j = i + 1; j <= std::min(starts.size(), i + most_flows); ++j) {
                const auto last = j == starts.size() ? all.size() : starts[j];
                if (!plain(all.subspan(starts[i], last - starts[i]))) break;
                find_place(y, starts[i], last, best);
            }
        if (best.last == 0) return false;
        Draft &from = drafts_[y], &to = drafts_[best.to];
        const auto first = from.rest.begin() + static_cast<std::ptrdiff_t>(best.first),
                   last = from.rest.begin() + static_cast<std::ptrdiff_t>(best.last);
        const auto at =
            to.rest.front() < *first ? std::upper_bound(to.rest.begin(), to.rest.end(), *first) : to.rest.end();
        to.rest.insert(at, first, last);
        from.rest.erase(first, last);
        return true;
    }

    // Where a column may begin behind text: below a blank line, or where a paragraph does not follow the one before.
    [[nodiscard]] std::vector<std::size_t> starts_of(List list) const {
        std::vector<std::size_t> starts;
        bool text = false;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (units_[list[i]].kind != Kind::body) continue;
            if (text) {
                const Line &a = last_line(list[i - 1]), &b = first_line(list[i]);
                if (b.gap > 0 || b.number != a.number + 1) starts.push_back(i);
            }
            text = true;
        }
        return starts;
    }

    [[nodiscard]] const Line& first_line(std::uint32_t u) const {
        return document_.lines[document_.pieces[document_.blocks[units_[u].block].first].line];
    }
    [[nodiscard]] const Line& last_line(std::uint32_t u) const {
        return document_.lines[document_.pieces[document_.blocks[units_[u].block].last - 1].line];
    }

    // Nothing but text, none of which opens an article.
    [[nodiscard]] bool plain(List list) const {
        return std::all_of(list.begin(), list.end(),
                           [&](auto u) { return units_[u].kind == Kind::body && (units_[u].cues & Cue::lead) == 0; });
    }

    void find_place(std::size_t y, std::size_t first, std::size_t last, Move& best) const {
        const List all(drafts_[y].rest), column = all.subspan(first, last - first);
        std::vector<std::uint32_t> around(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
        around.insert(around.end(), all.begin() + static_cast<std::ptrdiff_t>(last), all.end());
        const auto text = texts(column);
        const float measure = measure_of(column);
        const float here = weight::here * words_.odds_of(text, texts(around)) +
                           weight::measure_here * apart(measure, measure_of(around));
        for (std::size_t x = 0; x < drafts_.size(); ++x) {
            const auto there = texts(drafts_[x].rest);
            if (x == y || there.empty()) continue;
            float gain = weight::prior + here + weight::there * words_.odds_of(text, there) +
                         weight::measure_there * apart(measure, measure_of(drafts_[x].rest));
            if (x < y) gain += weight::behind;
            const auto between = (x < y ? y - x : x - y) - 1;
            gain += weight::between * static_cast<float>(std::min<std::size_t>(between, 5));
            if (gain > best.gain) best = {first, last, x, gain};
        }
    }

    // Measures differ a little by chance; one of half the length is plainly another one.
    static float apart(float a, float b) { return measures_apart(a, b, 0.2F, 3.0F); }

    // Counted from words_.first().
    [[nodiscard]] std::vector<std::size_t> texts(List list) const {
        std::vector<std::size_t> found;
        for (const auto u : list)
            if (units_[u].kind == Kind::body) found.push_back(u - words_.first());
        return found;
    }

    [[nodiscard]] float measure_of(List list) const { return segment_stage::measure_of(document_, units_, list); }

    const Document& document_;
    const std::vector<Unit>& units_;
    const PageWords& words_;
    std::vector<Draft>& drafts_;
};

}  // namespace

void return_columns(const Document& document, const std::vector<Unit>& units, const PageWords& words,
                    std::vector<Draft>& drafts) {
    Columns(document, units, words, drafts).run();
}

}  // namespace broadsheet::segment_stage
