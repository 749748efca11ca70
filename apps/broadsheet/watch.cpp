#include "watch.hpp"

namespace broadsheet::app {

Watch::Watch(unsigned seconds) : time_(seconds) {
    if (is_on()) thread_ = std::thread([this] { run(); });
}

Watch::~Watch() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Watch::run() {
    std::unique_lock lock(mutex_);
    while (!over_) {
        if (turns_.empty()) {
            changed_.wait(lock);
            continue;
        }
        auto& [end, source] = turns_.begin()->second;
        if (Clock::now() < end) {
            const auto until = end;  // the turn may be over while we wait
            changed_.wait_until(lock, until);
            continue;
        }
        source.request_stop();
        turns_.erase(turns_.begin());
    }
}

Watch::Turn::Turn(Watch& watch) : watch_(watch), source_(std::nostopstate) {
    if (!watch_.is_on()) return;
    source_ = std::stop_source();
    const std::lock_guard lock(watch_.mutex_);
    number_ = ++watch_.begun_;
    watch_.turns_.emplace(number_, Entry{Clock::now() + watch_.time_, source_});
    if (watch_.turns_.size() == 1) watch_.changed_.notify_one();
}

Watch::Turn::~Turn() {
    if (!watch_.is_on()) return;
    const std::lock_guard lock(watch_.mutex_);
    watch_.turns_.erase(number_);
}

}  // namespace broadsheet::app
