#include "help.hpp"

#include <fmt/format.h>

#include "options.hpp"

namespace broadsheet::app {

namespace {

constexpr std::string_view summary_line = "newspaper pages, from raw text back to articles";

constexpr std::string_view about_inputs =
    "INPUT is a file, a folder, a glob in quotation marks (* ? [..] **), or - for standard input, which is also read "
    "when no INPUT is given and it is not a terminal. From a folder all files are taken, also from the folders in it, "
    "in the order of their names, but hidden ones and those whose names show that they hold no page "
    "(programs, JSON, files of words), and scans that have the text of their page beside them. The format and the "
    "encoding are found by content. The text of a PDF is taken by "
    "pdftotext; its pages without text, and images (PNG, JPEG, TIFF, JPEG 2000, WebP, GIF), are read by tesseract. "
    "Both must be installed where such inputs are given (Debian: poppler-utils, tesseract-ocr and the data of the "
    "languages, as tesseract-ocr-chi-sim).";

constexpr std::string_view about_outputs =
    "Data goes to standard output or below DIR (-o), all else to standard error. Results come in the order of the "
    "inputs and are the same bytes whatever the number of jobs, the locale and the clock; with --dictionaries none "
    "also "
    "on every machine, whatever dictionaries it has. Below DIR, the files of a "
    "folder keep their path in that folder when it is the only INPUT; in all other cases relative paths are kept as "
    "given, and paths that are absolute or lead upwards are taken from the deepest folder that holds all such. The "
    "ending of a text file is replaced; where two inputs would meet, both keep their whole names, and the same name "
    "again gets a number. Files appear whole: they are written aside and renamed.";

constexpr std::string_view about_pipe =
    "INPUT is a file of JSON lines, a folder of them, a glob in quotation marks, or - for standard input, which is "
    "also "
    "read when no INPUT is given. gzip and zstd are unpacked, whatever the name. Each line is a record with an id and "
    "a "
    "text; each article becomes a line, in the order of the records, and the bytes do not depend on the number of "
    "jobs. A "
    "bad record (no JSON, no text, too long ...) never stops the run: it is named on standard error, or in the FILE of "
    "--errors, and the exit status is 3. With -o DIR each input is a shard, and its output gets the same relative path "
    "(packed as its name says). A shard is written aside and renamed; when all of its files stand, so does a marker, "
    "DIR/completions/SHARD.done. The same command again goes on where a killed one was, and several may work on one "
    "DIR.";

struct Example {
    std::string_view command;
    std::string_view what;
};

constexpr Example examples[] = {
    {"broadsheet page.txt", "the articles of a page, to read"},
    {"broadsheet scan.png paper.pdf", "the same of a picture and of a PDF"},
    {"broadsheet pages -o out --to markdown", "a folder: an article a file"},
    {"broadsheet 'issues/**/*.txt' --to jsonl > corpus.jsonl", "records for a pipeline"},
    {"broadsheet pipe < pages.jsonl > articles.jsonl", "records of pages in, records of articles out"},
    {"broadsheet pipe 'in/*.jsonl.zst' -o out --errors bad", "shards; a killed run goes on where it was"},
    {"broadsheet words scans > town.words", "the words of a collection"},
    {"broadsheet --words town.words scans", "its pages, with these words as evidence for hyphens"},
    {"broadsheet annotate page.txt > page.gold.json", "gold to be corrected by hand"},
    {"broadsheet eval --show page.gold.json page.txt", "how good the page's articles are, and what is wrong"},
    {"broadsheet explain --line 12 page.txt", "why line 12 went where it did"},
    {"broadsheet explain --margin page.txt", "the page with marks in the margin"},
};

// "broadsheet words scans" is one of words; where no command is named it is extract.
Command command_of(const Example& example) {
    const auto rest = example.command.substr(example.command.find(' ') + 1);
    for (const CommandRow& row : commands())
        if (rest.substr(0, rest.find(' ')) == row.name) return row.command;
    return Command::extract;
}

// The text broken at spaces into lines of at most `width`, each behind `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (column == 0 || indent + column + 1 + word.size() > width) {
            if (column != 0) out += '\n';
            out.append(indent, ' ').append(word);
            column = word.size();
        } else {
            out.append(" ").append(word);
            column += 1 + word.size();
        }
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    out += '\n';
    return out;
}

std::string names_of(const OptionRow& row) {
    std::string out = row.letter != 0 ? fmt::format("-{}, ", row.letter) : "    ";
    out.append("--").append(row.name);
    if (!row.argument.empty()) out.append(" ").append(row.argument);
    return out;
}

std::string synopsis(const CommandRow& row) {
    const bool may_be_left_out = row.command == Command::extract;
    return fmt::format("broadsheet {}{}{} {}", may_be_left_out ? "[" : "", row.name, may_be_left_out ? "]" : "",
                       row.arguments);
}

// Text of ours has no roff in it but for these.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-') out += '\\';
        out += c == '\\' ? std::string("\\e") : std::string(1, c);
    }
    if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
    return out;
}

void add_options(std::string& out, Command command) {
    constexpr std::size_t column = 30;
    std::string_view group;
    for (const OptionRow& row : option_rows()) {
        if (!takes(command, row)) continue;
        if (row.group != group) out += fmt::format("\n{}:\n", group = row.group);
        const std::string names = "  " + names_of(row);
        std::string text = wrapped(row.summary, column, 100);
        if (names.size() + 2 <= column)
            text.replace(0, names.size(), names);
        else
            text.insert(0, names + "\n");
        out += text;
    }
}

// Of one command, or of all.
void add_manual_options(std::string& out, const CommandRow* only) {
    out += ".SH OPTIONS\n";
    std::string_view group;
    for (const OptionRow& row : option_rows()) {
        if (only != nullptr && !takes(only->command, row)) continue;
        if (row.group != group) out += fmt::format(".SS {}\n", roff(group = row.group));
        std::string of;
        if (only == nullptr && row.commands != for_any)
            for (const CommandRow& command : commands())
                if (takes(command.command, row)) of.append(of.empty() ? "" : ", ").append(command.name);
        out += fmt::format(".TP\n.BR {}\\-\\-{}{}\n{}.{}\n",
                           row.letter != 0 ? fmt::format("\\-{} \", \" ", row.letter) : "", roff(row.name),
                           row.argument.empty() ? "" : fmt::format(" \" \" {}", roff(row.argument)), roff(row.summary),
                           of.empty() ? "" : fmt::format(" ({})", of));
    }
}

void add_manual_end(std::string& out, const CommandRow* only) {
    out += ".SH EXIT STATUS\n";
    for (const ExitRow& row : exit_codes()) out += fmt::format(".TP\n.B {}\n{}\n", row.code, roff(row.meaning));
    std::string shown;
    for (const Example& example : examples)
        if (only == nullptr || only->command == command_of(example))
            shown += fmt::format(".TP\n.B {}\n{}\n", roff(example.command), roff(example.what));
    if (!shown.empty()) out += ".SH EXAMPLES\n" + shown;
}

std::string examples_of(std::string_view beginning) {
    std::string out;
    for (const Example& example : examples)
        if (example.command.starts_with(beginning)) out += fmt::format("  {:<58}{}\n", example.command, example.what);
    return out;
}

}  // namespace

std::string version_line() { return fmt::format("broadsheet {}\n", version); }

std::string help_hint(std::string_view word) {
    for (const CommandRow& row : commands())
        if (row.name == word && row.command != Command::extract && row.command != Command::list)
            return fmt::format("broadsheet {} --help shows what it takes\n", word);
    return "broadsheet --help shows what it takes\n";
}

std::string help(Command command) {
    std::string out;
    if (command == Command::extract) {
        out += fmt::format("broadsheet {}: {}\n\n", version, summary_line);
        for (const CommandRow& row : commands()) out += fmt::format("  {:<58}{}\n", synopsis(row), row.summary);
        out += '\n' + wrapped(about_inputs, 0, 100);
        add_options(out, command);
        out += "\nExamples:\n";
        out += examples_of("broadsheet");
        out += "\nExit status:\n";
        for (const ExitRow& row : exit_codes()) out += fmt::format("  {}  {}\n", row.code, row.meaning);
        out += "\nbroadsheet COMMAND --help shows the options of another command; man broadsheet all of them.\n";
        return out;
    }
    const CommandRow& row = row_of(command);
    out += fmt::format("{}\n{}\n", synopsis(row), row.summary);
    if (command == Command::pipe) out += '\n' + wrapped(about_pipe, 0, 100);
    add_options(out, command);
    if (command == Command::pipe) out += "\nExamples:\n" + examples_of("broadsheet pipe");
    return out;
}

std::string manual() {
    // No date: the same version gives the same bytes.
    std::string out = fmt::format(".TH BROADSHEET 1 \"\" \"broadsheet {}\" \"User Commands\"\n", version);
    out += fmt::format(".SH NAME\nbroadsheet \\- {}\n.SH SYNOPSIS\n", roff(summary_line));
    for (const CommandRow& row : commands()) out += fmt::format("{}\n.br\n", roff(synopsis(row)));
    out += ".SH DESCRIPTION\n" + roff(about_inputs) + "\n.PP\n" + roff(about_outputs) + "\n.SS Data pipelines\n" +
           roff(about_pipe) + "\n.SH COMMANDS\n";
    for (const CommandRow& row : commands())
        out += fmt::format(".TP\n.B {} {}\n{}\n", row.name, roff(row.arguments), roff(row.summary));
    add_manual_options(out, nullptr);
    add_manual_end(out, nullptr);
    out += ".SH SEE ALSO\n";
    for (const CommandRow& row : commands()) out += fmt::format(".BR broadsheet\\-{} (1)\n", row.name);
    return out;
}

std::string manual(const CommandRow& row) {
    std::string title(row.name);
    for (char& c : title) c = static_cast<char>(c - 'a' + 'A');
    std::string out = fmt::format(".TH BROADSHEET\\-{} 1 \"\" \"broadsheet {}\" \"User Commands\"\n", title, version);
    out += fmt::format(".SH NAME\nbroadsheet\\-{} \\- {}\n.SH SYNOPSIS\n{}\n", row.name, roff(row.summary),
                       roff(synopsis(row)));
    if (row.command == Command::pipe)
        out += ".SH DESCRIPTION\n" + roff(about_pipe) + "\n";
    else if (row.arguments.starts_with("INPUT"))
        out += ".SH DESCRIPTION\n" + roff(about_inputs) + "\n.PP\n" + roff(about_outputs) + "\n";
    add_manual_options(out, &row);
    add_manual_end(out, &row);
    out += ".SH SEE ALSO\n.BR broadsheet (1)\n";
    return out;
}

}  // namespace broadsheet::app
