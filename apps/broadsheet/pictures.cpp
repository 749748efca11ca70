#include "pictures.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "files.hpp"
#include "folder.hpp"
#include "picture_file.hpp"
#include "programs.hpp"
#include "signals.hpp"

namespace broadsheet::app {

namespace {

// A report is one file that a browser opens as a whole.
constexpr std::size_t most_bytes = std::size_t{48} << 20U;
constexpr int longest_side = 2000;  // pixels of a page of a PDF: small type can still be read

// What browsers show; empty: not this.
std::string_view media_type(std::string_view format) {
    if (format == "png") return "image/png";
    if (format == "jpeg") return "image/jpeg";
    if (format == "gif") return "image/gif";
    return format == "webp" ? "image/webp" : std::string_view();
}

bool is_file(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool is_folder(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

// "a/b/p3.alto.xml" -> "p3"
std::string stem_of(std::string_view path) {
    path.remove_prefix(path.find_last_of("/!") + 1);
    return std::string(path.substr(0, path.find('.', 1)));
}

class Finder {
public:
    Finder(std::string_view bytes, const Input& input, const Document& document, std::chrono::seconds timeout)
        : bytes_(bytes), input_(input), d_(document), timeout_(timeout) {}

    Pictures operator()(const std::string& given) {
        const auto format = input_.issue ? std::string_view() : picture_format(bytes_);
        if (!given.empty())
            from_given(given);
        else if (format == "pdf")
            from_pdf();
        else if (!media_type(format).empty())
            add(1, std::string(bytes_));
        else if (!format.empty())
            say(1, fmt::format("browsers show no {}: the page is drawn", format));
        return std::move(out_);
    }

private:
    void say(std::uint32_t page, std::string message) {
        out_.notes.push_back({Severity::info, "write", page, 0, std::move(message)});
    }

    void add(std::uint32_t page, std::string bytes) {
        const auto type = media_type(picture_format(bytes));
        if (type.empty()) return say(page, "its picture is none that browsers show: the page is drawn");
        if (held_ + bytes.size() > most_bytes)
            return say(page, fmt::format("its picture would make the report larger than {} MiB: the page is drawn",
                                         most_bytes >> 20U));
        held_ += bytes.size();
        out_.list.push_back({page, std::string(type), std::move(bytes)});
    }

    void add_file(std::uint32_t page, const std::string& path) {
        Buffer buffer;
        add(page, std::string(buffer.read(path, UINT32_MAX)));
    }

    void from_given(const std::string& given) {
        if (!is_folder(given)) return add_file(1, given);
        for (const Page& page : d_.pages) {
            const bool has_own = page.file != 0 && page.file <= d_.files.size();
            const auto stem = stem_of(has_own ? d_.files[page.file - 1].name : input_.path);
            for (const auto& name : {fmt::format("{}-{}", stem, page.number), stem}) {
                if (name == stem && !has_own && page.number != 1) continue;
                if (const auto path = picture_named(below(given, name)); !path.empty()) {
                    add_file(page.number, path);
                    break;
                }
            }
        }
    }

    static std::string picture_named(const std::string& path) {
        for (const auto* ending : {".png", ".jpg", ".jpeg", ".webp", ".gif"})
            if (is_file(path + ending)) return path + ending;
        return {};
    }

    void from_pdf() {
        const TemporaryFolder folder;
        put_source(folder.path(), input_.path, bytes_);
        for (const Page& page : d_.pages) {
            const auto number = std::to_string(page.number);
            const Program program{
                {"pdftoppm", "-jpeg", "-jpegopt", "quality=80", "-scale-to", std::to_string(longest_side), "-f", number,
                 "-l", number, "-singlefile", "source", "page"},
                folder.path(),
                timeout_};
            const Ran ran = run_program(program);
            const std::string picture = folder.path() + "/page.jpg";
            if (ran.succeeded() && is_file(picture)) {
                add_file(page.number, picture);
                ::unlink(picture.c_str());
            } else {
                say(page.number, fmt::format("no picture of this page: {}", what_went_wrong(program, ran)));
            }
        }
    }

    std::string_view bytes_;
    const Input& input_;
    const Document& d_;
    std::chrono::seconds timeout_;
    std::size_t held_ = 0;
    Pictures out_;
};

}  // namespace

Pictures pictures_of(std::string_view bytes, const Input& input, const Document& document, const std::string& given,
                     std::chrono::seconds timeout) {
    return Finder(bytes, input, document, timeout)(given);
}

}  // namespace broadsheet::app
