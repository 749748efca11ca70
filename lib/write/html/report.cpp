// The report: one file of HTML for a document. Left the pages, right the articles, below what was dropped, where the
// bytes went and why. All of it is in the file as markup; the script only moves and marks.
#include <algorithm>

#include "broadsheet/version.hpp"
#include "write/html/views.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

namespace report {

namespace {

#include "report_assets.inc"  // made by embed.cmake

constexpr std::string_view style(style_bytes, sizeof style_bytes);
constexpr std::string_view script(script_bytes, sizeof script_bytes);

class Report {
public:
    Report(const Document& document, const Article* only, const WriteOptions& options, std::string& out)
        : d_(document), options_(options), html_(out), f_(document, only) {}

    void write() {
        html_.raw("<!DOCTYPE html>\n");
        html_.open_with("html", {{"xmlns", "http://www.w3.org/1999/xhtml"},
                                 {"lang", "en"},
                                 {"data-view", has_image()     ? "scan"
                                               : has_drawing() ? "boxes"
                                                               : "lines"}});
        head(html_, d_.source.name, true);
        html_.open("body");
        html_.leaf_with("a", {{"class", "skip"}, {"href", "#articles"}}, "Skip to the articles");
        pattern_definitions(html_, d_.articles.size());
        top();
        html_.open("main");
        left();
        right();
        html_.close();
        html_.open_with("footer", {{"class", "status"}, {"role", "status"}, {"aria-live", "polite"}});
        html_.leaf_with("span", {{"id", "place"}}, "Point at a word to see where it stands. Press ? for help.");
        html_.close();
        help(html_);
        html_.open("script");
        html_.raw(script);
        html_.close();
        html_.close();
        html_.close();
        html_.line_break();
    }

private:
    [[nodiscard]] const PageImage* image_of(std::uint32_t page) const {
        const auto at = std::find_if(options_.images.begin(), options_.images.end(),
                                     [&](const PageImage& image) { return image.page == page; });
        return at == options_.images.end() ? nullptr : &*at;
    }
    [[nodiscard]] bool has_image() const {
        return std::any_of(f_.pages.begin(), f_.pages.end(),
                           [&](const PageParts& page) { return is_drawn(page) && image_of(page.page.number); });
    }
    [[nodiscard]] bool is_drawn(const PageParts& page) const {
        return f_.has_boxes(page) || image_of(page.page.number) != nullptr;
    }
    [[nodiscard]] bool has_drawing() const {
        return std::any_of(f_.pages.begin(), f_.pages.end(), [&](const PageParts& page) { return is_drawn(page); });
    }

    void top() {
        html_.open("header", "top");
        html_.open("div", "title");
        html_.open("p", "nameplate");
        html_.text("Broadsheet");
        if (!options_.index.empty()) {
            html_.text(" · ");
            html_.leaf_with("a", {{"href", options_.index}}, "all reports");
        }
        html_.close();
        html_.open("h1");
        const auto slash = d_.source.name.find_last_of('/');
        const bool is_path = slash != std::string::npos && slash + 1 < d_.source.name.size();
        html_.leaf("bdi", is_path ? d_.source.name.substr(slash + 1) : d_.source.name);
        html_.close();
        html_.open("p", "about");
        if (is_path) {
            html_.open("span");
            html_.leaf("bdi", d_.source.name);
            html_.close();
        }
        std::uint64_t bytes = d_.source.bytes;
        for (const Source& file : d_.files) bytes += file.bytes;
        for (const auto& fact :
             {d_.source.format, d_.source.encoding, counted(bytes, "byte", "bytes"),
              counted(f_.pages.size(), "page", "pages"), counted(d_.articles.size(), "article", "articles")})
            if (!fact.empty()) html_.leaf("span", fact);
        if (!d_.source.digest.empty()) html_.leaf("span", "digest", d_.source.digest);
        html_.close();
        html_.close();
        tools(html_, f_, has_drawing(), has_image());
        html_.close();
        html_.line_break();
    }

    void left() {
        open_side("left", "pages", "The pages");
        for (const PageParts& page : f_.pages) {
            const auto* image = image_of(page.page.number);
            const bool drawn = is_drawn(page);
            const auto number = std::to_string(page.page.number);
            html_.open_with("section",
                            {{"class", drawn ? image != nullptr ? "page drawn scanned" : "page drawn" : "page"},
                             {"id", "page-" + number},
                             {"data-page", number},
                             {"aria-label", "Page " + number}});
            html_.leaf("h2", "Page " + number);
            if (drawn) page_drawing(html_, f_, page, image);
            source_lines(html_, f_, page);
            html_.close();
        }
        html_.close();
        html_.line_break();
    }

    void right() {
        open_side("right", "text", "Articles and facts");
        html_.open_with("nav", {{"class", "parts"}, {"aria-label", "Parts of the report"}});
        const auto warnings = static_cast<std::uint64_t>(std::count_if(
            d_.notes.begin(), d_.notes.end(), [](const Note& n) { return n.severity == Severity::warning; }));
        part_link("articles", "Articles", d_.articles.size());
        part_link("dropped", "Dropped", d_.dropped.size());
        part_link("coverage", "Coverage", 0);
        part_link("notes", warnings != 0 ? "Notes, " + counted(warnings, "warning", "warnings") : "Notes",
                  f_.notes_of.back().size());
        part_link("facts", "Table", 0);
        html_.close();
        section("articles", "Articles", [&] {
            chips();
            articles(html_, f_, options_);
        });
        section("dropped", "Dropped, and why", [&] { dropped_items(html_, f_); });
        section("coverage", "Where every byte went", [&] { coverage(html_, f_); });
        section("notes", "Notes on the page", [&] { other_notes(html_, f_); });
        section("facts", "The page as a table", [&] { table_of_facts(html_, f_); });
        html_.leaf("p", "made", "Made by Broadsheet " + std::string(version) + ".");
        html_.close();
        html_.line_break();
    }

    void open_side(std::string_view side, std::string_view id, std::string_view label) {
        html_.open_with("section", {{"class", side}, {"id", id}, {"aria-label", label}, {"tabindex", "0"}});
    }

    void part_link(std::string_view id, std::string_view text, std::uint64_t count) {
        html_.open_with("a", {{"href", "#" + std::string(id)}});
        html_.text(text);
        if (count != 0) html_.leaf("b", grouped(count));
        html_.close();
    }

    template <typename Content>
    void section(std::string_view id, std::string_view title, const Content& content) {
        const auto title_id = "title-" + std::string(id);
        html_.open_with("section", {{"class", "part-of"}, {"id", id}, {"aria-labelledby", title_id}});
        html_.leaf_with("h2", {{"id", title_id}}, title);
        content();
        html_.close();
        html_.line_break();
    }

    void chips() {
        html_.open_with("nav", {{"class", "chips"}, {"aria-label", "Articles"}});
        for (std::uint32_t a = 0; a < d_.articles.size(); ++a) {
            if (f_.only != nullptr && f_.only != &d_.articles[a]) continue;
            const auto title = title_of(d_, d_.articles[a]);
            const auto number = std::to_string(a + 1);
            html_.open_with("a", {{"href", "#a" + number},
                                  {"data-a", number},
                                  {"aria-label", "Article " + number + (title.empty() ? "" : ": " + title)},
                                  {"title", title}});
            swatch(html_, a);
            html_.close();
        }
        html_.close();
    }

    const Document& d_;
    const WriteOptions& options_;
    Markup html_;
    Facts f_;
};

}  // namespace

void head(Markup& html, std::string_view title, bool has_script) {
    html.open("head");
    html.leaf_with("meta", {{"charset", "utf-8"}});
    html.leaf_with("meta",
                   {{"http-equiv", "Content-Security-Policy"},
                    {"content", "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '" +
                                    std::string(style_hash) + "'" +
                                    (has_script ? "; script-src '" + std::string(script_hash) + "'" : "")}});
    html.leaf_with("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.leaf_with("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.leaf("title", std::string(title) + " · Broadsheet");
    html.open("style");
    html.raw(style);
    html.close();
    html.close();
    html.line_break();
}

}  // namespace report

std::string html(const Document& document, const Article* only, const WriteOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 16 + 65536);
    report::Report(document, only, options, out).write();
    return out;
}

}  // namespace broadsheet::write_detail
