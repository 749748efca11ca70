#include "segment/page_break.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/chars.hpp"
#include "language/hyphenation.hpp"
#include "segment/unit.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

namespace weight = weights::page_break;

constexpr std::size_t looked_at = 8;  // lines around the break

// A line as it is set; in cells where there are no places.
struct SetLine {
    float left, right, em;
};

SetLine set_line(const Document& d, std::uint32_t line) {
    const Line& l = d.lines[line];
    if (l.box != none) {
        const Box& box = d.boxes[l.box];
        return {box.left, box.right, std::max(1.0F, box.bottom - box.top)};
    }
    const auto indent = static_cast<float>(l.indent);
    return {indent, indent + static_cast<float>(cells(d.text.view(l.text))), 2};
}

// The lines of a block, top to bottom. One with a jump line in it, or a part of one, says nothing of its end.
std::vector<std::uint32_t> lines_of(const Document& d, std::uint32_t block) {
    std::vector<std::uint32_t> out;
    for (auto p = d.blocks[block].first; p < d.blocks[block].last; ++p)
        if (out.empty() || out.back() != d.pieces[p].line) out.push_back(d.pieces[p].line);
    return out;
}

// Of the lines beside it in its column: how far a line falls short of their right edge, and begins behind their left
// one; in ems. Nothing where there are none.
struct Fall {
    float left = 0, right = 0;
};
std::optional<Fall> fall(const Document& d, std::uint32_t line, const std::vector<std::uint32_t>& beside) {
    const auto own = set_line(d, line);
    std::optional<Fall> out;
    float left = own.left, right = own.right;
    for (const auto other : beside) {
        const auto set = set_line(d, other);
        // Another column.
        if (d.lines[other].page != d.lines[line].page || set.left > own.left + 1.5F * own.em ||
            set.left < own.left - 3 * own.em)
            continue;
        left = std::min(left, set.left);
        right = std::max(right, set.right);
        out.emplace();
    }
    if (out) *out = {(own.left - left) / own.em, (right - own.right) / own.em};
    return out;
}

// How far the first line of a block is set in.
std::optional<float> indent_of(const Document& d, std::uint32_t block) {
    auto lines = lines_of(d, block);
    if (lines.size() < 2) return std::nullopt;
    const auto first = lines.front();
    lines.erase(lines.begin());
    lines.resize(std::min(lines.size(), looked_at));
    const auto found = fall(d, first, lines);
    return found ? std::optional(found->left) : std::nullopt;
}

bool has_places(const Document& d, std::uint32_t block) {
    return d.lines[d.pieces[d.blocks[block].first].line].box != none;
}

void add_places(Evidence& e, const Document& d, std::uint32_t above, std::uint32_t below,
                const std::vector<std::uint32_t>& others) {
    const bool boxes = has_places(d, above);
    auto lines = lines_of(d, above);
    const auto last = lines.back();
    lines.pop_back();
    const Piece& end = d.pieces[d.blocks[above].last - 1];
    const bool whole = end.text.end == d.lines[end.line].text.end;
    if (lines.size() > looked_at) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(looked_at));
    const std::size_t fewest = boxes ? 1 : 3;  // lengths in cells are a rough measure
    if (const auto found = fall(d, last, lines); whole && found && lines.size() >= fewest) {
        if (found->right > (boxes ? 1.5F : 5.0F)) e.add(weight::short_line);
        if (found->right < (boxes ? 0.6F : 2.0F)) e.add(weight::full);
    }
    const auto indent = indent_of(d, below);
    if (!indent) return;
    const float set_in = boxes ? 0.6F : 1.0F, flush = 0.3F;
    if (*indent > set_in) {
        e.add(weight::indented);
        return;
    }
    std::uint32_t indented = 0, told = 0;
    for (const auto b : others) {
        if (b == below || d.blocks[b].role != Role::paragraph) continue;
        const auto one = indent_of(d, b);
        told += one.has_value();
        indented += one && *one > set_in;
    }
    if (*indent < flush && indented * 2 > told) e.add(weight::flush);
}

bool torn(std::u32string_view above, std::u32string_view below) {
    return above.size() > 1 && is(above.back(), cls::hyphen) && is(above[above.size() - 2], cls::letter) &&
           is(below.front(), cls::letter);
}

// What becomes of a hyphen between the two.
Joint joint_at_hyphen(const Document& d, const Block& block, std::u32string_view above, std::u32string_view below) {
    switch (d.lines[d.pieces[block.last - 1].line].wrap) {
        case Wrap::joins:
            return Joint::unhyphen;
        case Wrap::keeps:
            return Joint::glue;
        case Wrap::unsaid:
            break;
    }
    std::u32string store;
    constexpr std::size_t sample = 1000;  // characters that tell the language
    const language::Hyphenation spelling(text_of(d, block, store).substr(0, sample));
    const auto left = last_letters(above.substr(0, above.size() - 1)), right = first_letters(below);
    if (spelling.suspends(right, false)) return Joint::space;
    if (!is(below.front(), cls::lower) || spelling.keeps_after(left) || spelling.keeps_before(right))
        return Joint::glue;
    return Joint::unhyphen;
}

}  // namespace

Evidence cut_paragraph(const Document& d, std::uint32_t above, std::uint32_t below,
                       const std::vector<std::uint32_t>& others) {
    std::u32string store_a, store_b;
    const auto before = trimmed(text_of(d, d.blocks[above], store_a));
    const auto after = trimmed(text_of(d, d.blocks[below], store_b));
    Evidence e;
    if (before.empty() || after.empty()) return e;
    e.add(torn(before, after) ? weight::torn : ends_sentence(before) ? weight::closed : weight::open);
    const char32_t first = after.front();
    if (is(first, cls::lower | cls::pause | cls::terminal) || (is(first, cls::close) && !is(first, cls::open)))
        e.add(weight::starts_low);
    if (is(first, cls::upper)) e.add(weight::starts_upper);
    add_places(e, d, above, below, others);
    return e;
}

void join_over_break(Document& d, std::uint32_t above, std::uint32_t below) {
    const Block x = d.blocks[above], y = d.blocks[below];
    const auto first = static_cast<std::uint32_t>(d.pieces.size());
    for (auto i = x.first; i < x.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    const Piece end = d.pieces.back();
    const auto before = d.text.view(end.text), after = d.text.view(d.pieces[y.first].text);
    Joint joint = is_tight(before.back()) && is_tight(after.front()) ? Joint::glue : Joint::space;
    if (torn(before, after)) joint = joint_at_hyphen(d, x, before, after);
    d.pieces.back().after = joint;
    for (auto i = y.first; i < y.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    const auto last = static_cast<std::uint32_t>(d.pieces.size());
    if (joint == Joint::unhyphen) {
        d.pieces.push_back({{end.text.end - 1, end.text.end}, end.line, Joint::glue});
        d.dropped.push_back({Reason::hyphen, last, last + 1, none});
    }
    Block& whole = d.blocks[above];
    whole.first = first;
    whole.last = last;
    whole.ends_open = y.ends_open;
    whole.confidence = std::min(x.confidence, y.confidence);
    d.blocks[below].first = d.blocks[below].last = 0;
}

}  // namespace broadsheet::segment_stage
