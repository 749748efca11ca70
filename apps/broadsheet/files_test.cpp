#include "files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

using namespace broadsheet::app;
namespace fs = std::filesystem;

TEST_CASE("What is no file is written to and never replaced", "[files]") {
    const auto folder = fs::temp_directory_path() / ("broadsheet-files-" + std::to_string(::getpid()));
    fs::create_directory(folder);
    const std::string pipe = folder / "pipe", plain = folder / "plain";

    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(is_special(pipe));
    std::string came;
    std::thread reader([&] {
        std::ifstream in(pipe, std::ios::binary);
        came.assign(std::istreambuf_iterator<char>(in), {});
    });
    write_file(pipe, "text\n");
    reader.join();
    CHECK(came == "text\n");
    CHECK(is_special(pipe));

    CHECK_FALSE(is_special(plain));
    write_file(plain, "one\n");
    write_file(plain, "two\n");
    std::ifstream in(plain, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "two\n");
    CHECK_FALSE(is_special(plain));
    CHECK_FALSE(is_special(folder));
    CHECK_THROWS_AS(write_file("/dev/full", "text\n"), OutputError);
    CHECK(is_special("/dev/full"));
    fs::remove_all(folder);
}
