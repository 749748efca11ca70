// How every file of the output is written: aside, and given its name when it is whole. What must not be replaced is
// written in place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "descriptor.hpp"
#include "signals.hpp"

namespace broadsheet::app {

// Written in place are pipes and devices, our own descriptors (/dev/stdout, /dev/fd/63), and the file that standard
// output or standard error goes to: replaced, it would lose what these wrote. Links are followed, and stay. A file that
// is replaced gives its rights to the new one.
class OutputFile {
public:
    enum class Part : std::uint8_t {
        brief,   // written in one go: a run that is killed may leave it behind
        lasting  // on disk before it has its name, and locked until then, so that others can tell what was left behind
    };

    // Makes the folders on the way.
    // @throws OutputError
    OutputFile(std::string path, Part part);

    // @throws OutputError, ClosedPipe
    void write(std::string_view text);

    // All that was written is on disk, under no name yet.
    // @throws OutputError
    void sync();

    // Gives the file its name; what was there is replaced in one step.
    // @throws OutputError
    void publish();

private:
    [[noreturn]] void fail(int error) const;
    void open_descriptor(int number);
    void open_special();
    void open_aside();
    int create_aside(const std::string& folder);

    std::string path_;  // as messages name it
    std::string end_;   // where its links lead
    Part part_;
    bool is_ours_ = false;  // one of our own descriptors
    std::optional<TemporaryFile> aside_;
    Descriptor file_;
};

// @throws OutputError, ClosedPipe
void write_file(const std::string& path, std::string_view text);

// Removes from a folder the lasting parts that killed runs left behind, and leaves alone what others write now.
void remove_stale_parts(const std::string& folder);

}  // namespace broadsheet::app
