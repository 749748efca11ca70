#include "repair/given.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace broadsheet::repair_stage {

namespace {

std::uint32_t article_of(const Document& d, std::uint32_t line) {
    const auto region = d.lines[line].region;
    return region == none ? none : d.regions[region].article;
}

std::uint32_t order_of(const Document& d, std::uint32_t line) {
    const auto region = d.lines[line].region;
    return region == none ? none : d.regions[region].order;
}

}  // namespace

void gather_given(Work& work) {
    Document& d = work.d;
    if (d.given.empty()) return;
    const auto count = static_cast<std::uint32_t>(d.lines.size());
    // An article stands where its first line does.
    using Key = std::array<std::uint32_t, 5>;  // page, place, order, character, line
    std::vector<Key> keys;
    keys.reserve(count);
    std::unordered_map<std::uint64_t, std::uint32_t> first;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto article = article_of(d, i);
        const auto page = d.lines[i].page;
        if (article == none) {
            keys.push_back({page, i, 0, 0, i});
            continue;
        }
        const auto place = first.emplace((std::uint64_t{page} << 32U) | article, i).first->second;
        // Inside a block as the file has them: who names its blocks has looked at their lines.
        keys.push_back({page, place, order_of(d, i), d.lines[i].text.begin, i});
    }
    std::stable_sort(keys.begin(), keys.end());

    std::vector<std::uint32_t> to(count);
    std::vector<Line> lines;
    std::vector<Set> set;
    lines.reserve(count);
    std::uint32_t frame = 0;
    for (const Line& line : d.lines) frame = std::max(frame, line.frame);
    std::uint32_t before = none;
    for (std::uint32_t k = 0; k < count; ++k) {
        const auto i = keys[k].back();
        to[i] = k;
        Line line = d.lines[i];
        const auto article = article_of(d, i);
        const bool begins = k == 0 || article != before || line.page != lines.back().page;
        if (begins && k > 0 && line.gap == 0) line.gap = 1;
        if (article != none) {
            if (begins) ++frame;
            // Below one headline, so to speak: a module of the page.
            if (line.size > 0) line.frame = frame;
        }
        before = article;
        lines.push_back(line);
        if (!work.set.empty()) set.push_back(work.set[i]);
    }
    d.lines = std::move(lines);
    work.set = std::move(set);
    if (!work.heading.empty()) {
        auto heading = work.heading;
        heading.resize(count, false);
        work.heading = heading;
        for (std::uint32_t i = 0; i < count; ++i) work.heading[to[i]] = heading[i];
    }
    for (Piece& piece : d.pieces) piece.line = to[piece.line];
}

void part_given(Work& work) {
    const Document& d = work.d;
    if (d.given.empty()) return;
    const auto of_piece = [&](std::uint32_t piece) { return article_of(d, work.pieces[piece].line); };
    std::vector<Draft> out;
    std::vector<std::uint32_t> head(work.drafts.size()),
        tail(work.drafts.size());  // of the old drafts, in the new ones
    for (std::size_t i = 0; i < work.drafts.size(); ++i) {
        const Draft& draft = work.drafts[i];
        head[i] = static_cast<std::uint32_t>(out.size());
        Draft part = draft;
        for (auto p = draft.first; p < draft.last; ++p) {
            if (p == part.first || draft.dropped || of_piece(p) == of_piece(p - 1)) continue;
            part.last = p;
            part.next = none;
            part.ends_open = false;
            out.push_back(part);
            part = draft;
            part.first = p;
            part.previous = none;
            part.starts_open = false;
        }
        tail[i] = static_cast<std::uint32_t>(out.size());
        out.push_back(part);
    }
    for (std::size_t i = 0; i < work.drafts.size(); ++i) {
        const Draft& draft = work.drafts[i];
        if (draft.previous != none) out[head[i]].previous = tail[draft.previous];
        if (draft.next != none) out[tail[i]].next = head[draft.next];
        if (draft.kept != none) out[head[i]].kept = head[draft.kept];
    }
    // A thread goes on in the next block of its article only: what the source has between stays there.
    std::vector<std::array<std::uint32_t, 4>> places;  // article, order, character, draft
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        const Draft& draft = out[i];
        if (draft.dropped || draft.first == draft.last) continue;
        const auto line = work.pieces[draft.first].line;
        if (article_of(d, line) != none)
            places.push_back({article_of(d, line), order_of(d, line), work.pieces[draft.first].text.begin, i});
    }
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> behind(out.size(), none);
    for (std::size_t k = 1; k < places.size(); ++k)
        if (places[k][0] == places[k - 1][0]) behind[places[k - 1].back()] = places[k].back();
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        Draft& draft = out[i];
        if (draft.next == none || draft.first == draft.last) continue;
        Draft& next = out[draft.next];
        if (next.first == next.last) continue;
        const auto article = of_piece(draft.last - 1);
        if (article == of_piece(next.first) && (article == none || behind[i] == draft.next)) continue;
        next.previous = none;
        draft.next = none;
    }
    for (CutOut& cut : work.cuts)
        if (cut.kept != none) cut.kept = head[cut.kept];
    work.drafts = std::move(out);
}

}  // namespace broadsheet::repair_stage
