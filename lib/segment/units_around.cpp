#include "segment/units_around.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::uint32_t longest_name = 50;  // who signs a letter, and where

// May a heading between a text's end and the next heading be the name of who wrote it?
bool signs(const Unit& u, bool last, bool letters) {
    if (u.bracketed && u.cjk && u.chars <= 12) return true;  // （松本 遥）
    if (u.column_name) return false;
    return (u.cues & Cue::signer) != 0 && (u.cjk || (last && !u.capitals) || letters);
}

// Of what kind is a unit beside its neighbours?
void ask_neighbours(const Document& document, std::vector<Unit>& units) {
    // A text that goes on below a credit is no caption of that photograph.
    const auto stands_above = [&](const Unit& a, const Unit& b) {
        return document.pieces[document.blocks[a.block].last - 1].line <
               document.pieces[document.blocks[b.block].first].line;
    };
    const bool letters = std::any_of(units.begin(), units.end(), [](const Unit& u) {
        return u.cues & (Cue::salutation | Cue::farewell | Cue::letters);
    });
    for (std::size_t i = 0; i < units.size(); ++i) {
        Unit& u = units[i];
        const Unit* before = i > 0 ? &units[i - 1] : nullptr;
        const Unit* after = i + 1 < units.size() ? &units[i + 1] : nullptr;
        if (u.noise && !(u.chars == 1 && !u.opens_low && after && after->kind == Kind::body)) u.kind = Kind::furniture;
        if (u.kind == Kind::body && before && before->kind == Kind::note && before->bracketed && before->chars < 12 &&
            !(u.cues & Cue::lead))
            u.kind = Kind::note;  // 【编者按】 and the text it announces
        if (u.kind == Kind::body && after && after->kind == Kind::credit && u.chars <= 250 &&
            (!before || before->kind != Kind::body) && stands_above(u, *after))
            u.kind = Kind::caption;
        if (u.kind == Kind::head && (u.cues & Cue::bare_name) && u.chars <= 3) {
            if (before && before->kind == Kind::body)
                u.kind = Kind::signature;
            else if (before && before->kind == Kind::head && after &&
                     (after->kind == Kind::body || (u.chars == 3 && !before->label && after->kind == Kind::head)))
                u.kind = Kind::byline;  // also in a list of headlines; names of places have two characters
        }
        // What stands under an image is its caption.
        if (u.kind == Kind::head && u.level == 0 && before && before->image) u.kind = Kind::caption;
        // Behind captions, with no text to follow: who took the photographs.
        if (u.kind == Kind::byline && before && before->kind == Kind::caption && (!after || after->kind == Kind::head))
            u.kind = Kind::credit;
        // A name in brackets behind a text that is at its end signs it.
        if (u.kind == Kind::byline && u.bracketed && u.cjk && before && before->kind == Kind::body && before->closed &&
            (!after || after->kind == Kind::head))
            u.kind = Kind::signature;
        // Who signs a text at its foot: only the place tells that from a heading. An agency stands there, too.
        if (u.kind == Kind::head && u.level == 0 && before && before->kind == Kind::body && before->closed &&
            (!after || (after->kind != Kind::body && (u.cjk || after->kind != Kind::byline))) &&
            signs(u, !after, letters))
            u.kind = Kind::signature;
        if (u.kind == Kind::byline && (u.cues & Cue::signature) && before && before->kind == Kind::body &&
            before->closed && (!after || after->kind == Kind::head || after->cues & (Cue::advert | Cue::notice)))
            u.kind = Kind::signature;
        // Mill Street, May 4. below who signs.
        if (u.kind == Kind::body && !u.cjk && (u.cues & Cue::lead) && u.chars <= longest_name && before &&
            before->kind == Kind::signature)
            u.kind = Kind::signature;
        // Yours faithfully, and below it who writes so.
        if (u.kind == Kind::head && u.level == 0 && before && (before->cues & Cue::farewell) && u.chars <= longest_name)
            u.kind = Kind::signature;
        // A day signs what it stands under; at the head of a page it is the page's.
        if (u.kind == Kind::signature && (u.cues & Cue::dated) &&
            !(before && (before->kind == Kind::body || before->kind == Kind::signature)))
            u.kind = Kind::head;
        u.foot = u.kind == Kind::signature && !u.cjk;
        // The last character of a headline that was wrapped.
        if (u.kind == Kind::furniture && u.chars == 1 && !(u.cues & (Cue::folio | Cue::desk)) && before &&
            before->kind == Kind::head && before->cjk && u.gap <= 1)
            u.kind = Kind::head;
        // 好: an answer among paragraphs.
        if (u.kind == Kind::furniture && u.chars == 1 && u.cjk && before && before->kind == Kind::body &&
            before->closed && after && after->kind == Kind::body)
            u.kind = Kind::body;
        // The rest of a headline that was broken in mid-sentence.
        if (u.kind == Kind::body && u.opens_low && !u.cjk && !u.closed && u.chars <= 60 && before &&
            before->kind == Kind::head && !before->closed)
            u.kind = Kind::head;
    }
}

// A page that sets its headlines in capitals sets none of them as a sentence.
void keep_to_capitals(std::vector<Unit>& units) {
    constexpr std::size_t telling = 4;        // headings in capitals that make a habit
    constexpr std::uint32_t a_sentence = 40;  // characters; shorter ones may be names, labels, subheads
    std::size_t capitals = 0, others = 0;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const Unit& u = units[i];
        if (u.kind != Kind::head || u.cjk || u.level > 0 || units[i + 1].kind != Kind::body) continue;
        if (u.label && !(u.capitals && u.closed)) continue;  // of a section, unless a full stop says that it is whole
        ++(u.capitals ? capitals : others);
    }
    if (capitals < telling || capitals < others * 2) return;
    for (auto& u : units)
        if (u.kind == Kind::head && !u.cjk && u.level == 0 && u.sentence && u.chars > a_sentence) u.kind = Kind::body;
}

// Where a headline of two rows or more has no blank line inside, one that has a blank line before it stands by itself.
void find_stacked(const Document& document, std::vector<Unit>& units) {
    std::uint32_t stacked = 0, torn = 0;
    for (const auto& u : units) {
        if (u.kind != Kind::head || u.cjk) continue;
        if (u.frame) return;  // blank lines of a page laid out with spaces are distances, not ends
        const Block& block = document.blocks[u.block];
        bool near = false, apart = false;
        for (auto p = block.first + 1; p < block.last; ++p) {
            const auto line = document.pieces[p].line;
            if (line == document.pieces[p - 1].line) continue;
            (document.lines[line].gap == 0 ? near : apart) = true;
        }
        stacked += near && !apart;
        torn += apart;
    }
    if (stacked < 2 || torn * 2 > stacked) return;
    for (auto& u : units) u.stacked = true;
}

// Jump lines of their own are in `dropped`: marks what stands before them.
void find_jumps(const Document& d, std::vector<Unit>& units) {
    if (std::none_of(d.dropped.begin(), d.dropped.end(), [](const auto& x) { return x.reason == Reason::jump_line; }))
        return;
    std::vector<std::uint32_t> unit_of(d.lines.size(), none);
    for (std::uint32_t u = 0; u < units.size(); ++u)
        for (auto p = d.blocks[units[u].block].first; p < d.blocks[units[u].block].last; ++p)
            unit_of[d.pieces[p].line] = u;
    // The unit on each line, or the next one above it, or below it.
    std::vector<std::uint32_t> above = unit_of, below = unit_of;
    for (std::size_t line = 1; line < above.size(); ++line)
        if (above[line] == none) above[line] = above[line - 1];
    for (auto line = below.size(); line > 1; --line)
        if (below[line - 2] == none) below[line - 2] = below[line - 1];
    for (const auto& x : d.dropped) {
        if (x.reason != Reason::jump_line) continue;
        const auto line = d.pieces[x.first].line;
        const auto jump = language::jump_line(d.text.view(d.pieces[x.first].text));
        if (jump.from) {
            if (below[line] != none) units[below[line]].arrives = true;
            continue;
        }
        if (above[line] == none) continue;
        Unit& u = units[above[line]];
        u.jumps = true;
        // A short text that the page's end cut looks like a heading.
        const bool below_text = above[line] > 0 && units[above[line] - 1].kind == Kind::body;
        if (u.kind == Kind::head && !jump.refers && below_text && u.level == 0 && !u.capitals && !u.large())
            u.kind = Kind::body;
    }
}

// Set from top to bottom: one to three characters a row.
bool is_upright(const Document& document, const Block& block) {
    constexpr std::uint32_t fewest = 3, longest = 3;
    if (block.last < block.first + fewest) return false;
    for (auto p = block.first; p < block.last; ++p) {
        const Piece& piece = document.pieces[p];
        if (piece.text.size() > longest || (p > block.first && piece.line == document.pieces[p - 1].line)) return false;
    }
    return true;
}

// Rules of Markdown are lines that hold nothing: marks what stands behind one.
void find_rules(const Document& d, std::vector<Unit>& units) {
    const auto is_rule = [&](const Line& line) {
        const auto text = trimmed(d.text.view(line.text));
        return line.mark == Mark::hidden && text.size() > 2 &&
               text.find_first_not_of(U"-*_ ") == std::u32string_view::npos;
    };
    std::vector<std::uint32_t> rules;
    for (std::uint32_t line = 0; line < d.lines.size(); ++line)
        if (is_rule(d.lines[line])) rules.push_back(line);
    if (rules.empty()) return;
    for (std::size_t i = 1; i < units.size(); ++i) {
        const auto above = d.pieces[d.blocks[units[i - 1].block].last - 1].line;
        const auto below = d.pieces[d.blocks[units[i].block].first].line;
        const auto next = std::upper_bound(rules.begin(), rules.end(), above);
        units[i].ruled = next != rules.end() && *next < below;
    }
}

// Headings that stand, with nothing but their like around them, between two halves of a paragraph.
void find_cuts(const Document& d, std::vector<Unit>& units) {
    const auto line_of = [&](const Unit& u) { return d.pieces[d.blocks[u.block].first].line; };
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Block& b = d.blocks[units[i].block];
        if (units[i].kind != Kind::body) continue;
        for (auto p = b.first + 1; p < b.last; ++p) {
            const auto above = d.pieces[p - 1].line, below = d.pieces[p].line;
            if (below <= above + 1 || d.lines[above].page != d.lines[below].page) continue;
            auto last = i + 1;
            bool bare = true;
            for (; bare && last < units.size() && line_of(units[last]) < below; ++last)
                bare = bare && units[last].kind != Kind::body && line_of(units[last]) > above;
            if (!bare) continue;
            for (auto u = i + 1; u < last; ++u) units[u].cuts = units[u].kind == Kind::head;
        }
    }
}

}  // namespace

void look_around(const Document& document, std::vector<Unit>& units) {
    keep_to_capitals(units);
    find_jumps(document, units);
    find_rules(document, units);
    for (auto& u : units) u.upright = is_upright(document, document.blocks[u.block]);
    ask_neighbours(document, units);
    find_cuts(document, units);
    find_stacked(document, units);
}

}  // namespace broadsheet::segment_stage
