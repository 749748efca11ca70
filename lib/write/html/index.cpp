// The page of all reports below one folder.
#include <algorithm>

#include "broadsheet/version.hpp"
#include "write/html/views.hpp"
#include "write/writers.hpp"

namespace broadsheet {

using write_detail::report::Markup;

namespace {

constexpr std::size_t most_titles = 12, most_drawings = 12;

void titles(Markup& html, const Document& d, const std::string& link) {
    html.open("ol", "titles");
    std::size_t shown = 0;
    for (std::uint32_t a = 0; a < d.articles.size() && shown < most_titles; ++a) {
        const auto title = write_detail::title_of(d, d.articles[a]);
        if (title.empty()) continue;
        ++shown;
        html.open("li");
        write_detail::report::swatch(html, a);
        html.leaf_with("a", {{"href", link + "#a" + std::to_string(a + 1)}}, title);
        html.close();
    }
    html.close();
    if (d.articles.size() > shown)
        html.leaf("p", "more",
                  "and " + write_detail::report::counted(d.articles.size() - shown, "more article", "more articles"));
}

}  // namespace

std::string index_entry(const Document& document, std::string_view path, bool brief) {
    using namespace write_detail::report;
    std::string out;
    Markup html(out);
    const auto link = link_to(path);
    const Facts facts(document, nullptr);
    html.open("li", "report");
    if (!brief) {
        html.open("div", "drawings");
        std::size_t drawn = 0;
        for (const auto& page : facts.pages)
            if (drawn++ < most_drawings) {
                html.open("a");
                html.attribute("href", link + "#page-" + std::to_string(page.page.number));
                html.attribute("aria-label", "Page " + std::to_string(page.page.number));
                if (facts.has_boxes(page))
                    thumbnail(html, facts, page);
                else
                    line_thumbnail(html, facts, page);
                html.close();
            }
        html.close();
    }
    html.open("div");
    html.open("h2");
    html.open("a");
    html.attribute("href", link);
    html.leaf("bdi", document.source.name);
    html.close();
    html.close();
    const auto all = facts.coverage();
    const auto warnings =
        static_cast<std::uint64_t>(std::count_if(document.notes.begin(), document.notes.end(),
                                                 [](const Note& note) { return note.severity == Severity::warning; }));
    html.open("p", "about");
    html.leaf("span", document.source.format);
    html.leaf("span", counted(facts.pages.size(), "page", "pages"));
    html.leaf("span", counted(document.articles.size(), "article", "articles"));
    html.leaf("span", counted(all.articles.characters, "character", "characters"));
    if (warnings != 0) html.leaf("span", "flag", counted(warnings, "warning", "warnings"));
    html.close();
    if (!brief) titles(html, document, link);
    html.close();
    html.close();
    html.line_break();
    return out;
}

std::string index_entry(std::string_view name, std::string_view fault) {
    std::string out;
    Markup html(out);
    html.open("li", "report failed");
    html.open("div");
    html.open("h2");
    html.leaf("bdi", name);
    html.close();
    html.open("p", "about");
    html.leaf("strong", "Not read: ");
    html.text(fault);
    html.close();
    html.close();
    html.close();
    html.line_break();
    return out;
}

std::string index_page(std::string_view title, std::string_view entries, std::uint64_t count) {
    using namespace write_detail::report;
    std::string out;
    Markup html(out);
    html.raw("<!DOCTYPE html>\n");
    html.open("html");
    html.attribute("xmlns", "http://www.w3.org/1999/xhtml");
    html.attribute("lang", "en");
    head(html, title, false);
    html.open("body", "index");
    pattern_definitions(html, std::size_t{colours} * patterns);
    html.open("header", "top");
    html.leaf("p", "nameplate", "Broadsheet");
    html.open("h1");
    html.leaf("bdi", title);
    html.close();
    html.open("p", "about");
    html.leaf("span", counted(count, "report", "reports"));
    html.close();
    html.close();
    html.open("main");
    html.open("ol", "reports");
    html.line_break();
    html.raw(entries);
    html.close();
    html.leaf("p", "made", "Made by Broadsheet " + std::string(version) + ".");
    html.close();
    html.close();
    html.close();
    html.line_break();
    return out;
}

}  // namespace broadsheet
