// Pictures of pages, for the report.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"

namespace broadsheet::app {

struct Pictures {
    std::vector<PageImage> list;
    std::vector<Note> notes;  // why a page has none
};

// Of an input that is a picture itself, or a PDF; or those that `given` (--image) names: a file, or a folder of
// pictures that are called as the pages' files are, with the page's number behind a - where one file holds several
// pages.
[[nodiscard]] Pictures pictures_of(std::string_view bytes, const Input& input, const Document& document,
                                   const std::string& given, std::chrono::seconds timeout);

}  // namespace broadsheet::app
