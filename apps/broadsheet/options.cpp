#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dictionaries.hpp"
#include "ocr_data.hpp"

namespace broadsheet::app {

namespace {

template <typename Table>
std::string names_of(const Table& table) {
    std::string out;
    for (const auto& row : table) {
        if (!out.empty()) out += ", ";
        out += row_name(row);
    }
    return out;
}

[[noreturn]] void reject(std::string_view option, const std::string& value, const std::string& known) {
    throw UsageError(fmt::format("--{}: \"{}\" is not known ({})", option, value, known));
}

template <typename Table>
const auto& expect(std::string_view option, const std::string& value, const Table& table) {
    const auto* const row = find_named(table, value);
    if (row == nullptr) reject(option, value, names_of(table));
    return *row;
}

// @param of " of seconds", for the message
std::uint64_t number(std::string_view option, std::string_view value, std::uint64_t least, std::uint64_t most,
                     std::string_view of = {}) {
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || out < least || out > most)
        throw UsageError(
            fmt::format("--{}: \"{}\" is not a whole number{} from {} to {}", option, value, of, least, most));
    return out;
}

// "500", "64K", "100M", "2G"
std::uint64_t bytes(std::string_view option, std::string_view value) {
    constexpr std::string_view units = "KMG";
    const auto given = value;
    unsigned shift = 0;
    if (!value.empty())
        if (const auto unit = units.find(value.back()); unit != std::string_view::npos) {
            shift = 10 * (static_cast<unsigned>(unit) + 1);
            value.remove_suffix(1);
        }
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || out > (std::uint64_t{UINT32_MAX} >> shift))
        throw UsageError(
            fmt::format("--{}: \"{}\" is no number of bytes less than 4G (K, M and G may follow it)", option, given));
    return out << shift;
}

void set_to(Settings& s, const std::string& value) {
    expect("to", value, writers());
    s.write.to = value;
}

void set_output(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--output: its DIR is an empty string (give - for standard output)");
    s.output = value == "-" ? std::string() : value;
}

void set_writing(Settings& s, const std::string& value) {
    s.process.repair.writing = expect("writing", value, writing_names).value;
}

void set_spacing(Settings& s, const std::string& value) {
    s.write.render.spacing = expect("spacing", value, spacing_names).value;
}

void set_width(Settings& s, const std::string& value) {
    s.write.render.width = expect("width", value, width_names).value;
}

void set_articles(Settings& s, const std::string& value) {
    s.process.read.articles = expect("articles", value, articles_names).value;
}

void set_words(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--words: its FILE is an empty string (give - for standard input)");
    s.words.push_back(value);
}

void set_ocr_lang(Settings& s, const std::string& value) {
    if (!is_data_name(value))
        throw UsageError(
            fmt::format("--ocr-lang: \"{}\" is no name of data for tesseract (eng, chi_sim, eng+deu ...; "
                        "tesseract --list-langs shows what there is)",
                        value));
    s.ocr_lang = value;
}

// "2/8"
void set_shard(Settings& s, const std::string& value) {
    constexpr std::uint64_t most = 1000000;
    const auto slash = value.find('/');
    if (slash == std::string::npos)
        throw UsageError(fmt::format("--shard: \"{}\" is not I/N, as 2/8 for the second of eight parts", value));
    s.shards = static_cast<unsigned>(number("shard", value.substr(slash + 1), 1, most));
    s.shard = static_cast<unsigned>(number("shard", value.substr(0, slash), 1, s.shards)) - 1;
}

void set_offsets(Settings& s, const std::string& value) {
    s.pipe.offsets = expect("offsets", value, offsets_names).value;
}

// The name of a file or a folder.
template <std::string Settings::*name>
void set_name(Settings& s, const std::string& value) {
    s.*name = value;
}

void set_dictionaries(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--dictionaries: its value is an empty string (auto, none, or a folder)");
    if (value != "auto" && value != "none" && !Dictionaries::built_in())
        throw UsageError(
            fmt::format("--dictionaries {}: this program was built without hunspell (auto and none are all "
                        "that it takes; libhunspell-dev and a new build give the rest)",
                        value));
    s.dictionaries = value;
}

void set_fuzzy(Settings& s, const std::string& value) {
    double out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || !(out > 0 && out <= 1))
        throw UsageError(fmt::format("--fuzzy: \"{}\" is not a number above 0 and up to 1", value));
    s.fuzzy = out;
}

constexpr std::uint16_t for_scores = for_eval | for_annotate;
constexpr std::uint16_t for_pages = for_extract | for_repair | for_explain | for_scores;
constexpr std::uint16_t for_reading = for_pages | for_words;

// clang-format off
constexpr OptionRow option_table[] = {
    {"Output", 0, "to", "FORMAT", "what to write: text (the default), markdown, json, jsonl, tei, alto, page, alto2txt (with -o only), impresso, html (a report to look at). eval: text (a table) or json", for_extract | for_eval, set_to, {}, false, "@writers"},
    {"Output", 'o', "output", "DIR", "write files below DIR, at each input's relative path: one for each input; a folder for each input with text, markdown and alto2txt (a file for each article) and with page (a file for each page). pipe: a shard for each input, under its name; what an earlier run completed is kept. annotate never writes over a file", for_extract | for_repair | for_explain | for_annotate | for_pipe,
     set_output, {}, true},
    {"Output", 0, "pretty", "", "json: indented, for reading", for_extract | for_eval,
     [](Settings& s, const std::string&) { s.write.pretty = true; }, "json"},
    {"Output", 0, "image", "PATH", "html: the picture that is laid under the boxes of the page, or a folder of pictures that are called as the pages are (p3.png for p3.xml, p3-2.png for its second page); pictures and PDF as input bring their own", for_extract, set_name<&Settings::image>, "html"},
    {"Output", 0, "spacing", "HOW", "spaces between Han characters and digits or Latin letters: tight (none; the default), source (as they stand), loose (one)", for_extract | for_repair | for_scores | for_pipe, set_spacing, {}, false, "@spacing"},
    {"Output", 0, "width", "HOW", "punctuation beside Han characters: source (as it stands; the default), full (made full-width)", for_extract | for_repair | for_scores | for_pipe, set_width, {}, false, "@width"},
    {"Output", 0, "keep-furniture", "", "keep running heads, folios and other furniture", for_repair,
     [](Settings& s, const std::string&) { s.keep_furniture = true; }},
    {"Output", 0, "line", "N", "only what concerns physical line N", for_explain,
     [](Settings& s, const std::string& v) { s.only_line = static_cast<std::uint32_t>(number("line", v, 1, UINT32_MAX)); }},
    {"Output", 0, "margin", "", "the page as it stands, with marks in the margin: which block each line went to, how it goes on, what was dropped", for_explain,
     [](Settings& s, const std::string&) { s.margin = true; }},

    {"Scores", 0, "fuzzy", "T", "count a block as right when it is at least T similar to gold (0 to 1; without it: exactly), an article at 0.95 T. For OCR with misread characters: 0.9", for_eval, set_fuzzy},
    {"Scores", 0, "show", "", "print article by article what is missing, what is wrong, and how texts differ, [-gold-]{+predicted+}", for_eval,
     [](Settings& s, const std::string&) { s.show = true; }},
    {"Scores", 0, "page", "FILE", "the page of which GOLD names lines (without it: the file that GOLD names as its source, beside it)", for_eval, set_name<&Settings::page>},
    {"Scores", 0, "plain", "", "PREDICTED is the text of any other program: each line is a paragraph, a line ==== stands between two articles", for_eval,
     [](Settings& s, const std::string&) { s.plain = true; }},

    {"Records", 0, "inline-provenance", "", "jsonl: put the places of the text into metadata.provenance, in rows [start, end, begin, end, page, line]: code points of the text, then bytes of the file", for_extract | for_pipe,
     [](Settings& s, const std::string&) { s.write.inline_provenance = true; }, "jsonl"},
    {"Records", 0, "source", "NAME", "the name of the collection, for \"source\" (without it: the name of the input; pipe: that of the record); impresso: the alias of the title", for_extract | for_pipe,
     [](Settings& s, const std::string& v) { s.write.source = v; }, "jsonl, impresso, alto2txt"},
    {"Records", 0, "added", "DATE", "value of \"added\" (without it: empty); page, impresso: when they were made (without it: 1970)", for_extract | for_pipe,
     [](Settings& s, const std::string& v) { s.write.added = v; }, "jsonl, impresso, page"},
    {"Records", 0, "created", "DATE", "value of \"created\" (without it: empty; pipe: that of the record); impresso, alto2txt: the day of the issue (without it: as the input's name has it)", for_extract | for_pipe,
     [](Settings& s, const std::string& v) { s.write.created = v; }, "jsonl, impresso, alto2txt"},

    {"Records", 0, "text-field", "NAME", "the key of a record's text: a string (a page; form feeds part pages), or a list of strings, or of objects with that key (the pages of an issue) (default text)", for_pipe,
     [](Settings& s, const std::string& v) { s.pipe.text_field = v; }},
    {"Records", 0, "id-field", "NAME", "the key of a record's id, a string or an integer (default id). With an empty NAME the digest of the text stands for it", for_pipe,
     [](Settings& s, const std::string& v) { s.pipe.id_field = v; }},
    {"Records", 0, "max-line-bytes", "N", "a longer record is a bad one, and is not held in memory; K, M and G are understood (default 64M)", for_pipe,
     [](Settings& s, const std::string& v) { s.pipe.max_line_bytes = bytes("max-line-bytes", v); }},
    {"Records", 0, "errors", "FILE", "write bad records there, a line of JSON for each, and not to standard error; with -o a folder", for_pipe, set_name<&Settings::errors>, {}, true},
    {"Records", 0, "exit-zero-on-record-errors", "", "exit with 0 though some records are bad (for checkCode of Spark and the like); inputs that cannot be read count all the same", for_pipe,
     [](Settings& s, const std::string&) { s.exit_zero = true; }, {}, true},
    {"Records", 0, "provenance", "FILE", "write the places of the text there, a line for each article, in the same order; with -o a folder", for_pipe, set_name<&Settings::provenance>, {}, true},
    {"Records", 0, "offsets", "UNIT", "what counts places in the text for --provenance: code-points (as Python; the default), bytes, utf16 (as Java)", for_pipe, set_offsets, {}, false, "@offsets"},
    {"Records", 0, "attributes", "FILE", "write attributes of dolma there (types, roles, confidence), a line for each article, in the same order; with -o a folder, as attributes/broadsheet", for_pipe, set_name<&Settings::attributes>, {}, true},
    {"Records", 0, "stats", "FILE", "write counts there, as JSON", for_pipe, set_name<&Settings::stats>, {}, true},
    {"Records", 0, "shard", "I/N", "with -o: work only on the I-th part of N of the inputs, I from 1, for array jobs", for_pipe, set_shard, {}, true},

    {"Input", 0, "from", "FORMAT", "the format of the input (without it: found by content); see list readers", for_reading | for_pipe,
     [](Settings& s, const std::string& v) { expect("from", v, readers()); s.process.read.from = v; }, {}, false, "@readers"},
    {"Input", 0, "encoding", "NAME", "the encoding of the input, as UTF-8, GB18030, Big5 (without it: found by content)", for_reading,
     [](Settings& s, const std::string& v) { s.process.read.encoding = v; }},
    {"Input", 0, "lang", "TAG", "the language of the page (without it: found by content); see list languages", for_pages | for_pipe,
     [](Settings& s, const std::string& v) { expect("lang", v, languages()); s.process.segment.lang = v; }, {}, false, "@languages"},
    {"Input", 0, "writing", "DIRECTION", "horizontal or vertical (without it: found by content)", for_pages | for_pipe, set_writing, {}, false, "@writing"},
    {"Input", 0, "articles", "WHENCE", "whence articles are known: source (follow those that the input names, the default where it names any), detect (find them)", for_extract | for_explain | for_scores | for_pipe, set_articles, {}, false, "@articles"},
    {"Input", 0, "issue", "", "each folder is one issue: its METS with what that names, or all pages in it in the order of their names. (A folder with a METS in it is one without this, and so is an archive: ZIP, tar, tar.gz)", for_reading,
     [](Settings& s, const std::string&) { s.issue = true; }},
    {"Input", 0, "max-bytes", "N", "the largest input that is read; K, M and G are understood (default 2G)", for_reading,
     [](Settings& s, const std::string& v) { s.process.read.max_bytes = bytes("max-bytes", v); }},

    {"PDF and images", 0, "ocr-lang", "LANGS", "what tesseract reads with: chi_sim, eng+deu ... (without it: the data that fits --lang, or that reads the first page best)", for_reading, set_ocr_lang},
    {"PDF and images", 0, "ocr-timeout", "SECONDS", "how long each program may take for a page (default 600)", for_reading,
     [](Settings& s, const std::string& v) { s.ocr_timeout = static_cast<unsigned>(number("ocr-timeout", v, 1, 1000000, " of seconds")); }},
    {"PDF and images", 0, "cache", "DIR", "keep what was recognised there, by content, and use it again", for_reading, set_name<&Settings::cache>},
    {"PDF and images", 0, "keep-work", "DIR", "keep the text layers and what was recognised there: the files that spans name", for_reading, set_name<&Settings::keep_work>},

    {"Hyphens", 0, "words", "FILE", "the words of the collection that the pages are of, as broadsheet words writes them: they tell whether a line's end tore a word. May be given again: the files are merged", for_pages | for_pipe, set_words, {}, true},
    {"Hyphens", 0, "dictionaries", "WHICH", "the dictionaries of hunspell that tell the same: auto (those of the system, where it has any; the default, but for pipe), none (so that the output is the same on every machine), or a folder with LANGUAGE.dic or LANGUAGE_COUNTRY.dic and their .aff", for_pages | for_pipe, set_dictionaries, {}, false, "auto none @folders"},

    {"Work", 'j', "jobs", "N", "work on N inputs (pipe: on N batches of records) at a time (default: as many as there are processors); the output does not depend on it", for_reading | for_pipe,
     [](Settings& s, const std::string& v) { s.jobs = static_cast<unsigned>(number("jobs", v, 0, 1024)); }, {}, true},
    {"Work", 0, "timeout", "SECONDS", "give up an input (pipe: a record) that takes longer, as one that fails; the others are complete (default: none is given up). Programs for PDF and images have --ocr-timeout", for_reading | for_pipe,
     [](Settings& s, const std::string& v) { s.timeout = static_cast<unsigned>(number("timeout", v, 1, 1000000, " of seconds")); }},
    {"Work", 0, "skip", "PASS", "leave out a repair pass; may be given again; see list passes", for_pages | for_pipe,
     [](Settings& s, const std::string& v) { expect("skip", v, passes()); s.process.repair.skip.push_back(v); }, {}, false, "@passes"},

    {"Messages", 'q', "quiet", "", "no progress, no warnings and no summary; inputs that fail are named all the same", for_reading | for_pipe,
     [](Settings& s, const std::string&) { s.quiet = true; }, {}, true},
    {"Messages", 'v', "verbose", "", "print the notes of each input on standard error", for_reading,
     [](Settings& s, const std::string&) { s.verbose = true; }},
    {"Messages", 'h', "help", "", "print this help", for_any, [](Settings& s, const std::string&) { s.help = true; }},
    {"Messages", 0, "version", "", "print the version", for_any, [](Settings& s, const std::string&) { s.version = true; }},
};
// clang-format on

}  // namespace

std::span<const OptionRow> option_rows() { return option_table; }

}  // namespace broadsheet::app
