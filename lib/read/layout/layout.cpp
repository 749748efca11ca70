// Layout files by their content, each read as strictly as it allows.
#include <fmt/format.h>

#include <array>

#include "read/issue/mets.hpp"
#include "read/layout/formats.hpp"

namespace broadsheet::reading {

namespace {

struct Row {
    std::string_view name;
    MakeLayoutReader make;  // none: it is no markup
    bool soup = false;      // HTML: what is not well-formed is nothing unusual
};

// To add a format of markup: a file with its reader, a row here and in the table of readers, a line in layout_format().
constexpr std::array rows = {Row{"alto", make_alto_reader}, Row{"hocr", make_hocr_reader, true},
                             Row{"bbox", make_bbox_reader, true}, Row{"tsv", nullptr}, Row{"page", make_page_reader}};

const Row* row_of(std::string_view name) {
    for (const Row& row : rows)
        if (row.name == name) return &row;
    return nullptr;
}

using Parse = MarkupFault (*)(const Markup& markup, MarkupHandler& handler);

MarkupFault attempt(Document& d, const Row& row, const Markup& markup, std::uint64_t bytes, Parse parse) {
    PageMaker maker(d, markup);
    const auto reader = row.make(d, maker, markup);
    auto fault = parse(markup, *reader);
    maker.end_line();
    reader->finish();
    maker.finish(bytes);
    return fault;
}

void note_broken(Document& d, const Markup& markup, std::uint32_t line) {
    if (markup.broken() > 0)
        d.notes.push_back({Severity::warning, "read", 0, line,
                           fmt::format("{} byte{} in {} and {} passed over", markup.broken(),
                                       markup.broken() == 1 ? " means nothing" : "s mean nothing", markup.encoding(),
                                       markup.broken() == 1 ? "is" : "are")});
}

bool is_cut_off(std::string_view html) {
    const auto has = [&](std::string_view small, std::string_view capital) {
        return html.find(small) != std::string_view::npos || html.find(capital) != std::string_view::npos;
    };
    return has("<html", "<HTML") && !has("</html", "</HTML");
}

}  // namespace

bool is_layout_format(std::string_view name) { return row_of(name) != nullptr; }

namespace {

// Where the first element begins: comments, and what a DOCTYPE declares, may be long.
std::size_t behind_prolog(std::string_view bytes) {
    std::size_t at = bytes.find('<');
    while (at != std::string_view::npos) {
        const auto rest = bytes.substr(at);
        const auto is = [&](std::string_view mark) { return rest.substr(0, mark.size()) == mark; };
        std::string_view end;
        if (is("<?"))
            end = "?>";
        else if (is("<!--"))
            end = "-->";
        else if (is("<!"))
            end = rest.substr(0, rest.find('>')).find('[') == std::string_view::npos ? ">" : "]>";
        else
            return at;
        at = bytes.find(end, at);
        if (at != std::string_view::npos) at = bytes.find('<', at + end.size());
    }
    return 0;
}

}  // namespace

std::string_view layout_format(std::string_view bytes) {
    constexpr std::size_t looked_at = 8192;
    const auto first = bytes.substr(0, 64).find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first != std::string_view::npos && bytes[first] == '<' && bytes.substr(first + 1, 1) != "\0")
        bytes.remove_prefix(behind_prolog(bytes));
    // Wide encodings have a NUL at every other byte of ASCII.
    std::string head(bytes.substr(0, looked_at));
    std::erase(head, '\0');
    const std::string_view text = head;
    const auto start = text.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \t\r\n");
    if (start == std::string_view::npos) return {};
    if (is_tsv(text.substr(start))) return "tsv";
    if (text[start] != '<') return {};
    if (is_mets(text.substr(start))) return "mets";
    const auto has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
    if (has("ocr_page") || has("ocr_line") || has("ocrx_word")) return "hocr";
    if (has("<doc>") && has("<page ")) return "bbox";
    if (has("<alto") || has(":alto")) return "alto";
    if (has("<PcGts") || has(":PcGts")) return "page";
    return {};
}

void read_layout(Document& document, std::string_view bytes, std::string_view format, const ReadOptions& options) {
    const Row& row = *row_of(format);
    const Source source = document.source;
    const auto start = [&] {
        document = Document{};
        document.source = source;
    };
    if (!row.make) {
        Markup table(bytes, options.encoding, true);
        table.take_as_it_stands();
        document.source.encoding = table.encoding();
        PageMaker maker(document, table);
        read_tsv(document, maker, table);
        maker.finish(bytes.size());
        note_broken(document, table, 0);
        return;
    }
    MarkupFault fault;
    {
        const Markup markup(bytes, options.encoding, false);
        document.source.encoding = markup.encoding();
        fault = attempt(document, row, markup, bytes.size(), parse_xml);
        if (fault.message.empty()) return;
    }
    // Broken bytes are mended; what is still no XML is read as it comes.
    start();
    const Markup markup(bytes, options.encoding, true);
    document.source.encoding = markup.encoding();
    auto again = attempt(document, row, markup, bytes.size(), parse_xml);
    const bool soup = !again.message.empty();
    if (soup) {
        start();
        document.source.encoding = markup.encoding();
        attempt(document, row, markup, bytes.size(), parse_soup);
    }
    note_broken(document, markup, fault.line);
    if (soup && row.soup && is_cut_off(markup.utf8()))
        document.notes.push_back({Severity::warning, "read", 0, 0, "this file is cut off: its end tags are missing"});
    // (Old programs leave controls in what they write as HTML.)
    if (markup.unfit() > 0 && !row.soup)
        document.notes.push_back({Severity::warning, "read", 0, fault.line,
                                  fmt::format("{} characters that no XML may hold are passed over", markup.unfit())});
    if (soup && !row.soup)
        document.notes.push_back({Severity::warning, "read", 0, again.line,
                                  fmt::format("this XML is not well-formed (line {} of the file: {}); what follows was "
                                              "read with more patience",
                                              again.line, again.message)});
}

}  // namespace broadsheet::reading
