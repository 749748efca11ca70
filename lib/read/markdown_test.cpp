// Marks of Markdown, one rule at a time. A text is shown as its lines: "heading2:Title", parts of one row that were
// divided by a mark with "|" between them, or "_" where white space stood there too.
#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/read.hpp"
#include "core/chars.hpp"

using namespace broadsheet;

namespace {

Document markdown(std::string_view bytes) {
    ReadOptions options;
    options.from = "markdown";
    Document d = read(bytes, options);
    // Whatever the marks are: each character stands in one line that is shown or in one dropped piece.
    std::vector<int> owners(d.text.chars.size(), 0);
    const auto own = [&](Run run) {
        for (auto i = run.begin; i < run.end; ++i) ++owners[i];
    };
    for (const Line& line : d.lines)
        if (line.mark != Mark::hidden) own(line.text);
    for (const Piece& piece : d.pieces) own(piece.text);
    for (std::size_t i = 0; i < owners.size(); ++i)
        if (owners[i] > 1 || (owners[i] == 0 && !is(d.text.chars[i], cls::space)))
            FAIL("character " << i << " of " << bytes);
    return d;
}

std::string shown(std::string_view bytes) {
    constexpr const char* names[] = {"", "heading", "item:", "row:", "quote:", "image:", "-"};
    const Document d = markdown(bytes);
    std::string out;
    for (const Line& line : d.lines) {
        if (line.continues) {
            out += line.indent > 0 ? "_" : "|";
        } else {
            out += out.empty() ? "" : "\n";
            out += names[static_cast<std::size_t>(line.mark)];
            if (line.level > 0) out += std::to_string(line.level) + ":";
        }
        if (line.mark != Mark::hidden) out += to_utf8(d.text.view(line.text));
    }
    return out;
}

std::string dropped(std::string_view bytes) {
    const Document d = markdown(bytes);
    std::string out;
    for (const Dropped& x : d.dropped) out += (out.empty() ? "" : " ") + render(d, x);
    return out;
}

std::string times(std::string_view text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("Headings", "[markdown]") {
    CHECK(shown("# One\n###### Six\n####### seven\n#none\n#\n") ==
          "heading1:One\nheading6:Six\n####### seven\n#none\n-");
    CHECK(shown("## Title ##\n## C# ##\n## Title#\n") == "heading2:Title\nheading2:C#\nheading2:Title#");
    CHECK(shown("Title\n===\n") == "heading1:Title\n-");
    CHECK(shown("Title\n---\n") == "heading2:Title\n-");
    // A sentence above a rule stays a sentence.
    CHECK(shown("It rained all day.\n---\n") == "It rained all day.\n-");
    CHECK(shown("two\nlines\n---\n") == "two\nlines\n-");
    CHECK(dropped("## **Title** ##") == "## ** ** ##");
}

TEST_CASE("Emphasis", "[markdown]") {
    CHECK(shown("a **b** c") == "a_b_c");
    CHECK(shown("他说**重要**的话") == "他说|重要|的话");
    CHECK(shown("**“重要”**的") == "“重要”|的");
    CHECK(shown("*a* _b_ __c__ ***d***") == "a_b_c_d");
    CHECK(shown("**over\ntwo lines**") == "over\ntwo lines");
    CHECK(shown("**not over\n\na paragraph**") == "**not over\na paragraph**");
    CHECK(shown("2*3*4 and 2 * 3 * 4 and 2**3**4") == "2*3*4 and 2 * 3 * 4 and 2**3**4");
    CHECK(shown("snake_case_name 中_文_字") == "snake_case_name 中_文_字");
    CHECK(shown("name ____ and ____年____月") == "name ____ and ____年____月");
    CHECK(shown("a ~~b~~ c, ~d~") == "a_b_c, ~d~");
    CHECK(shown("**open *inner** end*") == "open *inner_end*");
    CHECK(shown("footnote* and another* one") == "footnote* and another* one");
    CHECK(shown("\\*no\\* mark") == "*no|* mark");
}

TEST_CASE("Rules and lists", "[markdown]") {
    CHECK(shown("a\n\n---\n\nb\n\n* * *\n\n___\n") == "a\n-\nb\n-\n-");
    CHECK(markdown("a\n\n***\n\nb\n").lines[2].gap == 3);
    CHECK(shown("- one\n* two\n+ three\n1. four\n12) five\n2016. six\n-seven\n") ==
          "item:one\nitem:two\nitem:three\nitem:1. four\nitem:12) five\n2016. six\n-seven");
    CHECK(shown("- 3 -\n") == "- 3 -");
    CHECK(shown("> a\n> b\n> > c\n") == "quote:a\nquote:b\nquote:c");
}

TEST_CASE("Links, images, code", "[markdown]") {
    CHECK(shown("see [the *site*](https://x.org/a_b_(c)) now") == "see_the_site_now");
    CHECK(shown("[3](see page 2) and [a] (b)") == "[3](see page 2) and [a] (b)");
    CHECK(shown("<https://x.org> <GM> <B> a < b > c") == "https://x.org_<GM> <B> a < b > c");
    CHECK(shown("![A bridge](b.png)") == "image:A bridge");
    CHECK(shown("a ![A bridge](b.png \"title\") c") == "a\nimage:A bridge\nc");
    CHECK(shown("![](b.png)\n![b](img/b.png)\n![img-0.jpeg](img-0.jpeg)\n") == "-\n-\n-");
    CHECK(shown("![x](data:image/png;base64," + times("QUJD", 5000) + ")") == "image:x");
    CHECK(shown("a `*b*` c ``d ` e``") == "a_*b*_c_d ` e");
    CHECK(shown("``quoted'' and ``again''") == "``quoted'' and ``again''");
}

TEST_CASE("Fences", "[markdown]") {
    CHECK(shown("```markdown\n# T\n```\n") == "-\nheading1:T\n-");
    CHECK(shown("```\n# T\n") == "-\nheading1:T");
    CHECK(shown("```python\n# T *x*\n```\n# U\n") == "-\n# T *x*\n-\nheading1:U");
    CHECK(shown("```python\n# no end\n") == "-\nheading1:no end");
}

TEST_CASE("Comments and pages", "[markdown]") {
    const auto pages = [](std::string_view bytes) { return markdown(bytes).pages.size(); };
    CHECK(pages("a\n<!-- page 2 -->\nb\n") == 2);
    CHECK(pages("a\n\n<!-- PageBreak -->\n<!-- page 2 -->\n\nb\n") == 2);
    CHECK(pages("<!-- Page 1 -->\na\n") == 1);
    CHECK(pages("a\n<!-- 第2页 -->\nb\n") == 2);
    CHECK(pages("a\n<!-- PageHeader=\"x\" -->\nb\n") == 1);
    CHECK(pages("a\n<!-- see page 2 -->\nb\n") == 1);
    CHECK(pages("a <!-- page break --> b\n\nc\n") == 2);
    CHECK(pages("a\n<!-- PageBreak -->\n") == 1);
    // A rule is a page's end where a folio follows.
    CHECK(pages("a\n\n---\n\nTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE 2\n\nb\n") == 2);
    CHECK(pages("a\n\n---\n\n柳河日报　2021年5月3日 星期一　第2版\n\nb\n") == 2);
    CHECK(pages("a\n\n---\n\nb\n") == 1);
    CHECK(pages("---\n\nTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE 1\n\nb\n") == 1);
    CHECK(shown("<!-- a\nb --> c\n") == "-\nc");
    CHECK(shown("<!-- no end\n\n# T\n") == "<!-- no end\nheading1:T");
}

TEST_CASE("Tables", "[markdown]") {
    CHECK(shown("| a | b |\n|---|:-:|\n| **c** | d |\n\ne | f\n") == "row:| a | b |\n-\nrow:|_c_| d |\ne | f");
    CHECK(shown("a | b\n--|--\nc | d\n\ne | f\n") == "row:a | b\n-\nrow:c | d\ne | f");
    CHECK(shown("<table><tr><td>a</td><td>b</td></tr><tr><td>c<sup>1</sup></td></tr></table>") == "row:a_b\nrow:c|1");
    CHECK(shown("<table>\n<tr><td>a</td>\n<td>b</td></tr>\n</table>\nc\n") == "-\nrow:a\nrow:b\n-\nc");
    CHECK(shown("<table>\n\nno end of it\n") == "-\nno end of it");
    CHECK(shown("a<br>b<br/>c") == "a\nb\nc");
    CHECK(shown("<h2>T</h2>\n<p class=\"x\">a</p>\n") == "heading2:T\na");
}

TEST_CASE("Front matter", "[markdown]") {
    CHECK(shown("---\nlang: en\nlist:\n- a\n---\nText\n") == "-\n-\n-\n-\n-\nText");
    CHECK(shown("---\nno key here\n---\n") == "-\nheading2:no key here\n-");
}

TEST_CASE("Markdown is told from text", "[markdown]") {
    const auto format = [](std::string_view bytes) { return read(bytes).source.format; };
    CHECK(format("## Title\n\ntext\n") == "markdown");
    CHECK(format("# Title\n\ntext\n") == "markdown");
    CHECK(format("**Bold** one\n\n**bold** two\n") == "markdown");
    CHECK(format("a\n\n![x](y.png)\n") == "markdown");
    CHECK(format("```markdown\ntext\n```\n") == "markdown");
    CHECK(format("a\n<!-- page 2 -->\nb\n") == "markdown");
    CHECK(format("| a | b |\n|---|---|\n| c | d |\n") == "markdown");
    for (const std::string text : {"# 1 in sales\n\ntext\n", "#1 in sales\n", "#hashtag\n", "* * *\n\n- a\n- b\n",
                                   "a\n---\nb\n", "5 * 3 ** 2\n", "a_b_c __\n", "[1] (2)\n", "A | B\n", "<GM> rose\n",
                                   "~~~~~~~~\n", "one\ntwo # three\n", "1. a\n2. b\n", "*note\n"}) {
        CAPTURE(text);
        CHECK(format(text) == "text");
    }
    // One accident in a long text is no proof.
    CHECK(format(times("A line of poor recognition\n", 400) + "## |\n") == "text");
}

TEST_CASE("Rows of marks cost no more than their length", "[markdown]") {
    // Each would take minutes if it took its square.
    for (const std::string unit :
         {"*a ",    "**",         "a*",          "_a_ ",   "[",       "[a](", "![",  "`", "`a``",
          "<",      "<a ",        "<!-- ",       "<!--\n", "\\",      "> ",   "~~a", "|", "```\n",
          "```x\n", "![a](data:", "[a](data:x ", "- ",     "<table>", "# \n", "`'"}) {
        const std::string bytes = times(unit, 200'000);
        CHECK(markdown(bytes).text.chars.size() == bytes.size());
    }
}

TEST_CASE("front matter stands between rules, at the top or before each article", "[read][markdown]") {
    CHECK(shown("---\ntitle: x\n---\n\nText.\n") == "-\n-\n-\nText.");
    const std::string ours = "---\nheadline: \"A\"\nflags: [\"b\"]\nid: \"p1-a1\"\n---\n\n";
    CHECK(shown(ours + "Text.\n\n" + ours + "More.\n") == "-\n-\n-\n-\n-\nText.\n-\n-\n-\n-\n-\nMore.");
    // Rules and colons of an ordinary page.
    CHECK(shown("Text.\n\n---\nWeather: fine\nWind: west\nRain: \"none\"\n---\n") ==
          "Text.\n-\nWeather: fine\nWind: west\nRain: \"none\"\n-");
}

TEST_CASE("front matter alone tells that a text is Markdown", "[read][markdown]") {
    CHECK(read("---\nheadline: \"\"\nid: \"p1-a1\"\n---\n\nText and no mark.\n").source.format == "markdown");
    CHECK(read("---\nText between two rules.\n---\n\nText and no mark.\n").source.format == "text");
}
