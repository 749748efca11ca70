#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dictionaries.hpp"
#include "ocr_data.hpp"

namespace broadsheet::app {

namespace {

constexpr CommandRow command_table[] = {
    {Command::extract, "extract", "INPUT...", "the articles of each page (the command may be left out)"},
    {Command::repair, "repair", "INPUT...", "the page's text, its lines repaired, not segmented"},
    {Command::explain, "explain", "INPUT...", "each decision with its place and its evidence"},
    {Command::words, "words", "INPUT...",
     "the words of the pages with their counts, for --words; merges files of words"},
    {Command::list, "list", "readers|passes|writers|languages", "what this version knows"},
    {Command::eval, "eval", "GOLD PREDICTED...", "scores (not in this version)"},
    {Command::pipe, "pipe", "", "JSON lines in, JSON lines out (not in this version)"},
};

constexpr ExitRow exit_table[] = {
    {0, "all is well"},
    {1, "a fatal error: the output cannot be written, a file of --words cannot be read, or there is no memory left"},
    {2, "wrong usage"},
    {3, "finished, but some inputs failed, each named in one line on standard error; the others are complete"},
};

template <typename Table>
std::string names_of(const Table& table) {
    std::string out;
    for (const auto& row : table) {
        if (!out.empty()) out += ", ";
        if constexpr (requires { row.name; })
            out += row.name;
        else
            out += row;
    }
    return out;
}

template <typename Table>
bool has(const Table& table, std::string_view name) {
    return std::any_of(table.begin(), table.end(), [&](const auto& row) {
        if constexpr (requires { row.name; })
            return row.name == name;
        else
            return row == name;
    });
}

[[noreturn]] void reject(std::string_view option, const std::string& value, const std::string& known) {
    throw UsageError(fmt::format("--{}: \"{}\" is not known ({})", option, value, known));
}

template <typename Table>
void expect(std::string_view option, const std::string& value, const Table& table) {
    if (!has(table, value)) reject(option, value, names_of(table));
}

std::uint64_t number(std::string_view option, std::string_view value, std::uint64_t least, std::uint64_t most) {
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size() || out < least || out > most)
        throw UsageError(fmt::format("--{}: \"{}\" is not a number from {} to {}", option, value, least, most));
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

template <typename Enum>
struct Choice {
    std::string_view name;
    Enum value;
};

template <typename Enum, std::size_t n>
Enum choose(std::string_view option, const std::string& value, const Choice<Enum> (&choices)[n]) {
    for (const auto& choice : choices)
        if (choice.name == value) return choice.value;
    reject(option, value, names_of(std::span(choices)));
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
    s.process.repair.writing =
        choose<Writing>("writing", value, {{"horizontal", Writing::horizontal}, {"vertical", Writing::vertical}});
}

void set_spacing(Settings& s, const std::string& value) {
    s.write.render.spacing = choose<Spacing>(
        "spacing", value, {{"tight", Spacing::tight}, {"source", Spacing::source}, {"loose", Spacing::loose}});
}

void set_width(Settings& s, const std::string& value) {
    s.write.render.width = choose<Width>("width", value, {{"source", Width::source}, {"full", Width::full}});
}

void set_articles(Settings& s, const std::string& value) {
    s.process.read.articles =
        choose<Articles>("articles", value, {{"source", Articles::source}, {"detect", Articles::detect}});
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

void set_cache(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--cache: its DIR is an empty string");
    s.cache = value;
}

void set_image(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--image: its PATH is an empty string");
    s.image = value;
}

void set_keep_work(Settings& s, const std::string& value) {
    if (value.empty()) throw UsageError("--keep-work: its DIR is an empty string");
    s.keep_work = value;
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

constexpr std::uint8_t for_pages = for_extract | for_repair | for_explain;
constexpr std::uint8_t for_reading = for_pages | for_words;

// clang-format off
constexpr OptionRow option_table[] = {
    {"Output", 0, "to", "FORMAT", "what to write: text (the default), markdown, json, jsonl, tei, alto, page, alto2txt (with -o only), impresso, html (a report to look at)", for_extract, set_to},
    {"Output", 'o', "output", "DIR", "write files below DIR, at each input's relative path: one for each input; a folder for each input with text, markdown and alto2txt (a file for each article) and with page (a file for each page)", for_pages,
     set_output},
    {"Output", 0, "pretty", "", "json: indented, for reading", for_extract,
     [](Settings& s, const std::string&) { s.write.pretty = true; }, "json"},
    {"Output", 0, "image", "PATH", "html: the picture that is laid under the boxes of the page, or a folder of pictures that are called as the pages are (p3.png for p3.xml, p3-2.png for its second page); pictures and PDF as input bring their own", for_extract, set_image, "html"},
    {"Output", 0, "spacing", "HOW", "spaces between Han characters and digits or Latin letters: tight (none; the default), source (as they stand), loose (one)", for_extract | for_repair, set_spacing},
    {"Output", 0, "width", "HOW", "punctuation beside Han characters: source (as it stands; the default), full (made full-width)", for_extract | for_repair, set_width},
    {"Output", 0, "keep-furniture", "", "keep running heads, folios and other furniture", for_repair,
     [](Settings& s, const std::string&) { s.keep_furniture = true; }},
    {"Output", 0, "line", "N", "only what concerns physical line N", for_explain,
     [](Settings& s, const std::string& v) { s.only_line = static_cast<std::uint32_t>(number("line", v, 1, UINT32_MAX)); }},

    {"Output", 0, "margin", "", "the page as it stands, with marks in the margin: which block each line went to, how it goes on, what was dropped", for_explain,
     [](Settings& s, const std::string&) { s.margin = true; }},

    {"Records", 0, "inline-provenance", "", "jsonl: put the places of the text into metadata.provenance, in rows [start, end, begin, end, page, line]: code points of the text, then bytes of the file", for_extract,
     [](Settings& s, const std::string&) { s.write.inline_provenance = true; }, "jsonl"},
    {"Records", 0, "source", "NAME", "the name of the collection, for \"source\" (without it: the name of the input); impresso: the alias of the title", for_extract,
     [](Settings& s, const std::string& v) { s.write.source = v; }, "jsonl, impresso, alto2txt"},
    {"Records", 0, "added", "DATE", "value of \"added\" (without it: empty); page, impresso: when they were made (without it: 1970)", for_extract,
     [](Settings& s, const std::string& v) { s.write.added = v; }, "jsonl, impresso, page"},
    {"Records", 0, "created", "DATE", "value of \"created\" (without it: empty); impresso, alto2txt: the day of the issue (without it: as the input's name has it)", for_extract,
     [](Settings& s, const std::string& v) { s.write.created = v; }, "jsonl, impresso, alto2txt"},

    {"Input", 0, "from", "FORMAT", "the format of the input (without it: found by content); see list readers", for_reading,
     [](Settings& s, const std::string& v) { expect("from", v, readers()); s.process.read.from = v; }},
    {"Input", 0, "encoding", "NAME", "the encoding of the input, as UTF-8, GB18030, Big5 (without it: found by content)", for_reading,
     [](Settings& s, const std::string& v) { s.process.read.encoding = v; }},
    {"Input", 0, "lang", "TAG", "the language of the page (without it: found by content); see list languages", for_pages,
     [](Settings& s, const std::string& v) { expect("lang", v, languages()); s.process.segment.lang = v; }},
    {"Input", 0, "writing", "DIRECTION", "horizontal or vertical (without it: found by content)", for_pages, set_writing},
    {"Input", 0, "articles", "WHENCE", "source (follow the articles that the input names, the default where it names any) or detect (find them)", for_extract | for_explain, set_articles},
    {"Input", 0, "issue", "", "each folder is one issue: its METS with what that names, or all pages in it in the order of their names. (A folder with a METS in it is one without this, and so is an archive: ZIP, tar, tar.gz)", for_reading,
     [](Settings& s, const std::string&) { s.issue = true; }},
    {"Input", 0, "max-bytes", "N", "the largest input that is read; K, M and G are understood (default 2G)", for_reading,
     [](Settings& s, const std::string& v) { s.process.read.max_bytes = bytes("max-bytes", v); }},

    {"PDF and images", 0, "ocr-lang", "LANGS", "what tesseract reads with: chi_sim, eng+deu ... (without it: the data that fits --lang, or that reads the first page best)", for_reading, set_ocr_lang},
    {"PDF and images", 0, "ocr-timeout", "SECONDS", "how long each program may take for a page (default 600)", for_reading,
     [](Settings& s, const std::string& v) { s.ocr_timeout = static_cast<unsigned>(number("ocr-timeout", v, 1, 1000000)); }},
    {"PDF and images", 0, "cache", "DIR", "keep what was recognised there, by content, and use it again", for_reading, set_cache},
    {"PDF and images", 0, "keep-work", "DIR", "keep the text layers and what was recognised there: the files that spans name", for_reading, set_keep_work},

    {"Hyphens", 0, "words", "FILE", "the words of the collection that the pages are of, as broadsheet words writes them: they tell whether a line's end tore a word. May be given again: the files are merged", for_pages, set_words},
    {"Hyphens", 0, "dictionaries", "WHICH", "the dictionaries of hunspell that tell the same: auto (those of the system, where it has any; the default), none (so that the output is the same on every machine), or a folder with LANGUAGE.dic or LANGUAGE_COUNTRY.dic and their .aff", for_pages, set_dictionaries},

    {"Work", 'j', "jobs", "N", "work on N inputs at a time (default: as many as there are processors); the output does not depend on it", for_reading,
     [](Settings& s, const std::string& v) { s.jobs = static_cast<unsigned>(number("jobs", v, 0, 1024)); }},
    {"Work", 0, "skip", "PASS", "leave out a repair pass; may be given again; see list passes", for_pages,
     [](Settings& s, const std::string& v) { expect("skip", v, passes()); s.process.repair.skip.push_back(v); }},

    {"Messages", 'q', "quiet", "", "no progress and no warnings; inputs that fail are named all the same", for_reading,
     [](Settings& s, const std::string&) { s.quiet = true; }},
    {"Messages", 'v', "verbose", "", "print the notes of each input on standard error", for_reading,
     [](Settings& s, const std::string&) { s.verbose = true; }},
    {"Messages", 'h', "help", "", "print this help", for_any, [](Settings& s, const std::string&) { s.help = true; }},
    {"Messages", 0, "version", "", "print the version", for_any, [](Settings& s, const std::string&) { s.version = true; }},
};
// clang-format on

}  // namespace

std::span<const CommandRow> commands() { return command_table; }
std::span<const OptionRow> option_rows() { return option_table; }
std::span<const ExitRow> exit_codes() { return exit_table; }

const CommandRow& row_of(Command command) {
    return *std::find_if(std::begin(command_table), std::end(command_table),
                         [&](const CommandRow& row) { return row.command == command; });
}

bool takes(Command command, const OptionRow& option) {
    switch (command) {
        case Command::extract:
            return (option.commands & for_extract) != 0;
        case Command::repair:
            return (option.commands & for_repair) != 0;
        case Command::explain:
            return (option.commands & for_explain) != 0;
        case Command::words:
            return (option.commands & for_words) != 0;
        case Command::list:
            return (option.commands & for_list) != 0;
        case Command::eval:
        case Command::pipe:
            return option.commands == for_any;
    }
    return false;
}

}  // namespace broadsheet::app
