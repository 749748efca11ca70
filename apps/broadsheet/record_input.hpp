// The bytes of a file of records, or of standard input, one chunk after another; gzip and zstd are unpacked.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace broadsheet::app {

// What a stream was packed with is told by its first bytes, whatever its name.
class RecordInput {
public:
    // @param path "-" is standard input
    // @param stop ends a wait for more of standard input, as if that had ended; may be null
    // @throws broadsheet::Error (io)
    explicit RecordInput(const std::string& path, const std::atomic<bool>* stop = nullptr);
    ~RecordInput();
    RecordInput(const RecordInput&) = delete;
    RecordInput& operator=(const RecordInput&) = delete;

    // Fills `size` bytes, fewer only where no more can be had at once; 0 at the end.
    // @throws broadsheet::Error (io, format) for what cannot be read or is damaged or cut off
    [[nodiscard]] std::size_t read(char* to, std::size_t size);

    // What has been read, as it is on disk. The digest is that of broadsheet::describe().
    [[nodiscard]] std::uint64_t bytes() const;
    [[nodiscard]] std::string digest() const;

private:
    class File;
    class Unpacker;
    class Gzip;
    class Zstd;

    std::unique_ptr<File> file_;
    std::unique_ptr<Unpacker> unpacker_;  // none: the file is as it is
};

}  // namespace broadsheet::app
