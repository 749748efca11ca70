// What the name of a file tells of what is in it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::app {

// ".txt", in small letters; empty for a name without one.
[[nodiscard]] std::string ending_of(std::string_view name);

// "p3" of p3.txt and of p3.alto.xml: files of one page.
[[nodiscard]] std::string_view page_stem_of(std::string_view name);

// By its ending: it holds no page (or in a format that later versions read).
[[nodiscard]] bool is_passed_over(const std::string& ending);

// By its ending: it must be recognised first.
[[nodiscard]] bool is_picture(const std::string& ending);

// An archive of a kind that is read.
[[nodiscard]] bool is_archive(const std::string& ending, std::string_view name);

// JSON lines, packed or not.
[[nodiscard]] bool holds_records(std::string_view name);

// No image, no archive, nothing that holds no page's text.
[[nodiscard]] bool may_be_page(std::string_view name);

}  // namespace broadsheet::app
