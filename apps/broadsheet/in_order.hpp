// Work in several threads, results in the order of the work: what runs over inputs and runs over lines share.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace broadsheet::app {

// The bytes that an item or a result holds, where it says so.
template <typename T>
std::size_t bytes_held(const T& value) {
    if constexpr (requires { value.held(); })
        return value.held();
    else
        return 0;
}

// Next gives an optional item, MakeWorker what makes a result of an item.
template <typename Next, typename MakeWorker>
class InOrder {
public:
    using Item = typename std::invoke_result_t<const Next&>::value_type;
    using Worker = std::invoke_result_t<const MakeWorker&>;
    using Result = std::invoke_result_t<Worker&, const Item&>;

    InOrder(unsigned jobs, std::size_t most_bytes, const Next& next, const MakeWorker& make_worker)
        : next_(next),
          make_worker_(make_worker),
          most_bytes_(most_bytes),
          window_(std::size_t{4} * jobs),
          done_(window_) {
        threads_.reserve(jobs);
        for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
    }

    ~InOrder() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        may_start_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;

    // The result of the next item, in order; nothing behind the last one.
    std::optional<Result> take() {
        std::unique_lock lock(mutex_);
        auto& place = done_[delivered_ % window_];
        is_done_.wait(lock, [&] { return place.has_value() || (ended_ && delivered_ == started_); });
        if (!place) return std::nullopt;
        Outcome outcome = *std::exchange(place, std::nullopt);
        ++delivered_;
        bytes_ -= bytes_held(outcome.result);
        lock.unlock();
        may_start_.notify_one();
        if (outcome.error) std::rethrow_exception(outcome.error);
        return std::move(outcome.result);
    }

private:
    struct Outcome {
        Result result;
        std::exception_ptr error;
    };

    // The one that all wait for may always be worked on.
    bool may_read() const {
        return !reading_ && started_ < delivered_ + window_ && (bytes_ < most_bytes_ || started_ == delivered_);
    }

    void run() {
        Worker worker = make_worker_();
        while (true) {
            std::unique_lock lock(mutex_);
            may_start_.wait(lock, [this] { return ended_ || may_read(); });
            if (ended_) return;
            reading_ = true;
            lock.unlock();
            std::optional<Item> item;
            Outcome outcome;
            try {
                item = next_();
            } catch (...) {
                outcome.error = std::current_exception();
            }
            lock.lock();
            reading_ = false;
            if (!item) ended_ = true;
            if (!item && !outcome.error) {
                lock.unlock();
                is_done_.notify_one();
                may_start_.notify_all();
                return;
            }
            const std::uint64_t index = started_++;
            const std::size_t size = item ? bytes_held(*item) : 0;
            bytes_ += size;
            lock.unlock();
            may_start_.notify_one();
            if (item) outcome = work_on(*item, worker);
            item.reset();
            lock.lock();
            bytes_ += bytes_held(outcome.result);
            bytes_ -= size;
            done_[index % window_] = std::move(outcome);
            const bool is_next = index == delivered_;
            lock.unlock();
            if (is_next) is_done_.notify_one();
        }
    }

    static Outcome work_on(const Item& item, Worker& worker) {
        Outcome out;
        try {
            out.result = worker(item);
        } catch (...) {
            out.error = std::current_exception();
        }
        return out;
    }

    const Next& next_;
    const MakeWorker& make_worker_;
    const std::size_t most_bytes_;
    const std::size_t window_;
    std::vector<std::optional<Outcome>> done_;  // a ring: item i has place i % window_
    std::mutex mutex_;
    std::condition_variable may_start_, is_done_;
    std::uint64_t started_ = 0, delivered_ = 0;
    std::size_t bytes_ = 0;
    bool reading_ = false, ended_ = false;
    std::vector<std::thread> threads_;  // last: they use all of the above
};

// Calls next() until it gives nothing, never twice at a time; make_worker() once in each of up to `jobs` threads, and
// what it made for each item; deliver() in the order of the items and in the calling thread, as soon as a result is
// ready. What is under way is bounded: four items for each job, and `most_bytes` held by items and results. Where
// deliver() is slow, next() is not called. An exception from any of them stops the work and is thrown on, after all
// that came before it has been delivered. make_worker() throws none.
template <typename Next, typename MakeWorker, typename Deliver>
void run_in_order(unsigned jobs, std::size_t most_bytes, const Next& next, const MakeWorker& make_worker,
                  const Deliver& deliver) {
    if (jobs <= 1) {
        auto worker = make_worker();
        while (const auto item = next()) deliver(worker(*item));
        return;
    }
    InOrder<Next, MakeWorker> work(jobs, most_bytes, next, make_worker);
    while (auto result = work.take()) deliver(*std::move(result));
}

}  // namespace broadsheet::app
