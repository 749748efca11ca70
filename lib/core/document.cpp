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

// Adds the part of a line; a span goes on where the last one stops.
void add_span(const Document& d, const Line& line, Run run, std::uint32_t box, std::vector<Span>& out) {
    const auto file = line.page >= 1 && line.page <= d.pages.size() ? d.pages[line.page - 1].file : 0;
    const Span span{line.page, line.number, d.text.at[run.begin], d.text.end_of(run.end - 1), box, run, file};
    if (!out.empty() && out.back().line == span.line && out.back().page == span.page && out.back().file == span.file &&
        out.back().box == span.box && out.back().end == span.begin) {
        out.back().end = span.end;
        out.back().text.end = run.end;
    } else {
        out.push_back(span);
    }
}

// Where marks of XML stand between the words, each word is a span.
void add_words(const Document& d, const Line& line, Run run, std::vector<Span>& out) {
    auto word = std::upper_bound(d.words.begin(), d.words.end(), run.begin,
                                 [](std::uint32_t c, const Word& w) { return c < w.text.end; });
    for (std::uint32_t c = run.begin; c < run.end;) {
        if (is(d.text.chars[c], cls::space)) {
            ++c;
            continue;
        }
        while (word != d.words.end() && word->text.end <= c) ++word;
        const bool inside = word != d.words.end() && word->text.begin <= c;
        const auto last = inside ? std::min(run.end, word->text.end) : run.end;
        auto end = c + 1;
        while (end < last && d.text.at[end] == d.text.ends[end - 1] && !is(d.text.chars[end], cls::space)) ++end;
        add_span(d, line, {c, end}, inside && word->box != none ? word->box : line.box, out);
        c = end;
    }
}

void add_spans(const Document& d, std::uint32_t first, std::uint32_t last, bool keep_hyphens, std::vector<Span>& out) {
    for (std::uint32_t i = first; i < last; ++i) {
        const Piece& piece = d.pieces[i];
        const Run run = keep_hyphens || i + 1 == last ? piece.text : shown(d, piece);
        if (run.empty()) continue;
        const Line& line = d.lines[piece.line];
        if (d.text.ends.empty())
            add_span(d, line, run, line.box, out);
        else
            add_words(d, line, run, out);
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
    if (!d.text.ends.empty() && d.text.ends.size() != d.text.chars.size())
        return "text.ends has not one entry a character";
    for (std::size_t i = 0; i < d.lines.size(); ++i) {
        const Line& line = d.lines[i];
        if (line.text.begin >= line.text.end || line.text.end > d.text.chars.size())
            return "line " + std::to_string(i) + " is empty or outside the text";
        if ((line.box != none && line.box >= d.boxes.size()) ||
            (line.region != none && line.region >= d.regions.size()))
            return "line " + std::to_string(i) + " names no box or no region";
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
