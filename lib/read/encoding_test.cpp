#include "read/encoding.hpp"

#include <catch2/catch.hpp>

#include "broadsheet/error.hpp"
#include "broadsheet/read.hpp"
#include "core/chars.hpp"

using namespace broadsheet;
using namespace broadsheet::reading;
using namespace std::string_literals;

namespace {

Decoded decoded_as(const std::string& name, std::string_view bytes) {
    Encoding encoding = named_encoding(name, bytes);
    REQUIRE_FALSE(encoding.name.empty());
    return decode(bytes, encoding);
}

std::string text_as(const std::string& name, std::string_view bytes) {
    return to_utf8(decoded_as(name, bytes).text.chars);
}

using Places = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("UTF-8: characters of each length and their places", "[encoding]") {
    const auto d = decoded_as("utf-8", "aé中𠮷\n");
    CHECK(d.text.chars == U"aé中𠮷\n");
    CHECK(d.text.at == Places{0, 1, 3, 6, 10, 11});
    CHECK(d.broken.empty());
    CHECK(d.controls == Places{4});
}

TEST_CASE("UTF-8: long stretches of one script, broken by others at every place", "[encoding]") {
    for (std::size_t before = 0; before < 20; ++before)
        for (const std::string middle : {"", "é", "中", "\t", "\n", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "𠮷"}) {
            std::string bytes(before, 'a');
            bytes.append(middle).append(11, 'b').append("文字").append(middle);
            const auto d = decoded_as("UTF-8", bytes);
            CAPTURE(before, middle);
            CHECK(to_utf8(d.text.chars) == bytes);
            Places controls;
            for (std::uint32_t i = 0; i < d.text.chars.size(); ++i)
                if (is_control(d.text.chars[i])) controls.push_back(i);
            CHECK(d.controls == controls);
        }
}

TEST_CASE("UTF-8: a broken sequence is one character, as Unicode and Python cut it", "[encoding]") {
    struct Case {
        std::string bytes;
        std::u32string chars;
        Places at;
    };
    const Case cases[] = {{"\xFF", U"\uFFFD", {0, 1}},
                          {"\xE4\xBD", U"\uFFFD", {0, 2}},                                     // cut at the end
                          {"\xE4\xBDx", U"\uFFFDx", {0, 2, 3}},                                // and before a letter
                          {"\xF0\x9F\x98x", U"\uFFFDx", {0, 3, 4}},                            //
                          {"\xC0\xAF", U"\uFFFD\uFFFD", {0, 1, 2}},                            // over-long
                          {"\xE0\x80\x80", U"\uFFFD\uFFFD\uFFFD", {0, 1, 2, 3}},               //
                          {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD", {0, 1, 2, 3}},               // a surrogate
                          {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD", {0, 1, 2, 3, 4}},  // above U+10FFFF
                          {"\x80\x80", U"\uFFFD\uFFFD", {0, 1, 2}}};
    for (const Case& c : cases) {
        const auto d = decoded_as("UTF-8", c.bytes);
        CAPTURE(c.chars.size());
        CHECK(d.text.chars == c.chars);
        CHECK(d.text.at == c.at);
        REQUIRE(d.broken.size() == 1);
        CHECK(d.broken[0].size() == std::count(c.chars.begin(), c.chars.end(), replacement));
    }
    CHECK(decoded_as("UTF-8", "\xEF\xBF\xBD").broken.empty());  // a replacement character that is really there
}

TEST_CASE("UTF-16 and UTF-32: both byte orders, marks, broken units", "[encoding]") {
    CHECK(text_as("UTF-16LE", "\x2D\x4E\x42\xD8\xB7\xDF"s) == "中𠮷");
    CHECK(text_as("utf-16be", "\x4E\x2D\xD8\x42\xDF\xB7"s) == "中𠮷");
    CHECK(text_as("UTF-16", "\xFE\xFF\x4E\x2D"s) == "中");
    CHECK(text_as("UTF-16", "\xFF\xFE\x2D\x4E"s) == "中");
    CHECK(decoded_as("UTF-16", "\xFF\xFE\x2D\x4E"s).text.at == Places{2, 4});
    const auto lone = decoded_as("UTF-16LE", "\x42\xD8\x2D\x4E\x41"s);
    CHECK(lone.text.chars == U"\uFFFD中\uFFFD");
    CHECK(lone.text.at == Places{0, 2, 4, 5});
    CHECK(lone.broken_bytes == 3);
    CHECK(text_as("UTF-32LE", "\xB7\x0B\x02\0"s) == "𠮷");
    CHECK(text_as("UTF-32BE", "\0\x02\x0B\xB7"s) == "𠮷");
    CHECK(decoded_as("UTF-32BE", "\0\x12\0\0\0\0\0"s).text.chars == U"\uFFFD\uFFFD");
}

TEST_CASE("East Asian encodings: characters, places, broken bytes", "[encoding]") {
    CHECK(text_as("GB18030", "\xD6\xD0\x95\x34\xA1\x33\x81\x39\xEE\x39") == "中𠬋㐀");
    CHECK(text_as("gb2312", "\xD6\xD0") == "中");
    CHECK(text_as("Big5", "\xA4\xA4\xA4\xE5") == "中文");
    CHECK(text_as("big5-hkscs", "\x88\x62") == "\u00CA\u0304");
    CHECK(text_as("Shift_JIS", "\x93\xFA\x96\x7B\xB1\x5C\x87\x40") == "日本ｱ\\①");
    CHECK(text_as("EUC-JP", "\xC6\xFC\xCB\xDC\x8E\xB1\x8F\xB0\xA1") == "日本ｱ丂");
    CHECK(decoded_as("GB18030", "a\xD6\xD0\x81\x30\x81\x30z").text.at == Places{0, 1, 3, 7, 8});
    // A first byte that no second one completes is one broken byte; the byte behind it may be text.
    for (const std::string name : {"GB18030", "Big5", "Shift_JIS", "EUC-JP"}) {
        CAPTURE(name);
        const auto d = decoded_as(name, "x\x85 y\x85");
        CHECK(d.text.chars == U"x\uFFFD y\uFFFD");
        CHECK(d.broken_bytes == 2);
    }
}

TEST_CASE("Encodings of one byte, by table and by ICU", "[encoding]") {
    CHECK(text_as("windows-1252",
                  "\x93"
                  "caf\xE9\x94") == "“café”");
    CHECK(decoded_as("cp1252", "\x81").broken_bytes == 1);
    CHECK(text_as("ISO-8859-15", "\xA4") == "€");
    CHECK(text_as("windows-1251", "\xCF") == "П");
    CHECK(text_as("EUC-KR", "\xB0\xA1") == "가");
    CHECK(text_as("latin1", "\xE9") == "é");
}

TEST_CASE("Encodings are found by content", "[encoding]") {
    CHECK(detect_encoding("").name == "UTF-8");
    CHECK(detect_encoding("plain").name == "UTF-8");
    CHECK(detect_encoding("\xEF\xBB\xBFx").mark == 3);
    CHECK(detect_encoding("Le pr\xE9sident a re\xE7u hier les repr\xE9sentants.").name == "windows-1252");
    CHECK(detect_encoding("Die B\xFCrgermeisterin er\xF6"
                          "ffnete gestern das Fest.")
              .name == "windows-1252");
    CHECK(detect_encoding("\xB1\xBE\xB1\xA8\xD1\xB6 \xBD\xF1\xCC\xEC").name == "GB18030");  // 本报讯 今天
    CHECK(detect_encoding("\xA5\xBB\xB3\xF8\xB0\x54 \xA4\xB5\xA4\xD1").name == "Big5-HKSCS");
    CHECK(detect_encoding("h\0e\0l\0l\0o\0\n\0"s).name == "UTF-16LE");
    CHECK(detect_encoding("\0h\0e\0l\0l\0o\0\n"s).name == "UTF-16BE");
    CHECK(detect_encoding("\x2C\x67\xA5\x62\xAF\x8B\xCA\x4E\x29\x59\x0A\0"s).name == "UTF-16LE");
    // A few zero bytes do not make UTF-16 of it.
    CHECK(detect_encoding("text with\0 a zero\0 or two in it"s).name == "UTF-8");
    // Sound UTF-8 with one broken byte is UTF-8.
    CHECK(detect_encoding("中文的报纸，今天\xFF的新闻").name == "UTF-8");
    // What tells may come late.
    CHECK(detect_encoding(std::string(100000, 'a') + "\n\xB1\xBE\xB1\xA8\xD1\xB6\xBD\xF1\xCC\xEC\n").name == "GB18030");
    CHECK(detect_encoding(std::string(5000, 'a') + "中文").name == "UTF-8");
}

TEST_CASE("The name of an encoding is one that says how every program decodes the file", "[encoding]") {
    const auto name = [](std::string_view bytes, const std::string& asked) {
        ReadOptions options;
        options.encoding = asked;
        return read(bytes, options).source.encoding;
    };
    CHECK(name("x", "utf8") == "UTF-8");
    CHECK(name("x", "SJIS") == "cp932");
    CHECK(name("x\0"s, "utf-16") == "UTF-16LE");
    CHECK(name("\xA4\xA4", "Big5") == "Big5-HKSCS");
    CHECK(name("\xA1\x45", "Big5") == "ms950");  // Python's Big5-HKSCS has another dot here
    CHECK(name("x", "latin1") == "ISO-8859-1");
    CHECK(name("\xD6\xD0", "gbk") == "GB18030");
    CHECK(name("\xD6\xD0\xFF", "gbk") == "GBK");
}

TEST_CASE("A damaged line does not make a page of UTF-8 another encoding", "[read][encoding]") {
    std::string page;
    for (int i = 0; i < 5; ++i) page += "Die B\xC3\xBCrger von Z\xC3\xBCrich w\xC3\xA4hlen\n";
    page +=
        "und \xFF\xFE\xC3 hier ist es besch\xC3\xA4"
        "digt\n";
    CHECK(broadsheet::read(page).source.encoding == "UTF-8");
}
