#include "commands.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "batch.hpp"
#include "dictionaries.hpp"
#include "help.hpp"
#include "inputs.hpp"
#include "issue.hpp"
#include "listed.hpp"
#include "margin.hpp"
#include "notes.hpp"
#include "options.hpp"
#include "output.hpp"
#include "pipe.hpp"
#include "progress.hpp"
#include "recognise.hpp"
#include "signals.hpp"
#include "suggest.hpp"
#include "words.hpp"

namespace broadsheet::app {

namespace {

void print(std::string_view text) {
    StandardOutput out;
    out.write(text);
    out.flush();
}

// One command's way with one document.
class Task {
public:
    // @param collection of the command words
    Task(const Settings& settings, const std::vector<Input>& inputs, std::vector<std::string> outputs,
         Collection& collection, Recogniser& recogniser)
        : settings_(settings),
          inputs_(inputs),
          outputs_(std::move(outputs)),
          collection_(collection),
          recogniser_(recogniser) {
        const auto all = writers();
        writer_ = &*std::find_if(all.begin(), all.end(), [&](const Writer& w) { return w.name == settings.write.to; });
    }

    [[nodiscard]] Result operator()(std::size_t index, Workplace& place) const {
        const Input& input = inputs_[index];
        Result result;
        try {
            if (input.error != 0) throw unread(input);
            const auto bytes =
                input.issue ? std::string_view() : place.buffer.read(input.path, settings_.process.read.max_bytes);
            result.bytes = bytes.size();
            work(index, bytes, result);
        } catch (const Error& error) {
            fail(result, error.source().empty() ? fmt::format("{}: {}", input.path, error.what()) : error.what());
        } catch (const std::bad_alloc&) {
            fail(result, fmt::format("{}: not enough memory (try fewer jobs)", input.path));
        } catch (const OutputError&) {
            throw;
        } catch (const std::exception& error) {
            fail(result, fmt::format("{}: internal error: {} (please report it)", input.path, error.what()));
        }
        return result;
    }

private:
    static void fail(Result& result, const std::string& message) {
        result.data.clear();
        result.messages += message_line(message);
        result.failed = true;
    }

    void work(std::size_t index, std::string_view bytes, Result& result) const {
        if (settings_.command == Command::words && Lexicon::is_saved(bytes))
            return collection_.add(Lexicon::load(bytes, inputs_[index].path));
        Options options = settings_.process;
        options.read.name = inputs_[index].path;
        const bool is_picture = !inputs_[index].issue && options.read.from.empty() && !picture_format(bytes).empty();
        Document document = inputs_[index].issue ? read_folder(inputs_[index].path, options.read)
                            : is_picture         ? recogniser_.read(bytes, inputs_[index], options.read)
                                                 : read_file(bytes, options.read);
        if (settings_.command == Command::words) {
            Lexicon words;
            words.add(document);
            collection_.add(words);
        } else if (settings_.command == Command::repair) {
            // Repaired until nothing changes: so repaired text stays as it is.
            Options repairing = options;
            if (settings_.keep_furniture) repairing.repair.skip.emplace_back("furniture");
            emit(index,
                 document.files.empty() ? repair_text(bytes, repairing, settings_.write.render)
                                        : repair_issue_text(document, repairing, settings_.write.render),
                 result);
        } else {
            repair(document, options.repair);
            segment(document, options.segment);
            if (settings_.command == Command::explain)
                emit(index, settings_.margin ? margin(document) : explanation(document, settings_.only_line), result);
            else if (writer_->has_folder && !outputs_.empty())
                write_folder(outputs_[index], document);
            else
                emit(index, write(document, settings_.write), result);
        }
        if (settings_.command != Command::explain)
            for (const Note& note : document.notes)
                if (settings_.verbose || (note.severity == Severity::warning && !settings_.quiet))
                    result.messages += note_line(document.source.name, note);
    }

    void emit(std::size_t index, std::string text, Result& result) const {
        if (outputs_.empty())
            result.data = std::move(text);
        else
            write_file(outputs_[index], text);
    }

    void write_folder(const std::string& folder, const Document& document) const {
        make_folders(folder);
        for (const WrittenFile& file : write_files(document, settings_.write))
            write_file(folder + "/" + file.name, file.text);
    }

    const Settings& settings_;
    const std::vector<Input>& inputs_;
    std::vector<std::string> outputs_;  // empty: all goes to standard output
    Collection& collection_;
    Recogniser& recogniser_;
    const Writer* writer_ = nullptr;
};

const Writer& writer_named(std::string_view name) {
    const auto all = writers();
    return *std::find_if(all.begin(), all.end(), [&](const Writer& w) { return w.name == name; });
}

std::vector<std::string> plan(const Settings& settings, const std::vector<Input>& inputs) {
    if (settings.output.empty()) return {};
    std::string_view extension = ".txt";
    if (settings.command == Command::extract) {
        const Writer& writer = writer_named(settings.write.to);
        extension = writer.has_folder ? std::string_view() : writer.extension;
    }
    auto paths = plan_outputs(settings.output, inputs, extension);
    if (const auto path = overwritten_input(paths, inputs); !path.empty())
        throw UsageError(fmt::format("--output: {} is an input and might be written over (name another folder)", path));
    make_folders(settings.output);
    return paths;
}

// An encoding that is not known is wrong usage, and known before the first input.
void probe(const Settings& settings) {
    try {
        ReadOptions options = settings.process.read;
        options.name = "--encoding";  // what the message is about
        (void)read({}, options);
    } catch (const Error& error) {
        if (error.code() == Error::Code::encoding || error.code() == Error::Code::option)
            throw UsageError(error.what());
    }
}

std::vector<std::string> arguments_or_standard_input(const Settings& settings) {
    const bool words_from_there = std::count(settings.words.begin(), settings.words.end(), "-") > 0;
    if (settings.inputs.empty()) {
        if (words_from_there || ::isatty(STDIN_FILENO) != 0) throw UsageError("no INPUT is given");
        return {"-"};
    }
    if (std::count(settings.inputs.begin(), settings.inputs.end(), "") > 0)
        throw UsageError("an INPUT is an empty string (give - for standard input)");
    if (std::count(settings.inputs.begin(), settings.inputs.end(), "-") +
            std::count(settings.words.begin(), settings.words.end(), "-") >
        1)
        throw UsageError("standard input (-) can be read only once");
    return settings.inputs;
}

// A word that is no file and looks like a command is not read as an input.
void expect_no_misspelt_command(const Settings& settings) {
    if (settings.named || settings.inputs.empty()) return;
    const std::string& word = settings.inputs.front();
    struct stat info {};
    if (::lstat(word.c_str(), &info) == 0) return;
    std::vector<std::string_view> words{"help", "version"};
    for (const CommandRow& row : commands()) words.push_back(row.name);
    const auto meant = nearest(word, words);
    if (meant.empty()) return;
    throw UsageError(fmt::format("{} is neither a command nor a file (did you mean {}{}?)", word,
                                 meant == "help" || meant == "version" ? "--" : "", meant));
}

// What stands between the results of two inputs on standard output.
std::string_view between(const Settings& settings) {
    switch (settings.command) {
        case Command::extract:
            return writer_named(settings.write.to).between;
        case Command::repair:
            return "\n";
        default:
            return "";
    }
}

int process_inputs(Settings settings) {
    if (settings.command == Command::explain) settings.process.repair.explain = settings.process.segment.explain = true;
    probe(settings);
    expect_no_misspelt_command(settings);
    const Inputs inputs = find_inputs(arguments_or_standard_input(settings), settings.output, settings.issue);
    if (!settings.quiet) {
        for (const auto& warning : settings.warnings) print_message(message_line(warning));
        for (const auto& warning : inputs.warnings) print_message(message_line(warning));
    }

    if (settings.command == Command::words)
        if (const auto path = emptied_input(inputs.list); !path.empty())
            throw UsageError(
                fmt::format("{}: standard output goes there, and what it held is gone (name another file)", path));
    settings.process.repair.lexicon = load_words(settings.words, settings.process.read.max_bytes);
    const auto folders = Dictionaries::folders(settings.dictionaries);
    Dictionaries dictionaries(folders);
    if (!folders.empty())
        settings.process.repair.spells = [&](std::string_view language, std::string_view word) {
            return dictionaries.spells(language, word);
        };

    Collection collection;
    clean_up_on_signals();
    unsigned jobs = settings.jobs != 0 ? settings.jobs : std::max(1U, std::thread::hardware_concurrency());
    jobs = std::min(jobs, 1024U);
    Recogniser recogniser({{settings.ocr_lang, settings.process.segment.lang, settings.process.repair.writing},
                           std::chrono::seconds(settings.ocr_timeout),
                           settings.cache,
                           settings.keep_work,
                           jobs});
    const Task task(settings, inputs.list, plan(settings, inputs.list), collection, recogniser);
    StandardOutput out;
    Progress progress(inputs.list.size(), !settings.quiet);
    bool failed = false;
    const bool to_terminal = ::isatty(STDOUT_FILENO) != 0;
    run_batch(inputs.list.size(), jobs, std::ref(task), [&](const Result& result) {
        progress.message(result.messages);
        if (!result.data.empty()) {
            if (!out.empty()) out.write(between(settings));
            out.write(result.data);
            if (to_terminal) out.flush();
        }
        failed = failed || result.failed;
        progress.advance(result.bytes);
    });
    if (settings.command == Command::words) out.write(collection.save());
    out.flush();
    if (!settings.quiet)
        for (const auto& warning : dictionaries.warnings()) print_message(message_line(warning));
    return failed ? 3 : 0;
}

}  // namespace

int run(const Settings& settings) {
    if (settings.help || settings.version) {
        print(settings.help ? help(settings.command) : version_line());
        return 0;
    }
    if (settings.command == Command::pipe) return run_pipe(settings);
    if (settings.command != Command::list) return process_inputs(settings);
    print(listed(settings.inputs));
    return 0;
}

}  // namespace broadsheet::app
