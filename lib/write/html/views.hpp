// The parts of a report, each a function that appends its markup.
#pragma once

#include <string>
#include <string_view>

#include "broadsheet/write.hpp"
#include "write/html/facts.hpp"
#include "write/html/markup.hpp"

namespace broadsheet::write_detail::report {

// The head's tools, and the help that ? opens.
void tools(Markup& html, const Facts& f, bool has_drawing, bool has_image);
void help(Markup& html);

// Left: a page as it is known: its picture or its boxes, and the lines of its source.
void page_drawing(Markup& html, const Facts& facts, const PageParts& page, const PageImage* image);
void source_lines(Markup& html, const Facts& facts, const PageParts& page);

// Right.
void articles(Markup& html, const Facts& facts, const WriteOptions& options);
void dropped_items(Markup& html, const Facts& facts);
void coverage(Markup& html, const Facts& facts);
void other_notes(Markup& html, const Facts& facts);
void table_of_facts(Markup& html, const Facts& facts);

// What both sides share: a link to a row of the source, the square that stands for an article, the notes as a list.
void row_link(Markup& html, const Facts& facts, std::uint32_t page, std::uint32_t line);
void swatch(Markup& html, std::uint32_t article);
void notes(Markup& html, const Facts& facts, const std::vector<std::uint32_t>& list);

// The patterns that squares and boxes are filled with, one for each look in use.
void pattern_definitions(Markup& html, std::size_t articles);

// The page drawn small, for an index.
void thumbnail(Markup& html, const Facts& facts, const PageParts& page);
void line_thumbnail(Markup& html, const Facts& facts, const PageParts& page);

// What is at the head of each file: the policy that lets nothing in but what is built in, and the style.
void head(Markup& html, std::string_view title, bool has_script);

// Why text was dropped, in words: "a page number, a date line of the page".
[[nodiscard]] std::string_view meaning(Reason reason);

}  // namespace broadsheet::write_detail::report
