// The report over whole pages: well-formed, each character of the source shown once on each side, and nothing of a
// source becomes markup.
#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/chars.hpp"
#include "pages_test.hpp"
#include "read/layout/xml.hpp"
#include "write/html/markup.hpp"

namespace {

using broadsheet::Document;
using broadsheet::write_detail::report::shown;

// A report as a strict parser reads it.
class Report final : public broadsheet::reading::MarkupHandler {
public:
    explicit Report(const std::string& html) : markup_(html, "UTF-8", false) {
        fault = parse_xml(markup_, *this).message;
    }

    void start(const broadsheet::reading::Tag& tag) override {
        Open open{std::string(tag.name()), {}, tag.value("id")};
        std::istringstream words(tag.value("class"));
        for (std::string word; words >> word;) open.classes.insert(word);
        names.insert(open.name);
        if (!open.id.empty() && !ids.insert(open.id).second) repeated = open.id;
        if (const auto href = tag.value("href"); href.starts_with("#")) targets.insert(href.substr(1));
        for (const auto* name : {"aria-labelledby", "for"})
            if (tag.has(name)) targets.insert(tag.value(name));
        for (const auto* name : {"onclick", "onload", "onerror", "style", "src"})
            forbidden = forbidden || tag.has(name);
        if (open.classes.contains("b")) blocks.emplace_back();
        stack_.push_back(std::move(open));
    }
    void end(std::string_view /*name*/) override { stack_.pop_back(); }

    void text(broadsheet::reading::Slice slice) override {
        if (stack_.back().name == "style" || stack_.back().name == "script") return;
        const auto value = markup_.value(slice);
        const bool piece = has_class("s");
        if (piece && has_class("rows")) source += value;
        if (piece && has_class("art") && !has_element("ins")) given += value;
        if (piece && has_id("dropped")) given += value;
        if (has_class("b") && !has_element("del")) blocks.back() += value;
    }

    std::string fault, repeated;
    bool forbidden = false;
    std::set<std::string> names, ids, targets;
    std::string source;               // of the lines on the left
    std::string given;                // of articles and dropped items, as they stand in the source
    std::vector<std::string> blocks;  // clean text

private:
    struct Open {
        std::string name;
        std::set<std::string> classes;
        std::string id;
    };
    template <typename Is>
    bool any(const Is& is) const {
        return std::any_of(stack_.begin(), stack_.end(), is);
    }
    bool has_class(const std::string& name) const {
        return any([&](const Open& open) { return open.classes.contains(name); });
    }
    bool has_element(const std::string& name) const {
        return any([&](const Open& open) { return open.name == name; });
    }
    bool has_id(const std::string& id) const {
        return any([&](const Open& open) { return open.id == id; });
    }

    broadsheet::reading::Markup markup_;
    std::vector<Open> stack_;
};

std::string html(const Document& document) {
    broadsheet::WriteOptions options;
    options.to = "html";
    return broadsheet::write(document, options);
}

// Sorted, without white space.
std::string marks(const std::string& utf8) {
    auto text = broadsheet::to_utf32(utf8);
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char32_t c) { return broadsheet::is(c, broadsheet::cls::space); }),
        text.end());
    std::transform(text.begin(), text.end(), text.begin(), shown);
    std::sort(text.begin(), text.end());
    return broadsheet::to_utf8(text);
}

const std::set<std::string> known_elements = {
    "a",       "article", "b",      "bdi",     "body",   "button", "caption", "dd",    "defs",    "del",
    "details", "dialog",  "div",    "dl",      "dt",     "footer", "form",    "g",     "h1",      "h2",
    "h3",      "h4",      "h5",     "head",    "header", "html",   "i",       "image", "input",   "ins",
    "li",      "main",    "meta",   "nav",     "ol",     "option", "output",  "p",     "path",    "pattern",
    "pre",     "rect",    "script", "section", "select", "span",   "strong",  "style", "summary", "svg",
    "table",   "tbody",   "td",     "text",    "th",     "thead",  "title",   "tr",    "ul"};

void obey(const Document& document) {
    const auto out = html(document);
    CHECK(out == html(document));
    const Report report(out);
    CHECK(report.fault.empty());
    CHECK(report.repeated.empty());
    CHECK_FALSE(report.forbidden);
    for (const auto& name : report.names) {
        INFO(name);
        CHECK(known_elements.contains(name));
    }
    for (const auto& target : report.targets) {
        INFO(target);
        CHECK(report.ids.contains(target));
    }
    const auto all = marks(broadsheet::to_utf8(document.text.chars));
    CHECK(marks(report.source) == all);
    CHECK(marks(report.given) == all);

    std::vector<std::string> rendered;
    for (const auto& article : document.articles)
        for (const auto block : article.blocks) {
            auto text = broadsheet::to_utf32(broadsheet::render(document, document.blocks[block]));
            std::transform(text.begin(), text.end(), text.begin(), shown);
            rendered.push_back(broadsheet::to_utf8(text));
        }
    CHECK(report.blocks == rendered);
}

broadsheet::Options explained(std::string name = "page.txt") {
    broadsheet::Options options;
    options.read.name = std::move(name);
    options.repair.explain = options.segment.explain = true;
    return options;
}

}  // namespace

TEST_CASE("Report: the laws, over our own pages", "[report]") {
    for (const auto* pages : {&pages::own(), &pages::layouts()})
        for (const auto& page : *pages) {
            INFO(page.name);
            obey(broadsheet::process(page.bytes, explained(page.name)));
        }
}

TEST_CASE("Report: the source reads as the file does", "[report]") {
    const std::string page =
        "THE LATE GALE.\nThe wind, which had blown   freshly since\nTuesday, rose to a hurri-\ncane.\n";
    const auto document = broadsheet::process(page, explained());
    const Report report(html(document));
    auto source = report.source, file = page;
    for (auto* text : {&source, &file}) {
        text->erase(std::remove(text->begin(), text->end(), ' '), text->end());
        text->erase(std::remove(text->begin(), text->end(), '\n'), text->end());
    }
    CHECK(source == file);
}

TEST_CASE("Report: nothing of a source becomes markup or script", "[report]") {
    std::string page =
        "</title></style></script><script>alert(1)</script>\n\n"
        "<img src=x onerror=alert(1)> \" onmouseover=\"alert(1)\" ' <!-- ]]> &lt;b&gt; &#60;\n"
        "javascript:alert(1) <svg/onload=alert(1)> \xE2\x80\xAE turned \xE2\x81\xA6 around\n"
        "The <b>end</b> is\x1B[31m near, and the \x7F mark stays in its pla-\nce.\n";
    page.insert(page.size() - 1, 1, '\0');
    auto document = broadsheet::process(page, explained("\"><script>alert(2)</script>\xFF.txt"));
    REQUIRE_FALSE(document.articles.empty());
    document.articles.front().id = "\"><script>";
    document.articles.front().lang = "\"><x>";
    document.source.format = "<x>";
    document.source.digest = "</x>";
    document.notes.push_back({broadsheet::Severity::warning, "<read>", 1, 1, "<x>: a <b> +1.5, \"c\" -2.0; d"});
    obey(document);
    const auto out = html(document);
    const auto count = [&](const std::string& what) {
        std::size_t n = 0;
        for (auto at = out.find(what); at != std::string::npos; at = out.find(what, at + 1)) ++n;
        return n;
    };
    CHECK(count("<script") == 1);
    CHECK(count("</script") == 1);
    CHECK(count("</style") == 1);
    CHECK(count("]]>") == 2);  // behind style and script
    CHECK(count("<!--") == 0);
}

TEST_CASE("Report: documents that no page gives", "[report]") {
    obey({});
    obey(broadsheet::process("", explained()));
    // Read and repaired only: its blocks are in no article.
    auto repaired = broadsheet::read("A HEADLINE\n\nSome text of it.\n");
    broadsheet::repair(repaired);
    const auto all = marks(broadsheet::to_utf8(repaired.text.chars));
    CHECK(marks(Report(html(repaired)).given) == all);
    // Places that cannot be.
    auto wild = broadsheet::process(pages::layouts().front().bytes, explained());
    for (std::size_t i = 0; i < wild.boxes.size(); ++i)
        wild.boxes[i] = i % 2 == 0 ? broadsheet::Box{NAN, -1e30F, INFINITY, 1e30F} : broadsheet::Box{9, 9, 1, 1};
    wild.pages.front().width = INFINITY;
    obey(wild);
    CHECK(html(wild).find("inf") == html(wild).find("info"));
}

TEST_CASE("Report: one article alone", "[report]") {
    const auto document = broadsheet::process(pages::own().front().bytes, explained());
    REQUIRE(document.articles.size() > 1);
    broadsheet::WriteOptions options;
    options.to = "html";
    const Report report(broadsheet::write(document, document.articles[1], options));
    CHECK(report.fault.empty());
    CHECK(report.ids.contains("a2"));
    CHECK_FALSE(report.ids.contains("a1"));
}

TEST_CASE("Report: a picture of the page, and the way to the index", "[report]") {
    const auto document = broadsheet::process(pages::layouts().front().bytes, explained());
    broadsheet::WriteOptions options;
    options.to = "html";
    options.images.push_back({1, "image/png", "picture"});
    options.index = "../index.html";
    const auto out = broadsheet::write(document, options);
    CHECK(Report(out).fault.empty());
    CHECK(out.find("href=\"data:image/png;base64,cGljdHVyZQ==\"") != std::string::npos);
    CHECK(out.find("href=\"../index.html\"") != std::string::npos);
    CHECK(out.find("data-view=\"scan\"") != std::string::npos);
}

TEST_CASE("Report: a page of a thousand lines stays small and quick", "[report]") {
    std::string page;
    for (int i = 0; i < 1000; ++i)
        page += i % 25 == 0 ? "\nHEADLINE NUMBER " + std::to_string(i / 25) + "\n"
                            : "the council met on Monday and spoke of the bridge, the road and of the " +
                                  std::to_string(i) + " lamps\n";
    const auto document = broadsheet::process(page, explained());
    const auto begin = std::chrono::steady_clock::now();
    const auto out = html(document);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(took.count() < 2);
    CHECK(out.size() < 20 * page.size());
    CHECK(Report(out).fault.empty());
}

TEST_CASE("Report: the index", "[report]") {
    const auto document = broadsheet::process(pages::own().front().bytes, explained("<a>.txt"));
    const auto entries = broadsheet::index_entry(document, "a b/<a>.html") +
                         broadsheet::index_entry("<gone>.txt", "cannot be <opened>") +
                         broadsheet::index_entry(document, "c.html", true);
    const auto out = broadsheet::index_page("<folder>", entries, 3);
    const Report report(out);
    CHECK(report.fault.empty());
    CHECK(out.find("href=\"a%20b/%3Ca%3E.html#a1\"") != std::string::npos);
    CHECK(out.find("cannot be &lt;opened&gt;") != std::string::npos);
    CHECK(out.find("<script") == std::string::npos);
}
