#include "repair/work.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "core/stop.hpp"
#include "language/cues.hpp"

namespace broadsheet::repair_stage {

void Work::may_go_on() const { stop_if_asked(options.stop, d.source.name); }

void Work::look_at_lines() {
    const auto count = d.lines.size();
    facts.resize(count);
    for (std::uint32_t i = 0; i < count; ++i)
        if (d.lines[i].mark != Mark::hidden) facts[i] = facts_of(view(i));
    vertical.assign(count, 0);
    measure.assign(count, 0);
    heading.resize(count, false);
    display.assign(count, false);
    std::sort(alone.begin(), alone.end());
    const auto stands_alone = [&](std::uint32_t i) {
        return i < count && std::binary_search(alone.begin(), alone.end(), d.lines[i].text.begin) &&
               !facts[i].has(ends_sentence);
    };
    for (std::uint32_t i = 0, end = 0; i < count; i = end) {
        // A headline closes its quotations and brackets: what leaves one open is a line of a text.
        std::uint32_t open = 0, closed = 0;
        for (end = i; stands_alone(end); ++end) {
            open += facts[end].opened;
            closed += facts[end].closed;
        }
        for (auto k = i; k < end; ++k) display[k] = open == closed;
        end = std::max(end, i + 1);
    }
    taken.assign(count, 0);
    // What a line takes on paper is known where its place is.
    for (std::uint32_t i = 0; i < set.size(); ++i)
        if (set[i].width > 0) {
            facts[i].width = set[i].width;
            facts[i].slack = 0;
        }
}

std::uint32_t Work::cues(std::uint32_t line) {
    constexpr std::size_t longest_name = 50, longest_farewell = 80;
    const auto own = own_cues(line);
    if (line == 0 || view(line).size() > longest_name || view(line - 1).size() > longest_farewell ||
        !is(view(line).front(), cls::upper) || d.lines[line - 1].page != d.lines[line].page)
        return own;
    // Yours faithfully, and on the line below who writes so.
    return own_cues(line - 1) & language::Cue::farewell ? own | language::Cue::signature : own;
}

std::uint32_t Work::own_cues(std::uint32_t line) {
    if (cue_known.empty()) {
        cue_known.resize(d.lines.size(), false);
        cue_bits.resize(d.lines.size(), 0);
    }
    if (!cue_known[line]) {
        may_go_on();
        cue_known[line] = true;
        cue_bits[line] = language::cues(view(line));
    }
    return cue_bits[line];
}

void Work::explain(std::uint32_t line, std::string message) {
    d.notes.push_back({Severity::info, "repair", d.lines[line].page, d.lines[line].number, std::move(message)});
}

std::vector<Run> dropped_runs(const Document& d) {
    std::vector<Run> out;
    for (const Dropped& x : d.dropped)
        for (auto p = x.first; p < x.last; ++p) out.push_back(d.pieces[p].text);
    std::sort(out.begin(), out.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
    return out;
}

}  // namespace broadsheet::repair_stage
