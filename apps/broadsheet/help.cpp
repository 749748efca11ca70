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

struct Example {
    std::string_view command;
    std::string_view what;
};

constexpr Example examples[] = {
    {"broadsheet page.txt", "the articles of a page, to read"},
    {"broadsheet scan.png paper.pdf", "the same of a picture and of a PDF"},
    {"broadsheet pages -o out --to markdown", "a folder: an article a file"},
    {"broadsheet 'issues/**/*.txt' --to jsonl > corpus.jsonl", "records for a pipeline"},
    {"broadsheet words scans > town.words", "the words of a collection"},
    {"broadsheet --words town.words scans", "its pages, with these words as evidence for hyphens"},
    {"broadsheet explain --line 12 page.txt", "why line 12 went where it did"},
    {"broadsheet explain --margin page.txt", "the page with marks in the margin"},
};

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

}  // namespace

std::string version_line() { return fmt::format("broadsheet {}\n", version); }

std::string help_hint(std::string_view word) {
    for (const CommandRow& row : commands())
        if (row.name == word &&
            (row.command == Command::repair || row.command == Command::explain || row.command == Command::words))
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
        for (const Example& example : examples) out += fmt::format("  {:<58}{}\n", example.command, example.what);
        out += "\nExit status:\n";
        for (const ExitRow& row : exit_codes()) out += fmt::format("  {}  {}\n", row.code, row.meaning);
        out += "\nbroadsheet COMMAND --help shows the options of another command; man broadsheet all of them.\n";
        return out;
    }
    const CommandRow& row = row_of(command);
    out += fmt::format("{}\n{}\n", synopsis(row), row.summary);
    add_options(out, command);
    return out;
}

std::string manual() {
    // No date: the same version gives the same bytes.
    std::string out = fmt::format(".TH BROADSHEET 1 \"\" \"broadsheet {}\" \"User Commands\"\n", version);
    out += fmt::format(".SH NAME\nbroadsheet \\- {}\n.SH SYNOPSIS\n", roff(summary_line));
    for (const CommandRow& row : commands()) out += fmt::format("{}\n.br\n", roff(synopsis(row)));
    out += ".SH DESCRIPTION\n" + roff(about_inputs) + "\n.PP\n" + roff(about_outputs) + "\n.SH COMMANDS\n";
    for (const CommandRow& row : commands())
        out += fmt::format(".TP\n.B {} {}\n{}\n", row.name, roff(row.arguments), roff(row.summary));
    out += ".SH OPTIONS\n";
    std::string_view group;
    for (const OptionRow& row : option_rows()) {
        if (row.group != group) out += fmt::format(".SS {}\n", roff(group = row.group));
        std::string of;
        if (row.commands != for_any)
            for (const CommandRow& command : commands())
                if (takes(command.command, row)) of.append(of.empty() ? "" : ", ").append(command.name);
        std::string names = row.letter != 0 ? fmt::format("\\-{}, ", row.letter) : "";
        out += fmt::format(".TP\n.BR {}\\-\\-{}{}\n{}.{}\n",
                           row.letter != 0 ? fmt::format("\\-{} \", \" ", row.letter) : "", roff(row.name),
                           row.argument.empty() ? "" : fmt::format(" \" \" {}", roff(row.argument)), roff(row.summary),
                           of.empty() ? "" : fmt::format(" ({})", of));
    }
    out += ".SH EXIT STATUS\n";
    for (const ExitRow& row : exit_codes()) out += fmt::format(".TP\n.B {}\n{}\n", row.code, roff(row.meaning));
    out += ".SH EXAMPLES\n";
    for (const Example& example : examples)
        out += fmt::format(".TP\n.B {}\n{}\n", roff(example.command), roff(example.what));
    return out;
}

}  // namespace broadsheet::app
