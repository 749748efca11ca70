// Ends a call that takes longer than its option "timeout" allows.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace broadsheet::c {

// A thread for the time of the call: none outlives it, so a process may fork whenever it likes.
class TimeLimit {
public:
    // @param time 0: none
    explicit TimeLimit(std::chrono::seconds time) : ask_to_stop_(std::nostopstate) {
        if (time.count() == 0) return;
        ask_to_stop_ = std::stop_source();
        thread_ = std::jthread([time, ask = ask_to_stop_](const std::stop_token& call_is_over) mutable {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any never;
            never.wait_for(lock, call_is_over, time, [] { return false; });
            if (!call_is_over.stop_requested()) ask.request_stop();
        });
    }

    [[nodiscard]] std::stop_token stop() const { return ask_to_stop_.get_token(); }

private:
    std::stop_source ask_to_stop_;
    std::jthread thread_;
};

}  // namespace broadsheet::c
