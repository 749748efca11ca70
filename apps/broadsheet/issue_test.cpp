#include "issue.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "archive.hpp"
#include "folder_test.hpp"

using namespace broadsheet;
using namespace broadsheet::app;
namespace fs = std::filesystem;

namespace {

struct Folder {
    TestFolder root;
    fs::path path = root / "";
    Folder() { fs::create_directories(path / "issue" / "alto"); }
    void put(const std::string& name, std::string_view text) const { app::put(path / name, text); }
};

}  // namespace

TEST_CASE("A METS opens files of its own folder and no others", "[issue]") {
    const Folder folder;
    folder.put("secret.xml", "secret");
    folder.put("issue/p1.xml", "one");
    folder.put("issue/alto/p2.xml", "two");
    const auto root = folder.path / "issue";
    fs::create_symlink(folder.path / "secret.xml", root / "linked.xml");  // a link to a file is that file
    fs::create_directory_symlink(folder.path, root / "up");
    ::mkfifo((root / "pipe.xml").c_str(), 0600);
    const auto open = open_beside((root / "mets.xml").string(), 1000);
    REQUIRE(open("p1.xml"));
    CHECK(open("p1.xml")->bytes == "one");
    CHECK(open("./alto/../alto/p2.xml")->name == (root / "alto/p2.xml").string());
    CHECK(open((root / "p1.xml").string()));
    CHECK(open("linked.xml"));
    CHECK_FALSE(open("../secret.xml"));
    CHECK_FALSE(open("alto/../../secret.xml"));
    CHECK_FALSE(open("up/secret.xml"));
    CHECK_FALSE(open((folder.path / "secret.xml").string()));
    CHECK_FALSE(open("/etc/passwd"));
    CHECK_FALSE(open("alto"));
    CHECK_FALSE(open("pipe.xml"));
    CHECK_FALSE(open("none.xml"));
    CHECK_FALSE(open_beside((root / "mets.xml").string(), 2)("p1.xml"));
    CHECK_FALSE(open_beside("-", 1000));
}

TEST_CASE("What a folder holds a METS is told by", "[issue]") {
    const Folder folder;
    folder.put("a.xml", "<?xml version=\"1.0\"?>\n<!-- x -->\n<METS:mets xmlns:METS=\"x\">");
    folder.put("b.xml", "<alto xmlns:mets=\"http://mets \">");
    CHECK(holds_mets((folder.path / "a.xml").string()));
    CHECK_FALSE(holds_mets((folder.path / "b.xml").string()));
    CHECK_FALSE(holds_mets((folder.path / "none.xml").string()));
}

TEST_CASE("What is no archive is none", "[issue]") {
    CHECK_FALSE(unpack("Some text.", 1000));
    CHECK_FALSE(unpack("\x1F\x8B not gzip at all", 1000));
    CHECK_FALSE(unpack("", 1000));
}
