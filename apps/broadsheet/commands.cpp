#include "commands.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "arguments.hpp"
#include "batch.hpp"
#include "dictionaries.hpp"
#include "evaluation.hpp"
#include "help.hpp"
#include "inputs.hpp"
#include "issue.hpp"
#include "listed.hpp"
#include "margin.hpp"
#include "notes.hpp"
#include "options.hpp"
#include "output_file.hpp"
#include "picture_file.hpp"
#include "pipe.hpp"
#include "plan.hpp"
#include "progress.hpp"
#include "recognise.hpp"
#include "reports.hpp"
#include "signals.hpp"
#include "watch.hpp"
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
    // @param evaluation of the command eval
    Task(const Settings& settings, Watch& watch, const std::vector<Input>& inputs, std::vector<std::string> outputs,
         Collection& collection, Evaluation& evaluation, Recogniser& recogniser, const Reports& reports)
        : settings_(settings),
          watch_(watch),
          inputs_(inputs),
          outputs_(std::move(outputs)),
          collection_(collection),
          evaluation_(evaluation),
          recogniser_(recogniser),
          reports_(reports) {
        const auto all = writers();
        writer_ = &*std::find_if(all.begin(), all.end(), [&](const Writer& w) { return w.name == settings.write.to; });
    }

    [[nodiscard]] Result operator()(std::size_t index, Workplace& place) const {
        const Input& input = inputs_[index];
        Result result;
        if (!outputs_.empty() && outputs_[index].empty()) return result;  // gold that is there already
        try {
            if (input.error != 0) throw unread(input);
            const auto bytes =
                input.issue ? std::string_view() : place.buffer.read(input.path, settings_.process.read.max_bytes);
            result.bytes = bytes.size();
            work(index, bytes, result);
        } catch (const Stopped&) {
            fail(result, fmt::format("{}: not done within {} second{} (--timeout sets the limit)", input.path,
                                     settings_.timeout, settings_.timeout == 1 ? "" : "s"));
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
        result.fault = message;
        result.failed = true;
    }

    [[nodiscard]] bool scores() const {
        return settings_.command == Command::eval || settings_.command == Command::annotate;
    }

    // @param page the bytes of the page that the prediction was made of; empty: not at hand
    void judge(std::size_t index, const eval::Prediction& prediction, std::string_view page, Result& result) const {
        if (settings_.command == Command::eval)
            result.data = evaluation_.add(index, prediction, page, result.messages);
        else
            emit(index, annotated(prediction, inputs_[index].path, page, settings_), result);
    }

    void work(std::size_t index, std::string_view bytes, Result& result) const {
        if (scores() && settings_.plain) return judge(index, eval::read_plain(bytes), {}, result);
        const auto page_of = [&](const eval::Gold& gold) {
            auto page = annotated_page(gold, settings_);
            return page ? std::optional(std::move(page->page)) : std::nullopt;
        };
        if (scores() && settings_.process.read.from.empty() && is_json(bytes))
            return judge(index, eval::read_prediction(bytes, inputs_[index].path, page_of), {}, result);
        if (settings_.command == Command::words && Lexicon::is_saved(bytes))
            return collection_.add(Lexicon::load(bytes, inputs_[index].path));
        Options options = settings_.process;
        options.read.name = inputs_[index].path;
        const Watch::Turn turn(watch_);
        options.read.stop = options.repair.stop = options.segment.stop = turn.stop();
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
            if (scores())
                judge(index, eval::prediction_of(document, settings_.write.render),
                      is_picture || !document.files.empty() ? std::string_view() : bytes, result);
            else if (settings_.command == Command::explain)
                emit(index, settings_.margin ? margin(document) : explanation(document, settings_.only_line), result);
            else if (writer_->name == "html")
                emit(index, reports_.report(index, bytes, document, result), result);
            else if (writer_->has_folder && !outputs_.empty())
                write_folder(outputs_[index], document);
            else
                emit(index, write(document, settings_.write), result);
        }
        if (settings_.command != Command::explain)
            for (const Note& note : document.notes)
                if ((settings_.verbose && !reports_.shows(note)) ||
                    (note.severity == Severity::warning && !settings_.quiet))
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
    Watch& watch_;
    const std::vector<Input>& inputs_;
    std::vector<std::string> outputs_;  // empty: all goes to standard output
    Collection& collection_;
    Evaluation& evaluation_;
    Recogniser& recogniser_;
    const Reports& reports_;
    const Writer* writer_ = nullptr;
};

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

int process_inputs(Settings settings) {
    if (settings.command == Command::explain || writes_reports(settings))
        settings.process.repair.explain = settings.process.segment.explain = true;
    probe(settings);
    expect_no_misspelt_command(settings);
    GoldPairs pairs;
    if (settings.command == Command::eval)
        pairs = pair_with_gold(arguments_or_standard_input(settings), settings.issue, settings.process.read.max_bytes);
    const Inputs inputs = settings.command == Command::eval
                              ? Inputs{pairs.predicted, pairs.warnings}
                              : find_inputs(arguments_or_standard_input(settings), settings.output, settings.issue);
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
    const auto alone = pairs.alone;
    Evaluation evaluation(settings, std::move(pairs));
    const auto outputs = plan(settings, inputs.list);
    Reports reports(settings, inputs.list, outputs);
    Watch watch(settings.timeout);
    const Task task(settings, watch, inputs.list, outputs, collection, evaluation, recogniser, reports);
    StandardOutput out;
    Progress progress(inputs.list.size(), !settings.quiet);
    bool failed = !alone.empty();
    const auto kept = static_cast<std::size_t>(std::count(outputs.begin(), outputs.end(), std::string()));
    std::size_t lost = 0;
    for (const auto& gold : alone) progress.message(message_line(fmt::format("{}: nothing is predicted for it", gold)));
    const bool to_terminal = ::isatty(STDOUT_FILENO) != 0;
    run_batch(inputs.list.size(), jobs, std::ref(task), [&](const Result& result) {
        progress.message(result.messages);
        if (!result.data.empty()) {
            if (!out.empty()) out.write(between(settings));
            out.write(result.data);
            if (to_terminal) out.flush();
        }
        if (writes_reports(settings)) reports.add(result);
        failed = failed || result.failed;
        lost += result.failed;
        progress.advance(result.bytes);
    });
    if (settings.command == Command::words) out.write(collection.save());
    if (settings.command == Command::eval) out.write(evaluation.report());
    if (writes_reports(settings) && !outputs.empty()) reports.write_index();
    out.flush();
    if (kept != 0 && !settings.quiet)
        print_message(message_line(fmt::format("{}: {} {} there already, {} written", settings.output, kept,
                                               kept == 1 ? "is" : "are", outputs.size() - kept - lost)));
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
