#include "record_input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include "descriptor.hpp"
#include "files.hpp"
#include "running_digest.hpp"

namespace broadsheet::app {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

constexpr std::string_view gzip_magic = "\x1F\x8B", zstd_magic = "\x28\xB5\x2F\xFD";

// Packings that a name or the first bytes may tell of. Those with an unpacker's name are not read here.
struct Packing {
    std::string_view name, ending, magic, unpacker;
};

constexpr Packing packings[] = {{"gzip", ".gz", gzip_magic, {}},
                                {"zstd", ".zst", zstd_magic, {}},
                                {"bzip2", ".bz2", "BZh", "bzip2 -dc"},
                                {"xz", ".xz", {"\xFD\x37zXZ\0", 6}, "xz -dc"}};
constexpr std::size_t longest_magic = 6;

Error damaged(const std::string& path, std::string_view what) {
    return {Error::Code::format, path, std::string(what), "it was damaged or cut off on its way: fetch it again"};
}

// What is not unpacked must not be taken for text: each line of it would be a bad record, and its shard complete.
void refuse_other_packings(const std::string& path, std::string_view head) {
    for (const Packing& packing : packings) {
        if (head.starts_with(packing.magic))
            throw Error(Error::Code::format, path, fmt::format("this is {}, which is not read", packing.name),
                        path == "-" ? fmt::format("unpack it first: {} | broadsheet pipe", packing.unpacker)
                                    : fmt::format("unpack it first: {} {} | broadsheet pipe", packing.unpacker, path));
        if (path.ends_with(packing.ending))
            throw Error(Error::Code::format, path,
                        fmt::format("its name says {}, and its first bytes are not {}", packing.name, packing.name),
                        fmt::format("fetch it again, or rename it without {} if it is not packed", packing.ending));
    }
}

}  // namespace

// The file as it is on disk.
class RecordInput::File {
public:
    File(std::string path, const std::atomic<bool>* stop)
        : path_(std::move(path)),
          stop_(stop),
          file_(path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
        struct stat info {};
        if (file_.get() < 0 || ::fstat(file_.get(), &info) != 0) throw unreadable(path_, errno);
        if (S_ISDIR(info.st_mode)) throw unreadable(path_, EISDIR);
        waits_ = !S_ISREG(info.st_mode);
        data_.resize(chunk);
    }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view rest() const { return {data_.data() + begin_, end_ - begin_}; }
    void take(std::size_t n) { begin_ += n; }

    // Reads on where nothing is left; false at the end.
    bool more() { return begin_ < end_ || grow(); }

    // Reads until there are as many bytes as that, or all that there are.
    void want(std::size_t n) {
        while (end_ - begin_ < n && grow()) {
        }
    }

    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    [[nodiscard]] std::string digest() const { return digest_.value(); }

private:
    bool grow() {
        if (begin_ > 0) {
            std::copy(data_.begin() + static_cast<std::ptrdiff_t>(begin_),
                      data_.begin() + static_cast<std::ptrdiff_t>(end_), data_.begin());
            end_ -= std::exchange(begin_, 0);
        }
        while (!ended_ && wait()) {
            const ssize_t n = ::read(file_.get(), data_.data() + end_, data_.size() - end_);
            if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (n < 0) throw unreadable(path_, errno);
            if (n == 0) break;
            digest_.add(data_.data() + end_, static_cast<std::size_t>(n));
            end_ += static_cast<std::size_t>(n);
            bytes_ += static_cast<std::uint64_t>(n);
            return true;
        }
        ended_ = true;
        return false;
    }

    // Until there is something to read. False once it is of no use to anybody.
    bool wait() {
        if (!waits_) return true;
        while (stop_ == nullptr || !stop_->load()) {
            pollfd one{file_.get(), POLLIN, 0};
            constexpr int look_up = 100;  // milliseconds
            if (::poll(&one, 1, stop_ == nullptr ? -1 : look_up) != 0) return true;
        }
        return false;
    }

    std::string path_;
    const std::atomic<bool>* stop_;
    Descriptor file_;
    bool waits_ = false, ended_ = false;
    std::vector<char> data_;
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t bytes_ = 0;
    RunningDigest digest_;
};

class RecordInput::Unpacker {
public:
    Unpacker() = default;
    virtual ~Unpacker() = default;
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    // Unpacks some of what the file has; 0 only at the end of all.
    virtual std::size_t read(File& file, char* to, std::size_t size) = 0;
};

// Members one after another are one stream, as gzip has it.
class RecordInput::Gzip : public Unpacker {
public:
    Gzip() {
        if (::inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~Gzip() override { ::inflateEnd(&stream_); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    std::size_t read(File& file, char* to, std::size_t size) override {
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, chunk));
        const uInt room = stream_.avail_out;
        while (stream_.avail_out == room) {
            if (!file.more()) {
                if (inside_) throw damaged(file.path(), "this gzip file ends too early");
                return 0;
            }
            if (!inside_ && !next_member(file)) return 0;
            const auto rest = file.rest();
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
            stream_.avail_in = static_cast<uInt>(rest.size());
            const int status = ::inflate(&stream_, Z_NO_FLUSH);
            file.take(rest.size() - stream_.avail_in);
            if (status == Z_STREAM_END)
                inside_ = false;
            else if (status == Z_MEM_ERROR)
                throw std::bad_alloc();
            else if (status != Z_OK && status != Z_BUF_ERROR)
                throw damaged(file.path(), "this gzip file is damaged");
        }
        return room - stream_.avail_out;
    }

private:
    // False where nothing follows but zeros: tapes are padded so.
    bool next_member(File& file) {
        file.want(gzip_magic.size());
        if (!file.rest().starts_with(gzip_magic)) {
            do {
                if (file.rest().find_first_not_of('\0') != std::string_view::npos)
                    throw damaged(file.path(), "there is something else behind this gzip file");
                file.take(file.rest().size());
            } while (file.more());
            return false;
        }
        ::inflateReset(&stream_);
        return inside_ = true;
    }

    z_stream stream_{};
    bool inside_ = false;
};

class RecordInput::Zstd : public Unpacker {
public:
    Zstd() : context_(ZSTD_createDCtx()) {
        if (!context_) throw std::bad_alloc();
    }

    std::size_t read(File& file, char* to, std::size_t size) override {
        ZSTD_outBuffer out{to, size, 0};
        while (out.pos == 0) {
            // What did not fit last time stands inside the context, and needs no input.
            const bool more = !full_ && file.more();
            if (!full_ && !more) {
                if (inside_) throw damaged(file.path(), "this zstd file ends too early");
                return 0;
            }
            const auto rest = file.rest();
            ZSTD_inBuffer in{rest.data(), rest.size(), 0};
            const std::size_t left = ZSTD_decompressStream(context_.get(), &out, &in);
            if (ZSTD_isError(left) != 0)
                throw damaged(file.path(),
                              std::string("this zstd file cannot be unpacked: ") + ZSTD_getErrorName(left));
            file.take(in.pos);
            inside_ = left != 0;
            full_ = out.pos == size && inside_;
        }
        return out.pos;
    }

private:
    struct Free {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> context_;
    bool inside_ = false, full_ = false;
};

RecordInput::RecordInput(const std::string& path, const std::atomic<bool>* stop)
    : file_(std::make_unique<File>(path, stop)) {
    file_->want(longest_magic);
    const auto head = file_->rest();
    // A zstd file may begin with a frame to be passed over (pzstd, seekable files).
    const bool skippable = head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U &&
                           head.substr(1, 3) == "\x2A\x4D\x18";
    if (head.starts_with(gzip_magic))
        unpacker_ = std::make_unique<Gzip>();
    else if (head.starts_with(zstd_magic) || skippable)
        unpacker_ = std::make_unique<Zstd>();
    else if (head.empty() && (path.ends_with(".gz") || path.ends_with(".zst")))
        throw damaged(path, "this file is empty, and its name says that it was packed");
    else
        refuse_other_packings(path, head);
}

RecordInput::~RecordInput() = default;

std::size_t RecordInput::read(char* to, std::size_t size) {
    if (unpacker_) return unpacker_->read(*file_, to, size);
    if (!file_->more()) return 0;
    const auto rest = file_->rest().substr(0, size);
    std::copy(rest.begin(), rest.end(), to);
    file_->take(rest.size());
    return rest.size();
}

std::uint64_t RecordInput::bytes() const { return file_->bytes(); }
std::string RecordInput::digest() const { return file_->digest(); }

}  // namespace broadsheet::app
