#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>

namespace broadsheet::app {

namespace {

// Fixed memory that a signal handler may read. A slot is claimed, filled, then shown to the handler.
struct Slot {
    std::atomic<bool> claimed{false};
    std::atomic<bool> shown{false};
    std::array<char, PATH_MAX> path{};
};

std::array<Slot, 1100> slots;  // more than there can be threads
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void clean_up_and_end(int signal) {
    for (const Slot& slot : slots)
        if (slot.shown.load()) ::unlink(slot.path.data());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace

void install_signal_handlers() {
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        ::sigaction(signal, nullptr, &action);
        if (action.sa_handler == SIG_IGN) continue;  // nohup, or a job in the background
        action = {};
        action.sa_handler = clean_up_and_end;
        ::sigaction(signal, &action, nullptr);
    }
}

void open_standard_streams() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        // For reading only: to write to an output that was closed stays an error.
        if (::fcntl(number, F_GETFD) < 0) (void)::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

TemporaryFile::TemporaryFile(const std::string& path) : slot_(slots.size()) {
    if (path.size() >= PATH_MAX) return;  // it will not open either
    for (slot_ = 0; slot_ < slots.size(); ++slot_)
        if (!slots[slot_].claimed.exchange(true)) break;
    if (slot_ == slots.size()) return;
    std::memcpy(slots[slot_].path.data(), path.c_str(), path.size() + 1);
    slots[slot_].shown.store(true);
}

TemporaryFile::~TemporaryFile() {
    if (slot_ == slots.size()) return;
    slots[slot_].shown.store(false);
    ::unlink(slots[slot_].path.data());  // nothing is there any more when all went well
    slots[slot_].claimed.store(false);
}

}  // namespace broadsheet::app
