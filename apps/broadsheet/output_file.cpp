#include "output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <utility>

#include "file_identity.hpp"
#include "files.hpp"
#include "folder.hpp"

namespace broadsheet::app {

namespace {

constexpr std::string_view lasting_prefix = ".broadsheet-shard-", part_ending = ".part";

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// /dev/fd/63 is 63; -1: a path like any other.
int descriptor_in(std::string_view path) {
    for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
        if (!path.starts_with(folder)) continue;
        int out = -1;
        const auto number = path.substr(folder.size());
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), out);
        if (error == std::errc() && end == number.data() + number.size()) return out;
    }
    return -1;
}

// Where links lead, though nothing may be there yet; a descriptor (/dev/stdout is a link to one) is an end.
// Empty: they lead nowhere.
std::string end_of(std::string path) {
    constexpr int most_links = 40;  // as the system has it
    for (int i = 0; i < most_links; ++i) {
        if (descriptor_in(path) >= 0) return path;
        std::array<char, PATH_MAX> text{};
        const ssize_t size = ::readlink(path.c_str(), text.data(), text.size());
        if (size < 0) return path;
        const std::string_view to(text.data(), static_cast<std::size_t>(size));
        path = to.starts_with('/') ? std::string(to) : below(folder_of(path), to);
    }
    return {};
}

// Of our own streams, where that is a file. -1 where it is neither.
int stream_of(const std::string& path) {
    if (const auto identity = identity_of(path))
        for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
            if (identity_of(stream) == identity) return stream;
    return -1;
}

// What is written in place keeps owner, group and rights, so what takes its place has them, too, as far as that is
// allowed. Who may not give it to the group must not open it to another one.
void take_rights(int number, const struct stat& before) {
    mode_t mode = before.st_mode & 0777U;
    if (::fchown(number, before.st_uid, before.st_gid) != 0 &&
        ::fchown(number, static_cast<uid_t>(-1), before.st_gid) != 0)
        mode &= ~mode_t{070} | ((mode & 07U) << 3U);
    (void)::fchmod(number, mode);
}

}  // namespace

OutputFile::OutputFile(std::string path, Part part) : path_(std::move(path)), end_(end_of(path_)), part_(part) {
    if (end_.empty()) fail(ELOOP);
    struct stat info {};
    const bool is_there = ::stat(path_.c_str(), &info) == 0;
    if (is_there && S_ISDIR(info.st_mode)) fail(EISDIR);
    if (const int number = descriptor_in(end_); number >= 0)
        open_descriptor(number);
    else if (const int stream = stream_of(path_); stream >= 0)
        open_descriptor(stream);
    else if (is_there && !S_ISREG(info.st_mode))
        open_special();
    else
        open_aside();
}

void OutputFile::fail(int error) const {
    // Whoever reads our own output has enough. A pipe that was named as a file has lost what it was to get.
    if (error == EPIPE && is_ours_) throw ClosedPipe();
    throw OutputError(path_, error);
}

void OutputFile::open_descriptor(int number) {
    is_ours_ = true;
    file_ = Descriptor(::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (file_.get() < 0) fail(errno);
}

void OutputFile::open_special() {
    file_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file_.get() < 0) fail(errno);
}

int OutputFile::create_aside(const std::string& folder) {
    static std::atomic<unsigned> counter{0};
    const std::string_view prefix = part_ == Part::lasting ? lasting_prefix : ".broadsheet-";
    aside_.emplace(fmt::format("{}/{}{}-{}{}", folder, prefix, ::getpid(), counter++, part_ending));
    int number = aside_->create();
    if (number < 0 && errno == ENOENT) {
        make_folders(folder);
        number = aside_->create();
    }
    return number;
}

void OutputFile::open_aside() {
    struct stat before {};
    const bool is_there = ::stat(end_.c_str(), &before) == 0;
    if (is_there && ::faccessat(AT_FDCWD, end_.c_str(), W_OK, AT_EACCESS) != 0) fail(errno);
    const std::string folder = folder_of(end_);
    while (true) {
        const int number = create_aside(folder);
        if (number < 0 && errno == EEXIST) continue;  // of another machine, or of a run long dead
        if (number < 0) fail(errno);
        file_ = Descriptor(number);
        if (is_there) take_rights(number, before);
        if (part_ == Part::brief) return;
        // Between the two calls somebody may have taken it for left behind.
        (void)::flock(number, LOCK_EX);
        struct stat info {};
        if (::fstat(number, &info) != 0) fail(errno);
        if (info.st_nlink > 0) return;
    }
}

void OutputFile::write(std::string_view text) {
    if (const int error = write_all(file_.get(), text); error != 0) fail(error);
}

void OutputFile::sync() {
    if (aside_ && ::fsync(file_.get()) != 0 && errno != EINVAL) fail(errno);
}

void OutputFile::publish() {
    // Closing may tell of what was not written. What is locked was synced, which told it already.
    if (part_ == Part::brief && !file_.close()) fail(errno);
    if (aside_ && !aside_->rename_to(end_)) fail(errno);
    if (!file_.close()) fail(errno);
    if (!aside_ || part_ == Part::brief) return;
    // The new name, too, must outlive the machine's fall. Not every file system can be asked for that.
    const Descriptor folder(::open(folder_of(end_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) (void)::fsync(folder.get());
}

void write_file(const std::string& path, std::string_view text) {
    OutputFile file(path, OutputFile::Part::brief);
    file.write(text);
    file.publish();
}

void remove_stale_parts(const std::string& folder) {
    for (const FolderEntry& entry : list_folder(folder).entries) {
        if (!entry.name.starts_with(lasting_prefix) || !entry.name.ends_with(part_ending)) continue;
        const std::string path = below(folder, entry.name);
        // For writing: some file systems of the net lock nothing else.
        const Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
        if (file.get() >= 0 && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) (void)::unlink(path.c_str());
    }
}

}  // namespace broadsheet::app
