#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/error.hpp"
#include "broadsheet/read.hpp"

using namespace broadsheet;
using namespace std::string_literals;

namespace {

// The message of the Error that reading ends in, behind its code; empty if it does not.
std::string error(std::string_view bytes, const ReadOptions& options = {}) {
    constexpr const char* codes[] = {"io", "format", "encoding", "limit", "option", "internal"};
    try {
        (void)read(bytes, options);
    } catch (const Error& e) {
        return codes[static_cast<int>(e.code())] + " "s + e.what();
    }
    return {};
}

bool says(const std::string& message, const std::string& what) { return message.find(what) != std::string::npos; }

ReadOptions from(const std::string& reader) {
    ReadOptions options;
    options.from = reader;
    return options;
}

}  // namespace

TEST_CASE("The table of readers", "[read]") {
    REQUIRE(readers().size() == 9);
    CHECK(readers()[0].name == "text");
    CHECK(readers()[1].name == "layout");
    CHECK(readers()[2].name == "markdown");
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(read("x", from(std::string(readers()[i].name))).source.format == readers()[i].name);
    // Others do not pass over in silence what is none of theirs.
    for (const std::string name : {"alto", "hocr", "bbox", "tsv", "page"})
        CHECK(says(error("x", from(name)), "format -: this is no " + name + " file"));
}

TEST_CASE("What cannot be read ends in an Error that says what to do", "[read]") {
    CHECK(says(error("x", from("word")), "option -: there is no reader 'word' (readers are text, layout, markdown"));
    ReadOptions options;
    options.name = "p1.txt";
    options.encoding = "klingon-8";
    CHECK(says(error("x", options), "encoding p1.txt: the encoding 'klingon-8' is not known"));
    options = {};
    options.max_bytes = 3;
    CHECK(says(error("four", options), "limit -: 4 bytes are more than the limit of 3"));
    CHECK(error("abc", options).empty());
}

TEST_CASE("Files that are not text are named", "[read]") {
    CHECK(says(error("%PDF-1.7\n..."),
               "format -: this is a PDF (its text must be extracted first; the program broadsheet"));
    CHECK(says(error("PK\x03\x04\x14\0\x06\0...[Content_Types].xml...word/document.xml"s), "a Word document"));
    CHECK(says(error("PK\x03\x04\x14\0\x06\0...a.txt"s), "a ZIP archive"));
    CHECK(says(error("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."), "Word"));
    CHECK(says(error("\x89PNG\r\n\x1A\n..."), "an image (PNG) (its text must be recognised first"));
    CHECK(says(error("\xFF\xD8\xFF\xE0..."), "an image (JPEG)"));
    CHECK(says(error("II*\0..."s), "an image (TIFF)"));
    CHECK(says(error("{\\rtf1 x}"), "RTF"));
    // A reader that is named reads what it is given.
    CHECK(error("%PDF-1.7 is the first line of such a file", from("text")).empty());
    CHECK(says(error("\0\x01\x02\x03\x04\x05"s), "format -: this is a binary file"));
    std::string noise;
    for (unsigned i = 0, x = 1; i < 3000; ++i) noise.push_back(static_cast<char>((x = x * 1103515245 + 12345) >> 16U));
    CHECK(says(error(noise), "binary file"));
    ReadOptions as_utf8;
    as_utf8.encoding = "UTF-8";
    CHECK(says(error(noise, as_utf8), "no text in UTF-8"));
    CHECK(says(error(noise, from("text")), "binary file"));
}

TEST_CASE("Empty and nearly empty files", "[read]") {
    for (const std::string bytes : {"", "\n", "\xEF\xBB\xBF", " \t\n\n", "\f\f"}) {
        const Document d = read(bytes);
        CHECK(d.lines.empty());
        CHECK(d.pages.size() == 1);
        REQUIRE(d.notes.size() == 1);
        CHECK(d.notes[0].message == (bytes.empty() ? "this file is empty" : "there is no text in this file"));
        CHECK(d.text.at.back() == bytes.size());
        CHECK(check(d).empty());
    }
    CHECK(read("x").lines.size() == 1);
}

TEST_CASE("Large and strange files", "[read]") {
    SECTION("one line of 50 MB") {
        std::string line;
        line.resize(50'000'000, 'x');
        const Document d = read(line);
        REQUIRE(d.lines.size() == 1);
        CHECK(d.lines[0].text.size() == 50'000'000);
    }
    SECTION("a million empty lines") {
        const Document d = read("a" + std::string(1'000'000, '\n') + "b");
        REQUIRE(d.lines.size() == 2);
        CHECK(d.lines[1].number == 1'000'001);
        CHECK(d.lines[1].gap == 0xFFFF);
    }
    SECTION("a million carriage returns") {
        CHECK(read("a" + std::string(1'000'000, '\r') + "b").lines[1].number == 1'000'001);
    }
    SECTION("a million form feeds") { CHECK(read("a" + std::string(1'000'000, '\f') + "b").pages.size() == 1'000'001); }
}

TEST_CASE("The note on broken bytes counts them, says where and what to do", "[read]") {
    ReadOptions options;
    options.encoding = "UTF-8";
    const Document d = read("one\n\ftwo \xFF\xFE words \x80\n", options);
    REQUIRE(d.notes.size() == 1);
    CHECK(d.notes[0].severity == Severity::warning);
    CHECK(d.notes[0].page == 2);
    CHECK(d.notes[0].line == 2);
    CHECK(says(d.notes[0].message, "3 bytes at 2 places mean nothing in UTF-8"));
    CHECK(says(d.notes[0].message, "the first is byte 9"));
    CHECK(says(d.notes[0].message, "--encoding"));
    CHECK(d.dropped.size() == 2);
}

TEST_CASE("A layout kept by spaces is told from text", "[read]") {
    const std::string two = "left column text        right column text\n";
    CHECK(read(two + two + two + two + two).source.format == "layout");
    CHECK(read("One sentence.  Two spaces behind it.\nAnother   one.\n").source.format == "text");
    std::string mostly_text;
    for (int i = 0; i < 40; ++i) mostly_text += "A line of ordinary text that fills its column well\n";
    CHECK(read(mostly_text + two + two + two + two).source.format == "text");
}
