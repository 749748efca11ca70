#include <catch2/catch.hpp>

#include "broadsheet/write.hpp"
#include "write/made_document.hpp"
#include "write/markdown_escape.hpp"

using namespace broadsheet;
using test::MadeDocument;
using write_detail::append_markdown;
using write_detail::Position;

namespace {

std::string escaped(std::string_view text, Position position = Position::line_start) {
    std::string out;
    append_markdown(out, text, position);
    return out;
}

std::string body(const Document& document) {
    WriteOptions options;
    options.to = "markdown";
    const std::string out = write(document, options);
    REQUIRE(out.starts_with("---\n"));
    const auto end = out.find("\n---\n", 4);
    return out.substr(end + 5);
}

}  // namespace

TEST_CASE("Nothing in a text becomes markup", "[markdown]") {
    CHECK(escaped("a*b_c`d[e](f)<g>~h\\") == "a\\*b\\_c\\`d\\[e\\](f)\\<g>\\~h\\\\");
    CHECK(escaped("# 4") == "\\# 4");
    CHECK(escaped("#4 and ###") == "#4 and ###");
    CHECK(escaped("> so") == "\\> so");
    CHECK(escaped("- so") == "\\- so");
    CHECK(escaped("-so") == "-so");
    CHECK(escaped("+ so") == "\\+ so");
    CHECK(escaped("-") == "\\-");
    CHECK(escaped("---") == "\\---");
    CHECK(escaped("- - -") == "\\- - -");
    CHECK(escaped("===") == "\\===");
    CHECK(escaped("|---|:--|") == "\\|---|:--|");
    CHECK(escaped("1931. A year") == "1931\\. A year");
    CHECK(escaped("2) two") == "2\\) two");
    CHECK(escaped("3.5 per cent") == "3.5 per cent");
    CHECK(escaped("1234567890. no") == "1234567890. no");
    CHECK(escaped("AT&T &amp; &#20013; & co;") == "AT&T \\&amp; \\&#20013; & co;");
    CHECK(escaped("    not code  ") == "not code");
    CHECK(escaped("一、中文。") == "一、中文。");
    CHECK(escaped("No. 3 #", Position::heading) == "No. 3 \\#");
    CHECK(escaped("1. so", Position::inside) == "1. so");
}

TEST_CASE("Front matter names headline, byline and source", "[markdown]") {
    MadeDocument made({U"He said: \"no\"", U"By A. Smith", U"Text.", U"-", U"More."});
    Article& article = made.article({made.block(Role::headline, {0}), made.block(Role::byline, {1}),
                                     made.block(Role::paragraph, {2}), made.block(Role::paragraph, {4})});
    article.authors = {"A. Smith"};
    article.starts_open = true;
    made.drop(Reason::noise, 3);
    WriteOptions options;
    options.to = "markdown";
    CHECK(write(made.document, options) ==
          "---\n"
          "headline: \"He said: \\\"no\\\"\"\n"
          "byline: \"By A. Smith\"\n"
          "authors: [\"A. Smith\"]\n"
          "type: \"article\"\n"
          "lang: \"en\"\n"
          "flags: [\"starts_mid_sentence\"]\n"
          "source: \"page.txt\"\n"
          "pages: \"1\"\n"
          "lines: \"1-3, 5\"\n"
          "id: \"p1-a1\"\n"
          "---\n"
          "\n# He said: \"no\"\n\nBy A. Smith\n\nText.\n\nMore.\n");
}

TEST_CASE("Every role has its form", "[markdown]") {
    const auto one = [](Role role, const std::vector<std::u32string>& lines) {
        MadeDocument made(lines);
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < lines.size(); ++i) all.push_back(i);
        made.article({made.block(role, all, Joint::line)});
        return body(made.document);
    };
    CHECK(one(Role::headline, {U"two", U"rows"}) == "\n# two rows\n");
    CHECK(one(Role::subhead, {U"sub"}) == "\n## sub\n");
    CHECK(one(Role::kicker, {U"kick"}) == "\n**kick**\n");
    CHECK(one(Role::caption, {U"- a *picture*"}) == "\n*- a \\*picture\\**\n");
    CHECK(one(Role::list, {U"1. one", U"two"}) == "\n- 1\\. one\n- two\n");
    CHECK(one(Role::note, {U"one", U"two"}) == "\n> one\\\n> two\n");
    CHECK(one(Role::table, {U"a 1", U"``` 2"}) == "\n````\na 1\n``` 2\n````\n");
    CHECK(one(Role::table, {U"| a | b* |", U"| 1 | 2 |"}) == "\n| a | b\\* |\n|---|---|\n| 1 | 2 |\n");
    CHECK(one(Role::paragraph, {U"a verse", U"- of two"}) == "\na verse\\\n\\- of two\n");
}

TEST_CASE("Rows that are blocks of their own are one table", "[markdown]") {
    MadeDocument made({U"| a | b |", U"| 1 | 2 |", U"text"});
    made.article({made.block(Role::table, {0}), made.block(Role::table, {1}), made.block(Role::paragraph, {2})});
    CHECK(body(made.document) == "\n| a | b |\n|---|---|\n| 1 | 2 |\n\ntext\n");
    CHECK(write(made.document) == "| a | b |\n| 1 | 2 |\n\ntext\n");
}

TEST_CASE("Articles follow each other with a blank line", "[markdown]") {
    MadeDocument made({U"a", U"b"});
    made.article({made.block(Role::paragraph, {0})});
    made.article({made.block(Role::paragraph, {1})});
    WriteOptions options;
    options.to = "markdown";
    CHECK(write(made.document, options).find("\na\n\n---\nheadline") != std::string::npos);
}
