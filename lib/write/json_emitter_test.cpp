#include "write/json_emitter.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

using namespace broadsheet;

namespace {

std::string json_of(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string decimal(double value) {
    std::string out;
    append_decimal(out, value);
    return out;
}

}  // namespace

TEST_CASE("A JSON string is read back as it was", "[json]") {
    std::string all;
    for (char32_t c = 0; c < 0x3000; ++c) {
        if (c < 0x80) {
            all += static_cast<char>(c);
        } else if (c < 0x800) {
            all += static_cast<char>(0xC0U | c >> 6U);
            all += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            all += static_cast<char>(0xE0U | c >> 12U);
            all += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
            all += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    all += "中文\U00020000\U0010FFFF\uFFFE\uD7FF\uE000";
    CHECK(nlohmann::json::parse(json_of(all)).get<std::string>() == all);
    CHECK(json_of("").size() == 2);
}

TEST_CASE("What others trip over is escaped", "[json]") {
    CHECK(json_of("\"\\\n\r\t\x01\x7F") == R"("\"\\\n\r\t\u0001\u007f")");
    CHECK(json_of("\u0085\u2028\u2029") == R"("\u0085\u2028\u2029")");
    CHECK(json_of("\uFFFF") == R"("\uffff")");
    CHECK(json_of("¶中") == "\"¶中\"");
    CHECK(json_of(std::string_view("\0", 1)) == R"("\u0000")");
}

TEST_CASE("Bytes that are no UTF-8 become U+FFFD", "[json]") {
    for (const std::string_view bad :
         {"\x80", "\xFF", "\xC0", "\xC1", "\xC3", "\xE4", "\xF0", "\xF5", "\xE4(", "\xF0\x9F("}) {
        const std::string out = json_of(bad);
        CHECK_NOTHROW(nlohmann::json::parse(out));
        CHECK(out.find("\xEF\xBF\xBD") != std::string::npos);
    }
    CHECK(json_of("a\xE4\xB8z") == "\"a\uFFFD\uFFFDz\"");
    CHECK_NOTHROW(nlohmann::json::parse(json_of("\xED\xA0\x80")));                  // half of a surrogate pair
    CHECK_NOTHROW(nlohmann::json::parse(json_of("\xE0\x80\xAF\xF4\x90\x80\x80")));  // overlong, too large
}

TEST_CASE("Decimals are short, have a point and no locale", "[json]") {
    CHECK(decimal(0) == "0.0");
    CHECK(decimal(1) == "1.0");
    CHECK(decimal(0.934) == "0.93");
    CHECK(decimal(0.999) == "1.0");
    CHECK(decimal(0.05) == "0.05");
    CHECK(decimal(static_cast<double>(0.1F)) == "0.1");
    CHECK(decimal(1234.5) == "1234.5");
    CHECK(decimal(-2.25) == "-2.25");
    CHECK(decimal(-0.001) == "0.0");
    CHECK(decimal(std::numeric_limits<double>::quiet_NaN()) == "0.0");
    CHECK_NOTHROW(nlohmann::json::parse(decimal(std::numeric_limits<double>::max())));
}

TEST_CASE("Objects and arrays, compact and pretty", "[json]") {
    for (const bool pretty : {false, true}) {
        std::string out;
        JsonEmitter json(out, pretty);
        json.begin_object();
        json.string("a", "x");
        json.key("list");
        json.begin_array();
        json.integer(18446744073709551615U);
        json.begin_object(JsonEmitter::Layout::row);
        json.boolean("yes", true);
        json.boolean("no", false);
        json.end_object();
        json.begin_array();
        json.end_array();
        json.end_array();
        json.key("none");
        json.begin_object();
        json.end_object();
        json.end_object();
        const auto expected =
            nlohmann::json::parse(R"({"a":"x","list":[18446744073709551615,{"yes":true,"no":false},[]],"none":{}})");
        CHECK(nlohmann::json::parse(out) == expected);
        CHECK((out.find('\n') != std::string::npos) == pretty);
    }
}
