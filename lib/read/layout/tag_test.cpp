// Numbers and values of attributes.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "read/layout/xml.hpp"

using namespace broadsheet::reading;

TEST_CASE("numbers of attributes: whole ones and others") {
    const auto number = [](std::string_view text, std::string_view behind = "") {
        float out = -99;
        CHECK(take_number(text, out));
        CHECK(text == behind);
        return out;
    };
    CHECK(number("12") == 12);
    CHECK(number(" +0012;x", ";x") == 12);
    CHECK(number("9999999 1", " 1") == 9999999);
    CHECK(number("12.5,3", ",3") == 12.5F);
    CHECK(number("12.") == 12);
    CHECK(number("1e2") == 100);
    CHECK(number("-3") == -3);
    CHECK(number("12345.678") == 12345.678F);
    CHECK(number("7px", "px") == 7);
    for (std::string_view text : {"", " ", "x", "-", "12345678", "99999999.5", "1e9", "nan", "inf"}) {
        float out = 0;
        INFO(std::string(text));
        CHECK_FALSE(take_number(text, out));
    }
}

TEST_CASE("values of attributes: with references and without") {
    const std::string xml = "<a b=\"x y\" c=\"\xE4\xB8\xAD&amp;&#65;\" d=\"\"/>";
    const Markup markup(xml, "UTF-8", false);
    const Tag tag(markup, {0, static_cast<std::uint32_t>(xml.size())});
    CHECK(tag.value("b") == "x y");
    CHECK(tag.value("c") == "\xE4\xB8\xAD&A");
    CHECK(tag.value("d").empty());
    CHECK(tag.has("d"));
}
