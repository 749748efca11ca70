// Labels of places: 石桥 on a line of its own, and its neighbour stuck to a headline, 青山 河道治理见成效. Where
// a label stands alone beside such a headline and the page often speaks of both, the stuck one is set off.
#include "core/chars.hpp"
#include "repair/grams.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t often = 3;       // times that the page's text must name a place
constexpr std::size_t longest_row = 24;  // of a headline that a label sticks to

bool all_han(std::u32string_view text) {
    for (const char32_t c : text)
        if (!is(c, cls::han)) return false;
    return !text.empty();
}

class Labels {
public:
    explicit Labels(Work& work) : w_(work) {}

    void run() {
        find();
        if (found_.empty()) return;
        for (std::uint32_t i = 0; i < w_.d.lines.size(); ++i)
            if (w_.d.lines[i].mark != Mark::hidden) names_.read(w_.view(i));
        std::vector<Draft> out;
        out.reserve(w_.drafts.size() + found_.size());
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < w_.drafts.size(); ++i) {
            if (next < found_.size() && found_[next].draft == i && sure(found_[next]))
                split(i, found_[next].place, out);
            else
                out.push_back(w_.drafts[i]);
            if (next < found_.size() && found_[next].draft == i) ++next;
        }
        w_.drafts = std::move(out);
    }

private:
    struct Found {
        std::uint32_t draft;
        std::uint32_t label;  // the draft beside it that is a label
        Run place;            // in the text
    };

    [[nodiscard]] bool is_label(std::uint32_t i) const {
        if (i >= w_.drafts.size()) return false;
        const Draft& d = w_.drafts[i];
        if (d.shape != Shape::row || d.size < 2 || d.size > 3 || d.last - d.first != 1) return false;
        const Line& line = w_.d.lines[w_.head(d).line];
        return line.gap > 0 && all_han(w_.view(w_.head(d).line));
    }

    void find() {
        for (std::uint32_t i = 0; i < w_.drafts.size(); ++i) {
            if (!is_label(i)) continue;
            for (const std::uint32_t k : {i - 1, i + 1})
                if (k < w_.drafts.size()) try_row(k, i);
        }
    }

    void try_row(std::uint32_t k, std::uint32_t label) {
        const Draft& d = w_.drafts[k];
        if (d.shape != Shape::row || d.last - d.first != 1 || (!found_.empty() && found_.back().draft >= k)) return;
        const Run run = w_.head(d).text;
        const auto text = w_.d.text.view(run);
        if (text.size() > longest_row) return;
        const std::size_t size = w_.drafts[label].size;
        const auto gap = [&](std::size_t at) { return at < text.size() && is(text[at], cls::space); };
        Run place;
        if (gap(size) && all_han(text.substr(0, size)) && text.size() > size + 4)
            place = {run.begin, run.begin + static_cast<std::uint32_t>(size)};
        else if (halves_without(text, size))
            place = {run.end - static_cast<std::uint32_t>(size), run.end};
        else
            return;
        found_.push_back({k, label, place});
        ask(w_.d.text.view(place));
        ask(w_.view(w_.head(w_.drafts[label]).line));
    }

    // Two halves of one length, once the last characters are taken off the second.
    static bool halves_without(std::u32string_view text, std::size_t size) {
        std::size_t first = 0;
        while (first < text.size() && !is(text[first], cls::space)) ++first;
        if (first < 4 || first >= text.size()) return false;
        auto second = text.substr(first);
        while (!second.empty() && is(second.front(), cls::space)) second.remove_prefix(1);
        return second.size() == first + size && all_han(second.substr(first));
    }

    void ask(std::u32string_view name) { names_.ask(name.substr(0, name.size() - 1), name.substr(name.size() - 1)); }

    [[nodiscard]] std::uint32_t times(std::u32string_view name) const {
        const auto seen = names_.seen(name.substr(0, name.size() - 1), name.substr(name.size() - 1));
        return name.size() == 2 ? seen.pairs : seen.triples;
    }

    [[nodiscard]] bool sure(const Found& found) const {
        // Each stands once outside the text: as the label itself.
        return times(w_.d.text.view(found.place)) > often &&
               times(w_.view(w_.head(w_.drafts[found.label]).line)) > often;
    }

    void split(std::uint32_t i, Run place, std::vector<Draft>& out) {
        const Piece whole = w_.head(w_.drafts[i]);
        const bool leads = place.begin == whole.text.begin;
        const Run parts[] = {leads ? place : Run{whole.text.begin, place.begin},
                             leads ? Run{place.end, whole.text.end} : place};
        for (const Run part : parts) {
            Draft d = w_.drafts[i];
            d.first = static_cast<std::uint32_t>(w_.pieces.size());
            w_.pieces.push_back({part, whole.line, Joint::glue});
            d.last = d.first + 1;
            d.size = part.size();
            out.push_back(d);
        }
        if (w_.options.explain) w_.explain(whole.line, "a place's label is set off");
    }

    Work& w_;
    std::vector<Found> found_;
    Grams names_;
};

}  // namespace

void labels(Work& work) { Labels(work).run(); }

}  // namespace broadsheet::repair_stage
