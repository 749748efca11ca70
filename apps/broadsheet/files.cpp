#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <broadsheet/error.hpp>
#include <cerrno>
#include <system_error>
#include <utility>

#include "descriptor.hpp"

namespace broadsheet::app {

namespace {

// What the user can do when a file cannot be read.
std::string_view remedy_for_reading(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ELOOP:
        case ENAMETOOLONG:
            return "check the name";
        case EACCES:
        case EPERM:
            return "check who may read it";
        case EISDIR:
            return "give the folder by its name";
        case EMFILE:
        case ENFILE:
            return "too many files are open: try fewer jobs";
        default:
            return {};
    }
}

std::string_view remedy_for_writing(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return " (make room and run again)";
        case EACCES:
        case EPERM:
        case EROFS:
            return " (check who may write there, or name another folder)";
        case EFBIG:
            return " (a limit on the size of files is set: see ulimit -f)";
        default:
            return {};
    }
}

[[noreturn]] void fail_to_read(const std::string& path, int error) { throw unreadable(path, error); }

}  // namespace

int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(descriptor, text.data(), text.size());
        if (n >= 0) {
            text.remove_prefix(static_cast<std::size_t>(n));
        } else if (errno == EAGAIN) {
            pollfd wait{descriptor, POLLOUT, 0};
            (void)::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

std::string system_message(int error) { return std::generic_category().message(error); }

void Buffer::grow(std::size_t least) {
    if (least <= capacity_) return;
    const std::size_t capacity = std::max(least, capacity_ + capacity_ / 2);
    auto data = std::make_unique_for_overwrite<char[]>(capacity);
    std::copy_n(data_.get(), size_, data.get());
    data_ = std::move(data);
    capacity_ = capacity;
}

std::string_view Buffer::read(const std::string& path, std::uint64_t max_bytes) {
    constexpr std::size_t chunk = 1U << 16U;
    const auto too_large = [&] {
        throw Error(Error::Code::limit, path, fmt::format("is larger than {} bytes", max_bytes),
                    "--max-bytes sets the limit");
    };
    Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0) fail_to_read(path, errno);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) fail_to_read(path, errno);
    if (S_ISDIR(info.st_mode)) fail_to_read(path, EISDIR);
    size_ = 0;
    std::size_t wanted = chunk;
    if (S_ISREG(info.st_mode)) {
        if (static_cast<std::uint64_t>(info.st_size) > max_bytes) too_large();
        wanted = static_cast<std::size_t>(info.st_size) + 1;  // one more, to see the end at once
    }
    while (true) {
        grow(size_ + wanted);
        const ssize_t n = ::read(file.get(), data_.get() + size_, capacity_ - size_);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) {
            pollfd wait{file.get(), POLLIN, 0};
            (void)::poll(&wait, 1, -1);
            continue;
        }
        if (n < 0) fail_to_read(path, errno);
        if (n == 0) break;
        size_ += static_cast<std::size_t>(n);
        if (size_ > max_bytes) too_large();
        wanted = capacity_ > size_ ? capacity_ - size_ : chunk;
    }
    return {data_.get(), size_};
}

Error unreadable(const std::string& path, int error) {
    return {Error::Code::io, path, "cannot be read: " + system_message(error), std::string(remedy_for_reading(error))};
}

OutputError::OutputError(const std::string& name, int error)
    : std::runtime_error(
          fmt::format("{}: cannot be written: {}{}", name, system_message(error), remedy_for_writing(error))) {}

void StandardOutput::write(std::string_view text) {
    constexpr std::size_t limit = 1U << 18U;
    if (text.empty()) return;
    any_ = true;
    buffer_ += text;
    if (buffer_.size() >= limit) flush();
}

void StandardOutput::flush() {
    const int error = write_all(STDOUT_FILENO, buffer_);
    buffer_.clear();
    if (error == EPIPE) throw ClosedPipe();
    if (error != 0) throw OutputError("standard output", error);
}

void make_folders(const std::string& path) {
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string part = path.substr(0, end);
        if (::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST) throw OutputError(part, errno);
        if (end == std::string::npos) break;
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) throw OutputError(path, errno);
    if (!S_ISDIR(info.st_mode)) throw OutputError(path, ENOTDIR);
}

}  // namespace broadsheet::app
