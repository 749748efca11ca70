#include "write/xml_emitter.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    append_xml(out, text);
    return out;
}

std::string short_decimal(double value) {
    std::string out;
    append_short_decimal(out, value);
    return out;
}

}  // namespace

TEST_CASE("XML: what would be markup is escaped, what no XML may hold is replaced", "[xml_emitter]") {
    CHECK(escaped("a <b> & \"c\" 'd'") == "a &lt;b&gt; &amp; &quot;c&quot; 'd'");
    CHECK(escaped("]]>") == "]]&gt;");
    CHECK(escaped("a\tb\nc\r") == "a&#9;b&#10;c&#13;");
    CHECK(escaped(std::string_view("\0\x1F x", 4)) == "\xEF\xBF\xBD\xEF\xBF\xBD x");
    CHECK(escaped("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
    CHECK(escaped("\xFF 中\xE4\xB8") == "\xEF\xBF\xBD 中\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escaped("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escaped("𠀀é") == "𠀀é");
}

TEST_CASE("XML: numbers are short", "[xml_emitter]") {
    CHECK(short_decimal(12) == "12");
    CHECK(short_decimal(0.5) == "0.5");
    CHECK(short_decimal(-3.0625) == "-3.063");
    CHECK(short_decimal(0.0004) == "0");
    CHECK(short_decimal(10.02) == "10.02");
    CHECK(short_decimal(1.0 / 0.0) == "0");
}

TEST_CASE("XML: white space stands between elements, never inside text", "[xml_emitter]") {
    std::string out;
    XmlEmitter xml(out);
    xml.open("a");
    xml.attribute("n", std::uint64_t{3});
    xml.open("b");
    xml.close();
    xml.open_text("c");
    xml.text("one ");
    xml.open("d");
    xml.attribute("e", U"\"");
    xml.close();
    xml.text(" two");
    xml.close();
    xml.leaf("f", "");
    xml.close();
    CHECK(out ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a n=\"3\">\n <b/>\n <c>one <d e=\"&quot;\"/> two</c>\n "
          "<f/>\n</a>\n");
}

TEST_CASE("XML: tags of languages", "[xml_emitter]") {
    for (const auto* good : {"en", "zh-Hans", "de-1996"}) CHECK(is_language_tag(good));
    for (const auto* bad : {"", "-", "en-", "1a", "en us", "abcdefghi"}) CHECK_FALSE(is_language_tag(bad));
}
