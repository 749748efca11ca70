// What signals do to a run, and the files that must not stay behind.
#pragma once

#include <string>

namespace broadsheet::app {

// SIGINT, SIGTERM and SIGHUP remove temporary files and end the program as they always do; a closed pipe and a file
// that grows too large become errors of write().
void install_signal_handlers();

// Opens the standard streams that the caller closed: else an input could become standard output.
void open_standard_streams();

// A file that is removed when this goes, or when a signal ends the program. One at a time in each thread.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& path);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

private:
    std::size_t slot_;
};

}  // namespace broadsheet::app
