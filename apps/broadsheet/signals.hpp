// What signals do to a run, and the files that must not stay behind.
#pragma once

#include <string>

namespace broadsheet::app {

// A closed pipe and a file that grows too large become errors of write().
void ignore_output_signals();

// SIGINT, SIGTERM and SIGHUP remove temporary files and then end the program as they always do. To be called before
// other threads are started.
void remove_temporary_files_on_signals();

// Opens the standard streams that the caller closed: else an input could become standard output.
void open_standard_streams();

// A file that is removed when this goes, unless it was renamed, and when a signal ends the program.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string path);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    // Creates the file and gives its descriptor, or -1 with errno set.
    [[nodiscard]] int create();
    // Gives it its final name; false with errno set if that does not work.
    [[nodiscard]] bool rename_to(const std::string& path);

private:
    std::string path_;
    bool exists_ = false;
};

}  // namespace broadsheet::app
