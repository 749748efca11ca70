// Other programs, run without a shell.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::app {

struct Program {
    std::vector<std::string> arguments;  // the first is its name, looked for in PATH
    std::string folder;                  // where it runs; empty: where we do
    std::chrono::seconds timeout{600};
    std::size_t most_output = std::size_t{1} << 30U;
};

struct Ran {
    enum class End : std::uint8_t {
        exited,
        killed,      // by a signal
        timed_out,   // and was killed
        wordy,       // wrote more than most_output, and was killed
        missing,     // there is no such program in PATH
        not_started  // the system refused
    };
    End end = End::not_started;
    int code = 0;  // exit code, signal, or errno
    std::string output;
    std::string errors;  // the beginning of what it wrote on standard error

    [[nodiscard]] bool succeeded() const { return end == End::exited && code == 0; }
};

// Runs a program to its end, with its messages in English and one thread, its standard input empty. It dies when we
// do, with all that it started.
[[nodiscard]] Ran run_program(const Program& program);

// Why it did not succeed: "tesseract failed: ...", for one line.
[[nodiscard]] std::string what_went_wrong(const Program& program, const Ran& ran);

}  // namespace broadsheet::app
