#include "batch.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace broadsheet::app {

namespace {

class Batch {
public:
    Batch(std::size_t count, unsigned jobs, const Work& work)
        : count_(count), work_(work), window_(std::size_t{4} * jobs), done_(window_) {
        threads_.reserve(jobs);
        for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
    }

    ~Batch() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        may_start_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    // The result of the next input, in order.
    Result next() {
        std::unique_lock lock(mutex_);
        auto& place = done_[delivered_ % window_];
        is_done_.wait(lock, [&] { return place.has_value(); });
        Outcome outcome = *std::exchange(place, std::nullopt);
        ++delivered_;
        waiting_bytes_ -= outcome.result.data.size();
        lock.unlock();
        may_start_.notify_all();
        if (outcome.error) std::rethrow_exception(outcome.error);
        return std::move(outcome.result);
    }

private:
    struct Outcome {
        Result result;
        std::exception_ptr error;
    };

    // Results that wait may hold this much; the one that all wait for may always be worked on.
    static constexpr std::size_t most_waiting_bytes = std::size_t{128} << 20U;

    bool may_start() const {
        return started_ < delivered_ + window_ && (waiting_bytes_ < most_waiting_bytes || started_ == delivered_);
    }

    void run() {
        Workplace place;
        while (true) {
            std::unique_lock lock(mutex_);
            may_start_.wait(lock, [this] { return stop_ || started_ == count_ || may_start(); });
            if (stop_ || started_ == count_) return;
            const std::size_t index = started_++;
            lock.unlock();
            Outcome outcome;
            try {
                outcome.result = work_(index, place);
            } catch (...) {
                outcome.error = std::current_exception();
            }
            lock.lock();
            waiting_bytes_ += outcome.result.data.size();
            done_[index % window_] = std::move(outcome);
            const bool is_next = index == delivered_;
            lock.unlock();
            if (is_next) is_done_.notify_one();
        }
    }

    const std::size_t count_;
    const Work& work_;
    const std::size_t window_;
    std::vector<std::optional<Outcome>> done_;  // a ring: input i has place i % window_
    std::mutex mutex_;
    std::condition_variable may_start_, is_done_;
    std::size_t started_ = 0, delivered_ = 0, waiting_bytes_ = 0;
    bool stop_ = false;
    std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace

void run_batch(std::size_t count, unsigned jobs, const Work& work, const Deliver& deliver) {
    if (jobs <= 1 || count <= 1) {
        Workplace place;
        for (std::size_t i = 0; i < count; ++i) deliver(work(i, place));
        return;
    }
    Batch batch(count, static_cast<unsigned>(std::min<std::size_t>(jobs, count)), work);
    for (std::size_t i = 0; i < count; ++i) deliver(batch.next());
}

}  // namespace broadsheet::app
