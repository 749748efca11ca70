// What a person steers the report with: the tools at its head, and the help.
#include "write/html/views.hpp"

namespace broadsheet::write_detail::report {

namespace {

// Keys and what they do: the help, and docs/report.md.
struct Key {
    std::string_view key, what;
};
constexpr Key keys[] = {
    {"j k", "next, previous article"},
    {"J K", "next, previous block"},
    {"[ ]", "previous, next page"},
    {"v", "the page as picture, as boxes, as lines of the source"},
    {"r", "clean text, or what became of the source's characters"},
    {"w", "vertical articles lying or upright"},
    {"/", "search; Enter and Shift+Enter go from hit to hit"},
    {"+ - 0", "the page larger, smaller, as wide as its column"},
    {"d", "dark or light"},
    {"Esc", "let go of what is marked"},
    {"?", "this help"},
};

void button(Markup& html, std::string_view action, std::string_view text, std::string_view label,
            std::string_view pressed = {}) {
    html.open_with("button", {{"type", "button"}, {"data-do", action}, {"title", label}, {"aria-label", label}});
    if (!pressed.empty()) html.attribute("aria-pressed", pressed);
    html.text(text);
    html.close();
}

}  // namespace

void tools(Markup& html, const Facts& f, bool has_drawing, bool has_image) {
    html.open_with("div", {{"class", "tools"}, {"role", "toolbar"}, {"aria-label", "View"}});
    if (f.pages.size() > 1) {
        html.open("span", "group");
        button(html, "page-before", "‹", "Previous page");
        html.open_with("select", {{"id", "page"}, {"aria-label", "Page"}});
        for (const PageParts& page : f.pages) {
            const auto number = std::to_string(page.page.number);
            html.leaf_with("option", {{"value", number}}, "Page " + number);
        }
        html.leaf_with("option", {{"value", "all"}}, "All pages");
        html.close();
        button(html, "page-after", "›", "Next page");
        html.close();
    }
    if (has_drawing) {
        html.open("span", "group");
        if (has_image) button(html, "view-scan", "Picture", "Show the picture of the page", "true");
        button(html, "view-boxes", "Boxes", "Show the page as boxes", has_image ? "false" : "true");
        button(html, "view-lines", "Lines", "Show the lines of the source", "false");
        html.close();
        html.open("span", "group");
        button(html, "smaller", "−", "Smaller");
        button(html, "larger", "+", "Larger");
        html.close();
    }
    html.open("span", "group");
    button(html, "clean", "Clean", "Show the clean text", "true");
    button(html, "raw", "Raw", "Show what became of the source's characters", "false");
    html.close();
    html.open("span", "group find");
    html.leaf_with("input",
                   {{"type", "search"}, {"id", "find"}, {"placeholder", "Search"}, {"aria-label", "Search the text"}});
    html.leaf_with("output", {{"id", "found"}, {"for", "find"}});
    html.close();
    html.open("span", "group");
    button(html, "dark", "◐", "Dark or light");
    button(html, "help", "?", "Keys and signs");
    html.close();
    html.close();
}

void help(Markup& html) {
    html.open_with("dialog", {{"id", "help"}, {"aria-labelledby", "help-title"}});
    html.leaf_with("h2", {{"id", "help-title"}}, "Keys and signs");
    html.open("dl");
    for (const Key& key : keys) {
        html.leaf("dt", key.key);
        html.leaf("dd", key.what);
    }
    html.close();
    html.leaf("p",
              "A number like 3.2 is the second block of the third article, in reading order. Arrows lead to where "
              "an article goes on, dashes to another page. Click a box, a line or a word to mark it on all sides.");
    html.open("p", "legend");
    for (const auto& [joint, what] : {std::pair("glue", "joined, nothing between"),
                                      {"space", "joined with a space"},
                                      {"unhyphen", "joined, hyphen taken out"},
                                      {"line", "line break kept"}}) {
        html.leaf_with("i", {{"class", "j"}, {"data-j", joint}});
        html.text(" " + std::string(what) + "   ");
    }
    html.leaf("del", "taken out");
    html.text(" ");
    html.leaf("ins", "put in");
    html.close();
    html.open_with("form", {{"method", "dialog"}});
    html.leaf("button", "Close");
    html.close();
    html.close();
}

}  // namespace broadsheet::write_detail::report
