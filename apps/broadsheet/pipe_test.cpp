// What the command `pipe` is made of. What it does is told by testdata/cli/pipe.md and apps/pipe_kill_test.py.
#include <broadsheet/issue.hpp>
#include <catch2/catch.hpp>
#include <filesystem>

#include "completion.hpp"
#include "folder_test.hpp"
#include "inputs.hpp"
#include "options.hpp"
#include "record_input.hpp"
#include "record_lines.hpp"
#include "record_output.hpp"

using namespace broadsheet::app;
namespace fs = std::filesystem;

namespace {

std::string unpacked(const std::string& path, std::size_t step = 4096) {
    RecordInput input(path);
    std::string out, buffer(step, ' ');
    while (const std::size_t n = input.read(buffer.data(), step)) out.append(buffer, 0, n);
    CHECK(input.bytes() == bytes_of(path).size());
    CHECK(input.digest() == broadsheet::describe(bytes_of(path), "", "").digest);
    return out;
}

std::string packed(const TestFolder& folder, const std::string& ending, std::string_view text) {
    const std::string path = folder / ("made" + ending);
    fs::remove(path);
    RecordOutput output(path);
    output.write(text.substr(0, text.size() / 3));
    output.write(text.substr(text.size() / 3));
    const WrittenBytes written = output.finish();
    CHECK_FALSE(fs::exists(path));
    output.publish();
    const std::string bytes = bytes_of(path);
    CHECK(written.bytes == bytes.size());
    CHECK(written.digest == broadsheet::describe(bytes, "", "").digest);
    return bytes;
}

std::string long_text() {
    std::string out;
    for (int i = 0; i < 200000; ++i) out += std::to_string(i * 7919 % 100003) + (i % 9 == 0 ? "\n" : " ");
    return out;
}

struct Line {
    std::string text;
    std::uint64_t number, too_long;
    bool operator==(const Line&) const = default;
};

std::vector<Line> lines_of(const std::string& path, std::size_t most) {
    RecordInput input(path);
    RecordLines lines(input, most);
    std::vector<Line> out;
    while (const auto batch = lines.next())
        for (const RecordLine& line : batch->lines)
            out.push_back({line.too_long == 0 ? std::string(batch->text(line)) : "", line.number, line.too_long});
    return out;
}

}  // namespace

TEST_CASE("What is packed is unpacked again, and packed the same each time", "[pipe]") {
    const TestFolder folder;
    const std::string text = long_text();
    for (const std::string ending : {"", ".gz", ".zst"}) {
        const std::string bytes = packed(folder, ending, text);
        CHECK(packed(folder, ending, text) == bytes);
        if (!ending.empty()) CHECK(bytes.size() < text.size());
        put(folder / "any", bytes);
        CHECK(unpacked(folder / "any") == text);
        CHECK(unpacked(folder / "any", 1000003) == text);
        // Several files one after another are one.
        put(folder / "any", bytes + bytes);
        CHECK(unpacked(folder / "any") == text + text);
        const std::string none = packed(folder, ending, "");
        put(folder / ("none" + ending), none);
        CHECK(unpacked(folder / ("none" + ending)).empty());
    }
}

TEST_CASE("A damaged stream is an error and never less text", "[pipe]") {
    const TestFolder folder;
    const std::string text = long_text();
    for (const std::string ending : {".gz", ".zst"}) {
        const std::string bytes = packed(folder, ending, text);
        for (const std::size_t size : {bytes.size() - 1, bytes.size() - 6, bytes.size() / 2, std::size_t{12}}) {
            put(folder / "cut", std::string_view(bytes).substr(0, size));
            CHECK_THROWS_AS(unpacked(folder / "cut"), broadsheet::Error);
        }
        std::string changed = bytes;
        changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 0x55);
        put(folder / "changed", changed);
        CHECK_THROWS_AS(unpacked(folder / "changed"), broadsheet::Error);
        put(folder / "more", bytes + "more");
        CHECK_THROWS_AS(unpacked(folder / "more"), broadsheet::Error);
        put(folder / ("empty" + ending), "");
        CHECK_THROWS_AS(RecordInput(folder / ("empty" + ending)), broadsheet::Error);
    }
    put(folder / "padded", packed(folder, ".gz", text) + std::string(1000, '\0'));
    CHECK(unpacked(folder / "padded") == text);
    CHECK_THROWS_AS(RecordInput(folder / "none"), broadsheet::Error);
    CHECK_THROWS_AS(RecordInput(folder / ""), broadsheet::Error);
}

TEST_CASE("What a name says is packed, and is not, cannot be read", "[pipe]") {
    const TestFolder folder;
    const std::string record = "{\"id\": 1, \"text\": \"Some words.\"}\n";
    for (const std::string name : {"a.jsonl.gz", "a.jsonl.zst", "a.jsonl.bz2", "a.jsonl.xz", "b.gz"})
        for (const std::string& bytes : {record, std::string("x"), std::string("BZh91AY"), std::string(2, '\0')}) {
            put(folder / name, bytes);
            CHECK_THROWS_AS(RecordInput(folder / name), broadsheet::Error);
        }
    for (const std::string& bytes : {std::string("BZh91AY"), std::string("\xFD\x37zXZ\0more", 10)}) {
        put(folder / "plain", bytes);
        CHECK_THROWS_WITH(RecordInput(folder / "plain"),
                          Catch::Contains("unpack it first") && Catch::Contains(folder / "plain"));
    }
    // What can be unpacked is, by its content.
    put(folder / "other.gz", packed(folder, ".zst", record));
    CHECK(unpacked(folder / "other.gz") == record);
    put(folder / "short", "\xFD\x37");
    CHECK(unpacked(folder / "short") == "\xFD\x37");
}

TEST_CASE("Lines are counted, and none is held that is too long", "[pipe]") {
    const TestFolder folder;
    put(folder / "lines", "one\n\ntwo\r\nthree");
    CHECK(lines_of(folder / "lines", 100) ==
          std::vector<Line>{{"one", 1, 0}, {"", 2, 0}, {"two\r", 3, 0}, {"three", 4, 0}});
    CHECK(lines_of(folder / "lines", 4) == std::vector<Line>{{"one", 1, 0}, {"", 2, 0}, {"two\r", 3, 0}, {"", 4, 5}});
    put(folder / "none", "");
    CHECK(lines_of(folder / "none", 4).empty());

    constexpr std::size_t large = 3000000;
    const std::string line(large, 'x');
    for (const std::string end : {"", "\n", "\nlast"}) {
        put(folder / "long", "first\n" + line + end);
        auto lines = lines_of(folder / "long", large);
        REQUIRE(lines.size() == (end.size() > 1 ? 3 : 2));
        CHECK(lines[1].text.size() == large);
        lines = lines_of(folder / "long", large - 1);
        CHECK(lines[1] == Line{"", 2, large});
        CHECK(lines.size() == (end.size() > 1 ? 3 : 2));
        lines = lines_of(folder / "long", 10);
        CHECK(lines[1] == Line{"", 2, large});
        if (end.size() > 1) CHECK(lines[2] == Line{"last", 3, 0});
    }
}

TEST_CASE("A marker is read as it was written, and anything else is none", "[pipe]") {
    Completion made{"a/\xFF\"b.jsonl", "1.2", "xxh3:00", {5, "xxh3:01"}, {9, 8, 7, 6, 5}, {}};
    made.files["records"] = {12, "xxh3:02"};
    const std::string text = write_completion(made);
    CHECK(text.ends_with("}\n"));
    const auto read = read_completion(text);
    REQUIRE(read);
    CHECK(read->options == made.options);
    CHECK(read->input == made.input);
    CHECK(read->files == made.files);
    CHECK(write_completion(*read) == write_completion(*read_completion(write_completion(*read))));
    CHECK(read->tally.errors == 6);
    for (std::size_t size = 0; size + 2 < text.size(); ++size) CHECK_FALSE(read_completion(text.substr(0, size)));
    for (const char* other : {"[]", "null", "{}", R"({"schema":"broadsheet/shard/1"})", R"({"schema":7})"})
        CHECK_FALSE(read_completion(other));
}

TEST_CASE("Options that the output depends on are told from the others", "[pipe]") {
    const auto gist = [](std::vector<std::string> options) {
        options.insert(options.begin(), "pipe");
        return parse(options).gist;
    };
    CHECK(gist({}).empty());
    CHECK(gist({"x", "-j", "3", "-q", "-o", "out", "--errors", "e", "--provenance", "p", "--attributes", "a", "--stats",
                "s", "--shard", "2/3", "--words", "w", "--exit-zero-on-record-errors"})
              .empty());
    CHECK(gist({"--source", "x", "--lang", "en"}) == gist({"--lang", "en", "--source", "x"}));
    for (const auto& one : std::vector<std::vector<std::string>>{{"--source", "x"},
                                                                 {"--text-field", "x"},
                                                                 {"--id-field", ""},
                                                                 {"--max-line-bytes", "9"},
                                                                 {"--inline-provenance"},
                                                                 {"--offsets", "bytes"},
                                                                 {"--dictionaries", "auto"},
                                                                 {"--skip", "columns"}})
        CHECK_FALSE(gist(one).empty());
    CHECK(parse({"pipe"}).dictionaries == "none");
    CHECK(parse({"pipe", "-o", "out", "--shard", "2/3"}).shard == 1);
    for (const std::string wrong : {"0/3", "4/3", "1", "1/", "/3", "1/0", "a/b"})
        CHECK_THROWS_AS(parse({"pipe", "-o", "out", "--shard", wrong}), UsageError);
    CHECK_THROWS_AS(parse({"pipe", "--text-field", ""}), UsageError);
    for (const std::string option : {"--errors", "--provenance", "--attributes", "--stats"})
        for (const std::string none : {"", "-"}) CHECK_THROWS_AS(parse({"pipe", option, none}), UsageError);
    CHECK_THROWS_AS(parse({"x", "--cache", ""}), UsageError);
}

TEST_CASE("From a folder come files of records, and nothing that an earlier run wrote", "[pipe]") {
    const TestFolder folder;
    for (const std::string name : {"b.jsonl", "a/c.jsonl.gz", "a/d.ndjson.zst", "e.json.gz", "f.json", "g.txt",
                                   ".h.jsonl", "out/b.jsonl", "out/bad/b.jsonl", "other/b.jsonl"}) {
        fs::create_directories(fs::path(folder / name).parent_path());
        put(folder / name, "");
    }
    const Inputs found = find_records({folder / ""}, {folder / "out", "", folder / "other", folder / "none"});
    std::vector<std::string> names;
    for (const Input& input : found.list) names.push_back(input.relative);
    CHECK(names == std::vector<std::string>{"a/c.jsonl.gz", "a/d.ndjson.zst", "b.jsonl", "e.json.gz"});
    CHECK(found.warnings.size() == 1);

    // Where there are none at all, that is an error and no work done.
    fs::create_directories(folder / "no/ne");
    const auto only = [](const Inputs& inputs) { return inputs.list.size() == 1 ? inputs.list[0].error : 0; };
    CHECK(only(find_records({folder / "no"}, {})) == no_records);
    CHECK(only(find_records({folder / "n*"}, {})) == no_records);
    const auto all = find_records({folder / "n*", folder / "b.jsonl"}, {});
    CHECK(all.list.size() == 2);
    CHECK(find_inputs({folder / "no"}, "").list.empty());
}
