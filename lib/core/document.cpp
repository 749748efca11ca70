#include "broadsheet/document.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet {

namespace {

// A run without the hyphen that Joint::unhyphen takes out of its end.
Run without_hyphen(const Text& text, Run run) {
    if (!run.empty() && is(text.chars[run.end - 1], cls::hyphen)) --run.end;
    return run;
}

Run shown(const Document& d, const Piece& piece) {
    return piece.after == Joint::unhyphen ? without_hyphen(d.text, piece.text) : piece.text;
}

void add_spans(const Document& d, std::uint32_t first, std::uint32_t last, bool keep_hyphens, std::vector<Span>& out) {
    for (std::uint32_t i = first; i < last; ++i) {
        const Piece& piece = d.pieces[i];
        const Run run = keep_hyphens || i + 1 == last ? piece.text : shown(d, piece);
        if (run.empty()) continue;
        const Line& line = d.lines[piece.line];
        const Span span{line.page, line.number, d.text.at[run.begin], d.text.at[run.end], line.box};
        if (!out.empty() && out.back().line == span.line && out.back().page == span.page &&
            out.back().end == span.begin)
            out.back().end = span.end;
        else
            out.push_back(span);
    }
}

}  // namespace

std::vector<Span> spans(const Document& document, const Block& block) {
    std::vector<Span> out;
    add_spans(document, block.first, block.last, false, out);
    return out;
}

std::vector<Span> spans(const Document& document, const Dropped& dropped) {
    std::vector<Span> out;
    add_spans(document, dropped.first, dropped.last, true, out);
    return out;
}

std::string_view name(Role role) {
    constexpr std::string_view names[] = {"paragraph", "section", "kicker",  "headline", "deck", "byline", "dateline",
                                          "paragraph", "subhead", "caption", "credit",   "note", "list",   "table"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view name(Reason reason) {
    constexpr std::string_view names[] = {"duplicate", "folio",     "running-head", "furniture",
                                          "noise",     "jump-line", "hyphen",       "markup"};
    return names[static_cast<std::size_t>(reason)];
}

std::string_view name(ArticleType type) {
    constexpr std::string_view names[] = {"article", "ad", "notice", "photo", "masthead", "unknown"};
    return names[static_cast<std::size_t>(type)];
}

std::string_view name(Severity severity) { return severity == Severity::info ? "info" : "warning"; }

std::string_view name(Unit unit) {
    constexpr std::string_view names[] = {"cell", "pixel", "point"};
    return names[static_cast<std::size_t>(unit)];
}

std::string check(const Document& d) {
    if (d.text.at.size() != d.text.chars.size() + 1) return "text.at has not one entry more than text.chars";
    for (std::size_t i = 0; i < d.lines.size(); ++i) {
        const Line& line = d.lines[i];
        if (line.text.begin >= line.text.end || line.text.end > d.text.chars.size())
            return "line " + std::to_string(i) + " is empty or outside the text";
    }
    std::vector<std::uint8_t> owners(d.text.chars.size(), 0);
    const auto own = [&](std::uint32_t first, std::uint32_t last, bool block) -> std::string {
        if (first > last || last > d.pieces.size()) return "pieces out of range";
        for (std::uint32_t p = first; p < last; ++p) {
            const Piece& piece = d.pieces[p];
            if (piece.line >= d.lines.size()) return "piece " + std::to_string(p) + " names no line";
            const Run& of = d.lines[piece.line].text;
            if (block && (piece.text.begin < of.begin || piece.text.end > of.end))
                return "piece " + std::to_string(p) + " lies outside its line";
            const Run run = block && p + 1 < last ? shown(d, piece) : piece.text;
            for (std::uint32_t c = run.begin; c < run.end; ++c)
                if (owners[c] < 2) ++owners[c];
        }
        return {};
    };
    for (const Block& b : d.blocks)
        if (auto fault = own(b.first, b.last, true); !fault.empty()) return fault;
    for (const Dropped& x : d.dropped) {
        if (auto fault = own(x.first, x.last, false); !fault.empty()) return fault;
        if (x.kept != none && x.kept >= d.blocks.size()) return "a copy was kept in no block";
    }
    // read() drops what is no text before there is any block: lost is only what a block should hold.
    for (std::size_t c = 0; c < owners.size(); ++c)
        if (!is(d.text.chars[c], cls::space) && (owners[c] > 1 || (owners[c] == 0 && !d.blocks.empty())))
            return "character " + std::to_string(c) + (owners[c] ? " stands twice" : " is lost");
    std::vector<bool> placed(d.blocks.size(), false);
    for (const Article& a : d.articles)
        for (const auto b : a.blocks) {
            if (b >= d.blocks.size()) return "article " + a.id + " names no block";
            if (placed[b]) return "block " + std::to_string(b) + " is in two articles";
            placed[b] = true;
        }
    if (!d.articles.empty() && std::find(placed.begin(), placed.end(), false) != placed.end())
        return "a block is in no article";
    return {};
}

}  // namespace broadsheet
