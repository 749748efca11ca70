// Reading and writing files, with plain calls of the system: a mapped file that shrinks would kill the program, and
// C++ streams tell little of what went wrong.
#pragma once

#include <broadsheet/error.hpp>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace broadsheet::app {

// "No such file or directory", the same in every locale.
[[nodiscard]] std::string system_message(int error);

// What is said of a file or folder that cannot be read, with errno.
[[nodiscard]] Error unreadable(const std::string& path, int error);

// Returns 0 or errno.
[[nodiscard]] int write_all(int descriptor, std::string_view text);

// Holds one file after another without giving back its memory.
class Buffer {
public:
    // Reads a file, or standard input for "-".
    // @throws broadsheet::Error (io, limit) that names the file
    [[nodiscard]] std::string_view read(const std::string& path, std::uint64_t max_bytes);

private:
    void grow(std::size_t least);

    std::unique_ptr<char[]> data_;
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
};

// The output cannot be written: that ends the run with exit code 1.
class OutputError : public std::runtime_error {
public:
    OutputError(const std::string& name, int error);
};

// Nobody reads standard output any more: that ends the run quietly.
class ClosedPipe : public std::exception {};

// Standard output, with a buffer. What has not been flushed is lost when it goes.
class StandardOutput {
public:
    void write(std::string_view text);
    void flush();
    [[nodiscard]] bool empty() const { return !any_; }  // nothing has been written yet

private:
    std::string buffer_;
    bool any_ = false;
};

// @throws OutputError
void make_folders(const std::string& path);

}  // namespace broadsheet::app
