#include "output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "files.hpp"
#include "folder_test.hpp"
#include "record_output.hpp"

using namespace broadsheet::app;
namespace fs = std::filesystem;

namespace {

struct stat status_of(const std::string& path) {
    struct stat out {};
    REQUIRE(::lstat(path.c_str(), &out) == 0);
    return out;
}

mode_t rights_of(const std::string& path) { return status_of(path).st_mode & 0777U; }

std::size_t count_in(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// A whole output, and one of records: both ways to the same files.
using WriteFile = std::function<void(const std::string&, std::string_view)>;
const std::vector<WriteFile> ways = {write_file, [](const std::string& path, std::string_view text) {
                                         RecordOutput output(path);
                                         output.write(text);
                                         (void)output.finish();
                                         output.publish();
                                     }};

// Standard output goes to a file, as a shell would have it.
class Redirected {
public:
    explicit Redirected(const std::string& path)
        : before_(::dup(STDOUT_FILENO)), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        (void)std::fflush(stdout);
        (void)::dup2(file_.get(), STDOUT_FILENO);
    }
    ~Redirected() { (void)::dup2(before_.get(), STDOUT_FILENO); }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;

private:
    Descriptor before_, file_;
};

}  // namespace

TEST_CASE("A file appears whole, below folders that are made for it", "[files]") {
    const TestFolder folder;
    for (const auto& write : ways) {
        const std::string path = folder / "a/b/file";
        write(path, "one\n");
        write(path, "two\n");
        CHECK(bytes_of(path) == "two\n");
        CHECK(count_in(folder / "a/b") == 1);
        CHECK_THROWS_AS(write(folder / "a", "text\n"), OutputError);
        CHECK_THROWS_AS(write(path + "/c", "text\n"), OutputError);
        {
            OutputFile dropped(path, OutputFile::Part::brief);
            dropped.write("half");
            CHECK(count_in(folder / "a/b") == 2);
        }
        CHECK(bytes_of(path) == "two\n");
        CHECK(count_in(folder / "a/b") == 1);
        fs::remove_all(folder / "a");
    }
}

TEST_CASE("A named pipe is written to and never replaced", "[files]") {
    const TestFolder folder;
    const std::string pipe = folder / "pipe", link = folder / "link";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    fs::create_symlink("pipe", link);
    for (const auto& write : ways)
        for (const std::string& path : {pipe, link}) {
            const Descriptor reader(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK));
            write(path, "text\n");
            std::string came(10, ' ');
            came.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(reader.get(), came.data(), came.size()))));
            CHECK(came == "text\n");
            CHECK(S_ISFIFO(status_of(pipe).st_mode));
            CHECK(fs::is_symlink(link));
            CHECK(count_in(folder / "") == 2);
        }
}

TEST_CASE("A device is written to and never replaced, nor its rights changed", "[files]") {
    const TestFolder folder;
    const std::string full = folder / "full";
    // Our own copy of /dev/full, or, for who may not make one and cannot harm it, a link.
    const bool is_copy = ::mknod(full.c_str(), S_IFCHR | 0640, ::makedev(1, 7)) == 0;
    if (!is_copy) fs::create_symlink("/dev/full", full);
    const auto rights = rights_of(full);
    for (const auto& write : ways) CHECK_THROWS_AS(write(full, "text\n"), OutputError);
    CHECK((is_copy ? S_ISCHR(status_of(full).st_mode) : S_ISLNK(status_of(full).st_mode)));
    CHECK(rights_of(full) == rights);
    CHECK(count_in(folder / "") == 1);
}

TEST_CASE("Links stay, and what they lead to is replaced", "[files]") {
    const TestFolder folder;
    fs::create_directory(folder / "there");
    for (const auto& write : ways) {
        put(folder / "there/file", "old");
        for (const auto& [name, to] : {std::pair("link", std::string("there/file")),
                                       {"from-root", folder / "there/file"},
                                       {"chain", "link"},
                                       {"there/up", "../link"},
                                       {"to-nothing", "there/new"}}) {
            fs::create_symlink(to, folder / name);
            write(folder / name, name);
            CHECK(fs::is_symlink(folder / name));
            CHECK(bytes_of(folder / name) == name);
        }
        CHECK(bytes_of(folder / "there/file") == "there/up");
        CHECK(bytes_of(folder / "there/new") == "to-nothing");
        fs::create_symlink("round", folder / "round");
        CHECK_THROWS_AS(write(folder / "round", "text\n"), OutputError);
        for (const auto* name : {"link", "from-root", "chain", "there/up", "to-nothing", "there/new", "round"})
            fs::remove(folder / name);
    }
}

TEST_CASE("A file that is replaced gives its rights to the new one", "[files]") {
    const TestFolder folder;
    const mode_t mask = ::umask(022);
    for (const auto& write : ways) {
        const std::string path = folder / "file";
        write(path, "one");
        CHECK(rights_of(path) == 0644);
        for (const mode_t rights : {0600U, 0664U, 0755U}) {
            REQUIRE(::chmod(path.c_str(), rights) == 0);
            write(path, "two");
            CHECK(rights_of(path) == rights);
        }
        if (::geteuid() == 0) {
            REQUIRE(::chown(path.c_str(), 12345, 12346) == 0);
            write(path, "three");
            CHECK(status_of(path).st_uid == 12345);
            CHECK(status_of(path).st_gid == 12346);
        } else {
            REQUIRE(::chmod(path.c_str(), 0444) == 0);
            CHECK_THROWS_AS(write(path, "three"), OutputError);
            CHECK(bytes_of(path) == "two");
        }
        fs::remove(path);
    }
    (void)::umask(mask);
}

TEST_CASE("The file that standard output goes to is written in place", "[files]") {
    const TestFolder folder;
    const std::string file = folder / "file", link = folder / "link";
    fs::create_symlink("/proc/self/fd/1", link);  // as /dev/stdout is
    for (const auto& write : ways)
        for (const std::string& path : {file, link, std::string("/dev/fd/1")}) {
            fs::remove(file);
            ino_t before = 0;
            {
                const Redirected to(file);
                before = status_of(file).st_ino;
                (void)write_all(STDOUT_FILENO, "one\n");
                write(path, "two\n");
                (void)write_all(STDOUT_FILENO, "three\n");
            }
            CHECK(bytes_of(file) == "one\ntwo\nthree\n");
            CHECK(status_of(file).st_ino == before);
            CHECK(fs::is_symlink(link));
        }
}

TEST_CASE("Whoever reads our own descriptors may have enough, a named pipe has lost text", "[files]") {
    const auto handler = std::signal(SIGPIPE, SIG_IGN);
    const TestFolder folder;
    for (const auto& write : ways) {
        int ends[2] = {-1, -1};
        REQUIRE(::pipe(ends) == 0);
        const Descriptor to(ends[1]);
        (void)::close(ends[0]);
        CHECK_THROWS_AS(write("/dev/fd/" + std::to_string(ends[1]), "text\n"), ClosedPipe);
    }
    const std::string pipe = folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    Descriptor reader(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK));
    OutputFile file(pipe, OutputFile::Part::brief);
    CHECK(reader.close());
    CHECK_THROWS_AS(file.write("text\n"), OutputError);
    (void)std::signal(SIGPIPE, handler);
}

TEST_CASE("What is written aside is left alone while somebody writes it", "[files]") {
    const TestFolder folder;
    const std::string stale = folder / ".broadsheet-shard-1-0.part", other = folder / ".broadsheet-1-0.part";
    put(stale, "half");
    put(other, "of another command");
    RecordOutput output(folder / "sub/x.jsonl");
    output.write("text\n");
    remove_stale_parts(folder / "");
    remove_stale_parts(folder / "sub");
    remove_stale_parts(folder / "none");
    CHECK_FALSE(fs::exists(stale));
    CHECK(fs::exists(other));
    (void)output.finish();
    output.publish();
    CHECK(bytes_of(folder / "sub/x.jsonl") == "text\n");
    { const RecordOutput dropped(folder / "sub/y.jsonl"); }
    CHECK(count_in(folder / "sub") == 1);
    CHECK_THROWS_AS(RecordOutput(folder / "sub"), OutputError);
}
