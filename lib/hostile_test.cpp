// Inputs that nobody means well with: each gives a document in order, or an Error that says why; none takes long.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

#include "pages_test.hpp"

namespace {

using broadsheet::Document;
using broadsheet::Error;
using broadsheet::Options;

std::string times(std::string_view text, std::size_t n) {
    std::string out;
    out.reserve(text.size() * n);
    while (n-- > 0) out += text;
    return out;
}

// As much of the text, again and again, as makes `size` bytes, at the end of a line of it.
std::string grown(std::string_view text, std::size_t size) { return times(text, size / text.size() + 1); }

Options as_utf8() {
    Options options;
    options.read.encoding = "UTF-8";
    return options;
}

double seconds(const std::string& bytes) {
    const auto begin = std::chrono::steady_clock::now();
    const Document document = broadsheet::process(bytes, as_utf8());
    broadsheet::WriteOptions json;
    json.to = "json";
    const std::string out = broadsheet::write(document, json);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(out.size() > 2);
    return took.count();
}

}  // namespace

TEST_CASE("an empty file", "[hostile]") {
    for (const std::string bytes :
         {"", "\n", " ", "\r\n\r\n", "\f", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n", "\t \xE3\x80\x80\n"}) {
        INFO("bytes: " << bytes.size());
        Document document;
        CHECK(pages::broken_law(bytes, {}, &document) == "");
        CHECK(document.articles.empty());
        CHECK(broadsheet::repair_text(bytes).find_first_not_of('\n') == std::string::npos);
        for (const auto& writer : broadsheet::writers()) {
            broadsheet::WriteOptions options;
            options.to = std::string(writer.name);
            CHECK_NOTHROW(broadsheet::write(document, options));
        }
    }
}

TEST_CASE("a text without a newline", "[hostile]") {
    for (const std::string bytes : {"One word", "x", "只有一行，没有换行。", "a\r", "a\f", "-", "#", "```", "“"}) {
        INFO(bytes);
        CHECK(pages::broken_law(bytes) == "");
    }
}

TEST_CASE("one line of 50 MB", "[hostile]") {
    for (const std::string unit : {"这是一个很长的句子，没有换行。", "a line that does not end and has no mark "}) {
        const std::string bytes = grown(unit, 50'000'000);
        const Document document = broadsheet::process(bytes);
        CHECK(broadsheet::check(document) == "");
        CHECK(document.articles.size() <= 2);
    }
}

TEST_CASE("cost of long pages of odd lines stays linear", "[hostile]") {
    // Each took minutes for some megabytes once: for a part of each heading, or of each paragraph in two halves, all
    // of the page was looked through. Processor time: the machine may be busy.
    const auto cost = [](const std::string& bytes) {
        const auto begin = std::clock();
        CHECK(broadsheet::check(broadsheet::process(bytes, as_utf8())) == "");
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    for (const std::string unit : {"Mon-\nday cut-\nting af-\nter\n", "、\n\nl\n\n\n\n"}) {
        const double little = cost(grown(unit, 500'000)), much = cost(grown(unit, 2'000'000));
        INFO(unit << little << " s for 500 KB, " << much << " s for 2 MB");
        CHECK(much < 8 * little);
    }
}

TEST_CASE("a million empty lines", "[hostile]") {
    const std::string empty(1'000'000, '\n');
    CHECK(broadsheet::process(empty).articles.empty());
    Document document;
    CHECK(pages::broken_law("First line.\n" + empty + "Last line.\n", {}, &document) == "");
    CHECK_FALSE(document.articles.empty());
    CHECK(pages::broken_law("First.\n" + times("\r\n", 500'000) + "Last.", {}) == "");
    CHECK(pages::broken_law("First.\n" + std::string(200'000, '\f') + "Last.", {}) == "");
}

TEST_CASE("NUL bytes are noise", "[hostile]") {
    std::string bytes =
        "The first line of a page that\nis good text but for a byte.\n第二段也是好的，只是有一个字节坏了。\n";
    bytes.insert(40, 1, '\0');
    bytes.insert(0, 1, '\0');
    bytes.push_back('\0');
    Document document;
    REQUIRE(pages::broken_law(bytes, as_utf8(), &document) == "");
    std::size_t noise = 0;
    for (const auto& dropped : document.dropped)
        if (dropped.reason == broadsheet::Reason::noise)
            for (const auto& span : spans(document, dropped)) noise += span.end - span.begin;
    CHECK(noise == 3);
    CHECK_FALSE(document.notes.empty());
    for (const auto& block : document.blocks) CHECK(render(document, block).find('\0') == std::string::npos);
}

TEST_CASE("broken UTF-8 is noise and the rest is text", "[hostile]") {
    const std::string faults[] = {"\xFF",     "\xC3",         "\xE4\xBD",         "\xF0\x9F\x98", "\x80",
                                  "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFE\xFE\xFF"};
    for (const auto& fault : faults) {
        const std::string bytes =
            "Before the fault.\nIn mid" + fault + "dle of a line.\n前面" + fault + "后面。\n" + fault;
        Document document;
        REQUIRE(pages::broken_law(bytes, as_utf8(), &document) == "");
        std::string text;
        for (const auto& block : document.blocks) text += render(document, block) + "\n";
        CHECK(text.find("Before the fault.") != std::string::npos);
        CHECK(text.find("\xEF\xBF\xBD") == std::string::npos);
        CHECK_FALSE(document.notes.empty());
    }
}

TEST_CASE("random bytes", "[hostile]") {
    std::mt19937 random(7);
    for (int n = 0; n < 400; ++n) {
        std::string bytes(random() % 3000, ' ');
        const unsigned kind = random() % 4;
        for (auto& c : bytes) {
            if (kind == 0) c = static_cast<char>(random() & 0xFF);
            if (kind == 1) c = static_cast<char>(0x20 + random() % 0x5F);  // all of ASCII that shows
            if (kind == 2) c = "\n \t\f\r-#*_|>`<![]().,:"[random() % 21];
            if (kind == 3) c = "\n a\xE4\xB8\x80\xE3\x80\x82"[random() % 9];
        }
        INFO("seed 7, input " << n);
        std::string law;
        try {
            law = pages::broken_law(bytes, as_utf8());
            if (law.empty()) law = pages::broken_law(bytes);
        } catch (const Error& e) {
            if (e.code() != Error::Code::format) law = e.what();
        }
        CHECK(law == "");
    }
}

TEST_CASE("a binary file is refused by name", "[hostile]") {
    std::string bytes(
        "\x7F"
        "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
        16);
    for (int i = 0; i < 4000; ++i) bytes.push_back(static_cast<char>(i * 37 % 11 == 0 ? i : 0));
    Options options;
    options.read.name = "program.bin";
    try {
        (void)broadsheet::process(bytes, options);
        FAIL("it was read");
    } catch (const Error& e) {
        CHECK(e.code() == Error::Code::format);
        CHECK(std::string(e.what()).find("program.bin") != std::string::npos);
    }
}

TEST_CASE("limits and names that are not known are errors", "[hostile]") {
    const auto code = [](const Options& options) {
        try {
            (void)broadsheet::process("Text.\n", options);
        } catch (const Error& e) {
            return e.code();
        }
        return Error::Code::internal;
    };
    Options options;
    options.read.max_bytes = 3;
    CHECK(code(options) == Error::Code::limit);
    options = {};
    options.read.encoding = "no-such-encoding";
    CHECK(code(options) == Error::Code::encoding);
    options = {};
    options.read.from = "no-such-reader";
    CHECK(code(options) == Error::Code::option);
    options = {};
    options.repair.skip = {"no-such-pass"};
    CHECK(code(options) == Error::Code::option);
    CHECK_THROWS_AS(broadsheet::write(broadsheet::process("Text.\n"),
                                      [] {
                                          broadsheet::WriteOptions write;
                                          write.to = "no-such-writer";
                                          return write;
                                      }()),
                    Error);
}

// Each file of testdata/hostile once broke the program.
TEST_CASE("inputs that broke it once", "[hostile]") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TESTDATA) + "/hostile")) {
        INFO(entry.path());
        const std::string bytes = pages::contents(entry.path());
        CHECK(pages::broken_law(bytes, as_utf8()) == "");
        CHECK(pages::broken_law(bytes) == "");
        ++files;
    }
    CHECK(files > 0);
}

// Eight times the input may take at most four times as long for each byte: what grows with the square takes eight. And
// no shape may cost more than 50 microseconds a byte, many times what ordinary pages cost under sanitizers.
TEST_CASE("cost does not grow with the square of the input", "[hostile]") {
    std::string all, vertical, distinct, rows, words;
    for (const auto& page : pages::own()) all += page.bytes + "\n";
    for (int i = 0; i < 4000; ++i)
        vertical += std::string("\xE4\xB8") + static_cast<char>(0x80 + i % 60) + (i % 9 == 8 ? "\n\n" : "\n");
    for (int i = 0; i < 20000; ++i)
        distinct += "Line " + std::to_string(i * 7919 % 20011) + " of a list that never stops\n";
    std::mt19937 random(11);
    for (int i = 0; i < 600; ++i)
        for (auto n = 2 + random() % 12; n > 0; --n)
            words += std::string(1 + random() % 9, 'a') + (n > 1 ? (random() % 4 == 0 ? "   " : " ") : "\n");
    // What an extractor makes of a page set vertically: rows of characters, one of each column.
    for (int tier = 0; tier < 12; ++tier) {
        constexpr std::size_t columns = 11;
        std::size_t height[columns];
        for (auto& h : height) h = 17 - (random() % 4 == 0 ? random() % 17 : 0);  // paragraphs end on the way
        for (std::size_t y = 0; y < 17; ++y) {
            std::string row;
            for (const auto h : height)
                if (y < h)
                    row += (row.empty() ? "" : " ") +
                           (random() % 8 == 0 ? std::string("\xEF\xBC\x8C")
                                              : std::string("\xE4\xB8") + static_cast<char>(0x80 + random() % 60));
            rows += row + "\n";
        }
        rows += "\n";
    }
    struct Shape {
        const char* name;
        std::string unit;
    };
    const Shape shapes[] = {
        {"pages", all},
        {"one line", "没有换行的一行，"},
        {"the same line", "The same line again and again.\n"},
        {"the same line, apart", "同一行字，一再重复出现。\n\n"},
        {"distinct lines", distinct},
        {"one character a line", vertical},
        {"open ends", "这一行没有句号而且写满了整个的栏宽\n\n"},
        {"open quotes", "“开头的引号从来没有关上\n"},
        {"heads", "A Head Without a Body\n\nAnother Head\n\n"},
        {"bylines", "□本报记者 张三\n\nBy John Smith\n\n"},
        {"marks", "# \n**a** _b_ `c` [d](e) ![f](g)\n"},
        {"open marks", "**a _b `c [d ![e <!-- "},
        {"table", "| a | b | c |\n"},
        {"columns", "left column of text      middle column of text      right column of text\n"},
        {"rows of characters", rows},
        {"rows of words", words},
        {"hyphens", "a line that ends with a hyphen-\n"},
        {"pages of one line", "text\f\n"},
        {"spaces", "a                                                                  \n"},
    };
    constexpr double most = 200e-6;
    for (const auto& shape : shapes) {
        const std::string probe = grown(shape.unit, 8'000).substr(0, 8'000);
        const double each = seconds(probe) / static_cast<double>(probe.size());
        INFO(shape.name << ": " << each * 1e6 << " microseconds a byte");
        CHECK(each < most);
        if (each >= most) continue;  // the rest would take minutes
        const std::string little = grown(shape.unit, 120'000);
        const std::string much = grown(shape.unit, 8 * little.size());
        double one = seconds(little);
        for (int n = 0; n < 2; ++n) one = std::min(one, seconds(little));
        const double many = seconds(much);
        const double ratio = many / static_cast<double>(much.size()) / (one / static_cast<double>(little.size()));
        INFO(one << " s for " << little.size() << " bytes, " << many << " s for " << much.size());
        CHECK((ratio <= 8 || many < 0.5));  // on a busy machine a few milliseconds say nothing
    }
}
