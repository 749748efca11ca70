#include "pipeline.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace broadsheet::app {

namespace {

class Pipeline {
public:
    Pipeline(unsigned jobs, const NextBatch& next, const WorkOnBatch& work)
        : next_(next), work_(work), window_(std::size_t{4} * jobs), done_(window_) {
        threads_.reserve(jobs);
        for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
    }

    ~Pipeline() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        may_start_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }

    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    // The result of the next batch, in order; nothing behind the last one.
    std::optional<BatchResult> take() {
        std::unique_lock lock(mutex_);
        auto& place = done_[delivered_ % window_];
        is_done_.wait(lock, [&] { return place.has_value() || (ended_ && delivered_ == started_); });
        if (!place) return std::nullopt;
        Outcome outcome = *std::exchange(place, std::nullopt);
        ++delivered_;
        bytes_ -= outcome.result.size();
        lock.unlock();
        may_start_.notify_one();
        if (outcome.error) std::rethrow_exception(outcome.error);
        return std::move(outcome.result);
    }

private:
    struct Outcome {
        BatchResult result;
        std::exception_ptr error;
    };

    // Batches and results that are under way may hold this much; the one that all wait for may always be worked on.
    static constexpr std::size_t most_bytes = std::size_t{64} << 20U;

    bool may_read() const {
        return !reading_ && started_ < delivered_ + window_ && (bytes_ < most_bytes || started_ == delivered_);
    }

    void run() {
        while (true) {
            std::unique_lock lock(mutex_);
            may_start_.wait(lock, [this] { return ended_ || may_read(); });
            if (ended_) return;
            reading_ = true;
            lock.unlock();
            std::optional<LineBatch> batch;
            Outcome outcome;
            try {
                batch = next_();
            } catch (...) {
                outcome.error = std::current_exception();
            }
            lock.lock();
            reading_ = false;
            if (!batch) ended_ = true;
            if (!batch && !outcome.error) {
                lock.unlock();
                is_done_.notify_one();
                may_start_.notify_all();
                return;
            }
            const std::uint64_t index = started_++;
            const std::size_t size = batch ? batch->data.size() : 0;
            bytes_ += size;
            lock.unlock();
            may_start_.notify_one();
            if (batch) outcome = work_on(*std::move(batch));
            lock.lock();
            bytes_ += outcome.result.size();
            bytes_ -= size;
            done_[index % window_] = std::move(outcome);
            const bool is_next = index == delivered_;
            lock.unlock();
            if (is_next) is_done_.notify_one();
        }
    }

    Outcome work_on(LineBatch batch) const {
        Outcome out;
        try {
            out.result = work_(batch);
        } catch (...) {
            out.error = std::current_exception();
        }
        return out;
    }

    const NextBatch& next_;
    const WorkOnBatch& work_;
    const std::size_t window_;
    std::vector<std::optional<Outcome>> done_;  // a ring: batch i has place i % window_
    std::mutex mutex_;
    std::condition_variable may_start_, is_done_;
    std::uint64_t started_ = 0, delivered_ = 0;
    std::size_t bytes_ = 0;
    bool reading_ = false, ended_ = false;
    std::vector<std::thread> threads_;  // last: they use all of the above
};

}  // namespace

Tally& Tally::operator+=(const Tally& more) {
    records += more.records;
    articles += more.articles;
    empty += more.empty;
    errors += more.errors;
    bytes += more.bytes;
    return *this;
}

void run_pipeline(unsigned jobs, const NextBatch& next, const WorkOnBatch& work, const DeliverBatch& deliver) {
    if (jobs <= 1) {
        while (const auto batch = next()) deliver(work(*batch));
        return;
    }
    Pipeline pipeline(jobs, next, work);
    while (auto result = pipeline.take()) deliver(*std::move(result));
}

}  // namespace broadsheet::app
