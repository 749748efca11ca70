#include "record_output.hpp"

#include <zlib.h>
#include <zstd.h>

#include <new>
#include <utility>
#include <vector>

#include "output_file.hpp"
#include "running_digest.hpp"

namespace broadsheet::app {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

}  // namespace

// With a buffer, and what it says of itself in the end.
class RecordOutput::File {
public:
    explicit File(std::string path) : file_(std::move(path), OutputFile::Part::lasting) { buffer_.reserve(chunk); }

    void add(const char* data, std::size_t size) {
        buffer_.append(data, size);
        if (buffer_.size() >= chunk) flush();
    }

    WrittenBytes finish() {
        flush();
        file_.sync();
        return {bytes_, digest_.value()};
    }

    void publish() { file_.publish(); }

private:
    void flush() {
        digest_.add(buffer_.data(), buffer_.size());
        bytes_ += buffer_.size();
        file_.write(buffer_);
        buffer_.clear();
    }

    OutputFile file_;
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

RecordOutput::RecordOutput(const std::string& path) : file_(std::make_unique<File>(path)) {
    if (path.ends_with(".gz"))
        packer_ = std::make_unique<Gzip>();
    else if (path.ends_with(".zst"))
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

}  // namespace broadsheet::app
