#include "shards.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <broadsheet/version.hpp>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "batch.hpp"
#include "completion.hpp"
#include "descriptor.hpp"
#include "folder.hpp"
#include "options.hpp"
#include "output.hpp"
#include "output_file.hpp"
#include "progress.hpp"
#include "running_digest.hpp"

namespace broadsheet::app {

namespace {

// The streams of a shard; each is a file at the shard's relative path below a folder of its own.
struct Stream {
    std::string_view kind;
    const std::string Settings::*folder;
    std::string BatchResult::*text;
};

constexpr std::array streams{Stream{"records", &Settings::output, &BatchResult::records},
                             Stream{"provenance", &Settings::provenance, &BatchResult::provenance},
                             Stream{"attributes", &Settings::attributes, &BatchResult::attributes},
                             Stream{"errors", &Settings::errors, &BatchResult::errors}};

struct Shard {
    Input input;
    std::array<std::string, streams.size()> paths;  // empty: not wanted
    std::string marker;                             // empty, as the paths are: known not to be readable
};

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::vector<Shard> plan(const Settings& settings, const std::vector<Input>& inputs) {
    std::vector<Shard> out;
    std::vector<std::string> paths;
    std::set<std::string> taken;
    for (const Input& input : inputs) {
        if (input.error != 0) {  // it comes to nothing, and has no place
            out.push_back({input, {}, {}});
            continue;
        }
        Shard shard{input, {}, below(below(settings.output, "completions"), input.relative + ".done")};
        for (std::size_t i = 0; i < streams.size(); ++i) {
            const std::string& folder = settings.*streams[i].folder;
            if (folder.empty()) continue;
            shard.paths[i] = below(folder, input.relative);
            if (!taken.insert(shard.paths[i]).second)
                throw UsageError(
                    fmt::format("{} would be written twice (name each input once, and a folder of its own for each of "
                                "--output, --provenance, --attributes and --errors)",
                                shard.paths[i]));
            paths.push_back(shard.paths[i]);
        }
        paths.push_back(shard.marker);
        out.push_back(std::move(shard));
    }
    if (const auto path = overwritten_input(paths, inputs); !path.empty())
        throw UsageError(fmt::format("{} is an input and might be written over (name another folder)", path));
    return out;
}

struct FileFacts {
    std::uint64_t bytes;
    timespec changed;
};

std::optional<FileFacts> facts_of(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    return FileFacts{static_cast<std::uint64_t>(info.st_size), info.st_mtim};
}

std::optional<std::string> digest_of(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::vector<char> data(std::size_t{1} << 18);
    RunningDigest digest;
    while (true) {
        const ssize_t n = ::read(file.get(), data.data(), data.size());
        if (n < 0) return std::nullopt;
        if (n == 0) return digest.value();
        digest.add(data.data(), static_cast<std::size_t>(n));
    }
}

bool is_newer(const timespec& a, const timespec& b) {
    return std::pair(a.tv_sec, a.tv_nsec) >= std::pair(b.tv_sec, b.tv_nsec);
}

class ShardRun {
public:
    ShardRun(const Settings& settings, const PipeOptions& options, const std::string& options_digest,
             std::vector<Shard> shards, unsigned jobs)
        : settings_(settings),
          options_(options),
          options_digest_(options_digest),
          shards_(std::move(shards)),
          at_a_time_(static_cast<unsigned>(std::clamp<std::size_t>(shards_.size(), 1, jobs))),
          jobs_of_each_(jobs / at_a_time_),
          watch_(settings.timeout),
          progress_(shards_.size(), !settings.quiet) {}

    ShardsResult run() {
        std::set<std::string> folders;
        for (const Shard& shard : shards_) {
            if (!shard.marker.empty()) folders.insert(folder_of(shard.marker));
            for (const std::string& path : shard.paths)
                if (!path.empty()) folders.insert(folder_of(path));
        }
        for (const std::string& folder : folders) remove_stale_parts(folder);
        result_.shards = shards_.size();
        run_batch(
            shards_.size(), at_a_time_, [this](std::size_t index, Workplace&) { return work(shards_[index]); },
            [this](const Result& result) {
                const std::lock_guard lock(mutex_);
                progress_.message(result.messages);
                progress_.advance(result.bytes);
            });
        return result_;
    }

private:
    Result work(const Shard& shard) {
        Result out;
        try {
            if (shard.input.error != 0) throw unread(shard.input);
            std::optional<Completion> done = completion_of(shard);
            const bool was_done = done.has_value();
            if (!done) done = make(shard);
            out.bytes = done->input.bytes;
            const std::lock_guard lock(mutex_);
            result_.tally += done->tally;
            result_.complete += was_done ? 1 : 0;
        } catch (const Error& error) {
            if (error.code() == Error::Code::option) throw;
            out.failed = true;
            out.messages = message_line(error.what());
            const std::lock_guard lock(mutex_);
            result_.failures.emplace_back(error.what());
        }
        return out;
    }

    // The marker of a shard that needs no more work.
    std::optional<Completion> completion_of(const Shard& shard) const {
        const auto marker = facts_of(shard.marker);
        const auto input = facts_of(shard.input.path);
        if (!marker || !input) return std::nullopt;
        Buffer buffer;
        auto out = read_completion(buffer.read(shard.marker, std::uint64_t{1} << 20U));
        if (!out || out->version != version || out->options != options_digest_) return std::nullopt;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            const auto listed = out->files.find(std::string(streams[i].kind));
            if (shard.paths[i].empty()) continue;
            const auto file = facts_of(shard.paths[i]);
            if (listed == out->files.end() || !file || file->bytes != listed->second.bytes) return std::nullopt;
        }
        if (input->bytes != out->input.bytes) return std::nullopt;
        // Touched since, which copies are too: only its bytes can tell whether it is another.
        if (is_newer(input->changed, marker->changed) && digest_of(shard.input.path) != out->input.digest)
            return std::nullopt;
        return out;
    }

    Completion make(const Shard& shard) {
        PipeOptions options = options_;
        options.read.name = shard.input.relative;  // the same on every machine
        RecordInput input(shard.input.path);
        RecordLines lines(input, options.max_line_bytes);
        std::array<std::optional<RecordOutput>, streams.size()> files;
        for (std::size_t i = 0; i < streams.size(); ++i)
            if (!shard.paths[i].empty()) files[i].emplace(shard.paths[i]);
        Completion out{shard.input.relative, std::string(version), options_digest_, {}, {}, {}};
        run_pipeline(
            jobs_of_each_, [&] { return lines.next(); },
            [&](const LineBatch& batch) { return work_on_batch(batch, options, watch_); },
            [&](BatchResult&& result) {
                for (std::size_t i = 0; i < streams.size(); ++i)
                    if (files[i]) files[i]->write(result.*streams[i].text);
                out.tally += result.tally;
                if (settings_.errors.empty()) say(result.messages);
            });
        out.input = {input.bytes(), input.digest()};
        for (std::size_t i = 0; i < streams.size(); ++i)
            if (files[i]) out.files[std::string(streams[i].kind)] = files[i]->finish();
        // From here until the new marker stands the shard is done by nobody's account.
        (void)::unlink(shard.marker.c_str());
        for (auto& file : files)
            if (file) file->publish();
        RecordOutput marker(shard.marker);
        marker.write(write_completion(out));
        (void)marker.finish();
        marker.publish();
        return out;
    }

    void say(const std::string& messages) {
        const std::lock_guard lock(mutex_);
        progress_.message(messages);
    }

    const Settings& settings_;
    const PipeOptions& options_;
    const std::string& options_digest_;
    const std::vector<Shard> shards_;
    const unsigned at_a_time_, jobs_of_each_;
    Watch watch_;
    std::mutex mutex_;  // of what follows
    Progress progress_;
    ShardsResult result_;
};

}  // namespace

BatchResult work_on_batch(const LineBatch& batch, const PipeOptions& with, Watch& watch) {
    BatchResult out;
    PipeOptions options = with;
    for (const RecordLine& line : batch.lines) {
        const auto text = batch.text(line);
        out.tally.bytes += line.too_long != 0 ? line.too_long : text.size();
        const Watch::Turn turn(watch);
        options.read.stop = options.repair.stop = options.segment.stop = turn.stop();
        PipedRecord made = line.too_long != 0 ? pipe_too_long(line.too_long, line.number, options)
                                              : pipe_record(text, line.number, options);
        if (!made.error.empty()) {
            ++out.tally.errors;
            out.messages += message_line(made.message);
        } else if (made.articles == 0) {
            if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;  // a blank line
            ++out.tally.empty;
        }
        ++out.tally.records;
        out.tally.articles += made.articles;
        out.records += made.records;
        out.provenance += made.provenance;
        out.attributes += made.attributes;
        out.errors += made.error;
    }
    return out;
}

ShardsResult run_shards(const Settings& settings, const PipeOptions& options, const std::string& options_digest,
                        const std::vector<Input>& inputs, unsigned jobs) {
    std::vector<Shard> all = plan(settings, inputs), mine;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i % settings.shards == settings.shard) mine.push_back(std::move(all[i]));
    make_folders(settings.output);
    return ShardRun(settings, options, options_digest, std::move(mine), jobs).run();
}

}  // namespace broadsheet::app
