#include "record_output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <zlib.h>
#include <zstd.h>

#include <atomic>
#include <cerrno>
#include <optional>
#include <utility>
#include <vector>

#include "descriptor.hpp"
#include "file_identity.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "running_digest.hpp"
#include "signals.hpp"

namespace broadsheet::app {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;
constexpr std::string_view part_prefix = ".broadsheet-shard-", part_ending = ".part";

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// Of our own streams, where that is a file (/dev/stderr): replaced by another of its name, it would lose what the
// stream wrote, and /dev/stderr would be a file from then on. -1 where it is neither.
int stream_of(const std::string& path) {
    if (const auto identity = identity_of(path))
        for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
            if (identity_of(stream) == identity) return stream;
    return -1;
}

}  // namespace

class RecordOutput::File {
public:
    explicit File(std::string path) : path_(std::move(path)) {
        struct stat info {};
        if (::stat(path_.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) fail(EISDIR);
        if (const int stream = stream_of(path_); stream >= 0)
            open_stream(stream);
        else if (is_special(path_))
            open_special();
        else
            open_aside();
        buffer_.reserve(chunk);
    }

    [[nodiscard]] const std::string& path() const { return path_; }

    void add(const char* data, std::size_t size) {
        buffer_.append(data, size);
        if (buffer_.size() >= chunk) flush();
    }

    WrittenBytes finish() {
        flush();
        if (aside_ && ::fsync(file_.get()) != 0 && errno != EINVAL) fail(errno);
        return {bytes_, digest_.value()};
    }

    void publish() {
        if (aside_ && !aside_->rename_to(path_)) fail(errno);
        if (!file_.close()) fail(errno);
        if (!aside_) return;
        // The new name, too, must outlive the machine's fall. Not every file system can be asked for that.
        const Descriptor folder(::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder.get() >= 0) (void)::fsync(folder.get());
    }

private:
    [[noreturn]] void fail(int error) const {
        if (error == EPIPE) throw ClosedPipe();
        throw OutputError(path_, error);
    }

    void open_stream(int stream) {
        file_ = Descriptor(::fcntl(stream, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        if (file_.get() < 0) fail(errno);
    }

    void open_special() {
        file_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        if (file_.get() < 0) fail(errno);
    }

    void open_aside() {
        static std::atomic<unsigned> counter{0};
        const std::string folder = folder_of(path_);
        while (true) {
            aside_.emplace(fmt::format("{}/{}{}-{}{}", folder, part_prefix, ::getpid(), counter++, part_ending));
            int number = aside_->create();
            if (number < 0 && errno == ENOENT) {
                make_folders(folder);
                number = aside_->create();
            }
            if (number < 0 && errno == EEXIST) continue;  // of another machine, or of a run long dead
            if (number < 0) fail(errno);
            file_ = Descriptor(number);
            // Between the two calls somebody may have taken it for left behind.
            (void)::flock(number, LOCK_EX);
            struct stat info {};
            if (::fstat(number, &info) != 0) fail(errno);
            if (info.st_nlink > 0) return;
        }
    }

    void flush() {
        digest_.add(buffer_.data(), buffer_.size());
        bytes_ += buffer_.size();
        if (const int error = write_all(file_.get(), buffer_); error != 0) fail(error);
        buffer_.clear();
    }

    std::string path_;
    std::optional<TemporaryFile> aside_;
    Descriptor file_;
    std::string buffer_;
    std::uint64_t bytes_ = 0;
    RunningDigest digest_;
};

class RecordOutput::Packer {
public:
    Packer() = default;
    virtual ~Packer() = default;
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    virtual void write(File& file, std::string_view text, bool last) = 0;
};

class RecordOutput::Gzip : public Packer {
public:
    Gzip() {
        // The head that zlib writes by itself names no time and no file.
        if (::deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Gzip() override { ::deflateEnd(&stream_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    void write(File& file, std::string_view text, bool last) override {
        do {
            const auto part = text.substr(0, chunk);
            text.remove_prefix(part.size());
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
            stream_.avail_in = static_cast<uInt>(part.size());
            do {
                stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
                stream_.avail_out = static_cast<uInt>(out_.size());
                (void)::deflate(&stream_, last && text.empty() ? Z_FINISH : Z_NO_FLUSH);
                file.add(out_.data(), out_.size() - stream_.avail_out);
            } while (stream_.avail_out == 0);
        } while (!text.empty());
    }

private:
    z_stream stream_{};
    std::vector<char> out_ = std::vector<char>(chunk);
};

class RecordOutput::Zstd : public Packer {
public:
    Zstd() : context_(ZSTD_createCCtx()) {
        if (!context_) throw std::bad_alloc();
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
    }

    void write(File& file, std::string_view text, bool last) override {
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        const ZSTD_EndDirective how = last ? ZSTD_e_end : ZSTD_e_continue;
        for (bool ready = false; !ready;) {
            ZSTD_outBuffer out{out_.data(), out_.size(), 0};
            const std::size_t left = ZSTD_compressStream2(context_.get(), &out, &in, how);
            if (ZSTD_isError(left) != 0) throw std::bad_alloc();  // nothing else goes wrong there
            file.add(out_.data(), out.pos);
            ready = last ? left == 0 : in.pos == in.size;
        }
    }

private:
    struct Free {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };
    std::unique_ptr<ZSTD_CCtx, Free> context_;
    std::vector<char> out_ = std::vector<char>(chunk);
};

RecordOutput::RecordOutput(std::string path) : file_(std::make_unique<File>(std::move(path))) {
    if (file_->path().ends_with(".gz"))
        packer_ = std::make_unique<Gzip>();
    else if (file_->path().ends_with(".zst"))
        packer_ = std::make_unique<Zstd>();
}

RecordOutput::~RecordOutput() = default;

void RecordOutput::write(std::string_view text) {
    if (text.empty()) return;
    if (packer_)
        packer_->write(*file_, text, false);
    else
        file_->add(text.data(), text.size());
}

WrittenBytes RecordOutput::finish() {
    if (packer_) packer_->write(*file_, {}, true);
    return file_->finish();
}

void RecordOutput::publish() { file_->publish(); }

void remove_stale_parts(const std::string& folder) {
    for (const FolderEntry& entry : list_folder(folder).entries) {
        if (!entry.name.starts_with(part_prefix) || !entry.name.ends_with(part_ending)) continue;
        const std::string path = below(folder, entry.name);
        // For writing: some file systems of the net lock nothing else.
        const Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
        if (file.get() >= 0 && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) (void)::unlink(path.c_str());
    }
}

}  // namespace broadsheet::app
