// METS of several profiles, in testdata/mets: their articles come out as they say.
#include "read/issue/mets.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "broadsheet/broadsheet.hpp"
#include "read/issue/issue.hpp"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

Files files_of(const std::string& name) {
    Files out;
    const auto root = fs::path(TESTDATA) / "mets" / name;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            out[entry.path().lexically_relative(root).generic_string()] = {std::istreambuf_iterator<char>(in), {}};
        }
    return out;
}

OpenFile opener(const Files& files) {
    return [&files](std::string_view path) -> std::optional<IssueFile> {
        const auto at = files.find(std::string(path));
        if (at == files.end()) return std::nullopt;
        return IssueFile{at->first, at->second};
    };
}

Options options_for(const Files& files, const std::string& name) {
    Options options;
    options.read.name = name;
    options.read.open = opener(files);
    return options;
}

Document issue(const Files& files, const std::string& mets, Articles articles = Articles::source) {
    auto options = options_for(files, mets);
    options.read.articles = articles;
    auto d = process(files.at(mets), options);
    CHECK(check(d).empty());
    return d;
}

// Each article as the first words of its blocks.
std::vector<std::string> outline(const Document& d) {
    std::vector<std::string> out;
    for (const auto& a : d.articles) {
        std::string line = a.id + " " + std::string(name(a.type)) + ":";
        for (const auto b : a.blocks) line += " " + render(d, d.blocks[b]).substr(0, 9) + "|";
        out.push_back(std::move(line));
    }
    return out;
}

bool has_note(const Document& d, std::string_view what) {
    return std::any_of(d.notes.begin(), d.notes.end(),
                       [&](const Note& n) { return n.message.find(what) != std::string::npos; });
}

const std::vector<std::string> as_named = {"p1-a1 article: The Bridg| The new b| The toll |",
                                           "p1-a2 article: Sunday Mu| The choir|", "p1-a3 ad: Soap, can|",
                                           "p2-a1 article: Snow on t| Snow fell|"};

}  // namespace

TEST_CASE("METS: articles linked with areas of words on pages", "[mets]") {
    const auto files = files_of("linked");
    const auto d = issue(files, "issue_mets.xml");
    CHECK(outline(d) == as_named);
    CHECK(d.source.format == "mets");
    REQUIRE(d.files.size() == 2);
    CHECK(d.files[0].name == "0001.xml");  // ORDER, not the file's order
    REQUIRE(d.given.size() == 4);
    CHECK(d.given[0].title == "The Bridge Opened");  // of the article, not of the newspaper
    CHECK(d.given[1].title == "Sunday Music");
    // An article over two pages names both files.
    const auto last = spans(d, d.blocks[d.articles[0].blocks[2]]).front();
    CHECK((last.page == 2 && last.file == 2));
    CHECK(has_note(d, "have been parted in another way"));
    // What stands in none of them, where nearly all text is named, was left out by the source.
    REQUIRE(d.dropped.size() == 1);
    CHECK(render(d, d.dropped[0]) == "The Valley Courier");
}

TEST_CASE("METS: nested articles, references of all sorts, German names, a page that is missing", "[mets]") {
    const auto files = files_of("nested");
    const auto d = issue(files, "mets.xml");
    auto expected = as_named;  // the snow is in no article: it is found
    CHECK(outline(d) == expected);
    CHECK(d.pages.size() == 3);
    CHECK(has_note(d, "this page is missing: alto/page3.xml"));
    CHECK(has_note(d, "1 part of articles not found in it (the first is \"B99\")"));
    CHECK(d.given.size() == 3);
    // A block of which an article has some lines only is parted.
    CHECK(std::count_if(d.regions.begin(), d.regions.end(), [](const Region& r) { return r.id == "B4"; }) == 2);
}

TEST_CASE("METS: articles linked with rectangles on the images of pages", "[mets]") {
    auto files = files_of("linked");
    std::string& mets = files["issue_mets.xml"];
    const auto replace = [](std::string& text, std::string_view what, std::string_view with) {
        const auto at = text.find(what);
        REQUIRE(at != std::string::npos);
        text.replace(at, what.size(), with);
    };
    // The same parts of pages, in order of the file: three of page 2, five of page 1.
    for (const auto* box : {"50,190,500,300", "50,390,350,445", "490,560,50,455", "50,190,350,245", "50,255,480,355",
                            "530,190,730,245", "530,255,950,355", "50,495,460,565"}) {
        const auto at = mets.find("<mets:fptr><mets:area FILEID=\"ALTO");
        mets.erase(at, mets.find("</mets:fptr>", at) + 12 - at);
        replace(mets, "COORDS=\"1,2,3,4\"", std::string("COORDS=\"") + box + "\"");
    }
    CHECK(mets.find("BEGIN") == std::string::npos);
    CHECK(outline(issue(files, "issue_mets.xml")) == as_named);

    SECTION("polygons") {
        replace(mets, "SHAPE=\"RECT\" COORDS=\"50,190,500,300\"",
                "SHAPE=\"POLY\" COORDS=\"50,190 500,190,500,300,50,300\"");
        CHECK(outline(issue(files, "issue_mets.xml")) == as_named);
    }
    SECTION("pages that are not measured in the pixels of the image are told") {
        for (const auto* page : {"0001.xml", "0002.xml"}) replace(files[page], "pixel", "mm10");
        const auto d = issue(files, "issue_mets.xml");
        CHECK(has_note(d, "3 parts of articles not found in it (the first is \"a rectangle, which is told"));
        CHECK(has_note(d, "5 parts of articles not found in it"));
    }
    SECTION("what is no rectangle is none") {
        for (const auto* box : {"50,190,500,300", "50,390,350,445"}) replace(mets, box, "1,2,x");
        CHECK(outline(issue(files, "issue_mets.xml")).size() >= 3);
    }
}

TEST_CASE("METS that names pages only: articles are found", "[mets]") {
    const auto files = files_of("pages");
    const auto d = issue(files, "issue.mets");
    CHECK(d.given.empty());
    CHECK(d.articles.size() == 4);
    REQUIRE(d.files.size() == 2);
    CHECK(d.files[0].name == "p9.xml");
}

TEST_CASE("Articles that a METS names are ignored where they are to be found", "[mets]") {
    const auto files = files_of("linked");
    const auto d = issue(files, "issue_mets.xml", Articles::detect);
    CHECK(d.given.empty());
    CHECK(std::all_of(d.regions.begin(), d.regions.end(), [](const Region& r) { return r.article == none; }));
    CHECK(outline(d) != as_named);
}

TEST_CASE("A METS without a way to open files says so", "[mets]") {
    const auto files = files_of("linked");
    const auto d = process(files.at("issue_mets.xml"));
    CHECK(check(d).empty());
    CHECK(d.articles.empty());
    CHECK(has_note(d, "its 2 pages are in other files"));
}

TEST_CASE("A folder or an archive is one issue", "[mets]") {
    const auto whole = [](const Files& files) {
        std::vector<std::string> names;
        for (const auto& [name, bytes] : files) names.push_back(name);
        std::reverse(names.begin(), names.end());
        auto options = options_for(files, "issue.zip");
        auto d = read_issue("zip", "the archive", names, options.read);
        repair(d);
        segment(d);
        CHECK(check(d).empty());
        CHECK(d.source.name == "issue.zip");
        CHECK(d.source.bytes == 11);
        return d;
    };
    // With a METS, which is one of the files; below a folder of the archive, too.
    Files below;
    for (auto& [name, bytes] : files_of("linked")) below["x/y/" + name] = bytes;
    const auto linked = whole(below);
    CHECK(outline(linked) == as_named);
    REQUIRE(linked.files.size() == 3);
    CHECK(linked.files[0].format == "mets");
    CHECK(linked.files[1].name == "x/y/0001.xml");
    CHECK(linked.pages[0].file == 2);
    // Without one: pages in the natural order of their names, and what is no page is told.
    auto files = files_of("pages");
    files.erase("issue.mets");
    files["p1.pdf"] = "%PDF-1.4 not a page that can be read";
    const auto pages = whole(files);
    REQUIRE(pages.files.size() == 2);
    CHECK(pages.files[0].name == "p9.xml");
    CHECK(has_note(pages, "1 file is passed over (p1.pdf: "));
    CHECK(has_note(whole({}), "there is no text in this zip"));
}

TEST_CASE("What a METS calls a heading is evidence", "[mets]") {
    const auto block = [](const std::string& id, int top, const std::string& text) {
        const auto place =
            " HPOS='10' VPOS='" + std::to_string(top) + "' WIDTH='" + std::to_string(8 * text.size()) + "' HEIGHT='20'";
        return "<TextBlock ID='" + id + "'" + place + "><TextLine" + place + "><String" + place + " CONTENT='" + text +
               "'/></TextLine></TextBlock>";
    };
    const auto mets = [](const std::string& type) {
        return "<mets><fileSec><fileGrp><file ID='f'><FLocat href='p.xml'/></file></fileGrp></fileSec>"
               "<structMap TYPE='LOGICAL'><div TYPE='ARTICLE'><div TYPE='" +
               type +
               "'><fptr><area FILEID='f' BETYPE='IDREF' BEGIN='A'/></fptr></div><div TYPE='TEXT'><fptr>"
               "<area FILEID='f' BETYPE='IDREF' BEGIN='B'/></fptr></div></div></structMap></mets>";
    };
    const Files files = {
        {"heading.xml", mets("HEADING")},
        {"text.xml", mets("PARAGRAPH")},
        {"p.xml", "<alto><Page WIDTH='900' HEIGHT='900'>" + block("A", 10, "the tide turned at noon") +
                      block("B", 60, "Boats came home in the evening, with herring and cod.") + "</Page></alto>"}};
    const auto first_role = [&](const std::string& name) {
        const auto d = issue(files, name);
        REQUIRE(d.articles.size() == 1);
        return d.blocks[d.articles[0].blocks[0]].role;
    };
    CHECK(first_role("heading.xml") == Role::headline);
    CHECK(first_role("text.xml") == Role::paragraph);
}

TEST_CASE("References to files", "[mets]") {
    using reading::path_of;
    CHECK(path_of("file://./a/b.xml") == "./a/b.xml");
    CHECK(path_of("file:///a/b.xml") == "/a/b.xml");
    CHECK(path_of("FILE:a%20b%C3%A9.xml") == "a bé.xml");
    CHECK(path_of("a\\b.xml#P1") == "a/b.xml");
    CHECK(path_of("C:\\a\\b.xml") == "C:/a/b.xml");
    CHECK(path_of(" 50%.xml\n") == "50%.xml");
    CHECK(path_of("https://example.org/a.xml").empty());
    CHECK(path_of("a%00b").empty());
    using reading::plain_path;
    CHECK(plain_path("x/", "./a//b.xml") == "x/a/b.xml");
    CHECK(plain_path("x/", "../b.xml") == "b.xml");
    CHECK(plain_path("x/", "../../b.xml").empty());
    CHECK(plain_path("", "/etc/passwd").empty());
    using reading::natural_less;
    CHECK(natural_less("p2.xml", "p10.xml"));
    CHECK(natural_less("p02.xml", "p10.xml"));
    CHECK(!natural_less("p10.xml", "p2.xml"));
    CHECK(natural_less("a", "ab"));
    CHECK((natural_less("p01", "p1") != natural_less("p1", "p01")));
}

TEST_CASE("A METS is known by its first element", "[mets]") {
    using reading::is_mets;
    CHECK(is_mets("<?xml version='1.0'?><!-- <alto> --><x:mets a='b'>"));
    CHECK(is_mets("<mets>"));
    CHECK(!is_mets("<alto xmlns:mets='x'><mets:note/>"));
    CHECK(!is_mets("mets"));
}

TEST_CASE("A hostile METS costs little", "[mets]") {
    // Files that name each other, links that multiply, divs without end.
    Files files = {{"self.xml",
                    "<mets><fileSec><fileGrp><file ID='f'><FLocat href='self.xml'/></file></fileGrp></fileSec>"
                    "<structMap><div TYPE='page'><fptr FILEID='f'/></div></structMap></mets>"}};
    const auto self = issue(files, "self.xml");
    CHECK(has_note(self, "is a METS, not a page"));

    std::string links =
        "<mets><fileSec><fileGrp><file ID='f'><FLocat href='p.xml'/></file></fileGrp></fileSec><structMap "
        "TYPE='LOGICAL'>"
        "<div TYPE='ARTICLE' ID='a'/></structMap><structMap TYPE='PHYSICAL'><div TYPE='page'><fptr FILEID='f'/>"
        "<div ID='p' TYPE='pagearea'>";
    for (int i = 0; i < 3000; ++i) links += "<fptr><area FILEID='f' BEGIN='b'/></fptr>";
    links += "</div></div></structMap><structLink><smLinkGrp>";
    for (int i = 0; i < 3000; ++i) links += "<smLocatorLink label='x' href='#a'/><smLocatorLink label='y' href='#p'/>";
    for (int i = 0; i < 100; ++i) links += "<smArcLink from='x' to='y'/>";
    links += "</smLinkGrp></structLink></mets>";
    files = {{"m.xml", links},
             {"p.xml",
              "<alto><Page><TextBlock ID='b'><TextLine><String CONTENT='Tide'/></TextLine></TextBlock></Page></alto>"}};
    const auto many = issue(files, "m.xml");
    CHECK(many.articles.size() == 1);

    std::string deep = "<mets><structMap>";
    for (int i = 0; i < 5000; ++i) deep += "<div TYPE='x'>";
    files = {{"d.xml", deep}};
    CHECK(has_note(issue(files, "d.xml"), "this METS is not well-formed"));
}
