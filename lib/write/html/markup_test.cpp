#include "write/html/markup.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace broadsheet::write_detail::report;

namespace {

std::string element(std::string_view text) {
    std::string out;
    Markup html(out);
    html.leaf("p", text);
    return out;
}

std::string base64(std::string_view bytes) {
    std::string out;
    append_base64(out, bytes);
    return out;
}

}  // namespace

TEST_CASE("Report: text stays text, in elements and in attributes", "[report]") {
    CHECK(element("</p><script>alert(1)</script>") == "<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    CHECK(element("]]> &amp; &#60;") == "<p>]]&gt; &amp;amp; &amp;#60;</p>");
    std::string out;
    Markup html(out);
    html.open("a", "x");
    html.attribute("title", "\" onclick=\"alert(1)\" '<>&");
    html.close();
    CHECK(out == "<a class=\"x\" title=\"&quot; onclick=&quot;alert(1)&quot; '&lt;&gt;&amp;\"></a>");
    out.clear();
    html.open_with("p", {{"id", "1"}, {"title", "\"<"}});
    html.leaf_with("meta", {{"name", "x"}});
    html.leaf_with("a", {{"href", "#1"}}, "<1>");
    html.leaf_with("i", {});
    html.close();
    CHECK(out == "<p id=\"1\" title=\"&quot;&lt;\"><meta name=\"x\"/><a href=\"#1\">&lt;1&gt;</a><i></i></p>");
}

TEST_CASE("Report: an element has an end tag, but for those that must not", "[report]") {
    std::string out;
    Markup html(out);
    html.open("div");
    html.open("span");
    html.close();
    html.open("input");
    html.attribute("type", "search");
    html.close();
    html.text("x");
    html.close();
    CHECK(out == "<div><span></span><input type=\"search\"/>x</div>");
}

TEST_CASE("Report: one character is shown as one, and none turns the line around", "[report]") {
    CHECK(shown(U'a') == U'a');
    CHECK(shown(U'中') == U'中');
    CHECK(shown(0x1F4F0) == 0x1F4F0);
    CHECK(shown(0) == 0x2400);
    CHECK(shown(0x1B) == 0x241B);
    CHECK(shown(0x7F) == 0x2421);
    CHECK(shown(U'\t') == U'\t');
    CHECK(shown(U'\f') == U' ');
    for (const char32_t c : {0x80U, 0x202EU, 0x2067U, 0x200FU, 0xFFFFU, 0x1FFFEU, 0xD800U}) CHECK(shown(c) == 0xFFFD);
}

TEST_CASE("Report: base64 and links", "[report]") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xFF\xFE\xFD") == "//79");
    CHECK(link_to("a b/c#1?.html") == "a%20b/c%231%3F.html");
    CHECK(link_to("javascript:x") == "javascript%3Ax");
    CHECK(link_to("报") == "%E6%8A%A5");
}

TEST_CASE("Report: forty-two articles in a row look different", "[report]") {
    std::set<std::string> looks;
    for (std::uint32_t i = 0; i < colours * patterns; ++i) looks.insert(look_of(i));
    CHECK(looks.size() == colours * patterns);
    CHECK(grouped(1234567) == "1,234,567");
    CHECK(grouped(999) == "999");
    CHECK(counted(1, "line", "lines") == "1 line");
}
