#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "broadsheet/error.hpp"
#include "broadsheet/read.hpp"
#include "core/digest.hpp"
#include "core/stop.hpp"
#include "read/encoding.hpp"
#include "read/formats.hpp"
#include "read/issue/issue.hpp"
#include "read/layout/formats.hpp"
#include "read/lines.hpp"
#include "read/magic.hpp"

namespace broadsheet {

namespace {

constexpr Reader table[] = {{"text", "plain text; form feeds divide pages"},
                            {"layout", "text whose layout is kept with spaces (pdftotext -layout)"},
                            {"markdown", "Markdown as vision models write it"},
                            {"alto", "ALTO XML, versions 1 to 4"},
                            {"hocr", "hOCR, as XHTML or as any HTML"},
                            {"bbox", "words with boxes as pdftotext -bbox-layout or -bbox gives them"},
                            {"tsv", "words in a table as Tesseract or pdftotext -tsv gives them"},
                            {"page", "PAGE XML, 2009 to 2024 (Transkribus, eScriptorium, OCR-D)"},
                            {"mets", "METS of an issue, with the pages and the articles that it names"}};

using RunReader = void (*)(Document&, const reading::Decoded&);
// Of the readers of characters; those behind them read markup (read/layout).
constexpr RunReader run_reader[] = {reading::read_text, reading::read_text, reading::read_markdown};

std::size_t find_reader(const ReadOptions& options) {
    std::string names;
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (table[i].name == options.from) return i;
        names += (i == 0 ? "" : ", ") + std::string(table[i].name);
    }
    throw Error(Error::Code::option, options.name, fmt::format("there is no reader '{}'", options.from),
                "readers are " + names);
}

// Bytes of no text at all still decode to something. What gives them away is noise all over; text that was damaged
// has it in few places.
void refuse_binary(const reading::Decoded& decoded, const ReadOptions& options, bool guessed) {
    std::uint64_t places = decoded.broken.size(), noise = 0;
    for (const Run& run : decoded.broken) noise += run.size();
    std::uint32_t next = 0;
    for (const std::uint32_t i : decoded.controls) {
        if (!reading::is_noise(decoded.text.chars[i])) continue;
        ++noise;
        places += i != next || places == 0;
        next = i + 1;
    }
    const std::uint64_t text = decoded.text.chars.size() - std::min<std::uint64_t>(noise, decoded.text.chars.size());
    if ((noise > 0 && text == 0) || (places >= 8 && places > text * (guessed ? 3 : 25) / 100))
        throw options.encoding.empty()
            ? Error(Error::Code::format, options.name, "this is a binary file, not text",
                    "if it is text, name its encoding with --encoding")
            : Error(Error::Code::format, options.name, fmt::format("this is no text in {}", options.encoding),
                    "without --encoding it is found by content");
}

Document read_layout_file(std::string_view bytes, std::string_view format, const ReadOptions& options) {
    Document d;
    d.source = {options.name, std::string(format), {}, bytes.size(), digest(bytes)};
    reading::read_layout(d, bytes, format, options);
    if (options.articles == Articles::detect) {
        d.given.clear();
        for (Region& region : d.regions) region.article = none;
    }
    const auto seen = reading::layout_format(bytes);
    const bool markup = bytes.find('<') != std::string_view::npos;
    if (d.lines.empty() && d.regions.empty() && !bytes.empty() && !options.from.empty() && seen != format &&
        (!seen.empty() || !markup))
        throw Error(Error::Code::format, options.name, fmt::format("this is no {} file", format),
                    "without --from the format is found by content");
    if (d.lines.empty())
        d.notes.push_back({Severity::warning, "read", 0, 0, fmt::format("there is no text in this {} file", format)});
    return d;
}

void note_broken(Document& d, const reading::Decoded& decoded, bool guessed) {
    if (decoded.broken.empty()) return;
    const std::uint32_t first = decoded.broken.front().begin;
    // The dropped pieces are in the order of the file, so the first one that holds it is near.
    std::uint32_t page = 1, line = 1;
    for (const Dropped& x : d.dropped) {
        const Piece& piece = d.pieces[x.first];
        if (piece.text.end <= first) continue;
        page = d.lines[piece.line].page;
        line = d.lines[piece.line].number;
        break;
    }
    const bool one = decoded.broken_bytes == 1;
    d.notes.push_back(
        {Severity::warning, "read", page, line,
         fmt::format("{} byte{} at {} place{} {} nothing in {} and {} listed as noise; the first is byte {} "
                     "(if the text looks wrong, {})",
                     decoded.broken_bytes, one ? "" : "s", decoded.broken.size(), decoded.broken.size() == 1 ? "" : "s",
                     one ? "means" : "mean", d.source.encoding, one ? "is" : "are", d.text.at[first],
                     guessed ? "name its encoding with --encoding" : "let its encoding be found, without --encoding")});
}

}  // namespace

std::span<const Reader> readers() { return table; }

Document read(std::string_view bytes, const ReadOptions& options) {
    stop_if_asked(options.stop, options.name);
    // Places are numbers of 32 bits.
    const std::uint64_t most =
        std::min(options.max_bytes, std::uint64_t{std::numeric_limits<std::uint32_t>::max() - 1});
    if (bytes.size() > most)
        throw Error(Error::Code::limit, options.name,
                    fmt::format("{} bytes are more than the limit of {}", bytes.size(), most),
                    "split the file, or raise the limit");
    if (!options.from.empty()) find_reader(options);
    const std::string_view format = options.from.empty() ? reading::layout_format(bytes) : options.from;
    if (format == "mets") return reading::read_mets_issue(bytes, options);
    if (reading::is_layout_format(format)) return read_layout_file(bytes, format, options);
    if (options.from.empty()) {
        if (const auto known = reading::foreign(bytes); !known.what.empty())
            throw Error(Error::Code::format, options.name, fmt::format("this is {}", known.what),
                        std::string(known.remedy));
    }

    const bool guess = options.encoding.empty();
    reading::Encoding encoding;
    reading::Decoded decoded;
    if (guess) {
        decoded = reading::decode_detected(bytes, encoding);
    } else {
        encoding = reading::named_encoding(options.encoding, bytes);
        if (encoding.name.empty())
            throw Error(Error::Code::encoding, options.name,
                        fmt::format("the encoding '{}' is not known", options.encoding),
                        "any name that ICU knows is taken: UTF-8, UTF-16LE, GB18030, Big5, Shift_JIS, EUC-JP, "
                        "windows-1252 ...");
        decoded = reading::decode(bytes, encoding);
    }
    refuse_binary(decoded, options, guess && !encoding.certain);

    Document d;
    const std::size_t reader =
        options.from.empty() ? static_cast<std::size_t>(reading::format_of(decoded)) : find_reader(options);
    d.source = {options.name, std::string(table[reader].name), encoding.name, bytes.size(), digest(bytes)};
    d.text = std::move(decoded.text);
    run_reader[reader](d, decoded);
    note_broken(d, decoded, guess);
    if (std::all_of(d.lines.begin(), d.lines.end(), [](const Line& line) { return line.mark == Mark::hidden; }))
        d.notes.push_back(
            {Severity::warning, "read", 0, 0, bytes.empty() ? "this file is empty" : "there is no text in this file"});
    if (guess && encoding.name != "UTF-8")
        d.notes.push_back({encoding.certain ? Severity::info : Severity::warning, "read", 0, 0,
                           fmt::format("read as {}: {} (--encoding overrules it)", encoding.name,
                                       encoding.mark > 0  ? "a byte order mark says so"
                                       : encoding.certain ? "the text reads best so"
                                                          : "a guess, others read nearly as well")});
    return d;
}

}  // namespace broadsheet
