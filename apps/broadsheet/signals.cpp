#include "signals.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace broadsheet::app {

namespace {

// What must not stay behind. Never destroyed: the thread that waits for signals outlives main().
struct Register {
    std::mutex mutex;
    std::set<std::string> files, folders;
    std::set<pid_t> programs;
};

Register& left_behind() {
    static auto* const out = new Register;
    return *out;
}

[[noreturn]] void clean_up_and_end(int signal) {
    // Kept locked: no thread makes a new file, or complains that its file is gone, before the program ends.
    Register& left = left_behind();
    left.mutex.lock();
    for (const pid_t program : left.programs) ::kill(-program, SIGKILL);
    for (const pid_t program : left.programs) (void)::waitpid(program, nullptr, 0);
    for (const std::string& path : left.files) ::unlink(path.c_str());
    std::error_code ignored;
    for (const std::string& path : left.folders) std::filesystem::remove_all(path, ignored);
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

void clean_up_on_signals() {
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
    const std::lock_guard lock(left_behind().mutex);
    const int out = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    exists_ = out >= 0;
    if (exists_) left_behind().files.insert(path_);
    return out;
}

bool TemporaryFile::rename_to(const std::string& path) {
    if (std::rename(path_.c_str(), path.c_str()) != 0) return false;
    exists_ = false;
    const std::lock_guard lock(left_behind().mutex);
    left_behind().files.erase(path_);
    return true;
}

TemporaryFile::~TemporaryFile() {
    if (!exists_) return;
    const std::lock_guard lock(left_behind().mutex);
    ::unlink(path_.c_str());
    left_behind().files.erase(path_);
}

TemporaryFolder::TemporaryFolder() {
    const char* given = std::getenv("TMPDIR");
    path_ = std::string(given != nullptr && *given == '/' ? given : "/tmp") + "/broadsheet-XXXXXX";
    const std::lock_guard lock(left_behind().mutex);
    if (::mkdtemp(path_.data()) == nullptr) throw std::system_error(errno, std::generic_category(), path_);
    left_behind().folders.insert(path_);
}

TemporaryFolder::~TemporaryFolder() {
    const std::lock_guard lock(left_behind().mutex);
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    left_behind().folders.erase(path_);
}

Child::Child(const std::function<void()>& become) {
    const std::lock_guard lock(left_behind().mutex);  // no signal comes between the two
    group_ = ::fork();
    if (group_ == 0) {
        become();
        ::_exit(127);
    }
    if (group_ < 0) return;
    ::setpgid(group_, group_);  // both do it: whoever is first
    runs_ = true;
    left_behind().programs.insert(group_);
}

std::optional<int> Child::ended() {
    const std::lock_guard lock(left_behind().mutex);
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(group_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0)
        return std::nullopt;
    // What it left behind ends too; while it is not waited for, the number of its group is nobody else's.
    ::kill(-group_, SIGKILL);
    int status = 0;
    while (::waitpid(group_, &status, 0) < 0 && errno == EINTR) {
    }
    left_behind().programs.erase(group_);
    runs_ = false;
    return status;
}

void Child::kill() const { ::kill(-group_, SIGKILL); }

void Child::wait() {
    while (!ended()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

Child::~Child() {
    if (!runs_) return;
    kill();
    wait();
}

}  // namespace broadsheet::app
