#include "repair/measure.hpp"

#include <algorithm>

#include "repair/shared_width.hpp"

namespace broadsheet::repair_stage {

namespace {

// Lines without a blank line between them, in one column.
struct Chunk {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t measure;  // of its middle; 0: not known
};

constexpr std::size_t window = 12;  // lines that vote on a measure
constexpr std::uint32_t reach = 8;  // chunks in which a short one looks for its measure

bool wrapped(const Work& w, std::uint32_t line) {
    return w.d.lines[line].mark == Mark::plain && !w.vertical[line] && !w.taken[line] && !w.facts[line].has(long_line);
}

// Columns wrap their lines in mid-sentence. Where nearly all text stands in lines wider than columns are, most of which
// end a sentence, each is a paragraph as it was written, and its width says nothing. Lines [first, last) of one page.
bool is_unwrapped(const Work& w, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t wide = 28 * em;
    std::uint32_t lines = 0, sentences = 0;
    std::uint64_t all = 0, long_ones = 0;
    for (auto i = first; i < last; ++i) {
        if (w.d.lines[i].mark != Mark::plain || w.vertical[i] || w.taken[i]) continue;
        const Facts& f = w.facts[i];
        all += f.width;
        if (f.width < wide) continue;
        long_ones += f.width;
        ++lines;
        if (f.has(ends_sentence)) ++sentences;
    }
    return lines > 2 && sentences * 10 >= lines * 6 && long_ones * 10 >= all * 6;
}

// Where talk stands, most lines are the first ones of their paragraphs, short of the measure by their indent: one that
// is full is too long for them. The measure of the window below holds them all.
void widen(Work& w, std::uint32_t first, std::uint32_t last) {
    constexpr std::int32_t least = em, most = 3 * em;  // what an indent takes
    const auto m = static_cast<std::int32_t>(w.measure[first]), below = static_cast<std::int32_t>(w.measure[last]);
    if (m == 0 || below - m < least || below - m > most) return;
    bool over = false;
    for (auto i = first; i < last; ++i) {
        const auto width = w.facts[i].middle();
        if (width > below + loose) return;
        over = over || width > m + loose;
    }
    for (auto i = first; over && i < last; ++i) w.measure[i] = w.measure[last];
}

void measure_long_chunk(Work& w, Chunk& chunk) {
    std::vector<std::int32_t> values;
    values.reserve(window);
    const auto size = chunk.last - chunk.first;
    const std::uint32_t step = window / 2;
    for (std::uint32_t at = chunk.first; at < chunk.last; at += step) {
        // The window around [at, at + step).
        const std::uint32_t from = size <= window ? chunk.first
                                                  : std::min(std::max(at, chunk.first + step / 2) - step / 2,
                                                             chunk.last - static_cast<std::uint32_t>(window));
        const std::uint32_t to = size <= window ? chunk.last : from + static_cast<std::uint32_t>(window);
        values.clear();
        std::uint32_t cjk_lines = 0;
        for (auto i = from; i < to; ++i) {
            if (i + 1 == chunk.last && size > 3) continue;  // often the last line of its paragraph
            values.push_back(w.facts[i].middle());
            cjk_lines += w.facts[i].has(cjk) ? 1 : 0;
        }
        const auto m = shared_width(values, std::size_t{cjk_lines} * 2 > values.size(), w.run_together);
        const auto end = size <= window ? chunk.last : std::min(at + step, chunk.last);
        for (auto i = at; i < end; ++i) w.measure[i] = m;
        if (m) chunk.measure = m;
        if (size <= window) {
            for (auto i = chunk.first; i < chunk.last; ++i) w.measure[i] = m;
            break;
        }
    }
    if (size <= window || !w.facts[chunk.first].has(cjk)) return;
    for (auto at = chunk.first + (size - 1) / step * step; at > chunk.first; at -= step) widen(w, at - step, at);
}

bool fits(const Work& w, std::uint32_t i, std::uint32_t measure, std::int32_t indent) {
    const Facts& line = w.facts[i];
    const auto gap = static_cast<std::int32_t>(measure) - last_row(w, i, measure) - indent;
    const bool several = last_row(w, i, measure) < line.middle();
    const auto tolerance = several         ? static_cast<std::int32_t>(measure) / 5
                           : line.has(cjk) ? 1300 + static_cast<std::int32_t>(std::min(line.slack, 2000U) / 4)
                                           : static_cast<std::int32_t>(measure) / 12;
    return gap > -tolerance && gap < tolerance;
}

// A few lines in which no sentence ends and no comma stands are a headline, a list of names.
bool reads_like_text(const Work& w, const Chunk& chunk) {
    std::uint32_t commas = 0;
    for (auto i = chunk.first; i < chunk.last; ++i) {
        if (w.facts[i].has(ends_sentence | has_stop)) return true;
        if (w.facts[i].has(has_comma) && w.facts[i].has(cjk)) ++commas;
    }
    return commas > 1 && chunk.last - chunk.first > 2;
}

// A chunk of few lines that finds no measure near by: that of its longest line, if all but the last reach it.
void own_measure(Work& w, Chunk& chunk) {
    const auto size = chunk.last - chunk.first;
    if (size < 2 || size > window || !reads_like_text(w, chunk)) return;
    if (size < 3 && w.d.text.chars[w.d.lines[chunk.last - 1].text.end - 1] != U'。' &&
        !(w.facts[chunk.last - 1].has(ends_sentence) && !w.facts[chunk.last - 1].has(cjk | all_upper)))
        return;
    std::int32_t longest = 0;
    for (auto i = chunk.first; i < chunk.last; ++i) longest = std::max(longest, w.facts[i].middle());
    if (longest < 8 * em) return;
    const bool cjk_text = w.facts[chunk.first].has(cjk);
    for (auto i = chunk.first; i + 1 < chunk.last; ++i) {
        const auto missing = longest - w.facts[i].middle();
        const auto most = (cjk_text ? 1300 : longest / 6) + (i == chunk.first ? 2 * em : 0);
        if (missing > most || w.facts[i].has(ends_sentence)) return;
    }
    chunk.measure = static_cast<std::uint32_t>(longest);
    for (auto i = chunk.first; i < chunk.last; ++i) w.measure[i] = chunk.measure;
}

// A chunk of few lines: its measure is that of a longer one near by into which its lines fit.
void borrow_measure(Work& w, std::vector<Chunk>& chunks, std::size_t index) {
    Chunk& chunk = chunks[index];
    const auto size = chunk.last - chunk.first;
    const Facts& head = w.facts[chunk.first];
    for (std::size_t k = 1; k <= reach; ++k)
        for (const bool before : {true, false}) {
            if (before ? k > index : index + k >= chunks.size()) continue;
            const Chunk& other = chunks[before ? index - k : index + k];
            const auto m = before ? w.measure[other.last - 1] : w.measure[other.first];
            if (!m || other.measure == 0 || other.last - other.first < 3) continue;
            if (w.facts[other.first].has(cjk) != head.has(cjk) ||
                (head.has(all_upper) && !w.facts[other.first].has(all_upper)))
                continue;
            bool fit = fits(w, chunk.first, m, 0) || fits(w, chunk.first, m, 2 * em);
            // A line that is shorter than the measure says nothing if it ends a sentence.
            if (!fit && size == 1 && head.has(ends_sentence) && head.middle() < static_cast<std::int32_t>(m))
                fit = true;
            if (!fit && size > 1 && head.has(ends_sentence) && fits(w, chunk.first + 1, m, 0) &&
                head.middle() < static_cast<std::int32_t>(m))
                fit = true;
            for (auto i = chunk.first; fit && i < chunk.last; ++i)
                if (last_row(w, i, m) > static_cast<std::int32_t>(m) + loose) fit = false;
            if (!fit) {
                // A heading and the first line below it, a last line and the first one of the next paragraph.
                const Facts& last = w.facts[chunk.last - 1];
                if (size == 2 && !last.has(ends_sentence) &&
                    (fits(w, chunk.last - 1, m, 0) || fits(w, chunk.last - 1, m, 2 * em))) {
                    w.measure[chunk.last - 1] = m;
                    if (head.has(ends_sentence) && head.middle() < static_cast<std::int32_t>(m) + 1500)
                        w.measure[chunk.first] = m;
                    return;
                }
                continue;
            }
            chunk.measure = m;
            for (auto i = chunk.first; i < chunk.last; ++i) w.measure[i] = m;
            return;
        }
}

// Paragraphs begin with an indent, which the extractor dropped: their first lines are shorter than the lines inside.
// By how much, and how sure that is, is learnt where the page leaves no doubt.
void learn_indents(Work& w) {
    struct Sum {
        double count = 0, sum = 0, squares = 0;
        void add(double x, double n = 1) {
            count += n;
            sum += n * x;
            squares += n * x * x;
        }
    };
    const auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    for (const bool cjk_text : {false, true}) {
        Sum starts, inner;
        // What is known before the page is seen counts as much as a few of its lines.
        constexpr double prior = 3;
        const double spread = cjk_text ? 500 : 900, indent = cjk_text ? 1600 : 700, loss = cjk_text ? 0 : 400;
        for (const double side : {-1.0, 1.0}) {
            starts.add(loss + indent + side * spread, prior / 2);
            inner.add(loss + side * spread, prior / 2);
        }
        for (std::uint32_t i = 1; i + 1 < count; ++i) {
            if (!w.measure[i] || !w.measure[i - 1] || !w.measure[i + 1] || lines[i + 1].gap ||
                w.facts[i].has(cjk) != cjk_text)
                continue;
            if (w.facts[i].has(ends_sentence | long_line) || lines[i].indent != lines[i + 1].indent) continue;
            if (last_row(w, i) != w.facts[i].middle()) continue;
            const double x = std::clamp(shortfall(w, i), -1500, 3500);
            const Facts& before = w.facts[i - 1];
            if (before.has(ends_sentence)) {
                if (room(w, i - 1, i) > 1500) starts.add(x);
            } else if (lines[i].gap == 0 && room(w, i - 1, i) < 0) {
                inner.add(x);
            }
        }
        Indents& out = w.indents[cjk_text ? 1 : 0];
        out.start = starts.sum / starts.count;
        out.inner = inner.sum / inner.count;
        const double variance = std::max(40000.0, (starts.squares - starts.count * out.start * out.start +
                                                   inner.squares - inner.count * out.inner * out.inner) /
                                                      (starts.count + inner.count));
        out.variance = variance;
    }
}

}  // namespace

// Western columns break words. An extractor that leaves no hyphen at a line's end took them out and ran the lines
// together that they parted: so some lines are far longer than most. Text that was set without hyphens has no such
// lines.
void find_hyphenation(Work& w) {
    std::vector<std::int32_t> widths;
    std::size_t broken = 0;
    for (std::uint32_t i = 0; i + 1 < w.d.lines.size(); ++i) {
        if (w.d.lines[i + 1].gap > 0 || w.facts[i].has(cjk | no_letter | long_line)) continue;
        widths.push_back(w.facts[i].middle());
        if (w.facts[i].has(ends_hyphen)) ++broken;
    }
    constexpr std::size_t enough = 12, few = 50, some = 20;  // one in so many
    w.unhyphenated = widths.size() >= enough && broken * few < widths.size();
    if (!w.unhyphenated) return;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    const auto most = *middle;
    const auto far_longer = std::count_if(widths.begin(), widths.end(), [&](auto x) { return x >= most * 3 / 2; });
    w.run_together = static_cast<std::size_t>(far_longer) * some >= widths.size();
}

void find_measures(Work& w) {
    const auto& lines = w.d.lines;
    const auto count = static_cast<std::uint32_t>(lines.size());
    find_hyphenation(w);
    std::vector<Chunk> chunks;
    std::uint32_t page_end = 0;
    for (std::uint32_t i = 0; i < count;) {
        if (i >= page_end) {
            while (page_end < count && lines[page_end].page == lines[i].page) ++page_end;
            if (is_unwrapped(w, i, page_end)) {
                i = page_end;
                continue;
            }
        }
        if (!wrapped(w, i)) {
            ++i;
            continue;
        }
        auto end = i + 1;
        while (end < count && wrapped(w, end) && lines[end].gap == 0 && lines[end].frame == lines[i].frame &&
               lines[end].page == lines[i].page)
            ++end;
        chunks.push_back({i, end, 0});
        i = end;
    }
    for (auto& chunk : chunks) {
        const auto size = chunk.last - chunk.first;
        if (size < 3) continue;
        measure_long_chunk(w, chunk);
        if (size <= 4) {
            if (!reads_like_text(w, chunk)) {
                for (auto i = chunk.first; i < chunk.last; ++i) w.measure[i] = 0;
                chunk.measure = 0;
            }
        }
    }
    for (std::size_t k = 0; k < chunks.size(); ++k)
        if (chunks[k].measure == 0) borrow_measure(w, chunks, k);
    for (auto& chunk : chunks)
        if (chunk.measure == 0) own_measure(w, chunk);

    for (std::uint32_t i = 0; i < w.set.size(); ++i)
        if (w.set[i].width) w.measure[i] = w.set[i].measure;
    learn_indents(w);
}

}  // namespace broadsheet::repair_stage
