#include "many.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "watch.hpp"

namespace broadsheet::python {

namespace {

class Many {
public:
    Many(const std::vector<std::string_view>& lines, std::uint64_t first, unsigned timeout, const PipeOptions& options)
        : lines_(lines), first_(first), options_(options), watch_(timeout), out_(lines.size()) {}

    ~Many() {
        stop();
        for (std::thread& thread : threads_) thread.join();
    }

    Many(const Many&) = delete;
    Many& operator=(const Many&) = delete;

    void start(unsigned threads) {
        threads_.reserve(threads);
        for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
    }

    std::vector<PipedRecord> finish(const std::function<void()>& pause) {
        std::unique_lock lock(mutex_);
        while (!is_done_.wait_for(lock, std::chrono::milliseconds(100), [this] { return ended_ == threads_.size(); })) {
            lock.unlock();
            pause();
            lock.lock();
        }
        if (failure_) std::rethrow_exception(failure_);
        return std::move(out_);
    }

private:
    void stop() {
        const std::lock_guard lock(mutex_);
        next_ = lines_.size();
    }

    std::size_t take() {
        const std::lock_guard lock(mutex_);
        return next_ < lines_.size() ? next_++ : lines_.size();
    }

    PipedRecord record(std::size_t i) {
        if (!watch_.is_on()) return pipe_record(lines_[i], first_ + i, options_);
        const app::Watch::Turn turn(watch_);
        PipeOptions options = options_;
        options.read.stop = options.repair.stop = options.segment.stop = turn.stop();
        return pipe_record(lines_[i], first_ + i, options);
    }

    void run() {
        try {
            for (auto i = take(); i < lines_.size(); i = take()) out_[i] = record(i);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            next_ = lines_.size();
        }
        const std::lock_guard lock(mutex_);
        ++ended_;
        is_done_.notify_one();
    }

    const std::vector<std::string_view>& lines_;
    const std::uint64_t first_;
    const PipeOptions& options_;
    app::Watch watch_;
    std::vector<PipedRecord> out_;
    std::mutex mutex_;
    std::condition_variable is_done_;
    std::size_t next_ = 0, ended_ = 0;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace

std::vector<PipedRecord> pipe_many(const std::vector<std::string_view>& lines, std::uint64_t first, unsigned threads,
                                   unsigned timeout, const PipeOptions& options, const std::function<void()>& pause) {
    if (lines.empty()) return {};
    Many many(lines, first, timeout, options);
    many.start(static_cast<unsigned>(std::clamp<std::size_t>(threads, 1, std::min<std::size_t>(lines.size(), 1024))));
    return many.finish(pause);
}

}  // namespace broadsheet::python
