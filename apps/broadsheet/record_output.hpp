// A file of records in the making: written aside, packed as its name says, and given its name when it is whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::app {

// What a file became, as it is on disk.
struct WrittenBytes {
    std::uint64_t bytes = 0;
    std::string digest;  // that of broadsheet::describe()

    bool operator==(const WrittenBytes&) const = default;
};

// The same text gives the same bytes: no clock and no name stands in what is packed.
class RecordOutput {
public:
    // A path ending in .gz or .zst is packed.
    // @throws OutputError
    explicit RecordOutput(const std::string& path);
    ~RecordOutput();
    RecordOutput(const RecordOutput&) = delete;
    RecordOutput& operator=(const RecordOutput&) = delete;

    // @throws OutputError
    void write(std::string_view text);

    // The end of the text: all of it is on disk, under no name yet.
    // @throws OutputError
    WrittenBytes finish();

    // Gives the file its name; what was there is replaced in one step.
    // @throws OutputError
    void publish();

private:
    class File;
    class Packer;
    class Gzip;
    class Zstd;

    std::unique_ptr<File> file_;
    std::unique_ptr<Packer> packer_;  // none: as it is
};

}  // namespace broadsheet::app
