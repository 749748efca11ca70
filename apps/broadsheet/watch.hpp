// Stops work on an input that takes too long (--timeout).
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace broadsheet::app {

class Watch {
public:
    // @param seconds that each input may take; 0: as long as it wants
    explicit Watch(unsigned seconds);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    [[nodiscard]] bool is_on() const { return time_.count() > 0; }

    // The work on one input, from here to its end.
    class Turn {
    public:
        explicit Turn(Watch& watch);
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        [[nodiscard]] std::stop_token stop() const { return source_.get_token(); }

    private:
        Watch& watch_;
        std::stop_source source_;
        std::uint64_t number_ = 0;
    };

private:
    using Clock = std::chrono::steady_clock;
    struct Entry {
        Clock::time_point end;
        std::stop_source source;
    };
    void run();

    const std::chrono::seconds time_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, Entry> turns_;  // all have the same time, so the first ends first
    std::uint64_t begun_ = 0;
    bool over_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace broadsheet::app
