// Every file of testdata/read/FORMAT is read as FORMAT, and gives the dump beside it. BROADSHEET_BLESS=1 writes the
// dumps anew: read what has changed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "broadsheet/read.hpp"
#include "core/chars.hpp"
#include "core/dump.hpp"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> inputs() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TESTDATA) / "read"))
        if (entry.is_regular_file() && entry.path().extension() != ".dump") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

// How often each character stands in a line that is shown or in a dropped piece.
std::vector<int> owners(const Document& d) {
    std::vector<int> n(d.text.chars.size(), 0);
    const auto add = [&](Run run) {
        for (auto i = run.begin; i < run.end; ++i) ++n[i];
    };
    for (const Line& line : d.lines)
        if (line.mark != Mark::hidden) add(line.text);
    for (const Piece& piece : d.pieces) add(piece.text);
    return n;
}

}  // namespace

TEST_CASE("Example files give their dumps", "[read]") {
    const bool bless = std::getenv("BROADSHEET_BLESS") != nullptr;
    REQUIRE(inputs().size() > 20);
    for (const auto& path : inputs()) {
        INFO(path.string());
        const Document d = read(bytes_of(path));
        CHECK(d.source.format == path.parent_path().filename().string());
        const bool warned = std::any_of(d.notes.begin(), d.notes.end(),
                                        [](const Note& note) { return note.severity == Severity::warning; });
        CHECK(warned == (path.filename().string().substr(0, 4) == "odd-"));
        auto expected = path;
        expected += ".dump";
        if (bless) std::ofstream(expected, std::ios::binary) << dump(d);
        CHECK(dump(d) == bytes_of(expected));
    }
}

TEST_CASE("Every character of an example stands in exactly one place", "[read]") {
    for (const auto& path : inputs())
        for (const char* const from : {"text", "markdown"}) {
            INFO(path.string() << " as " << from);
            ReadOptions options;
            options.from = from;
            const Document d = read(bytes_of(path), options);
            const auto n = owners(d);
            for (std::size_t i = 0; i < n.size(); ++i)
                if (n[i] > 1 || (n[i] == 0 && !is(d.text.chars[i], cls::space))) {
                    CAPTURE(i, n[i], d.text.at[i]);
                    CHECK(false);
                }
        }
}

TEST_CASE("Places rise and end with the file", "[read]") {
    for (const auto& path : inputs()) {
        INFO(path.string());
        const std::string bytes = bytes_of(path);
        const Document d = read(bytes);
        REQUIRE(d.text.at.size() == d.text.chars.size() + 1);
        // A layout file may give upright lines row by row.
        if (d.text.ends.empty()) CHECK(std::is_sorted(d.text.at.begin(), d.text.at.end()));
        CHECK(d.text.at.back() == bytes.size());
    }
}
