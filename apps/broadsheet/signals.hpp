// What signals do to a run, and the files that must not stay behind.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

namespace broadsheet::app {

// A closed pipe and a file that grows too large become errors of write().
void ignore_output_signals();

// SIGINT, SIGTERM and SIGHUP end the programs that were started, remove temporary files, and then end this program as
// they always do. To be called before other threads are started.
void clean_up_on_signals();

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

// A new folder, removed with all that is in it when this goes, and when a signal ends the program.
class TemporaryFolder {
public:
    // @throws std::system_error
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

// A process that was forked and leads a group of its own. It does not outlive us, and leaves no zombie.
class Child {
public:
    // @param become what it does; never returns, takes no memory and no lock
    explicit Child(const std::function<void()>& become);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool started() const { return group_ > 0; }  // else errno says why not
    // The status of waitpid(), once it has ended.
    [[nodiscard]] std::optional<int> ended();
    // Ends the whole group.
    void kill() const;
    void wait();

private:
    pid_t group_ = -1;
    bool runs_ = false;
};

}  // namespace broadsheet::app
