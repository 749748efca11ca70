#include "signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace broadsheet::app {

namespace {

// The temporary files there are. Never destroyed: the thread that waits for signals outlives main().
struct Register {
    std::mutex mutex;
    std::set<std::string> files;
};

Register& temporary_files() {
    static auto* const out = new Register;
    return *out;
}

[[noreturn]] void clean_up_and_end(int signal) {
    // Kept locked: no thread makes a new file, or complains that its file is gone, before the program ends.
    Register& files = temporary_files();
    files.mutex.lock();
    for (const std::string& path : files.files) ::unlink(path.c_str());
    std::signal(signal, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
    std::raise(signal);
    ::_exit(1);
}

}  // namespace

void ignore_output_signals() {
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
}

void remove_temporary_files_on_signals() {
    sigset_t waited;
    sigemptyset(&waited);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        ::sigaction(signal, nullptr, &action);
        // Ignored already: nohup, or a job in the background.
        if (action.sa_handler != SIG_IGN) sigaddset(&waited, signal);
    }
    // A thread of its own, since a signal handler could not wait for one that is just making a file.
    ::pthread_sigmask(SIG_BLOCK, &waited, nullptr);
    std::thread([waited] {
        int signal = 0;
        if (::sigwait(&waited, &signal) == 0) clean_up_and_end(signal);
    }).detach();
}

void open_standard_streams() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        // For reading only: to write to an output that was closed stays an error.
        if (::fcntl(number, F_GETFD) < 0) (void)::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY);
}

TemporaryFile::TemporaryFile(std::string path) : path_(std::move(path)) {}

int TemporaryFile::create() {
    const std::lock_guard lock(temporary_files().mutex);
    const int out = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    exists_ = out >= 0;
    if (exists_) temporary_files().files.insert(path_);
    return out;
}

bool TemporaryFile::rename_to(const std::string& path) {
    if (std::rename(path_.c_str(), path.c_str()) != 0) return false;
    exists_ = false;
    const std::lock_guard lock(temporary_files().mutex);
    temporary_files().files.erase(path_);
    return true;
}

TemporaryFile::~TemporaryFile() {
    if (!exists_) return;
    const std::lock_guard lock(temporary_files().mutex);
    ::unlink(path_.c_str());
    temporary_files().files.erase(path_);
}

}  // namespace broadsheet::app
