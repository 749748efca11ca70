#include "pipe.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <broadsheet/pipe.hpp>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "files.hpp"
#include "inputs.hpp"
#include "options.hpp"
#include "pipe_work.hpp"
#include "pipeline.hpp"
#include "progress.hpp"
#include "record_output.hpp"
#include "shards.hpp"
#include "signals.hpp"
#include "spare_inputs.hpp"

namespace broadsheet::app {

namespace {

std::vector<std::string> arguments_of(const Settings& settings) {
    const auto from_there = std::count(settings.inputs.begin(), settings.inputs.end(), "-") +
                            std::count(settings.words.begin(), settings.words.end(), "-");
    if (settings.inputs.empty()) {
        if (from_there > 0 || ::isatty(STDIN_FILENO) != 0) throw UsageError("no INPUT is given");
        return {"-"};
    }
    if (std::count(settings.inputs.begin(), settings.inputs.end(), "") > 0)
        throw UsageError("an INPUT is an empty string (give - for standard input)");
    if (from_there > 1) throw UsageError("standard input (-) can be read only once");
    return settings.inputs;
}

// Standard output and files beside it.
class Streams {
public:
    explicit Streams(const Settings& settings) : has_errors_(!settings.errors.empty()) {
        std::set<std::string> taken{settings.stats};
        const auto open = [&](const std::string& path, std::optional<RecordOutput>& file) {
            if (path.empty()) return;
            if (!taken.insert(path).second)
                throw UsageError(fmt::format("{} would be written twice (name a file of its own for each)", path));
            file.emplace(path);
        };
        open(settings.provenance, provenance_);
        open(settings.attributes, attributes_);
        open(settings.errors, errors_);
    }

    void write(const BatchResult& result) {
        if (!has_errors_) print_message(result.messages);
        out_.write(result.records);
        out_.flush();
        if (provenance_) provenance_->write(result.provenance);
        if (attributes_) attributes_->write(result.attributes);
        if (errors_) errors_->write(result.errors);
    }

    void publish() {
        for (auto* file : {&provenance_, &attributes_, &errors_}) {
            if (!*file) continue;
            (void)(*file)->finish();
            (*file)->publish();
        }
    }

private:
    bool has_errors_;
    StandardOutput out_;
    std::optional<RecordOutput> provenance_, attributes_, errors_;
};

struct StreamResult {
    Tally tally;
    bool failed = false;
};

StreamResult run_stream(const Settings& settings, const PipeOptions& options, const std::vector<Input>& inputs,
                        unsigned jobs) {
    StreamResult out;
    Watch watch(settings.timeout);
    Streams streams(settings);
    for (const Input& input : inputs) {
        std::atomic<bool> stop{false};
        try {
            if (input.error != 0) throw unread(input);
            PipeOptions of_input = options;
            of_input.read.name = input.path;
            RecordInput bytes(input.path, &stop);
            RecordLines lines(bytes, options.max_line_bytes);
            run_pipeline(
                jobs, [&] { return lines.next(); },
                [&](const LineBatch& batch) { return work_on_batch(batch, of_input, watch); },
                [&](BatchResult&& result) {
                    try {
                        streams.write(result);
                    } catch (...) {
                        stop = true;  // nobody wants what we may be waiting for
                        throw;
                    }
                    out.tally += result.tally;
                });
        } catch (const Error& error) {
            if (error.code() == Error::Code::option) throw;
            print_message(message_line(error.what()));
            out.failed = true;
        }
    }
    streams.publish();
    return out;
}

std::string stats_of(const Tally& tally) {
    return fmt::format(
        "{{\"schema\":\"broadsheet/stats/"
        "1\",\"records\":{},\"articles\":{},\"empty\":{},\"errors\":{},\"bytes\":{}}}\n",
        tally.records, tally.articles, tally.empty, tally.errors, tally.bytes);
}

std::string counted(std::uint64_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string summary_of(const Tally& tally) {
    std::string out = counted(tally.records, "record") + ": " + counted(tally.articles, "article");
    if (tally.empty != 0) out += fmt::format(", {} without text", tally.empty);
    if (tally.errors != 0) out += fmt::format(", {} bad", tally.errors);
    return out;
}

}  // namespace

int run_pipe(Settings given) {
    const Inputs inputs =
        find_records(arguments_of(given), {given.output, given.provenance, given.attributes, given.errors});
    spare_inputs(given, inputs.list);
    if (!given.quiet)
        for (const auto& warning : inputs.warnings) print_message(message_line(warning));
    const PipeWork work(std::move(given));
    const Settings& settings = work.settings();
    clean_up_on_signals();
    const unsigned jobs =
        std::min(settings.jobs != 0 ? settings.jobs : std::max(1U, std::thread::hardware_concurrency()), 1024U);

    // Opened first, as the other files are: that it cannot be written shall not be learned after hours.
    std::optional<RecordOutput> stats;
    if (!settings.stats.empty()) stats.emplace(settings.stats);
    Tally tally;
    bool failed = false;
    std::string summary;
    if (settings.output.empty()) {
        const StreamResult result = run_stream(settings, work.options(), inputs.list, jobs);
        tally = result.tally;
        failed = result.failed;
        summary = summary_of(tally);
    } else {
        const ShardsResult result = run_shards(settings, work.options(), work.digest(), inputs.list, jobs);
        tally = result.tally;
        failed = !result.failures.empty();
        summary = counted(result.shards, "shard");
        if (result.complete != 0) summary += fmt::format(" ({} complete before)", result.complete);
        summary += ", " + summary_of(tally);
    }
    if (stats) {
        stats->write(stats_of(tally));
        (void)stats->finish();
        stats->publish();
    }
    if (!settings.quiet) {
        for (const auto& warning : work.warnings()) print_message(message_line(warning));
        print_message(message_line(summary));
    }
    return failed || (tally.errors != 0 && !settings.exit_zero) ? 3 : 0;
}

}  // namespace broadsheet::app
