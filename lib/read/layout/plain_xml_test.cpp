// What the plain parser takes, expat takes too and gives the same.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "read/layout/xml.hpp"

using namespace broadsheet::reading;

namespace {

// All events as text; expat gives a run of text in several.
class Told final : public MarkupHandler {
public:
    explicit Told(const Markup& markup) : markup_(markup) {}

    void start(const Tag& tag) override {
        say("<" + place(tag.place()) + std::string(tag.name()));
        for (const auto* name : {"a", "b", "id", "CONTENT", "HPOS", "class", "title"})
            if (tag.has(name)) say(std::string(" ") + name + "=" + place(tag[name]) + tag.value(name));
    }
    void end(std::string_view name) override { say("/" + std::string(name)); }
    void text(Slice slice) override {
        if (!open_.empty() && open_.end == slice.begin) {
            open_.end = slice.end;
            return;
        }
        say("");
        open_ = slice;
    }
    std::string all() {
        say("");
        return out_;
    }

private:
    static std::string place(Slice slice) {
        return std::to_string(slice.begin) + "-" + std::to_string(slice.end) + " ";
    }
    void say(const std::string& what) {
        if (!open_.empty()) out_ += place(open_) + markup_.value(open_) + "\n";
        open_ = {};
        out_ += what;
    }

    const Markup& markup_;
    Slice open_;
    std::string out_;
};

// Whether the plain parser takes it; where it does, expat must agree.
bool is_plain(const std::string& xml) {
    const Markup markup(xml, "UTF-8", false);
    Told plain(markup), expat(markup);
    if (!parse_plain_xml(markup, plain).message.empty()) return false;
    CHECK(parse_xml(markup, expat).message == "");
    CHECK(plain.all() == expat.all());
    return true;
}

}  // namespace

TEST_CASE("plain XML: what programs write is taken") {
    for (const auto* xml : {
             "<a/>",
             "<a></a>",
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<alto:alto a=\"1\"\n  b='2 \"x\" >'>text \n "
             "more</alto:alto >\n",
             "<?xml version='1.0' encoding='utf-8' standalone='no' ?><a>x ]] y ] "
             "&amp;&lt;&gt;&quot;&apos;&#65;&#x4E2d;</a>",
             "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/x.dtd\"><html/>",
             "<!DOCTYPE html><!-- one -->\n<?style-sheet a=\"b\"?><html "
             "a=''>\xE4\xB8\xAD\xC3\xA9\xF0\xA0\x80\x80</html><!-- -->",
             "<a a=\"\xE6\x96\x87&amp;\"><b/><b><!--<x>--></b></a>",
         }) {
        INFO(xml);
        CHECK(is_plain(xml));
    }
}

TEST_CASE("plain XML: whatever else comes is left to expat") {
    for (const auto* xml : {
             "",
             " ",
             "text",
             "<a>",
             "<a></b>",
             "<a/><b/>",
             "<a/>text",
             "x<a/>",
             "<a",
             "<a b",
             "<a b=",
             "<a b=\"",
             "<a b=\"\"",
             "<a b=1/>",
             "<a b=\"<\"/>",
             "<a b=\"&\"/>",
             "<a b=\"1\"b=\"2\"/>",
             "<a a=\"1\" a=\"2\"/>",
             "<a / >",
             "</a>",
             "<a></a",
             "<1/>",
             "<a>&nbsp;</a>",
             "<a>&#0;</a>",
             "<a>&#X41;</a>",
             "<a>&#xD800;</a>",
             "<a>&x</a>",
             "<a>]]></a>",
             "<a>\x01</a>",
             "<a>\xC0\x80</a>",
             "<a>\xED\xA0\x80</a>",
             "<a>\xEF\xBF\xBF</a>",
             "<a>\xF5\x80\x80\x80</a>",
             "<a>\xE4\xB8</a>",
             "<a><![CDATA[x]]></a>",
             "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
             "<a/><!DOCTYPE a>",
             "<!DOCTYPE a><!DOCTYPE a><a/>",
             "<!-- a -- b --><a/>",
             "<!-- a",
             "<?xml version=\"1.0\" encoding=\"-\"?><a/>",
             "<?xml?><a/>",
             " <?xml version=\"1.0\"?><a/>",
             "<a><?xml version=\"1.0\"?></a>",
             "<?XML a?><a/>",
             "<!DOCTYPE a PUBLIC \"<\" \"\"><a/>",
             "<!ELEMENT a><a/>",
         }) {
        INFO(xml);
        CHECK_FALSE(is_plain(xml));
    }
    CHECK_FALSE(is_plain(std::string("<a>\0</a>", 8)));
    std::string deep;
    for (int i = 0; i < 600; ++i) deep += "<a>";
    CHECK_FALSE(is_plain(deep));
}

TEST_CASE("plain XML: damaged files of testdata") {
    namespace fs = std::filesystem;
    std::uint32_t random = 1;
    const auto draw = [&random](std::size_t below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 8U) % below;
    };
    const std::string marks = "<>/&;\"'=!?-[] \n\x01\x80\xE4x";
    std::size_t taken = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TESTDATA) / "read" / "alto")) {
        if (!entry.is_regular_file() || entry.file_size() > 5000) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        INFO(entry.path().string());
        for (int round = 0; round < 40 && !bytes.empty(); ++round) {
            auto damaged = bytes;
            if (round > 0) damaged[draw(damaged.size())] = marks[draw(marks.size())];
            if (is_plain(damaged)) ++taken;
        }
    }
    CHECK(taken > 50);
}
