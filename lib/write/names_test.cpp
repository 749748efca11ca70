#include "write/names.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::write_detail;

TEST_CASE("Names: of files", "[names]") {
    CHECK(stem_of("a/b/p3.alto.xml") == "p3");
    CHECK(stem_of("-") == "stdin");
    CHECK(stem_of("x y.txt") == "x_y");
    CHECK(stem_of("dir/") == "page");
    CHECK(stem_of(".hidden") == "_hidden");
    CHECK(file_name("p1-a3") == "p1-a3");
    CHECK(file_name("../x y") == "___x_y");
    CHECK(four_digits(7) == "0007");
    CHECK(four_digits(12345) == "12345");
}

TEST_CASE("Names: of issues, by options or by the name of the input", "[names]") {
    WriteOptions options;
    CHECK(issue_name("in/ABC-1931-05-09-b-p0003.xml", options).prefix() == "ABC-1931-05-09-b");
    CHECK(issue_name("ABC_1931-05-09.txt", options).prefix() == "ABC-1931-05-09-a");
    CHECK(issue_name("3.txt", options).prefix() == "n3-0000-00-00-a");
    CHECK(issue_name("3.txt", options).date.empty());
    options.source = "The Paper";
    options.created = "1931-05-10";
    CHECK(issue_name("ABC-1931-05-09-b.xml", options).prefix() == "The_Paper-1931-05-10-b");
}

TEST_CASE("Names: the clock is never asked", "[names]") {
    WriteOptions options;
    CHECK(stamp(options) == "1970-01-01T00:00:00Z");
    options.added = "2024-03-01";
    CHECK(stamp(options) == "2024-03-01T00:00:00Z");
    options.added = "2024-03-01T10:20:30Z";
    CHECK(stamp(options) == "2024-03-01T10:20:30Z");
    options.added = "yesterday";
    CHECK(stamp(options) == "1970-01-01T00:00:00Z");
}
