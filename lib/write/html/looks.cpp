// What an article looks like: its pattern in its colour, and the square with its number.
#include <algorithm>

#include "write/html/views.hpp"

namespace broadsheet::write_detail::report {

void pattern_definitions(Markup& html, std::size_t articles) {
    // Lines and dots on a tile of 10 units of the screen.
    constexpr std::string_view shapes[patterns] = {"M0 10L10 0", "M0 0L10 10",     "M5 0V10",
                                                   "M0 5H10",    "M0 5H10M5 0V10", "M4 5h2M9 0h1M9 10h1M0 0h1M0 10h1"};
    html.open("svg", "definitions");
    html.attribute("aria-hidden", "true");
    html.attribute("width", "0");
    html.attribute("height", "0");
    html.open("defs");
    for (std::uint32_t i = 0; i < std::min<std::size_t>(articles, std::size_t{colours} * patterns); ++i) {
        html.open("pattern", look_of(i));
        html.attribute("id", "look-" + std::to_string(i));
        html.attribute("width", "10");
        html.attribute("height", "10");
        html.attribute("patternUnits", "userSpaceOnUse");
        html.open("path");
        html.attribute("d", shapes[i % patterns]);
        html.close();
        html.close();
    }
    html.close();
    html.close();
    html.line_break();
}

void swatch(Markup& html, std::uint32_t article) {
    html.open("svg", "swatch " + look_of(article));
    html.attribute("viewBox", "0 0 28 18");
    html.attribute("aria-hidden", "true");
    for (const bool pattern : {false, true}) {
        html.open("rect", pattern ? "hatch" : "ground");
        html.attribute("width", "28");
        html.attribute("height", "18");
        html.attribute("rx", "3");
        if (pattern) html.attribute("fill", "url(#look-" + std::to_string(article % (colours * patterns)) + ")");
        html.close();
    }
    html.open("text");
    html.attribute("x", "14");
    html.attribute("y", "13.5");
    html.text(std::uint64_t{article} + 1);
    html.close();
    html.close();
}

}  // namespace broadsheet::write_detail::report
