#include "core/dump.hpp"

#include <fmt/format.h>

#include <iterator>

#include "core/chars.hpp"

namespace broadsheet {

namespace {

std::string shown(const Document& d, Run run) {
    std::string out = "«";
    for (const char32_t c : d.text.view(run)) {
        if (c != U' ' && is(c, cls::odd | cls::space | cls::zero_width))
            out += fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(c));
        else
            append_utf8(out, c);
    }
    return out + "»";
}

std::string_view name_of(Mark mark) {
    constexpr std::string_view names[] = {"plain", "heading", "list_item", "table_row", "quote", "image", "hidden"};
    return names[static_cast<std::size_t>(mark)];
}

std::string place(const Document& d, const Line& line, Run run) {
    const auto end = run.empty() || d.text.ends.empty() ? d.text.at[run.end] : d.text.end_of(run.end - 1);
    return fmt::format("{}:{} [{},{})", line.page, line.number, d.text.at[run.begin], end);
}

std::string_view name_of(RegionKind kind) {
    constexpr std::string_view names[] = {"text",   "paragraph", "heading",     "caption",      "credit",
                                          "header", "footer",    "page-number", "drop-capital", "advert",
                                          "table",  "image",     "separator",   "noise"};
    return names[static_cast<std::size_t>(kind)];
}

std::string at_box(const Document& d, std::uint32_t box) {
    if (box == none) return {};
    const Box& b = d.boxes[box];
    return fmt::format(" {:g},{:g},{:g},{:g}", b.left, b.top, b.right, b.bottom);
}

}  // namespace

std::string dump(const Document& d) {
    std::string out = fmt::format("source {} {} {} bytes\n", d.source.format, d.source.encoding, d.source.bytes);
    const auto put = std::back_inserter(out);
    for (const Page& page : d.pages) {
        fmt::format_to(put, "page {} {}", page.number, name(page.unit));
        if (page.width > 0) fmt::format_to(put, " {:g}x{:g}", page.width, page.height);
        if (page.file > 0) fmt::format_to(put, " file {}", page.file);
        out += "\n";
    }
    for (const GivenArticle& x : d.given) fmt::format_to(put, "given {} {} «{}»\n", x.id, x.type, x.title);
    for (std::size_t i = 0; i < d.regions.size(); ++i) {
        const Region& region = d.regions[i];
        fmt::format_to(put, "region {} page {} {}{}", i, region.page, name_of(region.kind), at_box(d, region.box));
        if (region.upright) out += " upright";
        if (region.order != none) fmt::format_to(put, " order {}", region.order);
        if (region.article != none) fmt::format_to(put, " of {}", d.given[region.article].id);
        if (!region.id.empty()) out += " " + region.id;
        out += "\n";
    }
    auto word = d.words.begin();
    for (const Line& line : d.lines) {
        out += place(d, line, line.text);
        if (line.continues) out += " continues";
        if (line.gap > 0) fmt::format_to(put, " gap {}", line.gap);
        if (line.indent > 0) fmt::format_to(put, " indent {}", line.indent);
        if (line.frame > 0) fmt::format_to(put, " frame {}", line.frame);
        if (line.mark != Mark::plain) fmt::format_to(put, " {}", name_of(line.mark));
        if (line.level > 0) fmt::format_to(put, " {}", line.level);
        if (line.region != none) fmt::format_to(put, " region {}", line.region);
        out += at_box(d, line.box);
        if (line.upright) out += " upright";
        if (line.wrap != Wrap::unsaid) out += line.wrap == Wrap::joins ? " joins" : " keeps";
        out += " " + shown(d, line.text) + "\n";
        for (; word != d.words.end() && word->text.end <= line.text.end; ++word) {
            out += "  " + place(d, line, word->text) + at_box(d, word->box);
            if (word->confidence >= 0) fmt::format_to(put, " sure {:g}", word->confidence);
            out += " " + shown(d, word->text) + "\n";
        }
    }
    for (const Dropped& x : d.dropped)
        for (auto i = x.first; i < x.last; ++i) {
            const Piece& piece = d.pieces[i];
            fmt::format_to(put, "dropped {} {} {}\n", name(x.reason), place(d, d.lines[piece.line], piece.text),
                           shown(d, piece.text));
        }
    for (const Note& note : d.notes)
        fmt::format_to(put, "note {} {} {}:{} {}\n", name(note.severity), note.stage, note.page, note.line,
                       note.message);
    return out;
}

}  // namespace broadsheet
