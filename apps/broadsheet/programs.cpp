#include "programs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "files.hpp"
#include "signals.hpp"

namespace broadsheet::app {

namespace {

using Clock = std::chrono::steady_clock;

// Empty if there is none.
std::string find_in_path(const std::string& name) {
    const char* given = std::getenv("PATH");
    std::string_view path = given != nullptr ? given : "/usr/local/bin:/usr/bin:/bin";
    while (!path.empty()) {
        const auto folder = path.substr(0, path.find(':'));
        path.remove_prefix(std::min(path.size(), folder.size() + 1));
        if (!folder.starts_with('/')) continue;  // it runs in another folder
        std::string file = std::string(folder) + "/" + name;
        struct stat info {};
        if (::stat(file.c_str(), &info) == 0 && S_ISREG(info.st_mode) && ::access(file.c_str(), X_OK) == 0) return file;
    }
    return {};
}

class Pipe {
public:
    Pipe() { open_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] int from() const { return ends_[0]; }
    [[nodiscard]] int to() const { return ends_[1]; }
    void close(std::size_t end) {
        if (open_ && ends_[end] >= 0) ::close(std::exchange(ends_[end], -1));
    }

private:
    std::array<int, 2> ends_{-1, -1};
    bool open_ = false;
};

std::vector<std::string> environment() {
    std::vector<std::string> out;
    for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
        const std::string_view one = *at;
        if (!one.starts_with("LC_ALL=") && !one.starts_with("OMP_THREAD_LIMIT=")) out.emplace_back(one);
    }
    out.emplace_back("LC_ALL=C");
    out.emplace_back("OMP_THREAD_LIMIT=1");  // -j says how much is done at a time
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    out.reserve(strings.size() + 1);
    for (std::string& one : strings) out.push_back(one.data());
    out.push_back(nullptr);
    return out;
}

// All that the child needs is made before the fork: behind it, nothing may take memory or a lock.
struct Start {
    std::string file;
    std::vector<char*> arguments, environment;
    const char* folder = nullptr;
    int nothing = -1;  // /dev/null
    int output = -1, errors = -1, failure = -1;
};

[[noreturn]] void become(const Start& start, pid_t parent) {
    ::setpgid(0, 0);
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);
#endif
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_DFL);
    sigset_t no_signals;
    sigemptyset(&no_signals);
    ::sigprocmask(SIG_SETMASK, &no_signals, nullptr);
    const bool ready = (start.folder == nullptr || ::chdir(start.folder) == 0) &&
                       ::dup2(start.nothing, STDIN_FILENO) >= 0 && ::dup2(start.output, STDOUT_FILENO) >= 0 &&
                       ::dup2(start.errors, STDERR_FILENO) >= 0;
    if (ready) ::execve(start.file.c_str(), start.arguments.data(), start.environment.data());
    const int error = errno;
    (void)!::write(start.failure, &error, sizeof error);
    ::_exit(127);
}

// Takes what is there; false at the end. What is too much is read and forgotten.
bool take(int from, std::string& into, std::size_t most, bool& too_much) {
    std::array<char, 1U << 16U> chunk;
    const ssize_t n = ::read(from, chunk.data(), chunk.size());
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    if (n == 0) return false;
    const auto size = static_cast<std::size_t>(n);
    const std::size_t room = most - std::min(most, into.size());
    into.append(chunk.data(), std::min(size, room));
    too_much = size > room;
    return true;
}

int milliseconds_until(Clock::time_point when) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(when - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 1000));
}

// Reads both pipes until the program closes them, and waits for its end.
void follow(Child& child, Pipe& output, Pipe& errors, const Program& program, Ran& ran) {
    constexpr std::size_t most_errors = std::size_t{1} << 14U;
    const auto deadline = Clock::now() + program.timeout;
    const auto stop = [&](Ran::End end) {
        child.kill();
        ran.end = end;
    };
    std::array<pollfd, 2> open{pollfd{output.from(), POLLIN, 0}, pollfd{errors.from(), POLLIN, 0}};
    bool stopped = false;
    std::optional<int> status;
    while (!stopped) {
        const bool closed = open[0].fd < 0 && open[1].fd < 0;
        if (closed && (status = child.ended())) break;
        if (Clock::now() >= deadline) {
            stop(Ran::End::timed_out);
            stopped = true;
        } else if (closed) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        } else if (::poll(open.data(), open.size(), milliseconds_until(deadline)) > 0) {
            bool wordy = false, ignored = false;
            if (open[0].revents != 0 && !take(open[0].fd, ran.output, program.most_output, wordy)) open[0].fd = -1;
            if (open[1].revents != 0 && !take(open[1].fd, ran.errors, most_errors, ignored)) open[1].fd = -1;
            if (wordy) {
                stop(Ran::End::wordy);
                stopped = true;
            }
        }
    }
    if (stopped) {
        child.wait();
        return;
    }
    ran.end = WIFEXITED(*status) ? Ran::End::exited : Ran::End::killed;
    ran.code = WIFEXITED(*status) ? WEXITSTATUS(*status) : WTERMSIG(*status);
}

// The first line that says something.
std::string first_line(std::string_view text) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        if (!line.empty()) return std::string(line.substr(0, 200));
    }
    return {};
}

}  // namespace

Ran run_program(const Program& program) {
    Ran ran;
    Start start;
    start.file = find_in_path(program.arguments.front());
    if (start.file.empty()) {
        ran.end = Ran::End::missing;
        return ran;
    }
    std::vector<std::string> arguments = program.arguments, variables = environment();
    start.arguments = pointers(arguments);
    start.environment = pointers(variables);
    if (!program.folder.empty()) start.folder = program.folder.c_str();
    Pipe output, errors, failure;
    start.nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    start.output = output.to();
    start.errors = errors.to();
    start.failure = failure.to();
    const bool open = output.is_open() && errors.is_open() && failure.is_open() && start.nothing >= 0;
    const pid_t parent = ::getpid();
    std::optional<Child> child;
    if (open) child.emplace([&] { become(start, parent); });
    if (!child || !child->started()) ran.code = errno;
    if (start.nothing >= 0) ::close(start.nothing);
    if (!child || !child->started()) return ran;
    for (Pipe* pipe : {&output, &errors, &failure}) pipe->close(1);
    if (::read(failure.from(), &ran.code, sizeof ran.code) == static_cast<ssize_t>(sizeof ran.code)) {
        child->wait();
        return ran;
    }
    ran.code = 0;
    follow(*child, output, errors, program, ran);
    return ran;
}

std::string what_went_wrong(const Program& program, const Ran& ran) {
    const std::string& name = program.arguments.front();
    const std::string said = first_line(ran.errors);
    switch (ran.end) {
        case Ran::End::exited:
            return fmt::format("{} failed: {}", name, said.empty() ? fmt::format("exit code {}", ran.code) : said);
        case Ran::End::killed:
            return fmt::format("{} was ended by signal {}{}", name, ran.code, said.empty() ? "" : " (" + said + ")");
        case Ran::End::timed_out:
            return fmt::format("{} was stopped after {} seconds", name, program.timeout.count());
        case Ran::End::wordy:
            return fmt::format("{} was stopped: its output is longer than {} bytes", name, program.most_output);
        case Ran::End::missing:
            return fmt::format("{} is not installed", name);
        case Ran::End::not_started:
            break;
    }
    return fmt::format("{} could not be started: {}", name, system_message(ran.code));
}

}  // namespace broadsheet::app
